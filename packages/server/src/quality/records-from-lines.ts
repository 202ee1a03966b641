// The lines of care put together: every confirmed case of some people with the care recorded for it. Decision: no connection and no
// clock, so that a thread can do it. A row that names no case belongs to the last fracture before it.

import type { Answer, CalendarDate, FractureSite, Sex } from '@breekpunt/core';
import type { CareRecord, ContactSeen, DecisionOutcome, FallsSeen, ScanSeen, Seen } from '@breekpunt/quality';
import type { CareLines } from './care-lines.ts';
import { hipCareOf } from './hip-care-of.ts';

type Fields = readonly string[];

interface Row {
  /** Empty: the row names no case. */
  readonly case: string;
  /** Empty: no day is known. */
  readonly on: string;
  readonly fields: Fields;
}

type ByPerson = ReadonlyMap<string, readonly Row[]>;

/** Grouped by person, in order of their numbers. `tests`: how many tests a complete panel has. */
export function recordsFromLines(lines: CareLines, tests: number): readonly (readonly CareRecord[])[] {
  const rows: Tables = {
    assessments: byPerson(lines.assessments, 1, (f) => f[2]),
    scans: byPerson(lines.scans, 1, (f) => f[2]),
    images: byPerson(lines.images, 1, (f) => f[2]),
    labs: byPerson(lines.labs, null, (f) => f[1]),
    falls: byPerson(lines.falls, 1, (f) => f[2]),
    decisions: byPerson(lines.decisions, 1, (f) => f[2]),
    letters: byPerson(lines.letters, 1, (f) => f[2]),
    contacts: byPerson(lines.contacts, 1, (f) => f[2]),
    injections: byPerson(lines.injections, 1, (f) => (f[3] === '' ? f[2] : f[3])),
    hips: byPerson(lines.hips, 1, (f) => f[2]),
    answers: byPerson(lines.answers, 1, () => ''),
  };
  const found: (readonly CareRecord[])[] = [];
  let person: Fields[] = [];
  for (const fields of linesOf(lines.cases)) {
    if (person.length > 0 && person[0]?.[1] !== fields[1]) {
      found.push(recordsOf(person, rows, tests));
      person = [];
    }
    person.push(fields);
  }
  if (person.length > 0) found.push(recordsOf(person, rows, tests));
  return found;
}

type Tables = Readonly<Record<Exclude<keyof CareLines, 'cases'>, ByPerson>>;

function linesOf(text: string): readonly Fields[] {
  return text === '' ? [] : text.split('\n').map((line) => line.split('|'));
}

function byPerson(text: string, caseAt: number | null, on: (fields: Fields) => string | undefined): ByPerson {
  const found = new Map<string, Row[]>();
  for (const fields of linesOf(text)) {
    const row = { case: caseAt === null ? '' : (fields[caseAt] ?? ''), on: on(fields) ?? '', fields };
    const person = fields[0] ?? '';
    const list = found.get(person);
    if (list === undefined) found.set(person, [row]);
    else list.push(row);
  }
  return found;
}

const none: readonly Row[] = [];

function recordsOf(cases: readonly Fields[], rows: Tables, tests: number): readonly CareRecord[] {
  const person = cases[0]?.[1] ?? '';
  const days = cases.map((fields) => zeroIn(fields));
  return cases.map((fields, place) => {
    const [id = ''] = fields;
    const own = (table: ByPerson): readonly Row[] => {
      const all = table.get(person);
      if (all === undefined) return none;
      return all.filter((row) => (row.case === '' ? belongs(row.on, days) === place : row.case === id));
    };
    return recordOf(fields, own, rows, tests);
  });
}

function zeroIn(fields: Fields): string {
  return fields[3] === '' ? (fields[2] ?? '') : (fields[3] ?? '');
}

/** Place of the last case that began before the day; -1 when none did. */
function belongs(on: string, days: readonly string[]): number {
  return on === '' ? -1 : days.findLastIndex((day) => day <= on);
}

