// The words of the dashboard, which come with its pages, and those of the whole app behind them.

import {
  type Say as AppSay,
  sayIn,
  type UiLanguage,
  useSay as useAppSay,
  type WordKey,
} from '../words/use-words.tsx';
import type { Values, Words } from '../words/words.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

type OwnKey = keyof typeof nl;

export interface Say extends AppSay {
  (key: WordKey | OwnKey, values?: Values): string;
}

const words: Readonly<Record<UiLanguage, Words>> = { nl, fr, en };

export function useSay(): Say {
  const app = useAppSay();
  const own = words[app.language];
  const ownSay = sayIn(app.language, own);
  const speak = (key: WordKey | OwnKey, values: Values = {}): string =>
    key in own ? ownSay(key as WordKey, values) : app(key as WordKey, values);
  return Object.assign(speak, {
    language: app.language,
    of: (group: string, word: string): string =>
      `${group}.${word}` in own ? ownSay.of(group, word) : app.of(group, word),
    count: (key: string, n: number, values: Values = {}): string =>
      `${key}.other` in own ? ownSay.count(key, n, values) : app.count(key, n, values),
  });
}
