// Value sets made ready for look-up: one code gives at most one row, and the modifiers that apply to it.
// Decision: precedence is the knowledge's own (code, then longest prefix, then first pattern), in one place, so that
// a hospital's added row behaves as its author expects. It knows nothing of fractures.

import type { CodeSystem } from '@breekpunt/core';
import type { CodeEntry, CodeModifier, CodeValueSet } from '@breekpunt/knowledge';

export interface CodeMatch {
  readonly set: CodeValueSet;
  readonly entry: CodeEntry;
  readonly modifiers: readonly CodeModifier[];
}

/** What is known of the codes of each system. Built once, then read for every patient. */
export type CodeIndex = ReadonlyMap<CodeSystem, readonly SetIndex[]>;

interface SetIndex {
  readonly set: CodeValueSet;
  readonly codes: ReadonlyMap<string, CodeEntry>;
  readonly prefixes: ReadonlyMap<string, CodeEntry>;
  readonly longestPrefix: number;
  readonly patterns: readonly { readonly test: RegExp; readonly entry: CodeEntry }[];
  readonly modifiers: readonly { readonly test: RegExp; readonly modifier: CodeModifier }[];
}

export function indexCodes(sets: readonly CodeValueSet[]): CodeIndex {
  const index = new Map<CodeSystem, SetIndex[]>();
  for (const set of sets) {
    const known = index.get(set.system) ?? [];
    known.push(indexSet(set));
    index.set(set.system, known);
  }
  return index;
}

/** The row for a code, from the first set of its system that has one. */
export function matchCode(index: CodeIndex, system: CodeSystem, code: string): CodeMatch | undefined {
  for (const one of index.get(system) ?? []) {
    const entry = entryFor(one, code);
    if (entry === undefined) continue;
    const modifiers = one.modifiers.filter((row) => row.test.test(code)).map((row) => row.modifier);
    return { set: one.set, entry, modifiers };
  }
  return undefined;
}

/** How a row recognised the code, for the explanation. */
export function rowName(entry: CodeEntry): string {
  if ('code' in entry) return `code:${entry.code}`;
  return 'prefix' in entry ? `prefix:${entry.prefix}` : `pattern:${entry.pattern}`;
}

function entryFor(one: SetIndex, code: string): CodeEntry | undefined {
  const exact = one.codes.get(code);
  if (exact !== undefined) return exact;
  for (let length = Math.min(code.length, one.longestPrefix); length > 0; length--) {
    const entry = one.prefixes.get(code.slice(0, length));
    if (entry !== undefined) return entry;
  }
  return one.patterns.find((row) => row.test.test(code))?.entry;
}

function indexSet(set: CodeValueSet): SetIndex {
  const codes = new Map<string, CodeEntry>();
  const prefixes = new Map<string, CodeEntry>();
  const patterns: { test: RegExp; entry: CodeEntry }[] = [];
  for (const entry of set.entries) {
    if ('code' in entry) codes.set(entry.code, entry);
    else if ('prefix' in entry) prefixes.set(entry.prefix, entry);
    else patterns.push({ test: wholeCode(entry.pattern), entry });
  }
  const longestPrefix = Math.max(0, ...[...prefixes.keys()].map((prefix) => prefix.length));
  const modifiers = set.modifiers.map((modifier) => ({ test: wholeCode(modifier.pattern), modifier }));
  return { set, codes, prefixes, longestPrefix, patterns, modifiers };
}

function wholeCode(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
