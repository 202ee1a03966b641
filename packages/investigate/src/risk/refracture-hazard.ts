// The mathematics of the refracture curve. The hazard at t years after a fracture, against the population of the same
// age and sex, falls from its first ratio to its late ratio: ratio(t) = late + (first − late)·exp(−t/fading). Age
// multiplies it year by year. Decision: both have a closed integral, so nothing is stepped or sampled; the scale is
// set by one published one-year risk.

export interface Course {
  /** Hazard right after the fracture against the population. */
  readonly first: number;
  /** What that ratio falls to. */
  readonly late: number;
  /** Years in which the excess falls to 1/e. */
  readonly fading: number;
  /** Factor of the hazard for each year of age. */
  readonly perYearOfAge: number;
}

/** Integral of the relative hazard from one moment to a later one, in years since the fracture. */
export function relativeExposure(course: Course, from: number, until: number): number {
  const growth = Math.log(course.perYearOfAge);
  return (
    course.late * growthIntegral(growth, from, until) +
    (course.first - course.late) * growthIntegral(growth - 1 / course.fading, from, until)
  );
}

/** ∫ exp(rate·t) dt */
function growthIntegral(rate: number, from: number, until: number): number {
  if (rate === 0) return until - from;
  return (Math.exp(rate * until) - Math.exp(rate * from)) / rate;
}

/** The hazard a year that makes a course reach a known risk (percent) within so many years. */
export function scaleFor(course: Course, riskPercent: number, years: number): number {
  return -Math.log(1 - riskPercent / 100) / relativeExposure(course, 0, years);
}

/** Percent, from a cumulated hazard. */
export function percentOf(hazard: number): number {
  return -100 * Math.expm1(-hazard);
}
