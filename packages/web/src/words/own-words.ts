// Words of one screen, fetched together with that screen: what is read seldom does not make the app's first load longer.
// Decision: all three languages come at once, so a screen is never without words; a key that one of them lacks does not
// compile.

import { sayIn, type UiLanguage, useSay } from './use-words.tsx';
import { fill, type Values, type Words } from './words.ts';

export interface OwnSay<K extends string> {
  readonly language: UiLanguage;
  (key: K, values?: Values): string;
  /** For words that come from the server: the word itself when the screen has none for it. */
  of(group: string, word: string): string;
}

/** A hook that speaks the words of one screen in the language that was chosen. */
export function ownWords<K extends string>(
  languages: Readonly<Record<UiLanguage, Readonly<Record<K, string>>>>,
): () => OwnSay<K> {
  const spoken: Partial<Record<UiLanguage, OwnSay<K>>> = {};
  return () => {
    const { language } = useSay();
    const words: Words = languages[language];
    spoken[language] ??= Object.assign(
      (key: K, values: Values = {}): string => fill(words[key] ?? key, values),
      { language, of: sayIn(language, words).of },
    );
    return spoken[language];
  };
}
