// The vocabulary as it is stored for loading: what many rows share is written once, each row is one short line, and
// an id that follows from the row itself is left out. A browser fetches less for it and a process starts sooner.

import { shapedKind } from './row-shape.ts';
import type { VocabularyRow } from './vocabulary-row.ts';

/** A row without its id and texts. */
export type RowKind = Readonly<Record<string, unknown>>;

export interface PackedVocabulary {
  /** Every combination of fields that a row has, in the order of its first row. */
  readonly kinds: readonly RowKind[];
  /** "kind:id:text|text", ordered by id; the kind by its number, the id empty where `rowId` gives it. */
  readonly rows: readonly string[];
}

/** The id of a row that states none: its language, role, meaning and first text. */
export function rowId(kind: RowKind, firstText: string): string {
  const meaning = kind['sense'] ?? kind['section'] ?? kind['part'] ?? kind['kind'];
  const opening = `${String(kind['lang'])}/${String(kind['role'])}`;
  return `${meaning === undefined ? opening : `${opening}/${String(meaning)}`}/${slug(firstText)}`;
}

export function packedVocabulary(rows: readonly VocabularyRow[]): PackedVocabulary {
  const kinds = new Map<string, { readonly kind: RowKind; readonly number: number }>();
  const lines = rows.map(({ id, text, ...kind }) => {
    const stated = Object.entries(kind).filter(([, value]) => value !== undefined);
    const key = JSON.stringify(stated.sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = kinds.get(key) ?? { kind: Object.fromEntries(stated), number: kinds.size };
    kinds.set(key, known);
    return `${known.number}:${id === rowId(kind, text[0] ?? '') ? '' : id}:${text.join('|')}`;
  });
  return { kinds: [...kinds.values()].map(({ kind }) => kind), rows: lines };
}

export function unpackedVocabulary({ kinds, rows }: PackedVocabulary): VocabularyRow[] {
  const shaped = kinds.map(shapedKind);
  return rows.map((line) => {
    const kindEnd = line.indexOf(':');
    const idEnd = line.indexOf(':', kindEnd + 1);
    const kind = shaped[Number(line.slice(0, kindEnd))] as RowKind;
    const text = line.slice(idEnd + 1).split('|');
    const id = idEnd > kindEnd + 1 ? line.slice(kindEnd + 1, idEnd) : rowId(kind, text[0] as string);
    return { ...kind, id, text } as unknown as VocabularyRow;
  });
}

/** Letters and digits without case or accent; whatever else stands between them is one hyphen. */
function slug(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/#/g, 'hash')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
