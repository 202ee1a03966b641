// How many of the fields of a set are filled in one record. Decision: a field that cannot apply (the second contact of somebody
// who died before it) counts as filled; "not done, with a reason" is filled too. Unknown field names are a mistake of ours.

import { addDays } from '@breekpunt/core';
import type { CareRecord } from '../record/care-record.ts';
import { eventsOf } from '../record/events-of.ts';
import { factOf } from '../record/facts-of.ts';
import { zeroDay } from '../record/zero-day.ts';

type Filled = (record: CareRecord) => boolean;

/** Days after which a first and a second contact are no longer expected of somebody who died. */
const contactDays = { first: 112, second: 365 } as const;

const fields: Readonly<Record<string, Filled>> = {
  'birth-date': ({ birthDate }) => birthDate !== null,
  sex: ({ sex }) => sex !== 'not-recorded',
  residence: ({ residenceKnown }) => residenceKnown,
  'fracture-site': ({ site }) => site !== 'unspecified',
  'fracture-date': ({ fractureOn }) => fractureOn !== null,
  'assessment-date': (record) => eventsOf(record, 'assessment').length > 0,
  'scan-ordered': ({ scans }) => scans.length > 0,
  'scan-date': (record) => eventsOf(record, 'scan').length > 0,
  'falls-assessed': (record) => eventsOf(record, 'falls-assessment').length > 0,
  'medicine-recommended': (record) => factOf(record, 'medicine-recommended') !== 'not-recorded',
  'exercise-advised': (record) => factOf(record, 'exercise-advised') !== 'not-recorded',
  // Nobody writes down that somebody is alive: filled unless a death has no day.
  'death-date': ({ deceased, deathOn }) => deceased !== 'yes' || deathOn !== null,
  'first-contact-date': (record) => notExpected(record, 'first') || eventsOf(record, 'contact').length > 0,
  'medicine-started': (record) =>
    notExpected(record, 'first') || untreated(record) || eventsOf(record, 'medicine-started').length > 0,
  'exercise-started': (record) =>
    notExpected(record, 'first') ||
    factOf(record, 'exercise-advised') === 'no' ||
    eventsOf(record, 'exercise-started').length > 0,
  'second-contact-date': (record) =>
    notExpected(record, 'second') ||
    untreated(record) ||
    eventsOf(record, 'contact').filter(
      ({ on }) => on !== null && on > addDays(zeroDay(record), contactDays.first),
    ).length > 0,
  'still-prescribed': (record) =>
    notExpected(record, 'second') || untreated(record) || eventsOf(record, 'still-prescribed').length > 0,
};

/** The fields of the list that are empty in this record. */
export function emptyFields(record: CareRecord, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const filled = fields[name];
    if (filled === undefined) throw new Error(`No field "${name}" is known`);
    return !filled(record);
  });
}

function untreated(record: CareRecord): boolean {
  return factOf(record, 'medicine-or-referral') === 'no';
}

function notExpected(record: CareRecord, contact: keyof typeof contactDays): boolean {
  return record.deathOn !== null && record.deathOn <= addDays(zeroDay(record), contactDays[contact]);
}
