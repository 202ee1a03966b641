// One invented patient of the synthetic hospital: who it is, what truly broke, what was written down, and what the
// service did. The product sees the person and the reports; the rest tells how well it saw.

import type { CalendarDate, FractureSite, Language, VertebralLevel } from '@breekpunt/core';
import type { CarePath } from './care/care-path.ts';
import type { Resident } from './people/resident.ts';
import type { ReportKind, TrueEpisode } from './reports/patient.ts';
import type { Statement } from './reports/statement.ts';

export interface HospitalReport {
  readonly id: string;
  readonly on: CalendarDate;
  readonly kind: ReportKind;
  readonly language: Language;
  readonly text: string;
  /** ICD-10-CM as Belgian hospitals register it. */
  readonly codes: readonly string[];
  readonly statements: readonly Statement[];
}

export interface HospitalPatient {
  readonly resident: Resident;
  readonly deathDate: CalendarDate | null;
  readonly episodes: readonly TrueEpisode[];
  /** In order of time. */
  readonly reports: readonly HospitalReport[];
  /** One for each episode that a report names. */
  readonly care: readonly CarePath[];
}

/** A fracture as a case finder read it. */
export interface ReadFracture {
  readonly site: FractureSite;
  readonly levels: readonly VertebralLevel[];
  /** Ids of the reports that it was read in. */
  readonly reports: readonly string[];
}

/** The care of the fracture that these reports truly speak of; null when no true fracture stands behind it. */
export function careOf(patient: HospitalPatient, read: ReadFracture): CarePath | null {
  const reports = patient.reports.filter(({ id }) => read.reports.includes(id));
  const scored = patient.episodes
    .filter((episode) => sameBone(episode, read))
    .map((episode) => ({
      key: episode.key,
      named: reports.filter(({ statements }) => statements.some((one) => one.episode === episode.key)).length,
    }))
    .filter(({ named }) => named > 0)
    .toSorted((a, b) => b.named - a.named);
  return patient.care.find(({ episode }) => episode === scored[0]?.key) ?? null;
}

function sameBone(episode: TrueEpisode, read: ReadFracture): boolean {
  const bone = (site: FractureSite): string => site.split('.')[0] ?? site;
  if (read.site === 'unspecified') return true;
  if (bone(episode.site) !== bone(read.site)) return false;
  return read.levels.length === 0 || episode.levels.some((level) => read.levels.includes(level));
}
