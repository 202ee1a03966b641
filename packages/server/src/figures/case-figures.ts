// What the figures of a case are drawn from, all of it of this one patient: T-scores by age, the grades of the vertebrae,
// the risk of a next fracture, the broken hip. Decision: figures get data and never sentences; a level, a score or a risk
// that is not there stays visibly absent, because an empty place in a drawing is easily read as health.

import { ageInYears, type CalendarDate, daysBetween, type VertebralLevel } from '@breekpunt/core';
import {
  imminentRefracture,
  type OutsideRange,
  type RefractureAnswer,
  refractureSiteOf,
  type TScoreBand,
  tScoreBand,
  vfaRulesOn,
} from '@breekpunt/investigate';
import { type Knowledge, modelOf, numberOn } from '@breekpunt/knowledge';
import { densityChanges, type SiteChange } from '../assessment/density-changes.ts';
import { newestScanRows, nothingAdded, scanFrom } from '../assessment/scan-of.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { densityRules } from '../densitometers/density-rules.ts';
import { limitsOf, type ToldText } from '../knowledge/told-text.ts';
import { type DxaScan, dxaScansOf } from '../records/dxa-scan.ts';
import { episodesOf } from '../records/fracture-episode.ts';
import { precisionStudies } from '../records/precision-study.ts';
import { vertebraRowsOf } from '../records/vertebra-reading.ts';
import { readRows, type WorklistRow } from '../worklist/worklist-row.ts';
import { type HipPicture, hipPictures } from './hip-pictures.ts';
import { type SpineLevels, spineLevels } from './spine-levels.ts';

export interface TScorePoint {
  readonly on: CalendarDate;
  /** Completed years on that day; null when the birth date is not known to the day. */
  readonly age: number | null;
  readonly region: string | null;
  readonly side: 'left' | 'right' | null;
  readonly tScore: number;
  readonly referenceDatabase: string | null;
  readonly referenceSex: 'female' | 'male' | null;
  readonly device: string | null;
  readonly excluded: readonly VertebralLevel[];
}

export interface CaseFigures {
  readonly patient: number;
  readonly tScores: readonly TScorePoint[];
  /** Of people of the patient's sex; null where nobody knows it, and for regions without densities by age. */
  readonly band: TScoreBand | null;
  /** Of the newest densities against the examination before. */
  readonly changes: readonly SiteChange[];
  readonly limits: { readonly normalFrom: number; readonly osteoporosisAtMost: number };
  /** Null on a day for which the knowledge names no levels to read. */
  readonly spine: SpineLevels | null;
  readonly refracture:
    | (RefractureAnswer & {
        /** What the curve cannot say. */
        readonly limits: readonly ToldText[];
      })
    | { readonly outcome: 'outside-range'; readonly refusal: OutsideRange }
    /** Nobody's risk any more. */
    | { readonly outcome: 'died' };
  readonly hips: readonly HipPicture[];
  /** Procedures that other systems sent, by their own names: an implant is known by these or not at all. */
  readonly procedures: readonly { readonly name: string; readonly on: CalendarDate | null }[];
}

/** Null when there is no such case in this hospital. */
export async function readCaseFigures(
  tx: SiteTransaction,
  knowledge: Knowledge,
  { today, country }: { readonly today: CalendarDate; readonly country: 'BE' | 'NL' },
  id: number,
): Promise<CaseFigures | null> {
  const [row] = await readRows(tx, today, [id]);
  if (row === undefined) return null;
  const episodes = (await episodesOf(tx, row.patient.id)).filter(
    ({ episode }) => episode.status !== 'excluded',
  );
  const rules = vfaRulesOn(knowledge, 'nhg', today);
  const readings = await vertebraRowsOf(tx, row.patient.id);
  const scans = await dxaScansOf(tx, row.patient.id);
  const tScores = tScoresOf(scans, row);
  return {
    patient: row.patient.id,
    tScores,
    band: bandOf(tScores, row, knowledge, today),
    changes: await changesOf(tx, scans, { case: id, country, today, knowledge }),
    limits: {
      normalFrom: numberFrom(knowledge, 'dxa.normal-from', today),
      osteoporosisAtMost: numberFrom(knowledge, 'dxa.osteoporosis-at-most', today),
    },
    spine: rules.ok ? spineLevels(rules.value.levels, readings, episodes) : null,
    refracture: refractureOf(knowledge, row, today),
    hips: await hipPictures(tx, row, episodes),
    procedures: await proceduresOf(tx, row.patient.id),
  };
}

