// Every word the table, the summary and the page say, as one shape that each interface language fills.
// Sentences with a number are functions, because number and word order differ. Clinical terms are those
// of GLOSSARY.md.

import type { FractureSite, Side } from '@breekpunt/core';
import type {
  EpisodeNoteKind,
  FindingFlag,
  FractureEpisode,
  FractureTime,
  Limitation,
  MissingFact,
  Presence,
  Triage,
} from '@breekpunt/identify';
import type { UiLanguage } from '../options/commands.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';

export interface UiWords {
  readonly language: UiLanguage;
  readonly title: string;
  readonly synthetic: string;
  readonly holdsPatientData: string;
  readonly months: readonly string[];
  readonly decimalComma: boolean;

  readonly triage: Readonly<Record<Triage, string>>;
  readonly site: Readonly<Record<FractureSite, string>>;
  readonly side: Readonly<Record<Side, string>>;
  readonly time: Readonly<Record<FractureTime, string>>;
  readonly presence: Readonly<Record<Presence, string>>;
  readonly flag: Readonly<Record<FindingFlag, string>>;
  readonly limitation: Readonly<Record<Limitation, string>>;
  readonly eligibility: Readonly<Record<'eligible' | 'not-eligible' | 'cannot-tell', string>>;
  readonly missing: string;
  readonly fact: Readonly<Record<MissingFact, string>>;
  /** Rules of case finding by id, as short reasons. */
  readonly reason: Readonly<Record<string, string>>;
  readonly level: (levels: string) => string;
  readonly female: string;
  readonly male: string;
  readonly otherSex: string;
  readonly sexUnknown: string;
  readonly age: (years: number) => string;
  readonly ageUnknown: string;
  readonly born: (date: string) => string;
  /** The first day a source speaks of the fracture, which is not the day of the fracture. */
  readonly firstMentioned: (date: string) => string;
  readonly dateUnknown: string;
  readonly patientUnknown: string;
  readonly patient: string;
  readonly status: Readonly<Record<FractureEpisode['status'], string>>;
  readonly note: Readonly<Record<EpisodeNoteKind, string>>;
  readonly code: string;
  readonly notPatients: string;

  readonly mostUrgentFirst: string;
  readonly found: (patients: number, reports: number) => string;
  /** Not one file could be read; the file says why. */
  readonly nothingRead: (file: string) => string;
  readonly nobodyFound: (reports: number) => string;
  readonly reportsRead: (reports: number, files: number) => string;
  readonly rejected: (items: number) => string;
  readonly rejectsIn: (items: number, file: string) => string;
  readonly refused: (files: number) => string;
  /** `file`: where all of them are; null when nothing was asked to be written. */
  readonly notShown: (patients: number, file: string | null) => string;
  /** The page holds this many patients and there are more. */
  readonly pageFull: (held: number, all: number) => string;
  readonly writtenTo: (file: string) => string;
  readonly perTriage: string;
  readonly perTriageNote: string;
  readonly limitsTitle: string;
  readonly limits: readonly string[];
  readonly made: (date: string, country: string) => string;

  readonly filters: string;
  readonly search: string;
  readonly all: string;
  readonly allSites: string;
  readonly siteGroup: Readonly<Record<'hip' | 'vertebra' | 'wrist' | 'humerus' | 'pelvis' | 'rest', string>>;
  readonly triageFilter: string;
  readonly siteFilter: string;
  readonly onlyEligible: string;
  readonly shortcuts: string;
  readonly shortcutsHelp: string;
  /** Placeholders are allowed: the page fills them in. */
  readonly shown: (shown: number | string, all: number | string) => string;
  readonly nothingShown: string;
  readonly print: string;
  readonly episodes: string;
  readonly report: string;
  readonly fullReport: string;
  readonly otherReports: (count: number) => string;
  readonly why: string;
  readonly legend: string;
  readonly cue: Readonly<Record<'fracture' | 'negated' | 'doubt' | 'context', string>>;
  readonly column: Readonly<
    Record<
      | 'urgency'
      | 'patient'
      | 'birthDate'
      | 'age'
      | 'sex'
      | 'triage'
      | 'episode'
      | 'date'
      | 'time'
      | 'eligibility'
      | 'reasons'
      | 'sentence'
      | 'report'
      | 'kind'
      | 'site'
      | 'side'
      | 'levels'
      | 'presence'
      | 'experiencer'
      | 'flags'
      | 'words',
      string
    >
  >;
  readonly sheet: Readonly<Record<'patients' | 'findings' | 'about', string>>;
}

const byLanguage: Readonly<Record<UiLanguage, UiWords>> = { nl: dutch, fr: french, en: english };

export function uiWordsFor(language: UiLanguage): UiWords {
  return byLanguage[language];
}
