// The edge days and hours of acute hip care, as cases that a nurse can read.

import { type CalendarDate, knownDate } from '@breekpunt/core';
import { describe, expect, test } from 'vitest';
import { emptyRecord } from '../../test/empty-record.ts';
import { day, stands, zero } from '../../test/stands.ts';
import type { CareRecord, HipSeen } from '../record/care-record.ts';

const nothingNoted: HipSeen = {
  admittedOn: null,
  operated: 'not-recorded',
  operatedOn: null,
  geriatrician: 'not-recorded',
  hoursToOrthogeriatrician: null,
  operationAsAdvised: 'not-recorded',
  mobilised: 'not-recorded',
  mobilisedOn: null,
  noDelirium: 'not-recorded',
  homeAt120Days: 'not-recorded',
  medicineAt120Days: 'not-recorded',
};

function hip(noted: Partial<HipSeen>, changes: Partial<CareRecord> = {}): Partial<CareRecord> {
  return {
    site: 'hip.femoral-neck',
    hip: { ...nothingNoted, admittedOn: zero, ...noted },
    ...changes,
  };
}
const operated = (on: CalendarDate | null): Partial<HipSeen> => ({ operated: 'yes', operatedOn: on });

describe('time to the operation, in calendar days after arrival', () => {
  test('the same and the next day meet the Dutch and the British indicator, the second day the international one only', () => {
    for (const after of [0, 1]) {
      expect(stands('hip.nl', hip(operated(day(after))))).toBe('achieved: happened');
      expect(stands('nhfd.2', hip(operated(day(after))))).toBe('achieved: happened');
    }
    expect(stands('hip.nl', hip(operated(day(2))))).toBe('missed: outside-window');
    expect(stands('nhfd.2', hip(operated(day(2))))).toBe('missed: outside-window');
    expect(stands('hip.oecd', hip(operated(day(2))))).toBe('achieved: happened');
    expect(stands('hip.oecd', hip(operated(day(3))))).toBe('missed: outside-window');
  });
  test('counts from arrival, not from the fracture', () => {
    expect(stands('hip.nl', hip({ ...operated(day(6)), admittedOn: day(5) }))).toBe('achieved: happened');
  });
  test('a leap day is a day: arrived on 28 February 2024, operated on 29 February in time, on 1 March late', () => {
    const arrived = { fractureOn: knownDate('2024-02-28') };
    const on = (text: string) =>
      stands('hip.nl', hip({ ...operated(knownDate(text)), admittedOn: knownDate('2024-02-28') }, arrived));
    expect(on('2024-02-29')).toBe('achieved: happened');
    expect(on('2024-03-01')).toBe('missed: outside-window');
  });
  test('whoever was not operated on is outside the Dutch indicator, and known to be missed in the British one', () => {
    const notOperated = hip({ operated: 'no' });
    expect(stands('hip.nl', notOperated)).toBe('outside: did-not-happen');
    expect(stands('nhfd.2', notOperated)).toBe('missed: did-not-happen');
    expect(stands('hip.nl', hip({}))).toBe('outside: not-recorded');
  });
  test('without the day of arrival or of the operation nobody can tell', () => {
    expect(stands('hip.nl', hip({ ...operated(day(1)), admittedOn: null }))).toBe(
      'not-recorded: not-recorded',
    );
    expect(stands('hip.nl', hip(operated(null)))).toBe('not-recorded: not-recorded');
  });
  test('the Dutch indicator begins at the birthday of 65, the British one at 60', () => {
    const born = (text: string) => hip(operated(day(1)), { birthDate: knownDate(text) });
    expect(stands('hip.nl', born('1960-01-10'))).toBe('achieved: happened');
    expect(stands('hip.nl', born('1960-01-11'))).toBe('outside: measured');
    expect(stands('nhfd.2', born('1965-01-10'))).toBe('achieved: happened');
    expect(stands('nhfd.2', born('1965-01-11'))).toBe('outside: measured');
  });
});

describe('the ward', () => {
  test('a geriatrician after 72 hours is in time, a little later is late, never is known', () => {
    const seen = (hours: number | null) =>
      stands('nhfd.1', hip({ geriatrician: 'yes', hoursToOrthogeriatrician: hours }));
    expect(seen(72)).toBe('achieved: measured');
    expect(seen(72.1)).toBe('missed: measured');
    expect(seen(null)).toBe('not-recorded: not-recorded');
    expect(stands('nhfd.1', hip({ geriatrician: 'no' }))).toBe('missed: did-not-happen');
  });
  test('out of bed on the day of the operation or the day after; whoever was not operated on is outside', () => {
    const up = (after: number) =>
      stands('nhfd.4', hip({ ...operated(day(1)), mobilised: 'yes', mobilisedOn: day(after) }));
    expect([up(1), up(2), up(3)]).toEqual([
      'achieved: happened',
      'achieved: happened',
      'missed: outside-window',
    ]);
    expect(stands('nhfd.4', hip({ ...operated(day(1)), mobilised: 'no' }))).toBe('missed: did-not-happen');
    expect(stands('nhfd.4', hip({ operated: 'no', mobilised: 'yes', mobilisedOn: day(1) }))).toBe(
      'outside: did-not-happen',
    );
  });
  test('no delirium needs a test', () => {
    expect(stands('nhfd.5', hip({ ...operated(day(1)), noDelirium: 'yes' }))).toBe('achieved: is');
    expect(stands('nhfd.5', hip({ ...operated(day(1)), noDelirium: 'no' }))).toBe('missed: is');
    expect(stands('nhfd.5', hip(operated(day(1))))).toBe('not-recorded: not-recorded');
  });
});

describe('120 days', () => {
  const after = hip({ homeAt120Days: 'no', medicineAt120Days: 'yes' });
  test('nobody is judged on day 119', () => {
    expect(stands('nhfd.6', after, { cut: day(119) })).toBe('too-early: too-early');
    expect(stands('nhfd.6', after, { cut: day(120) })).toBe('missed: is');
  });
  test('whoever died on day 120 takes no medicine any more and is outside, on day 121 inside', () => {
    const died = (on: number): Partial<CareRecord> => ({ ...after, deceased: 'yes', deathOn: day(on) });
    expect(stands('nhfd.7', died(120))).toBe('outside: died');
    expect(stands('nhfd.7', died(121))).toBe('achieved: is');
  });
});

test('both hips broken on one day are one case, the first that was found', () => {
  const other: CareRecord = { ...emptyRecord, case: 2, site: 'hip.trochanteric' };
  expect(stands('nhfd.3', hip({ operationAsAdvised: 'yes' }), { siblings: [other] })).toBe('achieved: is');
  expect(stands('nhfd.3', { ...hip({ operationAsAdvised: 'yes' }), case: 3 }, { siblings: [other] })).toBe(
    'left-out: same-day',
  );
});

test('only a broken hip counts', () => {
  expect(stands('nhfd.3', { ...hip({ operationAsAdvised: 'yes' }), site: 'wrist.distal-radius' })).toBe(
    'left-out: site-not-counted',
  );
});
