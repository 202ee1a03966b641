// What the list shows of one patient: who, which fractures, whether they are eligible and why, and the
// reports that prove it. The table, the page and the spreadsheet are all made from this one shape. It
// holds decisions taken elsewhere and takes none.

import type { CalendarDate, FractureSite, Language, Sex, Side, VertebralLevel } from '@breekpunt/core';
import type {
  Eligibility,
  EpisodeNoteKind,
  Finding,
  FindingFlag,
  FractureEpisode,
  FractureTime,
  Limitation,
  Triage,
} from '@breekpunt/identify';

export interface FoundReport {
  readonly id: string;
  readonly date: string | null;
  readonly kind: string | null;
  readonly lang: Language;
  readonly triage: Triage;
  readonly limitations: readonly Limitation[];
  /** The report as received, or the excerpts that findings stand in when only those were kept. */
  readonly text: string;
  /** Whether `text` is the whole report. */
  readonly complete: boolean;
  readonly findings: readonly Finding[];
  /** Codes that came with it, as "system code: words". */
  readonly codes: readonly string[];
}

export interface FoundEpisode {
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  readonly status: FractureEpisode['status'];
  readonly time: FractureTime;
  readonly flags: readonly FindingFlag[];
  /** The first day a source speaks of it; null when no date is recorded. */
  readonly date: string | null;
  /** What a person must look at: the sources disagree, or one contradicts itself. */
  readonly notes: readonly EpisodeNoteKind[];
}

export interface FoundPatient {
  /** The source's own number; null when the record has none, and then each report stands alone. */
  readonly number: string | null;
  readonly birthDate: CalendarDate | null;
  /** Whole years on the day of the list; null when not known. */
  readonly age: number | null;
  readonly sex: Sex;
  /** The most urgent outcome among the reports. */
  readonly triage: Triage;
  /** Greater is sooner; the points are explained by rules CF26 to CF29. */
  readonly urgency: number;
  /** Days since the first episode's fracture; null when not known. */
  readonly daysSince: number | null;
  /** The one the patient is on the list for comes first. */
  readonly episodes: readonly FoundEpisode[];
  /** The answer for the first episode, with the rules that gave it. */
  readonly eligibility: Eligibility;
  /** Most telling first: the first report's finding at `proof` is the sentence to show. */
  readonly reports: readonly [FoundReport, ...FoundReport[]];
  /** The finding of the first report that proves it; null when a code alone does. */
  readonly proof: Finding | null;
}
