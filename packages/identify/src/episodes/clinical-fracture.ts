// What a source says of one fracture, whether it said so in words or in a code.
// Decision: text findings keep their spans and codes keep their code; both map to this interface, so that episodes
// and eligibility never ask where a statement came from. It does not merge anything.

import type { FractureSite, Side, VertebralLevel } from '@breekpunt/core';
import type {
  AbsentScope,
  Experiencer,
  Finding,
  FindingFlag,
  FindingKind,
  FractureTime,
  Presence,
} from '../finding.ts';

export interface ClinicalFracture {
  readonly kind: FindingKind;
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  readonly presence: Presence;
  readonly absentScope: AbsentScope | null;
  readonly experiencer: Experiencer;
  readonly time: FractureTime;
  readonly flags: readonly FindingFlag[];
  /** The year the source gives for this fracture; null when it gives none. */
  readonly year: number | null;
  readonly genant: 0 | 1 | 2 | 3 | null;
  readonly heightLossPercent: number | null;
  /** The source says that a known collapse has grown worse: a new event at a known place. */
  readonly progressive: boolean;
  /** The source speaks of later care for a fracture known before (7th character D and the like): never a new one. */
  readonly aftercare: boolean;
  /** The source contradicts itself about this fracture. */
  readonly conflict: boolean;
}

/** The role of the evidence by which the text engine says that a known collapse has grown worse. */
export const progressionRole = 'progressive';

/** The clinical part of a text finding, without its place in the report. */
export function clinicalFractureFrom(finding: Finding): ClinicalFracture {
  return {
    kind: finding.kind,
    site: finding.site,
    side: finding.side,
    levels: finding.levels,
    presence: finding.presence,
    absentScope: finding.absentScope,
    experiencer: finding.experiencer,
    time: finding.time,
    flags: finding.flags,
    year: finding.year,
    genant: finding.genant,
    heightLossPercent: finding.heightLossPercent,
    progressive: finding.evidence.some((cue) => cue.role === progressionRole),
    aftercare: false,
    conflict: finding.conflict,
  };
}
