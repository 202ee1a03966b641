// What follow-up has to know of some people: their confirmed cases and what was decided, told, given and stopped. One query
// a table for all of them, so that a night's planning of a whole hospital stays a few queries a portion.

import type { Answer, CalendarDate, FractureSite } from '@breekpunt/core';
import type { ContactMoment } from '@breekpunt/intervene';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Correction } from '../worklist/worklist-row.ts';
import type { DecidedDrug, DoseRow, StopRow, ToldOfDrug } from './treatment-of.ts';

export interface FollowedRow {
  readonly case: number;
  /** The day of the fracture; when nobody knows it, the day it was found. */
  readonly zero: CalendarDate;
  readonly site: FractureSite;
  readonly state: 'open' | 'closed';
  readonly reason: string | null;
  readonly stage: string;
  readonly owner: number | null;
}

export interface ContactRow extends ToldOfDrug {
  readonly id: number;
  readonly case: number | null;
  readonly moment: ContactMoment;
  readonly plannedOn: CalendarDate | null;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly rules: readonly string[];
  readonly medicine: string | null;
  readonly reached: boolean;
  /** Somebody wrote on it already. */
  readonly begun: boolean;
}

export interface DecisionRow extends DecidedDrug {
  readonly case: number;
  readonly outcome: string;
}

export interface FollowedPerson {
  readonly person: number;
  readonly deceased: Answer;
  /** Oldest fracture first. */
  readonly cases: readonly FollowedRow[];
  readonly decisions: readonly DecisionRow[];
  /** Neither cancelled nor withdrawn. */
  readonly contacts: readonly ContactRow[];
  readonly doses: readonly DoseRow[];
  readonly stops: readonly StopRow[];
}

/** Only people with a confirmed case. */
export async function followedPeople(
  tx: SiteTransaction,
  people: readonly number[],
): Promise<readonly FollowedPerson[]> {
  const { db, site } = tx;
  if (people.length === 0) return [];
  const cases = await db
    .selectFrom('fls_case as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select([
      'c.fls_case_id',
      'c.person_id',
      'c.fracture_on',
      'c.opened_on',
      'c.correction',
      'c.stated_site',
      'c.state',
      'c.reason',
      'c.stage',
      'c.owner_id',
      'p.deceased',
    ])
    .where('c.site_id', '=', site)
    .where('c.person_id', 'in', people)
    .where('c.list', 'not in', ['to-review', 'snoozed'])
    .where('c.state', '<>', 'rejected')
    .orderBy('c.fls_case_id')
    .execute();
  if (cases.length === 0) return [];
  const concerned = [...new Set(cases.map((row) => row.person_id))];
  const decisions = await db
    .selectFrom('decision')
    .select(['person_id', 'fls_case_id', 'outcome', 'medicine_atc', 'decided_on'])
    .where('site_id', '=', site)
    .where('person_id', 'in', concerned)
    .where('topic', '=', 'bone')
    .orderBy('decision_id')
    .execute();
  const contacts = await db
    .selectFrom('contact')
    .selectAll()
    .where('site_id', '=', site)
    .where('person_id', 'in', concerned)
    .where('cancelled_at', 'is', null)
    .orderBy('contact_id')
    .execute();
  const doses = await db
    .selectFrom('injection')
    .select(['injection_id', 'person_id', 'medicine_atc', 'due_on', 'given_on', 'not_given_reason'])
    .where('site_id', '=', site)
    .where('person_id', 'in', concerned)
    .orderBy('injection_id')
    .execute();
  const stops = await db
    .selectFrom('treatment_stop')
    .selectAll()
    .where('site_id', '=', site)
    .where('person_id', 'in', concerned)
    .where('withdrawn_at', 'is', null)
    .orderBy('stopped_on')
    .orderBy('treatment_stop_id')
    .execute();
  return concerned.map((person): FollowedPerson => {
    const own = <R extends { readonly person_id: number }>(rows: readonly R[]): R[] =>
      rows.filter((row) => row.person_id === person);
    const ofPerson = own(cases);
    return {
      person,
      deceased: ofPerson[0]?.deceased ?? 'not-recorded',
      cases: ofPerson
        .map((row) => ({
          case: row.fls_case_id,
          zero: (row.correction as Correction | null)?.fractureOn ?? row.fracture_on ?? row.opened_on,
          site: (row.correction as Correction | null)?.site ?? (row.stated_site as FractureSite),
          state: row.state === 'closed' ? ('closed' as const) : ('open' as const),
          reason: row.reason,
          stage: row.stage,
          owner: row.owner_id,
        }))
        .toSorted((a, b) => (a.zero < b.zero ? -1 : Number(a.zero > b.zero)) || a.case - b.case),
      decisions: own(decisions).map((row) => ({
        case: row.fls_case_id,
        outcome: row.outcome,
        medicine: row.medicine_atc,
        on: row.decided_on,
      })),
      contacts: own(contacts).map((row) => ({
        id: row.contact_id,
        case: row.fls_case_id,
        moment: row.moment,
        plannedOn: row.planned_on,
        doneOn: row.done_on,
        from: row.window_from_on,
        until: row.window_until_on,
        rules: row.rules,
        medicine: row.medicine_atc,
        reached: row.outcome === 'reached',
        begun: row.version > 1 || row.replied_at !== null,
        started: row.medicine_started,
        startedOn: row.medicine_started_on,
        stillTaking: row.still_prescribed,
      })),
      doses: own(doses).map((row) => ({
        id: row.injection_id,
        medicine: row.medicine_atc,
        dueOn: row.due_on,
        givenOn: row.given_on,
        dropped: row.not_given_reason !== null,
      })),
      stops: own(stops).map((row) => ({
        id: row.treatment_stop_id,
        medicine: row.medicine_atc,
        stoppedOn: row.stopped_on,
        because: row.because,
        plan: row.plan,
        nextMedicine: row.next_medicine_atc,
        nextOn: row.next_on,
        nextBy: row.next_by,
      })),
    };
  });
}
