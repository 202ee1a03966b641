// What is true of a synthetic patient, and who ought to be found. Texts may tell less than this: a
// fracture nobody wrote down is in no report, and no screening of reports can find it.

import type { FractureSite, Language, Side, VertebralLevel } from '@breekpunt/core';
import { ageOn, type Day } from '../calendar.ts';
import type { Piece } from './piece.ts';
import type { Statement } from './statement.ts';

export type ReportKind = 'xray' | 'ct' | 'mri' | 'dxa' | 'ed' | 'discharge' | 'ortho' | 'gp';

export interface Patient {
  readonly id: string;
  readonly birth: Day;
  readonly sex: 'F' | 'M';
  readonly language: Language;
}

export interface TrueEpisode {
  readonly key: string;
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  /** The day of the fracture; null when it happened before the export or nobody knows when. */
  readonly day: Day | null;
  readonly state: 'recent' | 'old' | 'undated';
  readonly energy: 'low' | 'high' | 'unknown';
  readonly pathological: boolean;
}

/** A report before it has its number. */
export interface Draft {
  readonly day: Day;
  readonly kind: ReportKind;
  readonly language: Language;
  readonly piece: Piece;
  readonly codes: readonly string[];
}

export interface Report {
  readonly id: string;
  readonly day: Day;
  readonly kind: ReportKind;
  readonly language: Language;
  readonly text: string;
  readonly codes: readonly string[];
  readonly statements: readonly Statement[];
}

export interface PatientRecord {
  readonly patient: Patient;
  readonly scenario: string;
  readonly episodes: readonly TrueEpisode[];
  readonly reports: readonly Report[];
}

/** Why a patient belongs on the list, or why not. */
export type Outcome =
  | { readonly find: 'recent-fracture' | 'prevalent-vertebral' | 'possible' }
  | {
      readonly find: 'none';
      readonly because:
        | 'no-fracture'
        | 'under-50'
        | 'excluded-site'
        | 'pathological'
        | 'high-energy'
        | 'old-non-vertebral';
    };

const excludedSites: readonly FractureSite[] = ['skull-face', 'finger', 'toe', 'vertebra.cervical'];

/** Judged on what the reports state, by the Dutch identification rule: 50 or older, site, cause, recency. */
export function outcomeOf(record: PatientRecord): Outcome {
  const present = record.reports.flatMap((r) => r.statements.filter((s) => s.presence === 'present'));
  const written = record.episodes.filter((e) => present.some((s) => s.episode === e.key));
  const verdicts = written.map((episode) => verdictOn(episode, record));
  if (verdicts.includes('recent-fracture')) return { find: 'recent-fracture' };
  if (verdicts.includes('prevalent-vertebral')) return { find: 'prevalent-vertebral' };
  if (hasOpenQuestion(record) && ageAtLastReport(record) >= 50) return { find: 'possible' };
  for (const because of [
    'high-energy',
    'pathological',
    'under-50',
    'excluded-site',
    'old-non-vertebral',
  ] as const) {
    if (verdicts.includes(because)) return { find: 'none', because };
  }
  return { find: 'none', because: 'no-fracture' };
}

type Verdict = 'recent-fracture' | 'prevalent-vertebral' | Extract<Outcome, { find: 'none' }>['because'];

function verdictOn(episode: TrueEpisode, record: PatientRecord): Verdict {
  if (excludedSites.includes(episode.site)) return 'excluded-site';
  if (episode.pathological) return 'pathological';
  if (episode.energy === 'high') return 'high-energy';
  const age = episode.day === null ? ageAtLastReport(record) : ageOn(record.patient.birth, episode.day);
  if (age < 50) return 'under-50';
  if (episode.state !== 'old') return 'recent-fracture';
  return episode.site.startsWith('vertebra.') ? 'prevalent-vertebral' : 'old-non-vertebral';
}

/** A doubt that the patient's last word on it left standing. */
function hasOpenQuestion(record: PatientRecord): boolean {
  const own = record.reports.flatMap((r) => r.statements.filter((s) => s.experiencer === 'patient'));
  return own.some(
    (s, i) => s.presence === 'possible' && !own.slice(i + 1).some((later) => later.site === s.site),
  );
}

function ageAtLastReport(record: PatientRecord): number {
  return ageOn(record.patient.birth, Math.max(...record.reports.map((report) => report.day)));
}
