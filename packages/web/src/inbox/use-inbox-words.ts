// Why something that came in could not be read, in the reader's words.

import { ownWords } from '../words/own-words.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const useInboxWords = ownWords({ nl, fr, en });
export type InboxSay = ReturnType<typeof useInboxWords>;
