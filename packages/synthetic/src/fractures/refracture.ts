// When the next bone breaks: by the refracture curve of `investigate`, read backwards. The curve is cumulative at a few
// years; between them the hazard is taken as even.

import { type FractureSite, type Sex, unreachable } from '@breekpunt/core';
import { imminentRefracture, type ModelKnowledge, refractureSiteOf } from '@breekpunt/investigate';
import type { Day } from '../calendar.ts';
import type { Random } from '../random.ts';

export interface LastFracture {
  readonly day: Day;
  readonly site: FractureSite | 'vertebra';
  readonly sex: Extract<Sex, 'female' | 'male'>;
  readonly age: number;
}

const daysInYear = 365.25;

/** The day of the next fracture, when it comes before `until`; null otherwise. */
export function refractureDay(
  random: Random,
  knowledge: ModelKnowledge,
  last: LastFracture,
  until: Day,
): Day | null {
  const wanted = -Math.log(1 - random.next());
  let [years, passed] = [0, 0];
  for (const { inYears, hazard } of hazards(knowledge, last)) {
    if (wanted <= hazard) {
      const at = years + ((wanted - passed) / (hazard - passed)) * (inYears - years);
      const day = last.day + Math.max(1, Math.round(at * daysInYear));
      return day < until ? day : null;
    }
    [years, passed] = [inYears, hazard];
  }
  return null;
}

/** Cumulated hazard at each year of the curve but its start. */
function hazards(
  knowledge: ModelKnowledge,
  { site, sex, age }: LastFracture,
): readonly { readonly inYears: number; readonly hazard: number }[] {
  const answer = imminentRefracture(knowledge, {
    age: Math.min(Math.max(age, 50), 90),
    sex,
    site: site === 'vertebra' ? 'vertebra' : refractureSiteOf(site),
    yearsSinceFracture: 0,
  });
  if (!answer.ok) throw new Error(`The refracture curve refuses ${answer.error.kind}`);
  switch (answer.value.outcome) {
    case 'cannot-tell':
      return [];
    case 'value':
      return answer.value.curve
        .filter(({ inYears }) => inYears > 0)
        .map(({ inYears, untilThen }) => ({ inYears, hazard: -Math.log(1 - untilThen.percent / 100) }));
    default:
      return unreachable(answer.value);
  }
}
