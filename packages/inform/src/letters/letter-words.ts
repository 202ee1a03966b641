// The sentences of letters in three languages, and how numbers and days are written in each. A gap without a value stays
// visible, so that it is noticed.

import { type CalendarDate, tableInFrenchPrint } from '@breekpunt/core';
import type { LetterLanguage } from './letter.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };
import nlNetherlands from './words/nl-netherlands.json' with { type: 'json' };

export type LetterWord = keyof typeof nl;

const languages: Readonly<Record<LetterLanguage, Readonly<Record<string, string>>>> = {
  nl,
  fr: tableInFrenchPrint(fr),
  en,
};

export interface LetterSay {
  (word: LetterWord, values?: Readonly<Record<string, string | number>>): string;
  /** "1 maand", "2 maanden": the word for one or for none where there is one, else the word itself. */
  readonly count: (word: LetterWord, n: number, values: Readonly<Record<string, string | number>>) => string;
  /** For words that come from the record: the word itself when there is none for it. */
  readonly of: (group: string, word: string) => string;
  readonly day: (date: CalendarDate | string) => string;
  /** Decimal comma where the language has one, and a true minus. */
  readonly number: (value: number) => string;
}

/** In the Netherlands some things have another name than in Flanders. */
export function letterSay(language: LetterLanguage, country: 'BE' | 'NL' = 'BE'): LetterSay {
  const own = languages[language];
  const words = language === 'nl' && country === 'NL' ? { ...own, ...nlNetherlands } : own;
  const say = (word: string, values: Readonly<Record<string, string | number>> = {}): string =>
    (words[word] ?? word).replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
  const months = say('months').split(' ');
  return Object.assign(say, {
    count: (word: string, n: number, values: Readonly<Record<string, string | number>>): string => {
      const few = n === 0 ? `${word}.none` : n === 1 ? `${word}.one` : word;
      return say(few in words ? few : word, values);
    },
    of: (group: string, word: string): string => words[`${group}.${word}`] ?? word,
    day: (date: string): string => dayIn(date, months, language),
    number: (value: number): string => {
      const written = String(Math.abs(value));
      return `${value < 0 ? '−' : ''}${language === 'en' ? written : written.replace('.', ',')}`;
    },
  });
}

/** A year or month alone is written as such. */
function dayIn(date: string, months: readonly string[], language: LetterLanguage): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return date;
  const name = months[Number(month) - 1] ?? month;
  if (day === undefined) return `${name} ${year}`;
  const first = language === 'fr' && Number(day) === 1;
  return `${first ? '1er' : Number(day)} ${name} ${year}`;
}
