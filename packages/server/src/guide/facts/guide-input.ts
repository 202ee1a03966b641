// What a guide is made from, gathered for one reading: the case, what the team stated, the hospital's services, what is
// planned, and what the diary says of pain. No name of the patient goes in.

import {
  type CalendarDate,
  type FractureSite,
  isVertebral,
  type Side,
  type VertebralLevel,
} from '@breekpunt/core';
import type { Appointment, Diagnosis, GuideInput, HipSite, HospitalService } from '@breekpunt/inform';
import type { GuideLanguage } from '@breekpunt/knowledge';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { isStillToCome } from '../../follow-up/still-to-come.ts';
import { dayAt } from '../../start/day-at.ts';
import type { Correction } from '../../worklist/worklist-row.ts';
import { type HospitalServiceRow, hospitalServices } from '../directory/hospital-services.ts';
import type { GuideFacts } from './guide-facts.ts';
import { guideFactsOf } from './kept-guide-facts.ts';

export interface GuideOf {
  readonly case: number;
  readonly language: GuideLanguage;
  readonly country: 'BE' | 'NL';
  readonly siteName: string;
  readonly timeZone: string;
  /** What the diary says; the plan goes by it. */
  readonly diary: { readonly pain: number | 'not-recorded'; readonly stepsBack: number };
  readonly opioidNotes: GuideInput['opioidNotes'];
  readonly homeAnswers: GuideInput['homeAnswers'];
  readonly asked: GuideInput['asked'];
}

export async function guideInput(tx: SiteTransaction, today: CalendarDate, of: GuideOf): Promise<GuideInput> {
  const row = await caseRow(tx, of.case);
  const { facts } = await guideFactsOf(tx, of.case);
  const correction = (row.correction ?? {}) as Correction;
  const site = correction.site ?? row.fracture_site;
  const levels = correction.levels ?? row.levels;
  return {
    today,
    language: of.language,
    country: of.country,
    diagnosis: diagnosisOf(site, levels, facts),
    // A guide about a worn hip says nothing of fractures.
    alsoBroken: facts.about === 'fracture' && (await alsoBroken(tx, of.case, row.fracture_episode_id)),
    treatment: facts.treatment,
    // A wrist on the left says nothing of the hip.
    side:
      facts.about === 'fracture'
        ? sideOf(correction.side === undefined ? row.side : correction.side)
        : facts.diseasedSide,
    eventOn:
      facts.about === 'fracture'
        ? (correction.fractureOn ?? row.fracture_on ?? 'not-recorded')
        : facts.diagnosedOn,
    age: ageOn(row, today),
    sex: row.sex,
    home: {
      place: facts.place === 'not-recorded' && row.residence === 'care-home' ? 'care-home' : facts.place,
      livesAlone: facts.livesAlone,
      stairs: facts.stairs,
      carer: facts.carer,
    },
    medication: facts.medication,
    opioidNotes: of.opioidNotes,
    homeAnswers: of.homeAnswers,
    hospital: { name: of.siteName, services: (await hospitalServices(tx)).map(serviceOf) },
    appointments: await appointmentsOf(tx, row.person_id, facts, of.timeZone, today),
    given: {
      weightBearing: facts.weightBearing,
      precautions: facts.precautions,
      brace: facts.brace,
      physiotherapistAllowsBending: facts.physiotherapistAllowsBending,
      surgeonAllowsStrength: facts.surgeonAllowsStrength,
      xRayStable: facts.xRayStable,
      walksTenMinutes: facts.walksTenMinutes,
      ...of.diary,
    },
    lastHipInjection: facts.lastHipInjection,
    asked: of.asked,
  };
}

