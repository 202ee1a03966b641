// The care of some people, from the cases that were found to all rows of their records.

import type { CalendarDate } from '@breekpunt/core';
import type { Knowledge } from '@breekpunt/knowledge';
import { syntheticRatesOn } from '@breekpunt/synthetic';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type FoundCase, foundCases, type Registered } from './found-cases.ts';
import { type CaredFor, recordCare, type Staff } from './record-care.ts';
import { recordCases } from './record-cases.ts';
import { recordHipCare } from './record-hip-care.ts';
import { settledCase } from './settled-case.ts';

export interface CareGiving {
  readonly staff: Staff;
  readonly knowledge: Knowledge;
  readonly today: CalendarDate;
}

/** `nameOf`: the sender's names of reports by their rows. */
export async function recordCareOf(
  tx: SiteTransaction,
  people: readonly Registered[],
  nameOf: ReadonlyMap<string, string>,
  { staff, knowledge, today }: CareGiving,
): Promise<void> {
  const rowOf = new Map([...nameOf].map(([row, name]) => [name, Number(row)]));
  const rates = syntheticRatesOn(knowledge, today);
  const found = await foundCases(tx, people, nameOf);
  const settled = found.map((one) => settledCase(one, { rates, today }));
  await recordCases(tx, settled, staff, knowledge.version);
  const cared = settled.flatMap(({ found: one, care }): CaredFor[] =>
    care === null
      ? []
      : [
          {
            case: one.id,
            person: one.person,
            language: one.patient.resident.language,
            care,
            scanReports: scanReportsOf(one, rowOf),
          },
        ],
  );
  await recordCare(tx, cared, staff, knowledge.version);
  await recordHipCare(
    tx,
    people.map(({ person }) => person),
    knowledge,
    today,
  );
}

function scanReportsOf(
  { patient }: FoundCase,
  rowOf: ReadonlyMap<string, number>,
): ReadonlyMap<CalendarDate, number> {
  return new Map(
    patient.reports.flatMap(({ id, kind, on }) => {
      const row = rowOf.get(id);
      return kind === 'dxa' && row !== undefined ? [[on, row] as const] : [];
    }),
  );
}
