// The case in the words that content asks about: for each question every word that holds. Decision: a question always has
// an answer, "not-recorded" included, so that a block for the unknown is chosen like any other.

import { type FractureSite, vertebralRegion } from '@breekpunt/core';
import { type BlockCondition, type ConditionName, type Country, conditionWords } from '@breekpunt/knowledge';
import type { PhasePlan } from '../guide/phase.ts';
import type { Diagnosis, GuideInput } from '../input/guide-input.ts';
import type { GuideRules } from './guide-rules.ts';
import { needsLoadAdvice } from './load-advice.ts';
import { treatmentFits } from './treatment-fits.ts';

export type Facts = Readonly<Record<ConditionName, readonly string[]>>;

export function factsOf(input: GuideInput, phase: PhasePlan, rules: GuideRules): Facts {
  const { diagnosis, treatment, home, given, age } = input;
  const fits = treatmentFits(input);
  const operation =
    treatment !== 'not-recorded' && treatment.kind === 'operation' && fits ? treatment.operation : 'none';
  return {
    diagnosis: [diagnosis.kind],
    site: [siteOf(diagnosis)],
    region: [regionOf(diagnosis)],
    cause: [diagnosis.kind === 'vertebral-fracture' ? diagnosis.cause : 'not-recorded'],
    stage: [diagnosis.kind === 'avascular-necrosis' ? diagnosis.stage : 'not-recorded'],
    treatment: [!fits ? 'does-not-fit' : treatment === 'not-recorded' ? treatment : treatment.kind],
    operation: [operation],
    phase: [phase.id],
    place: [home.place],
    medicine: medicineWords(input),
    home: [home.livesAlone === 'yes' ? 'alone' : home.livesAlone === 'no' ? 'with-somebody' : 'not-recorded'],
    stairs: [home.stairs],
    adult: [age === 'not-recorded' ? age : age >= rules.adultFromAge ? 'over-50' : 'under-50'],
    'held-back': [phase.heldBack.length > 0 ? 'yes' : 'no'],
    precautions: [given.precautions.length > 0 ? 'given' : 'not-given'],
    brace: [given.brace],
    'weight-bearing': [needsLoadAdvice(input) ? given.weightBearing : 'not-recorded'],
  };
}

/** Every question asked is answered by one of the words given, and the country fits. */
export function holds(
  when: BlockCondition,
  facts: Facts,
  only: Country | undefined,
  country: Country,
): boolean {
  if (only !== undefined && only !== country) return false;
  return (Object.keys(when) as ConditionName[]).every((name) =>
    when[name]?.some((word) => facts[name].includes(word)),
  );
}

function siteOf(diagnosis: Diagnosis): string {
  if (diagnosis.kind === 'hip-fracture') return diagnosis.site;
  if (diagnosis.kind !== 'other-fracture') return 'elsewhere';
  return armSite(diagnosis.site);
}

function armSite(site: FractureSite): string {
  if (site === 'unspecified') return 'not-recorded';
  if (site.startsWith('wrist') || site.startsWith('forearm')) return 'wrist';
  return site.startsWith('humerus') ? 'upper-arm' : 'elsewhere';
}

function regionOf(diagnosis: Diagnosis): string {
  if (diagnosis.kind !== 'vertebral-fracture' || diagnosis.levels === 'not-recorded') return 'not-recorded';
  const regions = new Set(diagnosis.levels.map(vertebralRegion));
  if (regions.size === 0) return 'not-recorded';
  if (regions.has('cervical')) return 'outside';
  return regions.size > 1 ? 'both' : ([...regions][0] ?? 'not-recorded');
}

function medicineWords({ medication }: GuideInput): readonly string[] {
  if (medication === 'not-recorded') return ['not-recorded'];
  if (medication.length === 0) return ['none'];
  const stopless = medication.some(({ kind, stopOn }) => kind === 'opioid' && stopOn === 'not-recorded');
  const kinds: readonly string[] = medication.map(({ kind }) => kind);
  return conditionWords.medicine.filter(
    (word) => kinds.includes(word) || (word === 'opioid-without-stop' && stopless),
  );
}
