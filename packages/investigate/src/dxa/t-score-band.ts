// Where most people of an age and sex lie on the scale of T-scores: the band behind a patient's own points. Decision: made
// only where knowledge has the densities of every age group of one study (lumbar spine; total hip of men); it compares with
// people, and says nothing about treatment.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { numberListOn } from '../parameters-on.ts';

/** Of the people of an age group: the mean, and one standard deviation to both sides. */
export interface BandStretch {
  /** Completed years; `until` is the first year that no longer belongs. */
  readonly from: number;
  readonly until: number;
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

export interface TScoreBand {
  readonly site: 'lumbar-spine' | 'total-hip';
  readonly sex: 'female' | 'male';
  readonly stretches: readonly BandStretch[];
  /** The parameter that says where the densities come from. */
  readonly parameter: string;
}

const groups = 6;
const yearsInGroup = 10;

/** Null where knowledge has no densities by age: the hip of women. */
export function tScoreBand(
  knowledge: Knowledge,
  site: TScoreBand['site'],
  sex: TScoreBand['sex'],
  date: CalendarDate,
): Result<TScoreBand | null, NoValueInForce> {
  if (site === 'total-hip' && sex === 'female') return success(null);
  const parameter = `dxa.decade-means-${site}-${sex}`;
  const starts = numberListOn(knowledge, 'dxa.decades-from', date, groups);
  if (!starts.ok) return starts;
  const means = numberListOn(knowledge, parameter, date, groups);
  if (!means.ok) return means;
  const deviations = numberListOn(knowledge, `dxa.decade-deviations-${site}-${sex}`, date, groups);
  if (!deviations.ok) return deviations;
  const [young = 0] = means.value;
  const [spread = 1] = deviations.value;
  const tScore = (density: number): number => (density - young) / spread;
  const stretches = starts.value.map((from, place) => {
    const [mean, deviation] = [means.value[place] ?? 0, deviations.value[place] ?? 0];
    return {
      from,
      until: from + yearsInGroup,
      low: tScore(mean - deviation),
      mean: tScore(mean),
      high: tScore(mean + deviation),
    };
  });
  return success({ site, sex, stretches, parameter });
}
