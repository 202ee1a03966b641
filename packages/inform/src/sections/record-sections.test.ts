// Medicines, appointments, numbers and the day's plan as the record has them.

import { addDays } from '@breekpunt/core';
import { guideContent, loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { someInput, today } from '../../test/guide-input.ts';
import { compileGuide } from '../guide/compile-guide.ts';
import type { Block } from '../guide/guide.ts';
import type { Appointment, GuideInput, Medicine } from '../input/guide-input.ts';

const knowledge = loadKnowledge();

function section(id: string, changes: Partial<GuideInput>): readonly Block[] {
  const made = compileGuide({ ...someInput, ...changes }, knowledge, guideContent);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.sections.find((each) => each.id === id)?.blocks ?? [];
}

const opioid: Medicine = {
  kind: 'opioid',
  name: 'Oxycodon 5 mg',
  dose: '2 keer per dag 1 tablet',
  times: ['08:00', '20:00'],
  stopOn: 'not-recorded',
  nextOn: 'not-recorded',
};

test('an opioid without a day on which it stops says so, with what to do', () => {
  expect(section('medicines', { medication: [opioid] })[0]).toMatchObject({
    kind: 'medicine',
    name: 'Oxycodon 5 mg',
    dose: '2 keer per dag 1 tablet',
    stopText: 'Er staat geen stopdag in uw dossier. Vraag uw dokter wanneer u stopt.',
  });
});

test('an opioid whose last day has passed asks to call when it is still taken', () => {
  const stopped = { ...opioid, stopOn: addDays(today, -1) };
  expect(section('medicines', { medication: [stopped] })[0]).toMatchObject({
    stopText:
      'Uw laatste dag was zaterdag 21 november 2026. Neemt u het nog? Bel vandaag uw huisarts. Stop niet ineens.',
  });
});

test('a list of medicines that was never taken up is not shown as an empty one', () => {
  expect(section('medicines', { medication: 'not-recorded' })[0]).toMatchObject({ kind: 'not-known' });
  expect(section('medicines', { medication: [] })[0]).toMatchObject({ id: 'medicines.none' });
});

test('an injection whose next day nobody knows is asked for today', () => {
  const injection: Medicine = { ...opioid, kind: 'bone-drug-injection', name: 'not-recorded', times: [] };
  const [block] = section('medicines', { medication: [injection] });
  expect(block).toMatchObject({
    advice: expect.arrayContaining([expect.stringContaining('Vraag die vandaag')]),
  });
});

test('appointments come in their order, the past ones not, and an unknown hour is said', () => {
  const on = (id: string, days: number): Appointment => ({
    id,
    kind: 'x-ray',
    on: addDays(today, days),
    at: id === 'late' ? 'not-recorded' : '09:30',
    place: 'not-recorded',
  });
  const blocks = section('appointments', { appointments: [on('late', 9), on('past', -1), on('soon', 2)] });
  expect(blocks.flatMap((block) => (block.kind === 'appointment' ? [block.when] : []))).toEqual([
    'dinsdag 24 november 2026 om 09:30 uur',
    'Dinsdag 1 december 2026. Het uur is niet bekend: kijk op uw brief.',
  ]);
});

test('a number nobody gave is said in words, never left empty', () => {
  const blocks = section('who-to-call', { hospital: { name: 'not-recorded', services: [] }, country: 'NL' });
  const without = blocks.flatMap((block) =>
    block.kind === 'contact' && block.phone === null ? [block.for] : [],
  );
  expect(without.length).toBeGreaterThan(4);
  for (const text of without) expect(text).toContain('Het nummer is niet bekend');
});

test('the movements the surgeon forbade are shown in the surgeon’s words, and none is invented', () => {
  const precautions = ['Niet met gekruiste benen zitten.'];
  const given = { ...someInput.given, precautions };
  const list = section('today', { given }).find(({ id }) => id === 'today.precautions');
  expect(list).toMatchObject({
    text: [...precautions, 'Deze bewegingen mag u niet maken. Vraag tot wanneer.'],
  });
  expect(section('today', {}).some(({ id }) => id === 'today.precautions')).toBe(false);
});

test('in the first weeks with a broken vertebra the day has five sets in bed, a walk an hour and no long sitting', () => {
  const [planner] = section('day-planner', {
    diagnosis: { kind: 'vertebral-fracture', levels: ['L1'], cause: 'fragility' },
    treatment: { kind: 'conservative' },
    eventOn: addDays(today, -4),
  });
  if (planner?.kind !== 'planner') throw new Error('no planner');
  const doing = (activity: string): readonly { minutes: number }[] =>
    planner.slots.filter((slot) => slot.activity === activity);
  expect(doing('exercise')).toHaveLength(5);
  expect(doing('walk').length).toBeGreaterThanOrEqual(12);
  expect(Math.max(...doing('sit').map(({ minutes }) => minutes))).toBeLessThanOrEqual(20);
});

test('a guide about one of two broken bones says that it is not about the other, and whom to ask', () => {
  const said = (alsoBroken: boolean): boolean =>
    section('today', { alsoBroken }).some(
      (block) => block.kind === 'not-known' && JSON.stringify(block).includes('nog een ander bot'),
    );
  expect([said(true), said(false)]).toEqual([true, false]);
});
