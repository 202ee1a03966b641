// Takes the fields out of one YAML mapping, checking each as it goes. Decision: a wrong or missing field is noted
// with its line and answered with undefined, so that one run shows every problem; an unknown key is a problem too,
// because a misspelt key would otherwise be silently ignored.

import { parseCalendarDate } from '@breekpunt/core';
import type { Problem } from './problem.ts';
import type { Path, YamlFile } from './yaml-file.ts';

export interface FieldReader {
  readonly path: Path;
  readonly has: (key: string) => boolean;
  readonly raw: (key: string) => unknown;
  readonly text: (key: string) => string | undefined;
  readonly optionalText: (key: string) => string | undefined;
  readonly date: (key: string) => string | undefined;
  readonly word: <W extends string>(key: string, words: readonly W[]) => W | undefined;
  readonly optionalWord: <W extends string>(key: string, words: readonly W[]) => W | undefined;
  /** yes or no; the given answer when the key is absent. */
  readonly yesNo: (key: string, absent: boolean) => boolean;
  readonly list: (key: string) => readonly unknown[];
  /** The mapping under a key; undefined, with a problem, when it is none. */
  readonly inside: (key: string) => FieldReader | undefined;
  readonly problem: (key: string, message: string) => void;
  /** Notes every key that was never asked for. Call it last. */
  readonly done: () => void;
}

/** undefined, with a problem, when the value at the path is not a mapping. */
export function readFields(
  yaml: YamlFile,
  value: unknown,
  path: Path,
  problems: Problem[],
): FieldReader | undefined {
  if (!isMapping(value)) {
    problems.push({ file: yaml.file, place: yaml.placeOf(path), message: 'expected "key: value" pairs' });
    return undefined;
  }
  const asked = new Set<string>();
  const problem = (key: string, message: string): void => {
    problems.push({ file: yaml.file, place: yaml.placeOf([...path, key]), message });
  };
  const raw = (key: string): unknown => {
    asked.add(key);
    return value[key];
  };
  const optionalText = (key: string): string | undefined => {
    const found = raw(key);
    if (found === undefined) return undefined;
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
    problem(key, `expected text; write it in quotes if it is a number, and leave the key out if it is empty`);
    return undefined;
  };
  const text = (key: string): string | undefined => {
    if (value[key] === undefined) problem(key, `"${key}" is missing`);
    return optionalText(key);
  };
  const wordOf = <W extends string>(
    key: string,
    found: string | undefined,
    words: readonly W[],
  ): W | undefined => {
    if (found === undefined) return undefined;
    const word = words.find((known) => known === found);
    if (word === undefined) problem(key, `expected one of ${words.join(', ')}; came "${found}"`);
    return word;
  };
  return {
    path,
    raw,
    text,
    optionalText,
    problem,
    has: (key) => {
      asked.add(key);
      return value[key] !== undefined;
    },
    date: (key) => {
      const found = text(key);
      if (found === undefined) return undefined;
      if (parseCalendarDate(found).ok) return found;
      problem(key, `expected an existing day written yyyy-mm-dd; came "${found}"`);
      return undefined;
    },
    word: (key, words) => wordOf(key, text(key), words),
    optionalWord: (key, words) => wordOf(key, optionalText(key), words),
    yesNo: (key, absent) => {
      const found = raw(key);
      if (found === undefined) return absent;
      if (found === 'yes' || found === 'no') return found === 'yes';
      problem(key, 'expected yes or no');
      return absent;
    },
    list: (key) => {
      const found = raw(key);
      if (Array.isArray(found)) return found as readonly unknown[];
      problem(key, found === undefined ? `"${key}" is missing` : 'expected a list');
      return [];
    },
    inside: (key) => readFields(yaml, raw(key), [...path, key], problems),
    done: () => {
      for (const key of Object.keys(value)) if (!asked.has(key)) problem(key, `unknown key "${key}"`);
    },
  };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
