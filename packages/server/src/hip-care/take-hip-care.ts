// Answers of another system put into the block of the case that they are about: a table's row, or what messages state.

import { type CalendarDate, daysBetween } from '@breekpunt/core';
import type { StatedCare } from '@breekpunt/integrate';
import { holdCase } from '../assessment/case-record.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { announce } from '../events/announce.ts';
import { addHipCares, type HipCare, hipCareOf, type KeptHipCare } from './hip-care.ts';
import { type HipCareCode, hipCareCodes } from './hip-care-codes.ts';
import { emptyHipCare, filledIn } from './hip-care-file.ts';
import { hipCareProblem } from './hip-care-problem.ts';
import { dayOf, saidByFacts, saidByStay } from './said-hip-care.ts';

export type HipCareFate = 'taken' | 'unchanged' | 'a-hip-fracture-of-these-days' | 'what-can-be';

export interface HipCareMoment {
  readonly today: CalendarDate;
  readonly now: Date;
}

interface Origin {
  readonly source: KeptHipCare['source'];
  readonly by: number | null;
}

/** Between the fracture and the arrival, or the end, of a stay. */
const daysToStay = 14;
/** The block ends with how it is after 120 days; whoever asks may be late. */
const daysToAnswer = 200;

/** `arrivedOn` says of which fracture. */
export async function takeHipCare(
  tx: SiteTransaction,
  person: number,
  arrivedOn: CalendarDate,
  said: Partial<HipCare>,
  origin: Origin,
  moment: HipCareMoment,
): Promise<HipCareFate> {
  const id = await hipCaseOf(tx, person, arrivedOn, daysToStay);
  return id === null ? 'a-hip-fracture-of-these-days' : fill(tx, { id, person }, () => said, origin, moment);
}

/** What messages and resources state of one person; null when they state nothing that means anything here. */
export async function takeStatedCare(
  tx: SiteTransaction,
  person: number,
  stated: readonly StatedCare[],
  timeZone: string,
  source: 'fhir' | 'hl7v2',
  moment: HipCareMoment,
): Promise<HipCareFate | null> {
  const codes = await codesFor(tx, stated);
  const meant = stated.filter(
    (one) => one.stay !== undefined || Object.keys(saidByFacts(one, codes, timeZone)).length > 0,
  );
  if (meant.length === 0) return null;
  const onlyStays = meant.every(({ facts }) => facts.length === 0);
  const [day = null] = meant.map((one) => dayOf(one, timeZone)).filter((one) => one !== null);
  const id = await hipCaseOf(tx, person, day, onlyStays ? daysToStay : daysToAnswer);
  if (id === null) return 'a-hip-fracture-of-these-days';
  const said = (kept: KeptHipCare | null): Partial<HipCare> => {
    let all: Partial<HipCare> = {};
    for (const one of meant) {
      if (one.stay !== undefined) all = { ...all, ...saidByStay(one.stay, filledIn(kept, all), timeZone) };
      all = { ...all, ...saidByFacts(one, codes, timeZone) };
    }
    return all;
  };
  return fill(tx, { id, person }, said, { source, by: null }, moment);
}

/** Of many people at once: almost all of them never broke a hip. */
export async function hipPatientsAmong(
  { db, site }: SiteTransaction,
  persons: readonly number[],
): Promise<ReadonlySet<number>> {
  if (persons.length === 0) return new Set();
  const rows = await db
    .selectFrom('fls_case')
    .select('person_id')
    .distinct()
    .where('site_id', '=', site)
    .where('person_id', 'in', persons)
    .where('place_group', '=', 'hip')
    .where('state', '<>', 'rejected')
    .execute();
  return new Set(rows.map(({ person_id: person }) => person));
}

/** Almost no message speaks of anything but stays, for which no code is needed. */
async function codesFor(tx: SiteTransaction, stated: readonly StatedCare[]): Promise<HipCareCode[]> {
  return stated.some(({ facts }) => facts.length > 0) ? hipCareCodes(tx) : [];
}

async function hipCaseOf(
  tx: SiteTransaction,
  person: number,
  day: CalendarDate | null,
  daysApart: number,
): Promise<number | null> {
  const cases = await tx.db
    .selectFrom('fls_case')
    .select(['fls_case_id', 'fracture_on', 'opened_on'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('place_group', '=', 'hip')
    .where('state', '<>', 'rejected')
    .orderBy('opened_on', 'desc')
    .orderBy('fls_case_id', 'desc')
    .execute();
  const [nearest] = cases
    .map((one) => ({
      id: one.fls_case_id,
      apart: day === null ? 0 : Math.abs(daysBetween(one.fracture_on ?? one.opened_on, day)),
    }))
    .toSorted((a, b) => a.apart - b.apart);
  return nearest === undefined || nearest.apart > daysApart ? null : nearest.id;
}

async function fill(
  tx: SiteTransaction,
  { id, person }: { readonly id: number; readonly person: number },
  said: (kept: KeptHipCare | null) => Partial<HipCare>,
  { source, by }: Origin,
  { today, now }: HipCareMoment,
): Promise<HipCareFate> {
  await holdCase(tx, id);
  const kept = await hipCareOf(tx, id);
  const care = filledIn(kept, said(kept));
  if (care === (kept ?? emptyHipCare)) return 'unchanged';
  if (hipCareProblem(care, today) !== null) return 'what-can-be';
  const version = (kept?.version ?? 0) + 1;
  await addHipCares(tx, [{ case: id, person, version, care, source, by, at: now }]);
  await announce(tx, { topic: 'case', change: 'changed', id });
  return 'taken';
}
