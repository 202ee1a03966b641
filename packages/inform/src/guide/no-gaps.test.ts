// A guide without a gap, for every pair of what a case can be: diagnosis with treatment, treatment with day, day with
// country and language; and for every diagnosis with each further answer. Every whole combination is compiled by
// test/exhaustive.

import { countries, guideLanguages, loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { allCases, otherFractures } from '../../test/all-cases.ts';
import { answeredInTurn, furtherAnswers, mostAnswers } from '../../test/further-answers.ts';
import { gapsIn, guideOf } from '../../test/guide-gaps.ts';
import { someInput, today } from '../../test/guide-input.ts';
import { type Chosen, everyPair } from '../../test/pairwise.ts';
import { guideRulesOn } from '../plan/guide-rules.ts';
import { phaseIds, phaseOf } from './phase.ts';

const cases = allCases();
const chosen = everyPair(
  cases.map(({ factors }) => factors),
  [countries.length, guideLanguages.length],
);

test('the chosen cases are a small part of all, and hold every diagnosis, treatment, day, country and language', () => {
  const all = cases.length * countries.length * guideLanguages.length;
  expect(chosen.length).toBeGreaterThan(100);
  expect(chosen.length).toBeLessThan(all / 10);
  for (const place of [0, 1, 2])
    expect(new Set(chosen.map(({ row }) => cases[row]?.factors[place]))).toEqual(
      new Set(cases.map(({ factors }) => factors[place])),
    );
});

/** A phase needs diagnosis, treatment and day together: a pair alone may miss one. */
function oneOfEveryPhase(): readonly Chosen[] {
  const rules = guideRulesOn(loadKnowledge(), today);
  if (!rules.ok) throw new Error('no numbers of the guide');
  const phaseAt = cases.map(({ input }) => phaseOf(input, rules.value).id);
  return phaseIds.map((id) => ({ row: phaseAt.indexOf(id), others: [0, 0] }));
}

test('no guide of the chosen cases has a gap, and every phase of recovery is among them', () => {
  const phases = new Set<string>();
  const gaps = new Set<string>();
  for (const { row, others } of [...chosen, ...oneOfEveryPhase()]) {
    const [country, language] = [countries[others[0] ?? 0], guideLanguages[others[1] ?? 0]];
    const input = cases[row]?.input;
    if (input === undefined || country === undefined || language === undefined)
      throw new Error('no such case');
    const asked = { ...input, country, language };
    const guide = guideOf(asked);
    phases.add(guide.phase.id);
    for (const gap of gapsIn(guide, asked)) gaps.add(`${language} ${country}: ${gap}`);
  }
  expect([...gaps]).toEqual([]);
  expect(phaseIds.filter((id) => !phases.has(id))).toEqual([]);
});

/** Each diagnosis without an operation and after one of another name, on one day: both fit all of them. */
const lastTreatment = Math.max(...cases.map(({ factors }) => factors[1]));
const oneADiagnosis = cases.filter(
  ({ factors: [, treatment, day, recorded] }) =>
    day === 1 && recorded === 1 && (treatment === 1 || treatment === lastTreatment),
);

test('no further answer leaves a gap: the check of home, a strong painkiller, an injection, who somebody is', () => {
  const gaps = new Set<string>();
  const met = new Set<string>();
  for (const [place, { input, factors }] of oneADiagnosis.entries())
    for (let turn = 0; turn < mostAnswers; turn += 1) {
      const at = place + turn;
      const [country, language] = [
        countries[at % countries.length] ?? 'BE',
        guideLanguages[at % guideLanguages.length] ?? 'nl',
      ];
      const asked = { ...answeredInTurn(input, at), country, language };
      for (const [what, values] of Object.entries(furtherAnswers))
        met.add(`${factors[0]} ${what} ${at % values.length}`);
      for (const gap of gapsIn(guideOf(asked), asked)) gaps.add(`${language} ${country}: ${gap}`);
    }
  expect([...gaps]).toEqual([]);
  const diagnoses = new Set(oneADiagnosis.map(({ factors }) => factors[0])).size;
  const values = Object.values(furtherAnswers).reduce((sum, { length }) => sum + length, 0);
  expect(met.size).toBe(diagnoses * values);
});

test('no other broken bone leaves a gap, whichever it is', () => {
  expect(otherFractures.length).toBeGreaterThan(25);
  const gaps = otherFractures.flatMap((diagnosis) =>
    guideLanguages.flatMap((language) => {
      const asked = { ...someInput, diagnosis, language, treatment: { kind: 'conservative' } as const };
      return gapsIn(guideOf(asked), asked);
    }),
  );
  expect(gaps).toEqual([]);
});
