// What the page "Opvolging" shows: doses that are overdue or soon due on top, then the contacts whose window is open or was missed,
// then what was done lately. Decision: how late something is, is told by the day it is read, never stored; the night only brings
// the rows. A call about a dose is no line of its own as long as the dose stands on top or is not due yet.

import { addDays, type CalendarDate, type FractureSite } from '@breekpunt/core';
import {
  type ConsequenceKind,
  type ContactMoment,
  type ContactRules,
  consequencesOf,
  type Drug,
} from '@breekpunt/intervene';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { drugOfCode } from '../decision/sign-decision.ts';
import { type Correction, type Patient, patientColumns, patientFrom } from '../worklist/worklist-row.ts';
import { answersFrom, withReply } from './call-answers.ts';
import { type DoseLine, doseLines, phoneColumns } from './dose-lines.ts';
import { newestReplies } from './replies.ts';

export type ContactState = 'replied' | 'late' | 'due' | 'waiting' | 'coming';

export interface ContactLine {
  readonly id: number;
  readonly version: number;
  readonly case: number;
  readonly patient: Patient;
  readonly phone: string | null;
  readonly phoneWrong: boolean;
  readonly notByPhone: boolean;
  readonly site: FractureSite;
  readonly fractureOn: CalendarDate | null;
  readonly moment: ContactMoment;
  readonly from: CalendarDate;
  readonly due: CalendarDate;
  readonly until: CalendarDate;
  readonly rules: readonly string[];
  readonly state: ContactState;
  readonly drug: Drug | null;
  readonly attempts: number;
  /** Not before this day; null when it can be tried now. */
  readonly tryOn: CalendarDate | null;
  readonly owner: { readonly id: number; readonly name: string } | null;
  /** What the patient's own answers ask for; empty when none came. */
  readonly needs: readonly ConsequenceKind[];
  readonly appointmentAt: Date | null;
}

export interface MadeLine {
  readonly id: number;
  readonly case: number;
  readonly patient: Patient;
  readonly moment: ContactMoment;
  readonly doneOn: CalendarDate;
  readonly outcome: string;
  readonly channel: string | null;
}

export interface FollowUpList {
  readonly doses: readonly DoseLine[];
  readonly contacts: readonly ContactLine[];
  /** All there are, also those beyond what is shown. */
  readonly total: number;
  readonly made: readonly MadeLine[];
}

export interface ListAsked {
  /** Only what is this colleague's, or nobody's. */
  readonly owner: number | null;
  readonly rules: ContactRules;
  readonly at: Date;
}

const comingDays = 14;
const madeDays = 14;
const mostContacts = 200;
const mostMade = 50;

export async function followUpList(tx: SiteTransaction, asked: ListAsked): Promise<FollowUpList> {
  const doses = await doseLines(tx, asked);
  // A call about a dose that stands on top is taken up there, and nobody rings twice.
  const onTop = doses.flatMap(({ contact }) => (contact === null ? [] : [contact]));
  return { doses, ...(await openContacts(tx, asked, onTop)), made: await madeContacts(tx, asked) };
}

