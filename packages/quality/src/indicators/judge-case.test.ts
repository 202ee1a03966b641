// The edge days of every clock, as cases a nurse can read.

import { type CalendarDate, knownDate } from '@breekpunt/core';
import { describe, expect, test } from 'vitest';
import { emptyRecord } from '../../test/empty-record.ts';
import { advised, assessed, day, spokenTo, stands } from '../../test/stands.ts';
import type { CareRecord } from '../record/care-record.ts';

describe('12 weeks and 90 days', () => {
  test('an assessment on day 84 is in time for IOF', () => {
    expect(stands('iof.3', assessed(84))).toBe('achieved: happened');
  });
  test('an assessment on day 85 is late for IOF and in time for the British set', () => {
    expect(stands('iof.3', assessed(85))).toBe('missed: outside-window');
    expect(stands('flsdb.4', assessed(85))).toBe('achieved: happened');
  });
  test('an assessment on day 90 is in time for the British set, on day 91 late', () => {
    expect(stands('flsdb.4', assessed(90))).toBe('achieved: happened');
    expect(stands('flsdb.4', assessed(91))).toBe('missed: outside-window');
  });
  test('an assessment on the day of the fracture counts, one from before does not', () => {
    expect(stands('iof.3', assessed(0))).toBe('achieved: happened');
    expect(stands('iof.3', assessed(-1))).toBe('missed: outside-window');
  });
  test('on day 83 it is too early to judge, on day 84 nobody can say it was done', () => {
    expect(stands('iof.3', {}, { cut: day(83) })).toBe('too-early: too-early');
    expect(stands('iof.3', {}, { cut: day(84) })).toBe('not-recorded: not-recorded');
  });
  test('whoever declined was not assessed, and that is known', () => {
    expect(stands('iof.3', { assessments: [{ on: null, happened: 'no' }] })).toBe('missed: did-not-happen');
  });
  test('a leap day in between is a day: from 1 December 2023, day 84 is 23 February, day 90 is 29 February 2024', () => {
    const leap = { fractureOn: knownDate('2023-12-01') };
    const on = (text: string): Partial<CareRecord> => ({
      ...leap,
      assessments: [{ on: knownDate(text), happened: 'yes' }],
    });
    expect(stands('iof.3', on('2024-02-23'))).toBe('achieved: happened');
    expect(stands('iof.3', on('2024-02-24'))).toBe('missed: outside-window');
    expect(stands('flsdb.4', on('2024-02-29'))).toBe('achieved: happened');
    expect(stands('flsdb.4', on('2024-03-01'))).toBe('missed: outside-window');
  });
  test('without the day of the fracture the clock begins on the day it was found', () => {
    const found = { fractureOn: null, foundOn: day(2) };
    expect(stands('iof.3', { ...found, ...assessed(86) })).toBe('achieved: happened');
    expect(stands('iof.3', { ...found, ...assessed(87) })).toBe('missed: outside-window');
  });
});

describe('16 weeks', () => {
  test('a contact on day 112 counts, on day 113 it is late', () => {
    expect(stands('iof.7', { ...advised, contacts: [{ ...spokenTo, on: day(112) }] })).toBe(
      'achieved: happened',
    );
    expect(stands('iof.7', { ...advised, contacts: [{ ...spokenTo, on: day(113) }] })).toBe(
      'missed: outside-window',
    );
  });
  test('the British window opens on day 84', () => {
    expect(stands('flsdb.9', { ...advised, contacts: [{ ...spokenTo, on: day(83) }] })).toBe(
      'missed: outside-window',
    );
    expect(stands('flsdb.9', { ...advised, contacts: [{ ...spokenTo, on: day(84) }] })).toBe(
      'achieved: happened',
    );
  });
  test('a planned contact is no contact', () => {
    expect(stands('iof.7', { ...advised, contacts: [{ ...spokenTo, on: null }] })).toBe(
      'not-recorded: not-recorded',
    );
  });
  test('whoever could not be reached is known to be missed', () => {
    expect(stands('iof.7', { ...advised, contacts: [{ ...spokenTo, reached: false }] })).toBe(
      'missed: did-not-happen',
    );
  });
  test('whoever died on day 112 is outside, on day 113 inside', () => {
    expect(stands('iof.7', { ...advised, deceased: 'yes', deathOn: day(112) })).toBe('outside: died');
    expect(stands('iof.7', { ...advised, deceased: 'yes', deathOn: day(113) })).toBe(
      'not-recorded: not-recorded',
    );
  });
  test('of whoever died nobody knows when, nobody can tell whether to count them', () => {
    expect(stands('iof.7', { ...advised, deceased: 'yes' })).toBe('outside: not-recorded');
  });
  test('without a decision a patient is not among those advised', () => {
    expect(stands('iof.8', {})).toBe('outside: not-recorded');
    expect(stands('iof.8', { decisions: [{ outcome: 'declined', on: day(30) }] })).toBe('outside: is');
  });
  test('the last decision counts, and one put off is none', () => {
    const decisions: CareRecord['decisions'] = [
      { outcome: 'medicine', on: day(30) },
      { outcome: 'postponed', on: day(60) },
    ];
    expect(stands('iof.8', { decisions })).toBe('not-recorded: not-recorded');
    expect(stands('iof.6', { decisions: [...decisions, { outcome: 'contraindicated', on: day(70) }] })).toBe(
      'missed: is',
    );
  });
  test('an injection given is a start', () => {
    const dose = { medicine: 'M05BX04', dueOn: null, givenOn: day(112), refused: false };
    expect(stands('iof.8', { ...advised, injections: [dose] })).toBe('achieved: happened');
  });
  test('a start told on day 130 as of day 100 counts from day 100', () => {
    const told = { ...spokenTo, on: day(130), medicineStarted: 'yes', medicineStartedOn: day(100) } as const;
    expect(stands('iof.8', { ...advised, contacts: [told] })).toBe('achieved: happened');
    expect(stands('iof.8', { ...advised, contacts: [{ ...told, medicineStartedOn: null }] })).toBe(
      'missed: outside-window',
    );
  });
});