function caseRow({ db, site }: SiteTransaction, id: number) {
  return db
    .selectFrom('fls_case as c')
    .innerJoin('fracture_episode as e', (join) =>
      join.onRef('e.site_id', '=', 'c.site_id').onRef('e.fracture_episode_id', '=', 'c.fracture_episode_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select([
      'c.person_id',
      'c.fracture_on',
      'c.fracture_episode_id',
      'c.correction',
      'e.fracture_site',
      'e.side',
      'e.levels',
      'p.birth_date',
      'p.birth_precision',
      'p.sex',
      'p.residence',
    ])
    .where('c.site_id', '=', site)
    .where('c.fls_case_id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Dealt with in this case and called fresh by its reports; an old fracture changes no exercise. */
async function alsoBroken({ db, site }: SiteTransaction, ofCase: number, own: number): Promise<boolean> {
  const row = await db
    .selectFrom('fracture_episode as e')
    .innerJoin('fracture_episode as own', (join) =>
      join.onRef('own.site_id', '=', 'e.site_id').on('own.fracture_episode_id', '=', own),
    )
    .select('e.fracture_episode_id')
    .where('e.site_id', '=', site)
    .where('e.fls_case_id', '=', ofCase)
    .where('e.fracture_episode_id', '<>', own)
    .where('e.status', '=', 'present')
    .where('e.onset', '=', 'incident')
    .where('e.withdrawn_at', 'is', null)
    .whereRef('e.first_seen_on', '>=', 'own.first_seen_on')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const hipSites: Readonly<Partial<Record<FractureSite, HipSite | 'not-recorded'>>> = {
  'hip.femoral-neck': 'femoral-neck',
  'hip.trochanteric': 'trochanteric',
  'hip.subtrochanteric': 'subtrochanteric',
  'hip.unspecified': 'not-recorded',
};

function diagnosisOf(
  site: FractureSite,
  levels: readonly VertebralLevel[],
  { about, necrosisStage: stage, vertebralCause: cause }: GuideFacts,
): Diagnosis {
  if (about === 'avascular-necrosis') return { kind: about, stage };
  if (about === 'hip-osteoarthritis') return { kind: about };
  const hip = hipSites[site];
  if (hip !== undefined) return { kind: 'hip-fracture', site: hip };
  if (!isVertebral(site)) return { kind: 'other-fracture', site };
  // A neck whose level nobody named is still a neck: no level fits the guide, and it says so.
  if (levels.length > 0 || site === 'vertebra.cervical') return { kind: 'vertebral-fracture', levels, cause };
  return { kind: 'vertebral-fracture', levels: 'not-recorded', cause };
}

function sideOf(side: Side | null): GuideInput['side'] {
  return side ?? 'not-recorded';
}

/** Whole years; not known when the birth date is not known to the day. */
function ageOn(
  row: { readonly birth_date: CalendarDate | null; readonly birth_precision: string },
  today: CalendarDate,
): GuideInput['age'] {
  if (row.birth_date === null || row.birth_precision !== 'day') return 'not-recorded';
  const years = Number(today.slice(0, 4)) - Number(row.birth_date.slice(0, 4));
  return today.slice(5) < row.birth_date.slice(5) ? years - 1 : years;
}

function serviceOf({ kind, name, phone, hours, place }: HospitalServiceRow): HospitalService {
  return {
    role: kind,
    name,
    phone: phone ?? 'not-recorded',
    hours: hours ?? 'not-recorded',
    place: place ?? 'not-recorded',
  };
}

/** Booked elsewhere, planned here, stated by the team; inform leaves out what is past. */
async function appointmentsOf(
  tx: SiteTransaction,
  person: number,
  facts: GuideFacts,
  timeZone: string,
  today: CalendarDate,
): Promise<Appointment[]> {
  const booked = await tx.db
    .selectFrom('appointment')
    .select(['appointment_id', 'starts_at', 'place'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('status', 'in', ['booked', 'changed'])
    .where('starts_at', 'is not', null)
    .orderBy('starts_at')
    .orderBy('appointment_id')
    .execute();
  const scans = await tx.db
    .selectFrom('dxa_scan')
    .select('planned_on')
    .distinct()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('status', '=', 'planned')
    .where('withdrawn_at', 'is', null)
    .orderBy('planned_on')
    .execute();
  const doses = await arrangedDoses(tx, person, today);
  const stated = facts.appointments.map(
    ({ id, ...each }, index): Appointment => ({ id: `stated-${id ?? index}`, ...each }),
  );
  return [
    ...booked.flatMap(({ appointment_id: id, starts_at: at, place }): Appointment[] =>
      at === null
        ? []
        : [
            {
              id: `booked-${id}`,
              kind: 'other',
              on: dayAt(at, timeZone),
              at: clockAt(at, timeZone),
              place: place ?? 'not-recorded',
            },
          ],
    ),
    ...scans.flatMap(({ planned_on: on }): Appointment[] =>
      on === null
        ? []
        : [{ id: `scan-${on}`, kind: 'bone-density', on, at: 'not-recorded', place: 'not-recorded' }],
    ),
    // What the team stated of the same day says the hour and the place as well.
    ...doses.filter(({ on }) => !stated.some((each) => each.kind === 'injection' && each.on === on)),
    ...stated,
  ];
}

/** Injections and infusions whose day was arranged; who gives them, and at which hour, nobody wrote down. */
async function arrangedDoses(
  tx: SiteTransaction,
  person: number,
  today: CalendarDate,
): Promise<readonly Appointment[]> {
  const rows = await tx.db
    .selectFrom('injection')
    .select(['injection_id', 'arranged_on'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where(isStillToCome(today))
    .orderBy('arranged_on')
    .orderBy('injection_id')
    .execute();
  return rows.flatMap(({ injection_id: id, arranged_on: on }): Appointment[] =>
    on === null
      ? []
      : [{ id: `dose-${id}`, kind: 'injection', on, at: 'not-recorded', place: 'not-recorded' }],
  );
}

/** HH:MM at the hospital. */
function clockAt(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}
