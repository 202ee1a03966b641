// Fractures that the asking system has coded and this record may not know: judged by the rules that open cases here. Decision:
// the codes are merged with what is known here by the same rules, so that a fracture is not told twice and a second one of the
// same bone is not taken for the first; nothing is kept of them.

import type { CalendarDate } from '@breekpunt/core';
import {
  type Eligibility,
  type EligibilityPatient,
  eligibility,
  evidenceFromCodes,
  type FractureEpisode,
  type FractureEvidence,
  findingsFromCodes,
  mergeEpisodes,
  type PatientCode,
  sourceKey,
} from '@breekpunt/identify';
import type { PatientDetails } from '@breekpunt/integrate';
import type { Country } from '@breekpunt/knowledge';
import type { CaseFinding } from '../intake/reports/case-finding.ts';
import { type CardPlan, plan } from './card-plan.ts';

export interface CodedProblems {
  readonly codes: readonly PatientCode[];
  readonly patient: PatientDetails;
  /** What this record's sources say of the patient's fractures. */
  readonly known: readonly FractureEvidence[];
  /** How pressing a fracture is that nobody here knows. */
  readonly indicator: 'info' | 'warning';
}

export function plansOfProblems(
  { codes, patient, known, indicator }: CodedProblems,
  finding: CaseFinding,
  country: Country,
  today: CalendarDate,
): readonly CardPlan[] {
  const rules = finding.rulesOn(country, today);
  const { findings } = findingsFromCodes(codes, finding.codes);
  const { episodes } = mergeEpisodes([...known, ...evidenceFromCodes(findings)], rules.episodes);
  const facts = eligibilityFacts(patient);
  const here = new Set(known.map(({ source }) => sourceKey(source)));
  return episodes
    .filter(({ evidence }) => !evidence.some(({ source }) => here.has(sourceKey(source))))
    .flatMap((episode) => {
      const judged = eligibility(episode, facts, today, rules.eligibility);
      return plansOfFracture(episode, judged, indicator);
    });
}

function plansOfFracture(
  { site, dates, firstSeen }: FractureEpisode,
  judged: Eligibility,
  indicator: CodedProblems['indicator'],
): readonly CardPlan[] {
  const of = { site, on: dates.latest ?? firstSeen, missing: judged.missing.length };
  const reasons = judged.reasons.map(({ rule }) => rule);
  switch (judged.outcome) {
    case 'eligible':
      return [plan('fracture-unknown', indicator, reasons, of)];
    case 'cannot-tell':
      return [plan('fracture-unclear', 'info', reasons, of)];
    case 'not-eligible':
      return [];
  }
}

function eligibilityFacts({ birthDate, deathDate }: PatientDetails): EligibilityPatient {
  return {
    ...(birthDate !== undefined && birthDate.length === 10 ? { birthDate: birthDate as CalendarDate } : {}),
    ...(deathDate === undefined ? {} : { deathDate }),
  };
}
