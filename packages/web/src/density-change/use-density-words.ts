// The words of a change between two bone scans: the same beside the figure and in the assessment.

import { ownWords } from '../words/own-words.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const useDensityWords = ownWords({ nl, fr, en });
export type DensitySay = ReturnType<typeof useDensityWords>;
