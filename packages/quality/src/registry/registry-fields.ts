// The fields of a registry file: the twelve of the IOF minimum, and those that the British database asks beside them. Decision: one
// list carries name, meaning, allowed values, how it is made of a record and how it is checked when read again; the data dictionary
// is written from it. Answers are yes, no and not-recorded; days are yyyy-mm-dd, and empty when nobody knows.

import { type CalendarDate, daysBetween, fractureSites, parseCalendarDate } from '@breekpunt/core';
import type { CareRecord, Seen } from '../record/care-record.ts';
import { eventsOf } from '../record/events-of.ts';
import { factOf } from '../record/facts-of.ts';
import { timedRecord } from '../record/timed-record.ts';
import { zeroDay } from '../record/zero-day.ts';

export interface RegistryField {
  readonly name: string;
  readonly meaning: string;
  /** What may stand there, in words. */
  readonly values: string;
  readonly layouts: readonly RegistryLayout[];
  readonly of: (record: CareRecord) => string;
  readonly allows: (text: string) => boolean;
}

export const registryLayouts = ['iof-12', 'fls-db'] as const;
export type RegistryLayout = (typeof registryLayouts)[number];

const both = registryLayouts;
const answer = {
  values: 'yes, no, not-recorded',
  allows: (text: string) => /^(yes|no|not-recorded)$/.test(text),
};
const day = {
  values: 'yyyy-mm-dd or empty',
  allows: (text: string) => text === '' || parseCalendarDate(text).ok,
};

function lastFirst(seen: readonly Seen[], from: number, record: CareRecord): string {
  const zero = zeroDay(record);
  const days = seen.flatMap(({ on, happened }) =>
    happened === 'yes' && on !== null && daysBetween(zero, on) >= from ? [on] : [],
  );
  return days.toSorted((a: CalendarDate, b: CalendarDate) => (a < b ? -1 : 1))[0] ?? '';
}

function told(seen: readonly Seen[]): string {
  if (seen.some(({ happened }) => happened === 'yes')) return 'yes';
  return seen.length === 0 ? 'not-recorded' : 'no';
}

/** Days after the fracture from which a contact is the second one. */
const secondContact = 200;

