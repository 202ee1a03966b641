// The words between the blocks in one language and country, and the filling of places such as {physio} or
// {number:guide.sit-at-most-minutes}. Decision: a place nobody can fill is a mistake in our own content and throws: a
// reader never sees braces or an empty spot.

import type { CalendarDate } from '@breekpunt/core';
import {
  type Country,
  type GuideContent,
  type GuideLanguage,
  type Knowledge,
  listOn,
} from '@breekpunt/knowledge';
import { writtenNumber } from './written-number.ts';

export interface Words {
  readonly language: GuideLanguage;
  /** The word of a key, with its places filled. */
  readonly say: (key: string, values?: Readonly<Record<string, string>>) => string;
  /** The word of a key, or null when there is none: for keys put together from data. */
  readonly find: (key: string) => string | null;
  /** Any sentence of content, with its places filled. */
  readonly fill: (text: string, values?: Readonly<Record<string, string>>) => string;
}

export function wordsOf(
  content: Pick<GuideContent, 'words'>,
  knowledge: Knowledge,
  {
    language,
    country,
    today,
  }: { readonly language: GuideLanguage; readonly country: Country; readonly today: CalendarDate },
  common: Readonly<Record<string, string>> = {},
): Words {
  const own = content.words[language];
  const find = (key: string): string | null => {
    const word = own[key];
    if (word === undefined) return null;
    return typeof word === 'string' ? word : word[country];
  };
  const writtenOf = (id: string): readonly string[] => {
    const found = listOn(knowledge, id, today);
    if (!found.ok) throw new Error(`Content asks for ${id}, which has no value on the day of the guide`);
    return found.value.map((value) => writtenNumber(Number(value), language));
  };
  // One number, or the two ends of a range.
  const numberOf = (id: string): string => {
    const [from = '', to] = writtenOf(id);
    return to === undefined ? from : (find('range') ?? '').replace('{from}', from).replace('{to}', to);
  };
  const listOf = (id: string): string => {
    const parts = writtenOf(id);
    const first = parts.slice(0, -1).join(', ');
    return (find('and') ?? '').replace('{first}', first).replace('{last}', parts.at(-1) ?? '');
  };
  const fillingOf = (key: string, values: Readonly<Record<string, string>>): string => {
    if (key.startsWith('number:')) return numberOf(key.slice('number:'.length));
    if (key.startsWith('list:')) return listOf(key.slice('list:'.length));
    const value = values[key] ?? common[key] ?? find(key);
    if (value === null || value === undefined) throw new Error(`Nothing fills {${key}} in ${language}`);
    return value.includes('{') ? fill(value, values) : value;
  };
  const fill = (text: string, values: Readonly<Record<string, string>> = {}): string =>
    !text.includes('{')
      ? text
      : text.replace(/\{([a-z0-9:.-]+)\}/g, (_, key: string, place: number) => {
          const value = fillingOf(key, values);
          return beginsSentence(text, place) ? capitalised(value) : value;
        });
  const say = (key: string, values?: Readonly<Record<string, string>>): string => {
    const word = find(key);
    if (word === null) throw new Error(`No word "${key}" in ${language}`);
    return fill(word, values);
  };
  return { language, say, find, fill };
}

/** After the end of a sentence, or at the start of a text that is one: a phrase such as a date is not. */
function beginsSentence(text: string, place: number): boolean {
  return place === 0 ? /[.!?]$/.test(text) : /[.!?] $/.test(text.slice(0, place));
}

/** A sentence or a name begins with a capital, also when its first word comes from the record. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
