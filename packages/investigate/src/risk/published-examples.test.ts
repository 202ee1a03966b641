// Every worked example that stands beside a model in knowledge is computed again, to its own tolerance.

import { knownDate } from '@breekpunt/core';
import { type ClinicalModel, loadKnowledge, type ModelExample } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { answered } from '../../test/answered.ts';
import type { Given } from './check-inputs.ts';
import { adjustFraxForGlucocorticoids } from './entered-frax.ts';
import { imminentRefracture, type RefractureInput } from './imminent-refracture.ts';
import { nottinghamMortalityPercent } from './nottingham-hip-fracture-score.ts';
import { pointScore } from './point-score.ts';

const knowledge = loadKnowledge();

type Computed = Readonly<Record<string, number | string>>;

/** How a model that is no plain score computes an example. */
const own: Readonly<Record<string, (given: ModelExample['given']) => Computed>> = {
  'nottingham-hip-fracture-score': ({ points }) => ({
    percent: nottinghamMortalityPercent(knowledge, points as number, 'moppett-2012'),
  }),
  'imminent-refracture': (given) => {
    const input = {
      ...given,
      yearsSinceFracture: given['years-since-fracture'],
    } as unknown as RefractureInput;
    const { curve } = answered(imminentRefracture(knowledge, input));
    const point = curve.find(({ inYears }) => inYears === given['in-years']);
    return { percent: point?.untilThen.percent ?? Number.NaN };
  },
  'frax-glucocorticoid': ({ dose, major, hip }) => {
    const entered = {
      majorPercent: major as number,
      hipPercent: hip as number,
      countryModel: 'Netherlands',
      withBoneDensity: 'no',
      obtainedOn: knownDate('2026-11-21'),
      glucocorticoidsTicked: 'yes',
      doseAdjusted: 'no',
    } as const;
    const adjusted = answered(adjustFraxForGlucocorticoids(knowledge, entered, dose as number));
    return { major: adjusted.majorPercent, hip: adjusted.hipPercent };
  },
};

function computed(model: ClinicalModel, given: ModelExample['given']): Computed {
  const special = own[model.id];
  if (special !== undefined) return special(given);
  const [readings = ''] = Object.keys(model.readings);
  const value = answered(pointScore(model, given as Given, { readings }));
  return { total: value.total, means: value.reading.means };
}

const examples = Object.values(knowledge.models).flatMap((model) =>
  model.examples.map((example) => ({ model, example, title: `[${model.id}] ${example.name}` })),
);

describe('worked examples', () => {
  test.each(examples)('$title', ({ model, example }) => {
    const ours = computed(model, example.given);
    expect(Object.keys(example.expect).length).toBeGreaterThan(0);
    for (const [name, theirs] of Object.entries(example.expect)) {
      const value = ours[name];
      if (typeof theirs !== 'number') expect(value, name).toBe(theirs);
      else expect(Math.abs(Number(value) - theirs), name).toBeLessThanOrEqual(example.tolerance);
    }
  });

  test('there are at least twenty of them, each with a source that exists', () => {
    expect(examples.length).toBeGreaterThanOrEqual(20);
    for (const { example } of examples) expect(knowledge.sources[example.source.id]).toBeDefined();
  });
});
