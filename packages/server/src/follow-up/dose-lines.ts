// Doses of denosumab and zoledronate that are overdue or soon due, for the top of the page "Opvolging": of everybody, whoever's
// patient it is. Decision: a dose is no call. It is arranged and given; ringing about it is one thing that can be done. Of
// zoledronate only what the record says is still given stands here; denosumab stands until its stop is written down with what
// follows, whatever was heard.

import { addDays, type CalendarDate } from '@breekpunt/core';
import { type DoseStanding, doseStanding, watchedDrugs } from '@breekpunt/intervene';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { atcOf, drugOfCode } from '../decision/sign-decision.ts';
import { type Patient, patientColumns, patientFrom } from '../worklist/worklist-row.ts';
import type { ListAsked } from './follow-up-list.ts';
import { followedPeople } from './followed-people.ts';
import { knownTreatment } from './known-treatment.ts';

export interface DoseLine {
  readonly case: number;
  readonly patient: Patient;
  readonly phone: string | null;
  readonly phoneWrong: boolean;
  readonly notByPhone: boolean;
  readonly lastGivenOn: CalendarDate;
  readonly standing: DoseStanding;
  /** The day it will be given, as somebody arranged it; it may have passed. */
  readonly arrangedOn: CalendarDate | null;
  /** The call about it, when one is planned. */
  readonly contact: number | null;
  readonly owner: { readonly id: number; readonly name: string } | null;
}

/** By which number somebody is reached. */
export const phoneColumns = ['p.phone', 'p.phone_wrong', 'p.not_by_phone'] as const;

/**
 * Everybody who had a dose and waits for the next: overdue denosumab above everything (FC8), then overdue zoledronate, then the
 * others; the longest due on top, and below what nobody arranged yet what is arranged for a day to come.
 */
export async function doseLines(tx: SiteTransaction, { rules }: ListAsked): Promise<DoseLine[]> {
  const { db, site } = tx;
  const soon = addDays(rules.on, 7 * rules.doseWarningWeeks);
  const rows = await db
    .selectFrom('injection as i')
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'i.site_id').onRef('p.person_id', '=', 'i.person_id'),
    )
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'i.site_id').onRef('c.fls_case_id', '=', 'i.fls_case_id'),
    )
    .leftJoin('contact as k', (join) =>
      join
        .onRef('k.site_id', '=', 'i.site_id')
        .onRef('k.fls_case_id', '=', 'i.fls_case_id')
        .on('k.moment', '=', 'injection')
        .on('k.done_on', 'is', null)
        .on('k.cancelled_at', 'is', null),
    )
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'c.site_id').onRef('u.app_user_id', '=', 'c.owner_id'),
    )
    .select([
      ...patientColumns,
      ...phoneColumns,
      'i.fls_case_id',
      'i.medicine_atc',
      'i.arranged_on',
      'k.contact_id',
      'c.owner_id',
      'u.display_name',
      sql<CalendarDate | null>`(select max(g.given_on) from injection g where g.site_id = i.site_id
        and g.person_id = i.person_id and g.medicine_atc = i.medicine_atc)`.as('last_given_on'),
    ])
    .where('i.site_id', '=', site)
    .where(
      'i.medicine_atc',
      'in',
      watchedDrugs.map((drug) => atcOf[drug]),
    )
    .where('i.given_on', 'is', null)
    .where('i.not_given_reason', 'is', null)
    .where('i.due_on', '<=', soon)
    .where('p.deceased', '<>', 'yes')
    .where('p.merged_into_id', 'is', null)
    .where((where) =>
      where.or([where('c.state', '=', 'open'), where('c.reason', 'in', ['lost-to-follow-up', 'completed'])]),
    )
    .orderBy('i.due_on')
    .orderBy('i.injection_id')
    .execute();
  const onZoledronate = await stillOnZoledronate(
    tx,
    rows.filter((row) => row.medicine_atc === atcOf.zoledronate).map((row) => row.person_id),
  );
  const lines = rows.flatMap((row): DoseLine[] => {
    const { last_given_on: lastGivenOn, fls_case_id: of, person_id: person } = row;
    const drug = drugOfCode(row.medicine_atc);
    if (lastGivenOn === null || of === null || drug === null) return [];
    if (drug === 'zoledronate' && !onZoledronate.has(person)) return [];
    const standing = doseStanding(
      {
        drug,
        startedOn: 'not-recorded',
        lastDoseOn: lastGivenOn,
        stoppedOn: null,
        followedBy: 'not-recorded',
      },
      rules,
    );
    if (standing === null || standing.state === 'later') return [];
    return [
      {
        case: of,
        patient: patientFrom(row),
        phone: row.phone,
        phoneWrong: row.phone_wrong,
        notByPhone: row.not_by_phone,
        lastGivenOn,
        standing,
        arrangedOn: row.arranged_on,
        contact: row.contact_id,
        owner: row.owner_id === null ? null : { id: row.owner_id, name: row.display_name ?? '' },
      },
    ];
  });
  // The sort keeps the order of the days within one rank.
  return lines.toSorted((one, other) => rankOf(one, rules.on) - rankOf(other, rules.on));
}

/** Those of whom nobody heard that it ended or was replaced. */
async function stillOnZoledronate(
  tx: SiteTransaction,
  people: readonly number[],
): Promise<ReadonlySet<number>> {
  const followed = await followedPeople(tx, people);
  return new Set(
    followed.flatMap((one) => {
      const treatment = knownTreatment(one)?.treatment;
      return treatment?.drug === 'zoledronate' && treatment.stoppedOn === null ? [one.person] : [];
    }),
  );
}

function rankOf({ standing: { drug, state }, arrangedOn }: DoseLine, today: CalendarDate): number {
  if (drug === 'denosumab' && state === 'overdue') return 0;
  if (arrangedOn !== null && arrangedOn >= today) return 3;
  return state === 'overdue' ? 1 : 2;
}
