// How likely the next fracture is, as a curve from today: within 1, 2 and 5 years, and in the year that begins then,
// without and with treatment, each with an interval. Decision: a published average of the population drawn through
// time since fracture, site, age and sex; it is a draft, says so, and refuses beyond the ages and years of its sources.
// It is not a personal prediction: bone density and falls are not in it.

import { type FractureSite, type Result, type Sex, success } from '@breekpunt/core';
import { type ClinicalModel, modelNumber, modelOf } from '@breekpunt/knowledge';
import { checkInputs } from './check-inputs.ts';
import {
  type CannotTell,
  type ModelKnowledge,
  type ModelStamp,
  type OutsideRange,
  type Recorded,
  stampOf,
} from './model-answer.ts';
import { type Course, percentOf, relativeExposure, scaleFor } from './refracture-hazard.ts';

/** any: the average over all sites, for the sites that have no value of their own. */
export type RefractureSite = 'vertebra' | 'hip' | 'humerus' | 'forearm' | 'any';

export interface RefractureInput {
  /** Years, today. */
  readonly age: Recorded<number>;
  readonly sex: Sex;
  readonly site: Recorded<RefractureSite>;
  readonly yearsSinceFracture: Recorded<number>;
}

/** A percentage with its interval. */
export interface Estimate {
  readonly percent: number;
  readonly low: number;
  readonly high: number;
}

export interface CurvePoint {
  /** Years from today: 0, 1, 2, 5. */
  readonly inYears: number;
  /** Risk of another fracture from today until then. */
  readonly untilThen: Estimate;
  readonly untilThenTreated: Estimate;
  /** Risk in the twelve months that begin then, for somebody with no new fracture until then. */
  readonly yearFromThen: Estimate;
  readonly yearFromThenTreated: Estimate;
}

export type RefractureAnswer =
  | { readonly outcome: 'value'; readonly curve: readonly CurvePoint[]; readonly model: ModelStamp }
  | CannotTell;

/** The moments a clinic asks about, in years from today. */
export const curveYears: readonly number[] = [0, 1, 2, 5];

export function imminentRefracture(
  knowledge: ModelKnowledge,
  input: RefractureInput,
): Result<RefractureAnswer, OutsideRange> {
  const model = modelOf(knowledge, 'imminent-refracture');
  const { age, sex, site, yearsSinceFracture } = input;
  const checked = checkInputs(model, { age, sex, site, 'years-since-fracture': yearsSinceFracture });
  if (!checked.ok) return checked;
  const isAsked = age === 'not-recorded' || site === 'not-recorded' || yearsSinceFracture === 'not-recorded';
  if (isAsked || (sex !== 'female' && sex !== 'male'))
    return success({ outcome: 'cannot-tell', missing: checked.value, model: stampOf(model) });
  const hazards = ends.map((end) => hazardOf(model, { age, sex, site, yearsSinceFracture }, end));
  const between = (from: number, until: number, treated: boolean): Estimate => {
    const [percent = Number.NaN, low = Number.NaN, high = Number.NaN] = hazards.map((hazard) =>
      percentOf(hazard({ from, until, treated })),
    );
    return { percent, low, high };
  };
  const curve = curveYears.map((inYears) => ({
    inYears,
    untilThen: between(0, inYears, false),
    untilThenTreated: between(0, inYears, true),
    yearFromThen: between(inYears, inYears + 1, false),
    yearFromThenTreated: between(inYears, inYears + 1, true),
  }));
  return success({ outcome: 'value', curve, model: stampOf(model) });
}

/** The site of the curve that stands for a site of the record. Sites without a value of their own share the average. */
export function refractureSiteOf(site: FractureSite): Recorded<RefractureSite> {
  if (site === 'unspecified') return 'not-recorded';
  if (site.startsWith('vertebra.') && site !== 'vertebra.cervical') return 'vertebra';
  if (site.startsWith('hip.')) return 'hip';
  if (site === 'humerus.proximal') return 'humerus';
  return site === 'wrist.distal-radius' || site.startsWith('forearm.') ? 'forearm' : 'any';
}

const ends = ['value', 'low', 'high'] as const;
type End = (typeof ends)[number];

interface Known {
  readonly age: number;
  readonly sex: 'female' | 'male';
  readonly site: RefractureSite;
  readonly yearsSinceFracture: number;
}

/** Years from today. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly treated: boolean;
}

/** The cumulated hazard over any stretch of years, at one end of the interval. */
function hazardOf(model: ClinicalModel, known: Known, end: End): (stretch: Stretch) => number {
  const value = (name: string): number => modelNumber(model, name).value;
  const reference = courseOf(model, 'any', 'value');
  const scale = scaleFor(reference, value('calibration-risk-1-year'), 1);
  // Age at the fracture: the curve itself adds the years since.
  const ageAtFracture = known.age - known.yearsSinceFracture;
  const byAge = reference.perYearOfAge ** (ageAtFracture - value('calibration-age'));
  const bySex = known.sex === 'female' ? 1 : 1 / value('women-against-men');
  const factor = scale * byAge * bySex;
  const course = courseOf(model, known.site, end);
  const firstYearTreated = atEnd(model, 'treated-first-year', end);
  const laterTreated = atEnd(model, 'treated-later', end);
  const since = known.yearsSinceFracture;
  const exposure = (from: number, until: number): number =>
    until > from ? relativeExposure(course, since + from, since + until) : 0;
  return ({ from, until, treated }) => {
    if (!treated) return factor * exposure(from, until);
    const firstYear = exposure(from, Math.min(until, 1));
    const later = exposure(Math.max(from, 1), until);
    return factor * (firstYearTreated * firstYear + laterTreated * later);
  };
}

function courseOf(model: ClinicalModel, site: RefractureSite, end: End): Course {
  return {
    first: atEnd(model, `first-ratio-${site}`, end),
    late: atEnd(model, 'late-ratio', end),
    fading: modelNumber(model, 'fading-years').value,
    perYearOfAge: modelNumber(model, 'per-year-of-age').value,
  };
}

function atEnd(model: ClinicalModel, name: string, end: End): number {
  const number = modelNumber(model, name);
  return number[end] ?? number.value;
}
