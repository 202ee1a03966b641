import { knownDate } from '@breekpunt/core';
import { expect, test } from 'vitest';
import { opioidStanding } from './opioid-standing.ts';

const today = knownDate('2026-11-22');
const nothing = { stopOn: 'not-recorded', stoppedOn: 'not-recorded' } as const;

test('on the last day there are no days left, and a day later it is over', () => {
  expect(opioidStanding(today, nothing, today)).toEqual({
    kind: 'days-left',
    on: today,
    days: 0,
    own: false,
  });
  const before = knownDate('2026-11-21');
  expect(opioidStanding(before, nothing, today)).toEqual({ kind: 'over', on: before, own: false });
});

test('the day that the patient wrote counts only while the team gave none', () => {
  const own = { ...nothing, stopOn: knownDate('2026-11-30') };
  expect(opioidStanding('not-recorded', own, today)).toMatchObject({ kind: 'days-left', days: 8, own: true });
  expect(opioidStanding(knownDate('2026-11-25'), own, today)).toMatchObject({ days: 3, own: false });
});

test('without any day nobody says that it is fine, and who stopped is asked no more', () => {
  expect(opioidStanding('not-recorded', nothing, today)).toEqual({ kind: 'no-day' });
  const stoppedOn = knownDate('2026-11-20');
  expect(opioidStanding(today, { ...nothing, stoppedOn }, today)).toEqual({ kind: 'stopped', on: stoppedOn });
});
