// The words of the page about bone densitometers.

import { ownWords } from '../words/own-words.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const useDensitometerWords = ownWords({ nl, fr, en });
