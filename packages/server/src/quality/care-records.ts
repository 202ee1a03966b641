// The records as the indicators read them: every confirmed case of some people with the care recorded for it.

import type { CareRecord } from '@breekpunt/quality';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { careLines } from './care-lines.ts';
import type { PeopleAsked } from './people-asked.ts';
import { recordsFromLines } from './records-from-lines.ts';

/** The people of one page, in a few queries instead of some for each of them. */
export async function careRecordsByCase(
  tx: SiteTransaction,
  people: readonly number[],
  panel: readonly string[],
): Promise<ReadonlyMap<number, { readonly record: CareRecord; readonly siblings: readonly CareRecord[] }>> {
  const found = await careRecords(tx, people, panel);
  return new Map(
    found.flatMap((siblings) => siblings.map((record) => [record.case, { record, siblings }] as const)),
  );
}

/** Grouped by person, in order of their numbers. `panel`: the laboratory tests that are asked in the hospital's country. */
export async function careRecords(
  tx: SiteTransaction,
  people: PeopleAsked,
  panel: readonly string[],
): Promise<readonly (readonly CareRecord[])[]> {
  return recordsFromLines(await careLines(tx, people, panel), panel.length);
}
