// The words of rules and sources.

import { ownWords } from '../words/own-words.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const useRulesWords = ownWords({ nl, fr, en });
type RulesSay = ReturnType<typeof useRulesWords>;
