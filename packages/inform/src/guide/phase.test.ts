// Where somebody is in recovery, as a physiotherapist would say it.

import { addDays, type CalendarDate } from '@breekpunt/core';
import { loadKnowledge, type OperationKind } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { someInput, today } from '../../test/guide-input.ts';
import type { GivenByTeam, GuideInput } from '../input/guide-input.ts';
import { guideRulesOn } from '../plan/guide-rules.ts';
import { type PhasePlan, phaseOf } from './phase.ts';

const found = guideRulesOn(loadKnowledge(), today);
if (!found.ok) throw new Error('no numbers of the guide');
const rules = found.value;
const ago = (days: number): CalendarDate => addDays(today, -days);

function phase(changes: Partial<GuideInput>): PhasePlan {
  return phaseOf({ ...someInput, ...changes }, rules);
}

function hip(days: number, changes: Partial<GuideInput> = {}, operation: OperationKind = 'nail'): PhasePlan {
  return phase({ treatment: { kind: 'operation', operation, on: ago(days) }, ...changes });
}

function spine(days: number, given: Partial<GivenByTeam>): PhasePlan {
  return phase({
    diagnosis: { kind: 'vertebral-fracture', levels: ['L1'], cause: 'fragility' },
    treatment: { kind: 'conservative' },
    eventOn: ago(days),
    given: { ...someInput.given, ...given },
  });
}

describe('after an operation on the hip', () => {
  const strong = { given: { ...someInput.given, surgeonAllowsStrength: 'yes' as const } };

  test.each([
    [0, 'first-day'],
    [1, 'first-day'],
    [2, 'weeks-1-6'],
    [41, 'weeks-1-6'],
    [42, 'week-6'],
    [48, 'week-6'],
    [49, 'weeks-6-26'],
    [182, 'weeks-6-26'],
    [183, 'after-6-months'],
  ])('on day %i at home the phase is %s', (days, expected) => {
    expect(hip(days, strong)).toEqual({ id: expected, heldBack: [] });
  });

  test('strength waits for the surgeon, however long it takes', () => {
    expect(hip(200)).toEqual({ id: 'week-6', heldBack: ['surgeon'] });
  });

  test('while it is not known where somebody is, the first week counts as hospital', () => {
    const home = { ...someInput.home, place: 'not-recorded' as const };
    expect(hip(6, { home }).id).toBe('hospital');
    expect(hip(8, { home }).id).toBe('weeks-1-6');
  });

  test('without the day of the operation the day of the fracture does not stand in for it', () => {
    const treatment = { kind: 'operation', operation: 'nail', on: 'not-recorded' } as const;
    expect(phase({ treatment, eventOn: ago(200) })).toEqual({ id: 'weeks-1-6', heldBack: ['day-not-known'] });
  });
});

describe('a broken vertebra', () => {
  const ready = { walksTenMinutes: 'yes', pain: 2, xRayStable: 'yes', surgeonAllowsStrength: 'yes' } as const;

  test.each([
    [13, 'lie-and-walk'],
    [14, 'build-up'],
    [42, 'strength'],
    [84, 'return'],
    [182, 'lasting'],
  ])('on day %i with everything in order the phase is %s', (days, expected) => {
    expect(spine(days, ready)).toEqual({ id: expected, heldBack: [] });
  });

  test('who does not walk ten minutes goes on lying and walking, and is told why', () => {
    expect(spine(30, { ...ready, walksTenMinutes: 'no' })).toEqual({
      id: 'lie-and-walk',
      heldBack: ['ten-minutes-walking'],
    });
  });

  test('a pain nobody wrote down holds the plan as a strong one does', () => {
    expect(spine(30, { ...ready, pain: 'not-recorded' }).heldBack).toEqual(['pain']);
    expect(spine(30, { ...ready, pain: 6 }).heldBack).toEqual(['pain']);
    expect(spine(30, { ...ready, pain: 5 }).heldBack).toEqual([]);
  });

  test('strength waits for a stable X-ray', () => {
    expect(spine(60, { ...ready, xRayStable: 'not-recorded' })).toEqual({
      id: 'build-up',
      heldBack: ['x-ray'],
    });
  });

  test('pain that stayed up takes it a level back, never below the first', () => {
    expect(spine(60, { ...ready, stepsBack: 1 })).toEqual({ id: 'build-up', heldBack: ['set-back'] });
    expect(spine(5, { ...ready, stepsBack: 3 }).id).toBe('lie-and-walk');
  });

  test('metal in the back, or a vertebra of the neck, waits for the surgeon', () => {
    const diagnosis = { kind: 'vertebral-fracture', levels: ['C6', 'T4'], cause: 'accident' } as const;
    expect(phase({ diagnosis, treatment: { kind: 'conservative' } }).id).toBe('surgeon-first');
    const treatment = { kind: 'operation', operation: 'other', on: ago(9) } as const;
    expect(phase({ diagnosis: { ...diagnosis, levels: ['L1'] }, treatment }).id).toBe('surgeon-first');
  });
});

test('a fracture whose treatment nobody recorded gets the exercises that no treatment forbids', () => {
  expect(phase({ treatment: 'not-recorded' })).toEqual({
    id: 'surgeon-first',
    heldBack: ['treatment-not-known'],
  });
});
