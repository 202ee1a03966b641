// Which drug somebody is on, from what was decided, given, told and stopped: what must not make a clock fall silent.

import { knownDate } from '@breekpunt/core';
import { expect, test } from 'vitest';
import { type StopRow, type TreatmentFacts, treatmentOf } from './treatment-of.ts';

const denosumab = 'M05BX04';
const zoledronate = 'M05BA08';

const given = (medicine: string, on: string) => ({
  id: 1,
  medicine,
  dueOn: null,
  givenOn: knownDate(on),
  dropped: false,
});
const decided = (medicine: string | null, on: string) => ({ medicine, on: knownDate(on) });
const told = (on: string, started: 'yes' | 'no') => ({
  doneOn: knownDate(on),
  started,
  startedOn: null,
  stillTaking: 'not-recorded' as const,
});
const stopped = (plan: StopRow['plan'], nextMedicine: string | null, nextOn: string): StopRow => ({
  id: 1,
  medicine: denosumab,
  stoppedOn: knownDate('2026-09-15'),
  because: 'patient-wish',
  plan,
  nextMedicine,
  nextOn: knownDate(nextOn),
  nextBy: plan === 'specialist' ? 'reumatoloog' : null,
});

const onDenosumab: TreatmentFacts = {
  decisions: [decided(denosumab, '2026-01-10')],
  told: [],
  doses: [given(denosumab, '2026-04-15')],
  stops: [],
};

test('a decision for another drug that nobody heard began leaves denosumab running', () => {
  const known = treatmentOf({
    ...onDenosumab,
    decisions: [...onDenosumab.decisions, decided(zoledronate, '2026-10-01')],
  });
  expect([known?.drug, known?.begun]).toEqual(['zoledronate', 'not-recorded']);
  expect(known?.treatment).toMatchObject({
    drug: 'denosumab',
    lastDoseOn: '2026-04-15',
    stoppedOn: null,
  });
});

test('what a specialist decided after the stop does not silence the clock before it began', () => {
  const known = treatmentOf({
    ...onDenosumab,
    decisions: [...onDenosumab.decisions, decided(zoledronate, '2026-10-01')],
    stops: [stopped('specialist', null, '2026-10-01')],
  });
  expect(known?.treatment).toMatchObject({
    drug: 'denosumab',
    stoppedOn: '2026-09-15',
    followedBy: 'no',
  });
});

test('that the next drug began is no proof that the one before did', () => {
  const known = treatmentOf({
    decisions: [decided(denosumab, '2026-01-10'), decided(zoledronate, '2026-10-01')],
    told: [told('2026-11-01', 'no')],
    doses: [],
    stops: [],
  });
  expect(known?.treatment).toBeNull();
});

test('once the next drug was given, it is the one that runs', () => {
  const known = treatmentOf({
    ...onDenosumab,
    doses: [...onDenosumab.doses, given(zoledronate, '2026-10-20')],
    stops: [stopped('drug', zoledronate, '2026-10-15')],
  });
  expect(known).toMatchObject({ drug: 'zoledronate', begun: 'yes', followsOn: null });
  expect(known?.treatment).toMatchObject({ drug: 'zoledronate', lastDoseOn: '2026-10-20' });
});

test.each([
  ['drug', zoledronate],
  ['specialist', null],
] as const)('the day written down for what follows (%s) is known while it has not begun', (plan, next) => {
  const known = treatmentOf({ ...onDenosumab, stops: [stopped(plan, next, '2026-10-05')] });
  expect(known?.followsOn).toBe('2026-10-05');
});
