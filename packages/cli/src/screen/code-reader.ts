// The codes of a record as findings, by the value sets of knowledge. Codes that state no fracture, or that
// nobody knows, give nothing here: the list is about fractures.

import { type CodedFinding, findingsFromCodes, indexCodes } from '@breekpunt/identify';
import { loadKnowledge } from '@breekpunt/knowledge';
import type { BatchRecord } from './batch.ts';

export function createCodeReader(): (record: BatchRecord) => readonly CodedFinding[] {
  let index: ReturnType<typeof indexCodes> | null = null;
  return ({ codes, date }) => {
    if (codes === undefined || codes.length === 0) return [];
    index ??= indexCodes(Object.values(loadKnowledge().codes));
    const known = date === undefined ? {} : { date };
    return findingsFromCodes(
      codes.map(({ system, code }) => ({ system, code, ...known })),
      index,
    ).findings;
  };
}
