// Doses of denosumab and zoledronate that are overdue or soon due, for the top of the page "Opvolging": of everybody, whoever's
// patient it is. Decision: a dose is no call. It is arranged and given; ringing about it is one thing that can be done. Which doses
// are waited for is asked of waiting-doses.ts; here stands whom to reach, and what comes first.

import type { CalendarDate } from '@breekpunt/core';
import type { DoseStanding } from '@breekpunt/intervene';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Patient, patientColumns, patientFrom } from '../worklist/worklist-row.ts';
import type { ListAsked } from './follow-up-list.ts';
import { waitingDoses } from './waiting-doses.ts';

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
  const waiting = await waitingDoses(tx, rules);
  if (waiting.length === 0) return [];
  const rows = await tx.db
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
      'i.injection_id',
      'k.contact_id',
      'c.owner_id',
      'u.display_name',
    ])
    .where('i.site_id', '=', tx.site)
    .where(
      'i.injection_id',
      'in',
      waiting.map(({ id }) => id),
    )
    .execute();
  const rowOf = new Map(rows.map((row) => [row.injection_id, row]));
  const lines = waiting.flatMap(({ id, case: of, lastGivenOn, standing, arrangedOn }): DoseLine[] => {
    const row = rowOf.get(id);
    if (row === undefined) return [];
    return [
      {
        case: of,
        patient: patientFrom(row),
        phone: row.phone,
        phoneWrong: row.phone_wrong,
        notByPhone: row.not_by_phone,
        lastGivenOn,
        standing,
        arrangedOn,
        contact: row.contact_id,
        owner: row.owner_id === null ? null : { id: row.owner_id, name: row.display_name ?? '' },
      },
    ];
  });
  // The sort keeps the order of the days within one rank.
  return lines.toSorted((one, other) => rankOf(one, rules.on) - rankOf(other, rules.on));
}

function rankOf({ standing: { drug, state }, arrangedOn }: DoseLine, today: CalendarDate): number {
  if (drug === 'denosumab' && state === 'overdue') return 0;
  if (arrangedOn !== null && arrangedOn >= today) return 3;
  return state === 'overdue' ? 1 : 2;
}
