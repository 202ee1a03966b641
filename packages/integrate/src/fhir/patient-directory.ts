// The patients a file (or several files of one export) has named, for joining reports to them by reference. One
// decision: only what a report record carries is kept, a few hundred bytes each, so that the patients of a whole
// hospital fit while their reports stream by.

import type { CalendarDate } from '@breekpunt/core';
import { ItemRefused, type JsonObject, objectAt, objectsAt, stringAt } from '../json-value.ts';
import { readDate } from '../read-date.ts';
import { sexFrom } from '../recorded-values.ts';
import type { RecordedSex } from '../report-record.ts';

export interface PatientEntry {
  readonly patient?: string;
  readonly birthDate?: CalendarDate;
  readonly birthYear?: number;
  readonly sex?: RecordedSex;
}

/** May be shared by the files of one export: Patient.ndjson read first, the reports after. */
export class PatientDirectory {
  readonly #byReference = new Map<string, PatientEntry>();

  add(patient: PatientEntry, references: readonly string[]): void {
    for (const reference of references) this.#byReference.set(reference, patient);
  }

  /** Relative, absolute, versioned and urn:uuid references to the same resource all lead to it. */
  find(reference: string): PatientEntry | undefined {
    const unversioned = reference.replace(/\/_history\/[^/]*$/, '');
    const relative = /(Patient\/[^/]+)$/.exec(unversioned)?.[1];
    return (
      this.#byReference.get(unversioned) ??
      (relative === undefined ? undefined : this.#byReference.get(relative))
    );
  }

  get size(): number {
    return this.#byReference.size;
  }
}

/** What a Patient resource says; throws ItemRefused naming the element. */
export function patientEntry(resource: JsonObject): PatientEntry {
  const entry: { -readonly [K in keyof PatientEntry]: PatientEntry[K] } = {};
  const patient = identifierValue(resource) ?? stringAt(resource, 'id', 'Patient');
  if (patient) entry.patient = patient;
  const birth = stringAt(resource, 'birthDate', 'Patient');
  if (birth !== undefined && /^\d{4}(-\d{2})?$/.test(birth)) entry.birthYear = Number(birth.slice(0, 4));
  else if (birth !== undefined) {
    const read = readDate(birth);
    if (read.kind === 'not-a-date') throw new ItemRefused({ kind: 'bad-date', field: 'Patient.birthDate' });
    if (read.kind === 'date') entry.birthDate = read.date;
  }
  const gender = stringAt(resource, 'gender', 'Patient');
  const sex = gender === undefined ? undefined : sexFrom(gender);
  if (sex !== undefined) entry.sex = sex;
  return entry;
}

/** The hospital's own number when one is marked so (MR, PI), else the first identifier that is not old. */
function identifierValue(resource: JsonObject): string | undefined {
  let first: string | undefined;
  for (const identifier of objectsAt(resource, 'identifier', 'Patient')) {
    const value = stringAt(identifier, 'value', 'Patient.identifier');
    if (!value || stringAt(identifier, 'use', 'Patient.identifier') === 'old') continue;
    const type = objectAt(identifier, 'type', 'Patient.identifier');
    const codings = type === undefined ? [] : objectsAt(type, 'coding', 'Patient.identifier.type');
    if (codings.some((coding) => coding['code'] === 'MR' || coding['code'] === 'PI')) return value;
    first ??= value;
  }
  return first;
}