const registryFields: readonly RegistryField[] = [
  {
    name: 'fracture_site',
    meaning: 'Which bone broke',
    values: fractureSites.join(', '),
    layouts: both,
    of: ({ site }) => site,
    allows: (text) => fractureSites.some((site) => site === text),
  },
  {
    name: 'fracture_date',
    meaning: 'Day of the fracture',
    layouts: both,
    of: ({ fractureOn }) => fractureOn ?? '',
    ...day,
  },
  {
    name: 'assessment_date',
    meaning: 'Day of the first assessment by the service',
    layouts: both,
    of: (record) => lastFirst(eventsOf(record, 'assessment'), 0, record),
    ...day,
  },
  {
    name: 'dxa_date',
    meaning: 'Day of the first bone scan after the fracture',
    layouts: both,
    of: (record) => lastFirst(eventsOf(record, 'scan'), 0, record),
    ...day,
  },
  {
    name: 'falls_assessed',
    meaning: 'Falls risk was looked at, or the patient was referred for it',
    layouts: both,
    of: (record) => told(eventsOf(record, 'falls-assessment')),
    ...answer,
  },
  {
    name: 'medicine_recommended',
    meaning: 'A bone medicine was recommended',
    layouts: both,
    of: (record) => factOf(record, 'medicine-recommended'),
    ...answer,
  },
  { name: 'death_date', meaning: 'Day of death', layouts: both, of: ({ deathOn }) => deathOn ?? '', ...day },
  {
    name: 'first_follow_up_date',
    meaning: 'Day of the first contact in which the patient was reached',
    layouts: both,
    of: (record) => lastFirst(eventsOf(record, 'contact'), 0, record),
    ...day,
  },
  {
    name: 'medicine_started',
    meaning: 'The medicine was started, as told at a contact or given as an injection',
    layouts: both,
    of: (record) => told(eventsOf(record, 'medicine-started')),
    ...answer,
  },
  {
    name: 'exercise_started',
    meaning: 'Strength and balance exercise was started',
    layouts: both,
    of: (record) => told(eventsOf(record, 'exercise-started')),
    ...answer,
  },
  {
    name: 'second_follow_up_date',
    meaning: `Day of the first contact later than ${secondContact} days after the fracture`,
    layouts: both,
    of: (record) => lastFirst(eventsOf(record, 'contact'), secondContact, record),
    ...day,
  },
  {
    name: 'still_prescribed',
    meaning: 'The medicine was still prescribed when last asked',
    layouts: both,
    of: (record) => told(eventsOf(record, 'still-prescribed').slice(-1)),
    ...answer,
  },
  {
    name: 'age',
    meaning: 'Completed years at the fracture',
    values: 'whole number or empty',
    layouts: ['fls-db'],
    of: (record) => String(timedRecord(record).age ?? ''),
    allows: (text) => /^\d{0,3}$/.test(text),
  },
  {
    name: 'sex',
    meaning: 'Sex',
    values: 'female, male, other, not-recorded',
    layouts: ['fls-db'],
    of: ({ sex }) => sex,
    allows: (text) => /^(female|male|other|not-recorded)$/.test(text),
  },
  {
    name: 'found_date',
    meaning: 'Day on which the service found the patient',
    layouts: ['fls-db'],
    of: ({ foundOn }) => foundOn,
    ...day,
  },
  {
    name: 'dxa_ordered',
    meaning: 'A bone scan was ordered, planned, made or refused',
    layouts: ['fls-db'],
    of: (record) => factOf(record, 'scan-wanted'),
    ...answer,
  },
  {
    name: 'exercise_advised',
    meaning: 'Raised falls risk or referral: strength and balance exercise is advised',
    layouts: ['fls-db'],
    of: (record) => factOf(record, 'exercise-advised'),
    ...answer,
  },
];

export function registryFieldsOf(layout: RegistryLayout): readonly RegistryField[] {
  return registryFields.filter(({ layouts }) => layouts.includes(layout));
}

/** The first column of every file. */
export const pseudonymField = {
  name: 'pseudonym',
  meaning: 'The same case in every file of this hospital; says nothing about the person',
  values: 'P and twenty signs of 0-9 and a-f, each once in a file',
} as const;

export interface RegistryProblem {
  /** From 1, without the line of names. */
  readonly row: number;
  readonly field: string;
  readonly expected: string;
}

/** What is wrong with rows read back: a wrong name, a wrong number of cells, a value that is not allowed, a case that stands twice. */
export function registryProblems(
  layout: RegistryLayout,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): readonly RegistryProblem[] {
  const fields = registryFieldsOf(layout);
  const expected: readonly string[] = [pseudonymField.name, ...fields.map(({ name }) => name)];
  const heads = expected.flatMap((name, place) =>
    names[place] === name
      ? []
      : [{ row: 0, field: name, expected: `the column "${name}" at place ${place + 1}` }],
  );
  if (heads.length > 0 || names.length !== expected.length) return heads;
  const seen = new Set<string>();
  return rows.flatMap((cells, place) => {
    const row = place + 1;
    if (cells.length !== expected.length) return [{ row, field: '', expected: `${expected.length} cells` }];
    const [pseudonym = '', ...values] = cells;
    const isNew = /^P[0-9a-f]{20}$/.test(pseudonym) && !seen.has(pseudonym);
    seen.add(pseudonym);
    return [
      ...(isNew ? [] : [{ row, field: pseudonymField.name, expected: pseudonymField.values }]),
      ...fields.flatMap(({ name, values: allowed, allows }, column) =>
        allows(values[column] ?? '') ? [] : [{ row, field: name, expected: allowed }],
      ),
    ];
  });
}