describe('one year', () => {
  const still = (after: number, stillPrescribed: 'yes' | 'no'): Partial<CareRecord> => ({
    ...advised,
    contacts: [{ ...spokenTo, on: day(after), stillPrescribed }],
  });
  test('the contact of one year lies from day 322 to day 420', () => {
    expect(stands('iof.10', still(321, 'yes'))).toBe('missed: outside-window');
    expect(stands('iof.10', still(322, 'yes'))).toBe('achieved: happened');
    expect(stands('iof.10', still(365, 'yes'))).toBe('achieved: happened');
    expect(stands('iof.10', still(420, 'yes'))).toBe('achieved: happened');
    expect(stands('iof.10', still(421, 'yes'))).toBe('missed: outside-window');
  });
  test('whoever stopped is known to have stopped', () => {
    expect(stands('iof.10', still(365, 'no'))).toBe('missed: did-not-happen');
  });
  test('whoever died on day 365 is outside, on day 366 inside', () => {
    expect(stands('iof.10', { ...advised, deceased: 'yes', deathOn: day(365) })).toBe('outside: died');
    expect(stands('iof.10', { ...advised, deceased: 'yes', deathOn: day(366) })).toBe(
      'not-recorded: not-recorded',
    );
  });
  test('nobody is judged while the window is open', () => {
    expect(stands('iof.10', advised, { cut: day(419) })).toBe('too-early: too-early');
    expect(stands('iof.10', advised, { cut: day(420) })).toBe('not-recorded: not-recorded');
  });
});

describe('who counts', () => {
  test('from the fiftieth birthday', () => {
    expect(stands('iof.3', { birthDate: knownDate('1975-01-10') })).toBe('not-recorded: not-recorded');
    expect(stands('iof.3', { birthDate: knownDate('1975-01-11') })).toBe('left-out: too-young');
    expect(stands('iof.3', { birthDate: null })).toBe('left-out: age-not-recorded');
  });
  test('no fingers, toes, skull or face, and nothing broken by violence', () => {
    expect(stands('iof.3', { site: 'finger' })).toBe('left-out: site-not-counted');
    expect(stands('iof.3', { mechanism: 'high-energy' })).toBe('left-out: high-energy');
  });
  test('two fractures on one day are one case: the hip', () => {
    const hip: CareRecord = { ...emptyRecord, case: 2, site: 'hip.femoral-neck' };
    expect(stands('iof.3', {}, { siblings: [hip] })).toBe('left-out: same-day');
    expect(stands('iof.3', { ...hip }, { siblings: [emptyRecord] })).toBe('not-recorded: not-recorded');
  });
  test('a fracture of the next day is a case of its own', () => {
    const next: CareRecord = { ...emptyRecord, case: 2, site: 'hip.femoral-neck', fractureOn: day(1) };
    expect(stands('iof.3', {}, { siblings: [next] })).toBe('not-recorded: not-recorded');
  });
  test('a broken finger of that day takes no place', () => {
    const finger: CareRecord = { ...emptyRecord, case: 0, site: 'finger' };
    expect(stands('iof.3', {}, { siblings: [finger] })).toBe('not-recorded: not-recorded');
  });
});

describe('denosumab', () => {
  const dose = (dueOn: CalendarDate, givenOn: CalendarDate | null): Partial<CareRecord> => ({
    injections: [{ medicine: 'M05BX04', dueOn, givenOn, refused: false }],
  });
  test('28 days late is in time, 29 days is not', () => {
    expect(stands('own.denosumab', dose(day(0), day(28)))).toBe('achieved: doses');
    expect(stands('own.denosumab', dose(day(0), day(29)))).toBe('missed: doses');
  });
  test('not given is too early to judge until four weeks have passed', () => {
    expect(stands('own.denosumab', dose(day(0), null), { cut: day(28) })).toBe('too-early: doses');
    expect(stands('own.denosumab', dose(day(0), null), { cut: day(29) })).toBe('not-recorded: doses');
  });
  test('a dose due after death is nobody’s failure', () => {
    expect(stands('own.denosumab', { ...dose(day(9), null), deceased: 'yes', deathOn: day(9) })).toBe(
      'outside: doses',
    );
  });
});
