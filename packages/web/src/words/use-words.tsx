// The interface's words in the language of whoever is signed in. The words are data (nl.json, fr.json, en.json); a
// language is fetched when it is first needed.
// Decision: a key that is missing in a language cannot be written, because the keys are a type made of the Dutch file, and
// a test compares the three.

import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import nl from './nl.json' with { type: 'json' };
import { fill, type Values, type Words } from './words.ts';

export type WordKey = keyof typeof nl;
export type UiLanguage = 'nl' | 'fr' | 'en';
export const uiLanguages: readonly UiLanguage[] = ['nl', 'fr', 'en'];

export interface Say {
  readonly language: UiLanguage;
  (key: WordKey, values?: Values): string;
  /** For words that come from the server: null when the app has none for them. */
  of(group: string, word: string): string;
  /** The form for a number: `key.one` or `key.other`. */
  count(key: string, n: number, values?: Values): string;
}

const loaders: Readonly<Record<UiLanguage, () => Promise<Words>>> = {
  nl: async () => nl,
  fr: async () => (await import('./fr.json')).default,
  en: async () => (await import('./en.json')).default,
};

/** For words of one screen that come with it (own-words.ts), and for those of the whole app. */
export function sayIn(language: UiLanguage, words: Words): Say {
  const plural = new Intl.PluralRules(language);
  const say = (key: string, values: Values = {}): string => fill(words[key] ?? key, values);
  return Object.assign(say, {
    language,
    of: (group: string, word: string): string => words[`${group}.${word}`] ?? word,
    count: (key: string, n: number, values: Values = {}): string =>
      say(`${key}.${plural.select(n) === 'one' ? 'one' : 'other'}`, { n, ...values }),
  });
}

interface Language {
  readonly say: Say;
  choose(language: UiLanguage): void;
}

const context = createContext<Language>({ say: sayIn('nl', nl), choose: () => undefined });

const kept = 'breekpunt.language';

export function WordsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [language, choose] = useState<UiLanguage>(firstLanguage);
  const [words, setWords] = useState<{ readonly language: UiLanguage; readonly words: Words }>({
    language: 'nl',
    words: nl,
  });
  useEffect(() => {
    let current = true;
    void loaders[language]().then((found) => {
      if (current) setWords({ language, words: found });
    });
    return () => {
      current = false;
    };
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words.language]);
  const value = useMemo(
    () => ({
      say: sayIn(words.language, words.words),
      choose: (next: UiLanguage): void => {
        localStorage.setItem(kept, next);
        choose(next);
      },
    }),
    [words],
  );
  return <context.Provider value={value}>{children}</context.Provider>;
}

/** What was chosen on this device, or what the browser asks for. */
function firstLanguage(): UiLanguage {
  const wanted = [localStorage.getItem(kept), ...navigator.languages.map((each) => each.slice(0, 2))];
  return (
    wanted.map((each) => uiLanguages.find((known) => known === each)).find((each) => each !== undefined) ??
    'nl'
  );
}

export function useSay(): Say {
  return useContext(context).say;
}

export function useLanguageChoice(): (language: UiLanguage) => void {
  return useContext(context).choose;
}
