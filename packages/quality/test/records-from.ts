// The invented hospital as the program keeps it.

import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
import type { CareRecord } from '../src/record/care-record.ts';
import type { RawEvent, RawHospital, RawPatient } from './raw-event.ts';

export const firstDay: CalendarDate = knownDate('2023-01-01');

/** Grouped by person. */
export function recordsFrom(hospital: RawHospital): readonly (readonly CareRecord[])[] {
  return hospital.patients.map((person) =>
    hospital.fractures
      .filter((one) => one.patient === person.patient)
      .map((one): CareRecord => {
        const on = (day: number): CalendarDate => addDays(firstDay, person.firstFracture + day);
        const own = hospital.events.filter(
          (event) => event.patient === one.patient && event.fracture === one.fracture,
        );
        return {
          ...careFrom(own, on),
          ...aboutPerson(person),
          case: one.patient * 10 + one.fracture,
          site: one.site,
          mechanism: one.violent ? 'high-energy' : 'low-energy',
          clinical: one.complaints,
          fractureOn: one.dayKnown ? on(one.day) : null,
          foundOn: on(one.day + 2),
          hip: null,
        };
      }),
  );
}

/** Exported for hips, of which the same is known. */
export function aboutPerson(
  person: RawPatient,
): Pick<CareRecord, 'person' | 'birthDate' | 'sex' | 'residenceKnown' | 'deceased' | 'deathOn'> {
  const { patient, livedDays, firstFracture, diesOn, deathDayKnown } = person;
  return {
    person: patient,
    birthDate: livedDays === null ? null : addDays(firstDay, firstFracture - livedDays),
    sex: 'female',
    residenceKnown: false,
    deceased: diesOn === null ? 'not-recorded' : 'yes',
    deathOn: diesOn === null || !deathDayKnown ? null : addDays(firstDay, firstFracture + diesOn),
  };
}

function careFrom(
  own: readonly RawEvent[],
  on: (day: number) => CalendarDate,
): Pick<
  CareRecord,
  | 'assessments'
  | 'lifestyleAsked'
  | 'scans'
  | 'falls'
  | 'decisions'
  | 'letters'
  | 'contacts'
  | 'injections'
  | 'labs'
  | 'spineImages'
> {
  const of = (...kinds: RawEvent['kind'][]): readonly RawEvent[] =>
    own.filter(({ kind }) => kinds.includes(kind));
  return {
    assessments: of('assessed', 'assessment-declined').map(({ kind, day }) => ({
      on: on(day),
      happened: kind === 'assessed' ? 'yes' : 'no',
    })),
    lifestyleAsked: of('lifestyle').length > 0 ? 'yes' : 'not-recorded',
    letters: of('letter').map(({ day }) => on(day)),
    scans: of('scan-ordered', 'scan-done', 'scan-not-done').map(({ kind, day }) => ({
      status: kind === 'scan-done' ? 'done' : kind === 'scan-ordered' ? 'ordered' : 'not-done',
      scannedOn: kind === 'scan-done' ? on(day) : null,
    })),
    falls: of('falls-done', 'falls-not-done').map(({ kind, day, risk, exercise, daysAgo }) => ({
      outcome: kind === 'falls-done' ? 'done' : 'not-done',
      on: on(day),
      riskClass: kind === 'falls-done' ? risk : null,
      exerciseStarted: kind === 'falls-done' ? exercise : 'not-recorded',
      exerciseStartedOn: daysAgo === null ? null : on(day - daysAgo),
    })),
    decisions: of('decided').map(({ outcome, day }) => ({ outcome, on: on(day) })),
    contacts: of('contact', 'contact-failed').map((one) => ({
      on: on(one.day),
      reached: one.kind === 'contact',
      medicineStarted: one.kind === 'contact' ? one.started : 'not-recorded',
      medicineStartedOn: one.daysAgo === null ? null : on(one.day - one.daysAgo),
      stillPrescribed: one.kind === 'contact' ? one.still : 'not-recorded',
      exerciseStarted: one.kind === 'contact' ? one.exercise : 'not-recorded',
    })),
    injections: of('injection').map(({ day, daysAgo }) => ({
      medicine: 'M05BX04',
      dueOn: on(day),
      givenOn: daysAgo === null ? null : on(day + daysAgo),
      refused: false,
    })),
    labs: of('labs').map(({ day }) => ({ on: on(day), happened: 'yes' })),
    spineImages: of('spine-image').map(({ day }) => on(day)),
  };
}
