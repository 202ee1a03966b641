// One call: whom, about what, which questions, what the patient answered already, and where the answers lead so far.

import type { Answer, CalendarDate, FractureSite } from '@breekpunt/core';
import {
  askedAfterStart,
  type CallAnswers,
  type CallQuestion,
  type CallSubject,
  type Consequence,
  type ContactMoment,
  type ContactRules,
  consequencesOf,
  type DoseStanding,
  type Drug,
  doseHandover,
  doseStanding,
  openQuestions,
  questionsOfCall,
  settledQuestions,
} from '@breekpunt/intervene';
import { assessmentRulesOn } from '../assessment/assessment-rules.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type ShownRule, shownRules } from '../decision/shown-rules.ts';
import { drugOfCode } from '../decision/sign-decision.ts';
import { signedRules } from '../decision/signed-rules.ts';
import { type Correction, type Patient, patientFrom } from '../worklist/worklist-row.ts';
import { answersFrom, withReply } from './call-answers.ts';
import { type Ending, endings } from './end-follow-up.ts';
import { followedPeople } from './followed-people.ts';
import { knownTreatment } from './known-treatment.ts';
import { newestReplies, type Reply } from './replies.ts';
import { type ToldFracture, toldFracture } from './told-fracture.ts';
import type { StopRow } from './treatment-of.ts';

export interface Attempt {
  readonly at: Date;
  readonly outcome: string;
  readonly channel: string;
  readonly by: string;
  /** The day that was agreed on. */
  readonly again: CalendarDate | null;
}

export interface CallSheet {
  readonly id: number;
  readonly version: number;
  readonly case: number;
  readonly patient: Patient;
  readonly phone: string | null;
  /** Somebody rang it and it was not the patient's. */
  readonly phoneWrong: boolean;
  /** The patient asks not to be rung. */
  readonly notByPhone: boolean;
  readonly generalPractitioner: string | null;
  readonly site: FractureSite;
  readonly fractureOn: CalendarDate | null;
  readonly moment: ContactMoment;
  readonly from: CalendarDate | null;
  readonly due: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly drug: Drug | null;
  readonly begun: Answer;
  readonly stop: StopRow | null;
  readonly dose: DoseStanding | null;
  /** Ways of leaving follow-up of which it must be said who gives the next dose (FC23). */
  readonly handoverFor: readonly Ending['because'][];
  readonly questions: readonly CallQuestion[];
  /** Of these: left out for whoever never began. */
  readonly afterStart: readonly CallQuestion[];
  readonly answers: CallAnswers;
  /** What the patient wrote in the guide; null: nothing. */
  readonly reply: Reply | null;
  readonly startedOn: CalendarDate | null;
  readonly note: string | null;
  readonly open: readonly CallQuestion[];
  /** Answered by the patient, and asking for nobody. */
  readonly settled: readonly CallQuestion[];
  readonly leads: readonly Consequence[];
  readonly attempts: readonly Attempt[];
  readonly owner: number | null;
  readonly doneOn: CalendarDate | null;
  readonly outcome: string | null;
  readonly channel: string | null;
  readonly cancelled: string | null;
  /** A fracture that was told of in this call, and its case. */
  readonly told: ToldFracture | null;
  readonly appointments: readonly { readonly id: number; readonly at: Date; readonly what: string | null }[];
  /** Every rule named in the above. */
  readonly rules: readonly ShownRule[];
}

