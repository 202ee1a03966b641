// Denosumab that is overdue or soon due, for the top of the page "Opvolging": of everybody, whoever's patient it is.

import { addDays, type CalendarDate } from '@breekpunt/core';
import { type DoseStanding, doseStanding } from '@breekpunt/intervene';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { atcOf } from '../decision/sign-decision.ts';
import { type Patient, patientColumns, patientFrom } from '../worklist/worklist-row.ts';
import type { ListAsked } from './follow-up-list.ts';

export interface DoseLine {
  readonly case: number;
  readonly patient: Patient;
  readonly phone: string | null;
  readonly phoneWrong: boolean;
  readonly notByPhone: boolean;
  readonly lastGivenOn: CalendarDate;
  readonly standing: DoseStanding;
  /** The call about it, when one is planned. */
  readonly contact: number | null;
  readonly owner: { readonly id: number; readonly name: string } | null;
}

/** By which number somebody is reached. */
export const phoneColumns = ['p.phone', 'p.phone_wrong', 'p.not_by_phone'] as const;

/** Everybody who had a denosumab injection and waits for the next: overdue first, the longest overdue on top. */
export async function doseLines({ db, site }: SiteTransaction, { rules }: ListAsked): Promise<DoseLine[]> {
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
      'k.contact_id',
      'c.owner_id',
      'u.display_name',
      sql<CalendarDate | null>`(select max(g.given_on) from injection g where g.site_id = i.site_id
        and g.person_id = i.person_id and g.medicine_atc = i.medicine_atc)`.as('last_given_on'),
    ])
    .where('i.site_id', '=', site)
    .where('i.medicine_atc', '=', atcOf.denosumab)
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
  return rows.flatMap((row): DoseLine[] => {
    const { last_given_on: lastGivenOn, fls_case_id: of } = row;
    if (lastGivenOn === null || of === null) return [];
    const standing = doseStanding(
      {
        drug: 'denosumab',
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
        contact: row.contact_id,
        owner: row.owner_id === null ? null : { id: row.owner_id, name: row.display_name ?? '' },
      },
    ];
  });
}
