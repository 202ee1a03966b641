// The file for a registry, and its data dictionary. Decision: a case has a pseudonym made with the installation's key, so that a
// registry can follow it from year to year and nobody outside can find the person; the file is read back and checked before it
// leaves.

import { Buffer } from 'node:buffer';
import type { CalendarDate } from '@breekpunt/core';
import { csvRow, csvStart, readPlainTable } from '@breekpunt/integrate';
import type { Knowledge } from '@breekpunt/knowledge';
import {
  pseudonymField,
  type RegistryLayout,
  type RegistryProblem,
  registryFieldsOf,
  registryProblems,
} from '@breekpunt/quality';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Keys } from '../secrets/keys.ts';
import { blindIndex } from '../secrets/sealed-text.ts';
import { careRecords } from './care-records.ts';
import { panelOf } from './panel-of.ts';
import type { Months } from './period.ts';

export interface RegistryQuestion {
  readonly knowledge: Knowledge;
  readonly keys: Keys;
  readonly layout: RegistryLayout;
  readonly months: Months;
  readonly cut: CalendarDate;
  /** Ids of all indicators, in the order in which they were counted. */
  readonly indicators: readonly string[];
}

export interface RegistryFile {
  readonly file: Buffer;
  readonly rows: number;
  readonly persons: readonly number[];
}

/** Only cases of the IOF cohort: old enough, a site that counts, no violent cause. */
export async function registryFile(tx: SiteTransaction, question: RegistryQuestion): Promise<RegistryFile> {
  const { knowledge, keys, layout, months, cut, indicators } = question;
  const fields = registryFieldsOf(layout);
  const panel = await panelOf(tx, { knowledge, cut });
  const cases = await casesIn(tx, months, indicators);
  const names = [pseudonymField.name, ...fields.map(({ name }) => name)];
  const lines: string[] = [csvStart, csvRow(names)];
  const wanted = new Set(cases.map((one) => one.fls_case_id));
  const persons = [...new Set(cases.map((one) => one.person_id))].toSorted((a, b) => a - b);
  for (let place = 0; place < persons.length; place += peopleAtOnce) {
    const portion = persons.slice(place, place + peopleAtOnce);
    for (const siblings of await careRecords(tx, portion, panel))
      for (const record of siblings)
        if (wanted.has(record.case))
          lines.push(
            csvRow([pseudonym(keys, tx.site, record.case), ...fields.map((field) => field.of(record))]),
          );
  }
  const text = lines.join('');
  const [problem] = checkedRegistryFile(layout, text).problems;
  if (problem !== undefined)
    throw new Error(`A registry file cannot be read back: row ${problem.row}, ${problem.field}`);
  return { file: Buffer.from(text), rows: lines.length - 2, persons };
}

const peopleAtOnce = 2000;

function casesIn(tx: SiteTransaction, { from, to }: Months, indicators: readonly string[]) {
  return tx.db
    .selectFrom('indicator_case as i')
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'i.site_id').onRef('c.fls_case_id', '=', 'i.fls_case_id'),
    )
    .select(['c.fls_case_id', 'c.person_id'])
    .where('i.site_id', '=', tx.site)
    .where('i.month', '>=', from)
    .where('i.month', '<=', to)
    .where(sql<boolean>`substr(i.standings, ${indicators.indexOf('iof.1') + 1}, 1) <> 'x'`)
    .orderBy('c.fls_case_id')
    .execute();
}

/** 80 bits, in a form that a spreadsheet leaves alone. */
function pseudonym(keys: Keys, site: string, id: number): string {
  return `P${blindIndex(keys.index, ['registry', site], String(id)).subarray(0, 10).toString('hex')}`;
}

/** A registry file that comes back: how many rows it has, and what is wrong with it. */
export function checkedRegistryFile(
  layout: RegistryLayout,
  text: string,
): { readonly rows: number; readonly problems: readonly RegistryProblem[] } {
  const { names, rows } = readPlainTable(text);
  return { rows: rows.length, problems: registryProblems(layout, names, rows) };
}

export function dataDictionary(layout: RegistryLayout): Buffer {
  const rows = [
    ['field', 'meaning', 'values'],
    [pseudonymField.name, pseudonymField.meaning, pseudonymField.values],
    ...registryFieldsOf(layout).map(({ name, meaning, values }) => [name, meaning, values]),
  ];
  return Buffer.from(csvStart + rows.map(csvRow).join(''));
}