function recordOf(
  fields: Fields,
  own: (table: ByPerson) => readonly Row[],
  rows: Tables,
  tests: number,
): CareRecord {
  const [id, person, opened, fracture, site, mechanism, birth, sex, residence, deceased, death] = fields;
  const assessments = own(rows.assessments);
  const hips = own(rows.hips);
  const asked = new Map(own(rows.answers).map(({ fields: f }) => [f[2] ?? '', f[3] ?? '']));
  return {
    case: Number(id),
    person: Number(person),
    birthDate: day(birth),
    sex: sex as Sex,
    residenceKnown: yes(residence),
    site: site as FractureSite,
    mechanism: mechanism as CareRecord['mechanism'],
    clinical: clinicalIn(asked),
    fractureOn: day(fracture),
    foundOn: opened as CalendarDate,
    deceased: deceased as Answer,
    deathOn: day(death),
    assessments: assessments.map(({ on, fields: f }) => ({
      on: day(on),
      happened: yes(f[3]) ? 'yes' : 'no',
    })),
    lifestyleAsked: assessments.some(({ fields: f }) => yes(f[4])) ? 'yes' : 'not-recorded',
    scans: own(rows.scans).map(({ fields: f }) => ({
      status: f[3] as ScanSeen['status'],
      scannedOn: day(f[4]),
    })),
    spineImages: own(rows.images).flatMap(({ on }) => day(on) ?? []),
    labs: labsComplete(own(rows.labs), tests),
    falls: own(rows.falls).map(({ on, fields: f }) => ({
      outcome: f[3] as FallsSeen['outcome'],
      on: day(on),
      riskClass: f[4] === '' ? null : (f[4] as FallsSeen['riskClass']),
      exerciseStarted: f[5] as Answer,
      exerciseStartedOn: day(f[6]),
    })),
    decisions: own(rows.decisions).map(({ on, fields: f }) => ({
      outcome: f[3] as DecisionOutcome,
      on: on as CalendarDate,
    })),
    letters: own(rows.letters).flatMap(({ on }) => day(on) ?? []),
    contacts: own(rows.contacts).map(
      ({ on, fields: f }): ContactSeen => ({
        on: day(on),
        reached: yes(f[3]),
        medicineStarted: f[4] as Answer,
        medicineStartedOn: day(f[5]),
        stillPrescribed: f[6] as Answer,
        exerciseStarted: f[7] as Answer,
      }),
    ),
    injections: own(rows.injections).map(({ fields: f }) => ({
      medicine: f[4] ?? '',
      dueOn: day(f[2]),
      givenOn: day(f[3]),
      refused: yes(f[5]),
    })),
    hip:
      hips.length === 0 && !asked.has('admitted') && !asked.has('hip-operation')
        ? null
        : hipCareOf(hips[0]?.fields.slice(2) ?? null, asked),
  };
}

/** Pain at the broken vertebra brought it to light. A yes is kept as true. */
function clinicalIn(asked: ReadonlyMap<string, string>): Answer {
  const pain = asked.get('focal-pain');
  if (pain === 'true') return 'yes';
  return pain === 'no' ? 'no' : 'not-recorded';
}

/** The day on which the last missing test of the panel came. */
function labsComplete(rows: readonly Row[], tests: number): readonly Seen[] {
  if (tests === 0) return [];
  let bits = 0;
  // array_position counts from 1.
  const whole = ((1 << tests) - 1) << 1;
  for (const { on, fields } of rows.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    bits |= Number(fields[2]);
    if (bits === whole) return [{ on: on as CalendarDate, happened: 'yes' }];
  }
  return [];
}

function day(text: string | undefined): CalendarDate | null {
  return text === undefined || text === '' ? null : (text as CalendarDate);
}

/** As PostgreSQL writes true. */
function yes(text: string | undefined): boolean {
  return text === 't';
}
