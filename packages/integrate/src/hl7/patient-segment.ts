// PID to what a report record carries of a patient. One decision: a birth date that is no date rejects the message's
// reports; an incomplete one (year or month only) gives the birth year; an unknown sex code stays not recorded.

import type { CalendarDate } from '@breekpunt/core';
import type { EventSink } from '../event-sink.ts';
import { ItemRefused } from '../json-value.ts';
import { readDate } from '../read-date.ts';
import { sexFrom } from '../recorded-values.ts';
import type { Place, RecordedSex } from '../report-record.ts';
import type { Segment } from './parse-message.ts';

export interface PatientFacts {
  patient?: string;
  birthDate?: CalendarDate;
  birthYear?: number;
  sex?: RecordedSex;
}

/** Identifier types (table 0203) that name the person within the hospital, by preference. */
const preferredTypes = ['PI', 'MR', 'PT'];

export function patientFacts(pid: Segment, place: Place, sink: EventSink): PatientFacts {
  const facts: PatientFacts = {};
  const patient = identifierOf(pid);
  if (patient !== '') facts.patient = patient;
  const birth = pid.value(7);
  if (/^\d{4}(\d{2})?$/.test(birth)) facts.birthYear = Number(birth.slice(0, 4));
  else if (birth !== '') {
    const date = hl7Date(birth, 'PID-7');
    if (date !== undefined) facts.birthDate = date;
  }
  const sexCode = pid.value(8);
  if (sexCode !== '') {
    const sex = hl7Sex(sexCode);
    if (sex === undefined) sink.unrecognised('PID-8', place);
    else facts.sex = sex;
  }
  return facts;
}

function identifierOf(pid: Segment): string {
  const count = pid.repetitions(3).length;
  for (const type of preferredTypes) {
    for (let i = 0; i < count; i++) if (pid.value(3, 5, i) === type) return pid.value(3, 1, i);
  }
  return pid.value(3) || pid.value(2) || pid.value(4);
}

/** Table 0001; A (ambiguous) and N (not applicable) are words of their own in HL7. */
export function hl7Sex(code: string): RecordedSex | undefined {
  if (code === 'A' || code === 'O') return 'other';
  if (code === 'N' || code === 'U') return 'unknown';
  return sexFrom(code);
}

/** The day of a DT or TS field; undefined when empty or given to the month only; throws when it is no date. */
export function hl7Date(value: string, element: string): CalendarDate | undefined {
  const text = value.trim();
  if (text === '' || /^(\d{4}|\d{6})([+-]\d{4})?$/.test(text)) return undefined;
  const read = readDate(text);
  if (read.kind === 'not-a-date') throw new ItemRefused({ kind: 'bad-date', field: element });
  return read.kind === 'date' ? read.date : undefined;
}