/** Null when there is no such contact here. */
export async function readCallSheet(
  tx: SiteTransaction,
  id: number,
  rules: ContactRules,
  at: Date,
): Promise<CallSheet | null> {
  const { db, site } = tx;
  const row = await db
    .selectFrom('contact as k')
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'k.site_id').onRef('p.person_id', '=', 'k.person_id'),
    )
    .innerJoin('fls_case as c', (join) =>
      join.onRef('c.site_id', '=', 'k.site_id').onRef('c.fls_case_id', '=', 'k.fls_case_id'),
    )
    .selectAll('k')
    .select([
      'p.family_name',
      'p.given_name',
      'p.birth_date',
      'p.birth_precision',
      'p.sex',
      'p.deceased',
      'p.phone',
      'p.phone_wrong',
      'p.not_by_phone',
      'p.general_practitioner',
      'c.fracture_on',
      'c.correction',
      'c.stated_site',
    ])
    .where('k.site_id', '=', site)
    .where('k.contact_id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.fls_case_id === null) return null;
  const [followed] = await followedPeople(tx, [row.person_id]);
  // What this very call says is being said now.
  const known = followed === undefined ? null : knownTreatment(followed, id);
  // A sheet that was begun stays about its drug, also when that drug was stopped in the call and another one follows.
  const pinned = row.version > 1 || row.replied_at !== null || row.done_on !== null;
  const medicine = pinned ? row.medicine_atc : (known?.medicine ?? null);
  const subject: CallSubject = {
    moment: row.moment,
    drug: drugOfCode(medicine),
    begun: medicine === known?.medicine ? (known?.begun ?? 'not-recorded') : 'yes',
  };
  const stop = followed?.stops.findLast((one) => one.medicine === medicine) ?? null;
  // What the patient began and did not send is not said yet.
  const reply = row.replied_at === null ? null : ((await newestReplies(tx, [id])).get(id) ?? null);
  const own = answersFrom(row);
  const answers = withReply(own, reply?.answers ?? {});
  const leads = leadsOf(subject, answers, stop, rules);
  const dose = known?.treatment == null ? null : doseStanding(known.treatment, rules);
  const { knowledge } = assessmentRulesOn(rules.on);
  const named = [...row.rules, ...leads.flatMap(({ reasons }) => reasons), ...(dose?.reasons ?? []), 'FU3'];
  const correction = row.correction as Correction | null;
  return {
    id,
    version: row.version,
    case: row.fls_case_id,
    patient: patientFrom(row),
    phone: row.phone,
    phoneWrong: row.phone_wrong,
    notByPhone: row.not_by_phone,
    generalPractitioner: row.general_practitioner,
    site: correction?.site ?? (row.stated_site as FractureSite),
    fractureOn: correction?.fractureOn ?? row.fracture_on,
    moment: row.moment,
    from: row.window_from_on,
    due: row.planned_on,
    until: row.window_until_on,
    drug: subject.drug,
    begun: subject.begun,
    stop,
    dose,
    handoverFor: endings.filter((each) => doseHandover(each, known?.treatment ?? null).length > 0),
    questions: questionsOfCall(subject),
    afterStart: askedAfterStart,
    answers,
    reply,
    startedOn: row.medicine_started_on,
    note: row.note,
    open: openQuestions(subject, answers),
    settled: reply === null ? [] : settledByPatient(subject, own, reply, rules),
    leads,
    attempts: await attemptsOf(tx, id),
    owner: row.owner_id,
    doneOn: row.done_on,
    outcome: row.outcome,
    channel: row.channel,
    cancelled: row.cancelled_because,
    told: await toldFracture(tx, id),
    appointments: await appointmentsOf(tx, row.person_id, at),
    rules: shownRules([...new Set(named)].toSorted(), knowledge, await signedRules(tx, knowledge)),
  };
}

/** Only what the patient said and nobody asked since. */
function settledByPatient(
  subject: CallSubject,
  own: CallAnswers,
  reply: Reply,
  rules: ContactRules,
): readonly CallQuestion[] {
  return settledQuestions(subject, withReply(own, reply.answers), rules).filter(
    (question) => own[question] === 'not-recorded' && reply.answers[question] !== undefined,
  );
}

/** A stop that was written down with its plan asks for none any more. */
function leadsOf(
  subject: CallSubject,
  answers: CallAnswers,
  stop: StopRow | null,
  rules: ContactRules,
): readonly Consequence[] {
  return consequencesOf(subject, answers, rules).filter(
    ({ kind }) => !((kind === 'follow-on-plan' || kind === 'stopped') && stop !== null),
  );
}

async function attemptsOf({ db, site }: SiteTransaction, contact: number): Promise<Attempt[]> {
  const rows = await db
    .selectFrom('contact_attempt as a')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'a.site_id').onRef('u.app_user_id', '=', 'a.tried_by'),
    )
    .select(['a.tried_at', 'a.outcome', 'a.channel', 'a.again_on', 'u.display_name'])
    .where('a.site_id', '=', site)
    .where('a.contact_id', '=', contact)
    .orderBy('a.contact_attempt_id')
    .execute();
  return rows.map((row) => ({
    at: row.tried_at,
    outcome: row.outcome,
    channel: row.channel,
    by: row.display_name,
    again: row.again_on,
  }));
}

async function appointmentsOf(
  { db, site }: SiteTransaction,
  person: number,
  at: Date,
): Promise<CallSheet['appointments']> {
  const rows = await db
    .selectFrom('appointment')
    .select(['appointment_id', 'starts_at', 'reason'])
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .where('status', 'in', ['booked', 'changed'])
    .where('starts_at', '>=', at)
    .orderBy('starts_at')
    .orderBy('appointment_id')
    .limit(5)
    .execute();
  return rows.flatMap((row) =>
    row.starts_at === null ? [] : [{ id: row.appointment_id, at: row.starts_at, what: row.reason }],
  );
}
