// One head word and all that was decided about it. Mutable while the reader works on it; findings are made
// from mentions at the end and are frozen.

import type { Answer, FractureSite, Side, VertebralLevel } from '@breekpunt/core';
import type { HeadRow } from '@breekpunt/knowledge';
import type {
  AbsentScope,
  Evidence,
  Experiencer,
  FindingFlag,
  FindingKind,
  FractureTime,
  Presence,
  ReportSection,
} from '../finding.ts';
import type { Phrase, Place } from './place.ts';
import type { SentenceView } from './report-view.ts';

/** Why a word that looks like a fracture is not one, or not one to report. */
export type SetAside =
  | 'question'
  | 'hypothetical'
  | 'no-bone-named'
  | 'no-spine-named'
  | 'other-tissue'
  | 'device'
  | 'shape-without-fracture'
  | 'benign-shape';

export interface Mention {
  readonly row: HeadRow;
  readonly headStart: number;
  readonly headEnd: number;
  readonly headIndex: number;
  readonly sentence: SentenceView;
  readonly phrase: Phrase;
  place: Place;
  site: FractureSite;
  side: Side | null;
  levels: readonly VertebralLevel[];
  start: number;
  end: number;
  kind: FindingKind;
  presence: Presence;
  absentScope: AbsentScope | null;
  experiencer: Experiencer;
  time: FractureTime;
  /** Whether the time was said of this mention rather than taken from the report as a whole. */
  timeStated: boolean;
  year: number | null;
  flags: Set<FindingFlag>;
  genant: 0 | 1 | 2 | 3 | null;
  heightLossPercent: number | null;
  displaced: Answer;
  section: ReportSection;
  setAside: SetAside | null;
  evidence: Evidence[];
  /** A shape word that only counts when the report itself leaves a fracture open. */
  shapeOnly: boolean;
  /** A denial of earlier fractures rather than of one on this examination. */
  ofHistory: boolean;
}

export function note(mention: Mention, rule: string, role: string, start: number, end: number): void {
  if (!mention.evidence.some((known) => known.rule === rule && known.start === start))
    mention.evidence.push({ rule, role, start, end });
}
