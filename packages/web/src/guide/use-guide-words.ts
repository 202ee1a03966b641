// The words of the team's side of the guide, of the hospital's services, and of what patients answered.

import { ownWords } from '../words/own-words.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const useGuideWords = ownWords<keyof typeof nl>({ nl, fr, en });