async function changesOf(
  tx: SiteTransaction,
  scans: readonly DxaScan[],
  of: {
    readonly case: number;
    readonly country: 'BE' | 'NL';
    readonly today: CalendarDate;
    readonly knowledge: Knowledge;
  },
): Promise<readonly SiteChange[]> {
  const vertebrae = await statedVertebrae(tx, of.case);
  const newest = scanFrom(newestScanRows(scans), { ...nothingAdded, vertebrae });
  if (newest === null) return [];
  const rules = densityRules(of.knowledge, of.country, of.today);
  return densityChanges(newest, scans, await precisionStudies(tx), rules);
}

/** As somebody answered in the assessment, where the rows do not say. */
async function statedVertebrae(tx: SiteTransaction, id: number): Promise<readonly VertebralLevel[] | null> {
  const row = await tx.db
    .selectFrom('assessment_entry')
    .select('answer')
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .where('field', '=', 'dxa-vertebrae')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return Array.isArray(row?.answer) ? (row.answer as readonly VertebralLevel[]) : null;
}

function tScoresOf(scans: readonly DxaScan[], { patient }: WorklistRow): TScorePoint[] {
  return scans.flatMap((scan) =>
    scan.status !== 'done' || scan.tScore === null || scan.scannedOn === null
      ? []
      : [
          {
            on: scan.scannedOn,
            age: ageOf(patient.birthDate, scan.scannedOn),
            region: scan.region,
            side: scan.side,
            tScore: scan.tScore,
            referenceDatabase: scan.referenceDatabase,
            referenceSex: scan.referenceSex,
            device: [scan.deviceMaker, scan.deviceModel].filter((part) => part !== null).join(' ') || null,
            excluded: scan.vertebraeExcluded ?? [],
          },
        ],
  );
}

/** Of the spine where it was measured, else of the hip: one band, so that it is clear which points it is about. */
function bandOf(
  tScores: readonly TScorePoint[],
  { patient: { sex } }: WorklistRow,
  knowledge: Knowledge,
  today: CalendarDate,
): TScoreBand | null {
  if (sex !== 'female' && sex !== 'male') return null;
  const regions = tScores.map(({ region }) => region);
  const site = regions.includes('lumbar-spine')
    ? 'lumbar-spine'
    : regions.includes('total-hip')
      ? 'total-hip'
      : null;
  if (site === null) return null;
  const band = tScoreBand(knowledge, site, sex, today);
  return band.ok ? band.value : null;
}

function refractureOf(
  knowledge: Knowledge,
  { patient, site, fractureOn }: WorklistRow,
  today: CalendarDate,
): CaseFigures['refracture'] {
  if (patient.deceased) return { outcome: 'died' };
  const answer = imminentRefracture(knowledge, {
    age: ageOf(patient.birthDate, today) ?? 'not-recorded',
    sex: patient.sex,
    site: refractureSiteOf(site),
    yearsSinceFracture:
      fractureOn === null ? 'not-recorded' : Math.max(0, daysBetween(fractureOn, today)) / 365.25,
  });
  return answer.ok
    ? { ...answer.value, limits: limitsOf(modelOf(knowledge, answer.value.model.id)) }
    : { outcome: 'outside-range', refusal: answer.error };
}

async function proceduresOf(
  { site, db }: SiteTransaction,
  person: number,
): Promise<CaseFigures['procedures']> {
  const rows = await db
    .selectFrom('care_event')
    .select(['name', 'started_on'])
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .where('kind', '=', 'procedure')
    .where('status', 'not in', ['entered-in-error', 'planned'])
    .orderBy('started_on')
    .orderBy('care_event_id')
    .execute();
  return rows.map(({ name, started_on: on }) => ({ name, on }));
}

/** Null unless the birth date is known to the day. */
function ageOf(birthDate: string | null, on: CalendarDate): number | null {
  return birthDate === null || birthDate.length < 10 ? null : ageInYears(birthDate as CalendarDate, on);
}

function numberFrom(knowledge: Knowledge, id: string, today: CalendarDate): number {
  const found = numberOn(knowledge, id, today);
  if (!found.ok) throw new Error(`The knowledge has no ${id} today`);
  return found.value;
}
