// The words of decision aids.

import { ownWords } from '../words/own-words.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const useAidsWords = ownWords({ nl, fr, en });
export type AidsSay = ReturnType<typeof useAidsWords>;
