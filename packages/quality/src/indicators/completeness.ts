// How many of the fields of a set are filled in one record. Decision: a field that cannot apply (the second contact of somebody
// who died before it) counts as filled; "not done, with a reason" is filled too. Unknown field names are a mistake of ours.

import { factIn, seenOf, type TimedRecord } from '../record/timed-record.ts';

type Filled = (timed: TimedRecord) => boolean;

/** Days after which a first and a second contact are no longer expected of somebody who died. */
const contactDays = { first: 112, second: 365 } as const;

const fields: Readonly<Record<string, Filled>> = {
  'birth-date': ({ record }) => record.birthDate !== null,
  sex: ({ record }) => record.sex !== 'not-recorded',
  residence: ({ record }) => record.residenceKnown,
  'fracture-site': ({ record }) => record.site !== 'unspecified',
  'fracture-date': ({ record }) => record.fractureOn !== null,
  'assessment-date': (timed) => seenOf(timed, 'assessment').length > 0,
  'scan-ordered': ({ record }) => record.scans.length > 0,
  'scan-date': (timed) => seenOf(timed, 'scan').length > 0,
  'falls-assessed': (timed) => seenOf(timed, 'falls-assessment').length > 0,
  'medicine-recommended': (timed) => factIn(timed, 'medicine-recommended') !== 'not-recorded',
  'exercise-advised': (timed) => factIn(timed, 'exercise-advised') !== 'not-recorded',
  // Nobody writes down that somebody is alive: filled unless a death has no day.
  'death-date': ({ record, death }) => record.deceased !== 'yes' || death !== null,
  'first-contact-date': (timed) => notExpected(timed, 'first') || seenOf(timed, 'contact').length > 0,
  'medicine-started': (timed) =>
    notExpected(timed, 'first') || untreated(timed) || seenOf(timed, 'medicine-started').length > 0,
  'exercise-started': (timed) =>
    notExpected(timed, 'first') ||
    factIn(timed, 'exercise-advised') === 'no' ||
    seenOf(timed, 'exercise-started').length > 0,
  'second-contact-date': (timed) =>
    notExpected(timed, 'second') ||
    untreated(timed) ||
    seenOf(timed, 'contact').filter(({ day }) => day !== null && day > timed.zero + contactDays.first)
      .length > 0,
  'still-prescribed': (timed) =>
    notExpected(timed, 'second') || untreated(timed) || seenOf(timed, 'still-prescribed').length > 0,
};

/** The fields of the list that are empty in this record. */
export function emptyFields(timed: TimedRecord, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const filled = fields[name];
    if (filled === undefined) throw new Error(`No field "${name}" is known`);
    return !filled(timed);
  });
}

function untreated(timed: TimedRecord): boolean {
  return factIn(timed, 'medicine-or-referral') === 'no';
}

function notExpected({ zero, death }: TimedRecord, contact: keyof typeof contactDays): boolean {
  return death !== null && death <= zero + contactDays[contact];
}
