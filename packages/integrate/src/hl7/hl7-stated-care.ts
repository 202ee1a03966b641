// Acute care as HL7 v2 tells it: admission and discharge in PV1, procedures in PR1, and answers in OBX. Decision: PV1-44 and PV1-45 of
// admissions and emergency visits, PR1-3 with PR1-5, and coded OBX that say Y or N (table 0136); an order (ORM) says what was asked
// for and not what was done, so nothing is taken from it.

import {
  type DischargePlace,
  dischargePlaces,
  type StatedCare,
  type StatedFact,
  type StatedMoment,
  type StatedStay,
} from '../hip-care/stated-care.ts';
import { codeFrom } from '../recorded-values.ts';
import { hl7Instant } from './hl7-instant.ts';
import type { Hl7Message, Segment } from './parse-message.ts';
import { hl7Date } from './patient-segment.ts';

/** Admitted, registered in the emergency department, and what is told of them later; not their cancellations (A11, A13). */
const stayTriggers = new Set(['A01', 'A03', 'A04', 'A06', 'A07', 'A08']);

export function hl7StatedCare(message: Hl7Message, timeZone: string): StatedCare {
  const { message: type, trigger } = message.type;
  if (type !== 'ADT' && type !== 'ORU') return { facts: [] };
  const facts = message.segments.flatMap((segment) => {
    if (segment.name === 'PR1') return procedureIn(segment, timeZone);
    return segment.name === 'OBX' ? answerIn(segment, timeZone) : [];
  });
  const visit = message.segments.find(({ name }) => name === 'PV1');
  const stay =
    type === 'ADT' && stayTriggers.has(trigger) && visit !== undefined
      ? stayIn(visit, trigger, timeZone)
      : undefined;
  return { facts, ...(stay === undefined ? {} : { stay }) };
}

function procedureIn(segment: Segment, timeZone: string): StatedFact[] {
  const code = segment.value(3);
  if (code === '') return [];
  const moment = momentOf(segment.value(5), 'PR1-5', timeZone);
  const codes = [codeFrom(code, segment.value(3, 3) || undefined, segment.value(3, 2))];
  return [{ codes, answer: 'yes', ...(moment === undefined ? {} : { moment }) }];
}

const coded = new Set(['CE', 'CWE', 'CNE', 'IS', 'ID']);
const standing = new Set(['', 'F', 'C', 'U']);
const answers: Readonly<Record<string, StatedFact['answer']>> = { Y: 'yes', N: 'no' };

function answerIn(segment: Segment, timeZone: string): StatedFact[] {
  const answer = answers[segment.value(5).toUpperCase()];
  const code = segment.value(3);
  if (answer === undefined || code === '') return [];
  if (!coded.has(segment.value(2)) || !standing.has(segment.value(11))) return [];
  const moment = momentOf(segment.value(14), 'OBX-14', timeZone);
  const codes = [codeFrom(code, segment.value(3, 3) || undefined, segment.value(3, 2))];
  return [{ codes, answer, ...(moment === undefined ? {} : { moment }) }];
}

/** PV1-2: inpatient, emergency. */
const admitted = 'I';
const arriving = new Set([admitted, 'E']);

function stayIn(visit: Segment, trigger: string, timeZone: string): StatedStay | undefined {
  const kind = visit.value(2).toUpperCase();
  if (!arriving.has(kind)) return undefined;
  const arrived = momentOf(visit.value(44), 'PV1-44', timeZone);
  const discharged =
    trigger === 'A03' && kind === admitted ? momentOf(visit.value(45), 'PV1-45', timeZone) : undefined;
  const dischargedTo = discharged === undefined ? undefined : placeOf(visit.value(36));
  if (arrived === undefined && discharged === undefined) return undefined;
  return {
    isOfHip: false,
    ...(arrived === undefined ? {} : { arrived }),
    ...(discharged === undefined ? {} : { discharged }),
    ...(dischargedTo === undefined ? {} : { dischargedTo }),
  };
}

/** Our own words, or those that HL7 proposes for table 0112, which every hospital may fill as it likes. */
const proposed: Readonly<Record<string, DischargePlace>> = {
  '01': 'home',
  '06': 'home',
  '02': 'other-hospital',
  '03': 'care-home',
  '04': 'care-home',
  '05': 'other',
  '20': 'died',
};

function placeOf(written: string): DischargePlace | undefined {
  return dischargePlaces.find((place) => place === written.toLowerCase()) ?? proposed[written];
}

function momentOf(written: string, element: string, timeZone: string): StatedMoment | undefined {
  const on = hl7Date(written, element);
  const at = hl7Instant(written, timeZone);
  return on === undefined ? undefined : { on, ...(at === undefined ? {} : { at }) };
}
