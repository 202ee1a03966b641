import { loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { someInput, today } from '../../test/guide-input.ts';
import type { GuideInput } from '../input/guide-input.ts';
import { guideRulesOn } from '../plan/guide-rules.ts';
import { openChoices } from './open-choices.ts';

const knowledge = loadKnowledge();
const found = guideRulesOn(knowledge, today);
if (!found.ok) throw new Error('no numbers of the guide');
const rules = found.value;

function choices(changes: Partial<GuideInput>): readonly string[] {
  return openChoices({ ...someInput, ...changes }, rules);
}

const neck = { kind: 'hip-fracture', site: 'femoral-neck' } as const;
const inHospital = { ...someInput.home, place: 'hospital' } as const;

test('which prosthesis is a question before the operation in hospital, and not afterwards', () => {
  const before = { diagnosis: neck, treatment: 'not-recorded', home: inHospital } as const;
  expect(choices({ ...before, age: 66 })).toEqual(['hip-prosthesis-kind', 'hip-fixation', 'bone-medicine']);
  expect(choices({ ...before, age: 88 })).toEqual(['hip-prosthesis-kind', 'bone-medicine']);
  expect(choices({ ...before, home: someInput.home })).toEqual(['bone-medicine']);
  expect(choices({ diagnosis: neck })).toEqual(['bone-medicine']);
});

test('bone medicine is open from fifty, until a bone drug is on the list', () => {
  expect(choices({ age: 45 })).toEqual([]);
  expect(choices({ age: 'not-recorded', medication: 'not-recorded' })).toEqual(['bone-medicine']);
  const tablet = {
    kind: 'bone-drug-tablet',
    name: 'not-recorded',
    dose: 'not-recorded',
    times: [],
    stopOn: 'not-recorded',
    nextOn: 'not-recorded',
  } as const;
  expect(choices({ medication: [tablet] })).toEqual([]);
});

test('brace and cement are for a chest or lower back without an operation', () => {
  const spine = (level: 'L1' | 'C6'): Partial<GuideInput> => ({
    diagnosis: { kind: 'vertebral-fracture', levels: [level], cause: 'fragility' },
    treatment: { kind: 'conservative' },
  });
  expect(choices(spine('L1'))).toContain('vertebral-brace-cement');
  expect(choices(spine('C6'))).not.toContain('vertebral-brace-cement');
  const cement = { kind: 'operation', operation: 'cement', on: today } as const;
  expect(choices({ ...spine('L1'), treatment: cement })).not.toContain('vertebral-brace-cement');
});

test('a dead head of the hip shows the choices of its stage, and both when the stage is not known', () => {
  const of = (stage: 'before-collapse' | 'collapse' | 'not-recorded'): readonly string[] =>
    choices({ diagnosis: { kind: 'avascular-necrosis', stage }, treatment: 'not-recorded' });
  expect(of('before-collapse')).toEqual(['necrosis-early']);
  expect(of('collapse')).toEqual(['necrosis-collapsing']);
  expect(of('not-recorded')).toEqual(['necrosis-early', 'necrosis-collapsing']);
});

test('every choice that can be open has its grid', () => {
  const known = new Set(knowledge.grids.map(({ id }) => id));
  const all = [
    choices({ diagnosis: neck, treatment: 'not-recorded', home: inHospital, age: 66 }),
    choices({
      diagnosis: { kind: 'vertebral-fracture', levels: ['L1'], cause: 'fragility' },
      treatment: { kind: 'conservative' },
    }),
    choices({ diagnosis: { kind: 'avascular-necrosis', stage: 'not-recorded' }, treatment: 'not-recorded' }),
    choices({ diagnosis: { kind: 'hip-osteoarthritis' }, treatment: 'not-recorded' }),
  ].flat();
  expect(all.filter((id) => !known.has(id))).toEqual([]);
  expect(new Set(all).size).toBe(known.size);
});
