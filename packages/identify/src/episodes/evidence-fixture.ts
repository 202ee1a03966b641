// Statements for the tests of this folder, with everything unsaid left unsaid. Not part of the package.

import { type FractureSite, knownDate } from '@breekpunt/core';
import type { ClinicalFracture } from './clinical-fracture.ts';
import type { EpisodeRules } from './episode-rules.ts';
import type { FractureEvidence } from './fracture-evidence.ts';

/** The numbers of knowledge on 21 November 2026. */
export const rulesForTests: EpisodeRules = {
  acuteDays: 42,
  oldAfterMonths: 12,
  sameFractureDays: 183,
  sameContactDays: 14,
  settlingKinds: ['ct', 'mri'],
};

export function statement(
  report: string,
  date: string | null,
  site: FractureSite,
  says: Partial<ClinicalFracture> & {
    readonly reportKind?: string;
    readonly onset?: string;
    readonly finding?: number;
  } = {},
): FractureEvidence {
  const { reportKind = null, onset, finding = 0, ...fracture } = says;
  return {
    source: { kind: 'report', report, finding },
    date: date === null ? null : knownDate(date),
    onset: onset === undefined ? null : knownDate(onset),
    reportKind,
    fracture: {
      kind: 'fracture',
      site,
      side: null,
      levels: [],
      presence: 'present',
      absentScope: null,
      experiencer: 'patient',
      time: 'undetermined',
      flags: [],
      year: null,
      genant: null,
      heightLossPercent: null,
      progressive: false,
      aftercare: false,
      conflict: false,
      ...fracture,
    },
  };
}
