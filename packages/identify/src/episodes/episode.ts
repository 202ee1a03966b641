// A fracture of one patient: everything that reports and codes say of it, merged.
// Decision: one event at one place is one episode; a new event at a known place is a new episode that names the
// earlier one. Nothing contradictory is smoothed away: it stands in `notes` for a person to look at.

import type { CalendarDate, FractureSite, Side, VertebralLevel } from '@breekpunt/core';
import type { FindingFlag, FindingKind } from '../finding.ts';
import type { DateRange } from './fracture-dates.ts';
import type { EvidenceSource } from './fracture-evidence.ts';

/** excluded: suspected, then denied by a later or better look. It stays visible. */
export type EpisodeStatus = 'present' | 'possible' | 'excluded';

/** incident: a source says it is recent; prevalent: known only as old; undetermined: no source tells its age. */
export type EpisodeOnset = 'incident' | 'prevalent' | 'undetermined';

export type Mechanism = 'high-energy' | 'low-energy' | 'contradictory' | 'not-recorded';

/** What a statement did to its episode. */
export type EvidenceRole = 'states' | 'suspects' | 'confirms' | 'recalls' | 'excludes' | 'denies';

export interface EpisodeEvidence {
  readonly source: EvidenceSource;
  readonly date: CalendarDate | null;
  readonly role: EvidenceRole;
}

export const episodeNoteKinds = [
  /** Two particular places were named, e.g. neck and trochanter. */
  'sites-differ',
  /** Called old within weeks of being called recent. */
  'age-contradicted',
  /** Called recent again although the first event lies too far back for the word: perhaps a second fracture. */
  'acute-again',
  /** A known fracture has collapsed further during its own course. */
  'progressed',
  /** Further vertebrae were named within the same course. */
  'levels-added',
  /** A new episode that may be the fracture already known at this place. */
  'may-be-known-fracture',
  /** A stated fracture was denied soon after. */
  'denied',
  /** A suspicion on CT or MRI was denied by a plainer look, which does not settle it. */
  'denied-by-weaker-look',
  'suspected-after-exclusion',
  'found-after-exclusion',
  /** Both a severe accident and a minor fall are stated. */
  'mechanism-contradicted',
  /** Called pathological and osteoporotic. */
  'cause-contradicted',
  /** One report contradicts itself. */
  'source-contradicts-itself',
] as const;

export type EpisodeNoteKind = (typeof episodeNoteKinds)[number];

export interface EpisodeNote {
  readonly kind: EpisodeNoteKind;
  /** The statements that gave rise to it. */
  readonly by: readonly EvidenceSource[];
}

export interface FractureEpisode {
  /** Named after its first statement; a later report never renames it. */
  readonly id: string;
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  /** First and last day on which a source speaks of it; null when no source is dated. */
  readonly firstSeen: CalendarDate | null;
  readonly lastSeen: CalendarDate | null;
  /** When it happened, as far as the sources tell together. */
  readonly dates: DateRange;
  readonly status: EpisodeStatus;
  /** The statement that excluded it; null otherwise. */
  readonly excludedBy: EvidenceSource | null;
  readonly onset: EpisodeOnset;
  /** Only care for a fracture known before was registered: no source tells when it broke. */
  readonly aftercareOnly: boolean;
  readonly kinds: readonly FindingKind[];
  readonly flags: readonly FindingFlag[];
  readonly mechanism: Mechanism;
  /** The highest grade and the greatest loss of height any source states. */
  readonly genant: 0 | 1 | 2 | 3 | null;
  readonly heightLossPercent: number | null;
  /** The earlier episode at the same place, when this one is a new event there. */
  readonly follows: { readonly episode: string; readonly as: 'progression' | 'new-event' } | null;
  readonly evidence: readonly EpisodeEvidence[];
  readonly notes: readonly EpisodeNote[];
}

export type IgnoredReason =
  | 'family-history'
  | 'other-person'
  | 'not-a-fracture'
  | 'denies-displacement-only'
  | 'nothing-to-deny'
  | 'denial-does-not-settle'
  | 'same-source-says-otherwise';

export interface IgnoredEvidence {
  readonly source: EvidenceSource;
  readonly reason: IgnoredReason;
}

export interface MergedEpisodes {
  /** By first day seen, then by id; undated ones last. */
  readonly episodes: readonly FractureEpisode[];
  readonly ignored: readonly IgnoredEvidence[];
}