async function openContacts(
  tx: SiteTransaction,
  { owner, rules, at }: ListAsked,
  without: readonly number[],
): Promise<Pick<FollowUpList, 'contacts' | 'total'>> {
  const { db, site } = tx;
  const today = rules.on;
  let query = db
    .selectFrom('contact as k')
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'k.site_id').onRef('p.person_id', '=', 'k.person_id'),
    )
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'k.site_id').onRef('c.fls_case_id', '=', 'k.fls_case_id'),
    )
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'k.site_id').onRef('u.app_user_id', '=', 'k.owner_id'),
    )
    .where('k.site_id', '=', site)
    .where('k.done_on', 'is', null)
    .where('k.cancelled_at', 'is', null)
    // The night ends what is owed to the dead; nobody is to ring before it did.
    .where('p.deceased', '<>', 'yes')
    .where('k.window_from_on', '<=', addDays(today, comingDays))
    .where((where) =>
      where.or([where('k.moment', '<>', 'injection'), where('k.window_from_on', '<=', today)]),
    );
  if (owner !== null)
    query = query.where((where) =>
      where.or([where('k.owner_id', '=', owner), where('k.owner_id', 'is', null)]),
    );
  if (without.length > 0) query = query.where('k.contact_id', 'not in', without);
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .selectAll('k')
    .select([
      ...patientColumns,
      ...phoneColumns,
      'c.fracture_on',
      'c.correction',
      'c.stated_site',
      'u.display_name',
      sql<number>`(select count(*)::int from contact_attempt a where a.site_id = k.site_id
        and a.contact_id = k.contact_id)`.as('attempts'),
      sql<Date | null>`(select min(b.starts_at) from appointment b where b.site_id = k.site_id
        and b.person_id = k.person_id and b.status in ('booked', 'changed') and b.starts_at >= ${at})`.as(
        'appointment_at',
      ),
    ])
    .orderBy(sql`(k.replied_at is null)`)
    .orderBy(sql`(k.window_until_on >= ${today}::date)`)
    .orderBy(sql`(k.window_from_on > ${today}::date or coalesce(k.try_on > ${today}::date, false))`)
    .orderBy('k.window_until_on')
    .orderBy('k.contact_id')
    .limit(mostContacts)
    .execute();
  const replies = await newestReplies(
    tx,
    rows.filter((row) => row.replied_at !== null).map((row) => row.contact_id),
  );
  const contacts = rows.flatMap((row): ContactLine[] => {
    const { window_from_on: from, window_until_on: until, planned_on: due, fls_case_id: of } = row;
    if (from === null || until === null || due === null || of === null) return [];
    const correction = row.correction as Correction | null;
    const reply = replies.get(row.contact_id);
    const drug = drugOfCode(row.medicine_atc);
    const subject = { moment: row.moment, drug, begun: 'not-recorded' } as const;
    const answers = withReply(answersFrom(row), reply?.answers ?? {});
    return [
      {
        id: row.contact_id,
        version: row.version,
        case: of,
        patient: patientFrom(row),
        phone: row.phone,
        phoneWrong: row.phone_wrong,
        notByPhone: row.not_by_phone,
        site: correction?.site ?? (row.stated_site as FractureSite),
        fractureOn: correction?.fractureOn ?? row.fracture_on,
        moment: row.moment,
        from,
        due,
        until,
        rules: row.rules,
        state: stateOf(reply !== undefined, { from, until, tryOn: row.try_on }, today),
        drug,
        attempts: row.attempts,
        tryOn: row.try_on !== null && row.try_on > today ? row.try_on : null,
        owner: row.owner_id === null ? null : { id: row.owner_id, name: row.display_name ?? '' },
        needs: reply === undefined ? [] : consequencesOf(subject, answers, rules).map(({ kind }) => kind),
        appointmentAt: row.appointment_at,
      },
    ];
  });
  return { contacts, total: Number(total) };
}

function stateOf(
  replied: boolean,
  window: { readonly from: CalendarDate; readonly until: CalendarDate; readonly tryOn: CalendarDate | null },
  today: CalendarDate,
): ContactState {
  if (replied) return 'replied';
  if (window.tryOn !== null && window.tryOn > today) return 'waiting';
  if (window.until < today) return 'late';
  return window.from <= today ? 'due' : 'coming';
}

async function madeContacts({ db, site }: SiteTransaction, { rules }: ListAsked): Promise<MadeLine[]> {
  const rows = await db
    .selectFrom('contact as k')
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'k.site_id').onRef('p.person_id', '=', 'k.person_id'),
    )
    .select([
      ...patientColumns,
      ...phoneColumns,
      'k.contact_id',
      'k.fls_case_id',
      'k.moment',
      'k.done_on',
      'k.outcome',
      'k.channel',
    ])
    .where('k.site_id', '=', site)
    .where('k.done_on', '>=', addDays(rules.on, -madeDays))
    .orderBy('k.done_on', 'desc')
    .orderBy('k.contact_id', 'desc')
    .limit(mostMade)
    .execute();
  return rows.flatMap((row): MadeLine[] =>
    row.done_on === null || row.fls_case_id === null
      ? []
      : [
          {
            id: row.contact_id,
            case: row.fls_case_id,
            patient: patientFrom(row),
            moment: row.moment,
            doneOn: row.done_on,
            outcome: row.outcome ?? '',
            channel: row.channel,
          },
        ],
  );
}
