// Words by language, and how a word is filled in. German is not there yet; who reads German gets Dutch, and the page says so
// by its lang attribute.

import { type Language, tableInFrenchPrint } from '@breekpunt/core';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

export type GuideWordKey = keyof typeof nl;
export type GuideWords = Readonly<Record<GuideWordKey, string>>;

export interface Say {
  (key: GuideWordKey, fill?: Readonly<Record<string, string | number>>): string;
  readonly language: 'nl' | 'fr' | 'en';
}

const wordsOf = { nl, fr: tableInFrenchPrint(fr), en } as const;

export function sayIn(language: Language): Say {
  const spoken = language === 'de' ? 'nl' : language;
  const words: GuideWords = wordsOf[spoken];
  return Object.assign(
    (key: GuideWordKey, fill: Readonly<Record<string, string | number>> = {}) => filled(words[key], fill),
    { language: spoken },
  );
}

/** Every place in braces with what is given for it. */
export function filled(text: string, fill: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(fill[name] ?? ''));
}

/** The first language of ours that the browser asks for; Dutch when there is none. */
export function languageAsked(acceptLanguage: string): Language {
  const asked = acceptLanguage.split(',').map((each) => each.trim().slice(0, 2).toLowerCase());
  return asked.find((each): each is 'nl' | 'fr' | 'en' => each in wordsOf) ?? 'nl';
}
