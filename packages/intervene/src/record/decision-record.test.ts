// A decision is kept so that it can be made again, and so that new knowledge can be held against it.

import { knownDate } from '@breekpunt/core';
import { type Knowledge, knowledgeFrom, loadKnowledge, type Parameter } from '@breekpunt/knowledge';
import { unwrapped } from '@breekpunt/knowledge/test/rule-cases';
import { expect, test } from 'vitest';
import { patientFrom, type StatedPatient } from '../../test/stated-patient.ts';
import { changesUnder, type DecisionRecord, recordDecision, wouldDiffer } from './decision-record.ts';
import type { DecisionContext } from './decision-topics.ts';

const knowledge = loadKnowledge();
const on = '2026-11-21';
const context: DecisionContext = { set: 'NL', on: knownDate(on), signed: new Set(['TX1']) };
const treated: StatedPatient = {
  age: 68,
  sex: 'female',
  menopause: 'yes',
  t: { spine: -2.5, hip: -1.4, neck: -1.9 },
  otherwise: 'nothing',
};

function decided(
  stated: StatedPatient,
  option: string,
  reason: string | null = null,
): DecisionRecord<'bone'> {
  return unwrapped(recordDecision('bone', patientFrom(stated, on), { option, reason }, knowledge, context));
}

/** The knowledge with one number changed, under another version. */
function withNumber(id: string, value: number): Knowledge {
  const change = (parameter: Parameter): Parameter =>
    parameter.id === id
      ? { ...parameter, values: parameter.values.map((dated) => ({ ...dated, value })) }
      : parameter;
  return knowledgeFrom({
    version: 'changed',
    sources: Object.values(knowledge.sources),
    rules: Object.values(knowledge.rules),
    parameters: Object.values(knowledge.parameters).map(change),
    codes: Object.values(knowledge.codes),
    models: Object.values(knowledge.models),
    seeds: knowledge.seeds,
    claims: knowledge.claims,
    grids: knowledge.grids,
  });
}

test('a record holds inputs, version, rules and choice, and needs no reason for what was offered', () => {
  const record = decided(treated, 'alendronate');
  expect(record.knowledgeVersion).toBe(knowledge.version);
  expect(record.rules).toEqual(expect.arrayContaining(['TX1', 'TX18', 'TX22', 'DS1', 'RB11', 'FU6']));
  expect(record).toMatchObject({ choice: 'alendronate', override: null, signed: ['TX1'], set: 'NL' });
});

test('a choice that was not offered needs a reason in words', () => {
  const patient = patientFrom(treated, on);
  const silent = recordDecision('bone', patient, { option: 'no-drug', reason: ' ' }, knowledge, context);
  expect(silent).toMatchObject({ ok: false, error: { kind: 'reason-needed' } });
  const spoken = decided(treated, 'no-drug', 'She does not want a drug.');
  expect(spoken.override).toEqual({ reason: 'She does not want a drug.' });
});

test('stored as text and read again, a decision gives the same answer with its own knowledge', () => {
  const stored = JSON.parse(JSON.stringify(decided(treated, 'alendronate'))) as DecisionRecord<'bone'>;
  expect(unwrapped(changesUnder(stored, knowledge))).toEqual([]);
});

test('a threshold that moves from -2.5 to -2.6 changes only the decisions it touches, and says where', () => {
  const low = decided({ ...treated, t: { spine: -3.1, hip: -1.4, neck: -1.9 } }, 'alendronate');
  const edge = decided(treated, 'alendronate');
  const found = wouldDiffer([low, edge], withNumber('dxa.nl-t-score-at-most', -2.6));
  expect(found.map(({ record }) => record)).toEqual([edge]);
  const [changed] = found;
  if (changed === undefined) throw new Error('no decision differs');
  const changes = unwrapped(changed.changes);
  expect(changes).toContainEqual({ place: 'indication/outcome', before: '"treat"', after: '"no-drug"' });
  expect(changes.map(({ place }) => place)).not.toContain('knowledgeVersion');
});

test('a drug whose limit moved is named with its old and its new answer', () => {
  const record = decided({ ...treated, clearance: 32 }, 'risedronate');
  const changes = unwrapped(changesUnder(record, withNumber('drugs.risedronate-clearance-from', 35)));
  expect(changes).toContainEqual({
    place: 'options/risedronate/safety/outcome',
    before: '"open"',
    after: '"blocked"',
  });
});

test('a day before the first value of a rule set is said, not computed', () => {
  const record = decided(treated, 'alendronate');
  const early = changesUnder(record, knowledge, knownDate('2010-01-01'));
  expect(early).toMatchObject({ ok: false, error: { kind: 'no-value-in-force' } });
});

test('a broken hip is recorded the same way', () => {
  const hip = recordDecision(
    'hip-fracture',
    {
      site: 'subtrochanteric',
      garden: 'not-recorded',
      xray: 'fracture',
      canBearWeight: 'no',
      age: 84,
      asa: 3,
      egfr: 70,
      bmi: 24,
      fac: 4,
      lifeExpectancyWeeks: 'not-recorded',
      institutionalised: 'no',
      walkedOutdoors: 'yes',
      cognitiveImpairment: 'no',
      fitForProsthesis: 'yes',
      goodReductionPossible: 'no',
      bedbound: 'no',
      palliative: 'no',
      pathologicalOrAtypical: 'no',
    },
    { option: 'long-nail', reason: null },
    knowledge,
    context,
  );
  expect(unwrapped(hip)).toMatchObject({ choice: 'long-nail', override: null, rules: ['HS12'] });
});
