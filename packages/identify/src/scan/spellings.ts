// How the texts of the vocabulary may be written in a report: umlauts spelled out, and slips of the pen where a row
// allows them. Kept for each row, because the sieve and its language both ask.

import type { VocabularyRow } from '@breekpunt/knowledge';
import { SHORTEST_SLIP, slipsOf } from './slips.ts';

export class Spellings {
  /** Words of the vocabulary that a slip of the pen could be. */
  private readonly taken: ReadonlySet<string>;
  private readonly known = new Map<VocabularyRow, readonly string[]>();

  constructor(rows: readonly VocabularyRow[]) {
    this.taken = longWords(rows);
  }

  of(row: VocabularyRow): readonly string[] {
    const slips = row.role === 'head' && row.slips === true;
    if (row.lang !== 'de' && !slips) return row.text;
    const known = this.known.get(row);
    if (known !== undefined) return known;
    const written = row.lang === 'de' ? row.text.flatMap(withUmlautsSpelledOut) : row.text;
    const made = slips ? written.flatMap((text) => this.withSlips(text)) : written;
    this.known.set(row, made);
    return made;
  }

  private withSlips(text: string): string[] {
    return [text, ...slipsOf(text).filter((slip) => !this.taken.has(slip))];
  }
}

function longWords(rows: readonly VocabularyRow[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const row of rows)
    for (const text of row.text)
      if (text.length >= SHORTEST_SLIP && !text.includes(' ')) words.add(text.toLowerCase());
  return words;
}

/** ä, ö, ü may be written ae, oe, ue; the bare vowel is covered by the class table. */
function withUmlautsSpelledOut(text: string): string[] {
  if (!/[äöü]/.test(text)) return [text];
  return [text, text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue')];
}
