// The acute care of a broken hip as FHIR: the stay as Encounter, what is done to a patient as Procedure, what is found as Observation.
// Decision: one resource for each answer that was given, under our own code, and none for what is not recorded; a day without
// its time stays a day. All of them go back in as they came out (fhir/fhir-stated-care.ts).

import type { CalendarDate } from '@breekpunt/core';
import type { Condition, Encounter, Observation, Patient, Procedure } from '@medplum/fhirtypes';
import { type DischargePlace, type HipCareItem, hipCareSystem } from '../../hip-care/stated-care.ts';
import { instantAt } from '../../zoned-instant.ts';
import { coding, concept, refer, terminology } from './elements.ts';
import { present } from './present.ts';

export interface HipStayRecord {
  /** Of the case. */
  readonly id: number;
  readonly person: number;
  readonly episode: number | null;
  readonly arrivedOn: CalendarDate | null;
  /** hh:mm by the clock of the hospital. */
  readonly arrivedClock: string | null;
  readonly dischargedOn: CalendarDate | null;
  readonly dischargedTo: DischargePlace | null;
}

export function hipStayResource(record: HipStayRecord, timeZone: string): Encounter {
  const { arrivedOn, arrivedClock, dischargedOn, dischargedTo } = record;
  return present<Encounter>({
    resourceType: 'Encounter',
    id: `hip-${record.id}`,
    status: dischargedOn === null ? 'in-progress' : 'finished',
    class: coding(`${terminology}/v3-ActCode`, 'IMP', 'inpatient encounter'),
    type: [concept([coding(hipCareSystem, 'stay')], 'Stay for a broken hip')],
    subject: refer<Patient>('Patient', record.person),
    reasonReference: reasonOf(record.episode),
    period: present({
      start: arrivedOn === null ? undefined : momentText(arrivedOn, arrivedClock, timeZone),
      end: dischargedOn ?? undefined,
    }),
    hospitalization:
      dischargedTo === null
        ? undefined
        : {
            dischargeDisposition: concept([
              coding(`${terminology}/discharge-disposition`, dispositions[dischargedTo]),
              coding(`${hipCareSystem}:discharged-to`, dischargedTo),
            ]),
          },
  });
}

const dispositions: Readonly<Record<DischargePlace, string>> = {
  home: 'home',
  rehabilitation: 'rehab',
  'care-home': 'long',
  'other-hospital': 'other-hcf',
  died: 'exp',
  other: 'oth',
};

/** What is done to a patient; the rest is found. */
export const hipProcedures: readonly HipCareItem[] = [
  'operation',
  'geriatrician',
  'mobilised',
  'delirium-tested',
  'nutrition-assessed',
];
export const hipObservations: readonly HipCareItem[] = [
  'operation-as-advised',
  'delirium',
  'home-at-120-days',
  'medicine-at-120-days',
];

const words: Readonly<Record<HipCareItem, string>> = {
  operation: 'Operation of a broken hip',
  'operation-as-advised': 'Operated as the guideline advises',
  geriatrician: 'Seen by an orthogeriatrician',
  mobilised: 'Out of bed',
  'delirium-tested': 'Tested for delirium',
  delirium: 'Delirium found by the test',
  'nutrition-assessed': 'Nutrition assessed',
  'home-at-120-days': 'Back where the person lived, 120 days after the fracture',
  'medicine-at-120-days': 'On bone medicine, 120 days after the fracture',
};

export interface HipAnswerRecord {
  /** Of the case. */
  readonly id: number;
  readonly person: number;
  readonly episode: number | null;
  readonly answer: 'yes' | 'no';
  readonly on: CalendarDate | null;
  readonly clock: string | null;
}

export function hipProcedureResource(
  item: HipCareItem,
  record: HipAnswerRecord,
  timeZone: string,
): Procedure {
  return present<Procedure>({
    resourceType: 'Procedure',
    id: `hip-${item}-${record.id}`,
    status: record.answer === 'yes' ? 'completed' : 'not-done',
    code: concept([coding(hipCareSystem, item)], words[item]),
    subject: refer<Patient>('Patient', record.person),
    performedDateTime: record.on === null ? undefined : momentText(record.on, record.clock, timeZone),
    reasonReference: reasonOf(record.episode),
  });
}

export function hipObservationResource(item: HipCareItem, record: HipAnswerRecord): Observation {
  return present<Observation>({
    resourceType: 'Observation',
    id: `hip-${item}-${record.id}`,
    status: 'final',
    category: [concept([coding(`${terminology}/observation-category`, 'survey')])],
    code: concept([coding(hipCareSystem, item)], words[item]),
    subject: refer<Patient>('Patient', record.person),
    valueBoolean: record.answer === 'yes',
  });
}

function reasonOf(episode: number | null) {
  return episode === null ? undefined : [refer<Condition>('Condition', episode)];
}

/** R4 wants the zone beside a time: that of the hospital on that day. */
function momentText(on: CalendarDate, clock: string | null, timeZone: string): string {
  if (clock === null) return on;
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const at = instantAt({ year, month, day, hour, minute, second: 0 }, timeZone);
  const minutes = Math.round((Date.UTC(year, month - 1, day, hour, minute) - at.getTime()) / 60_000);
  const two = (number: number): string => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${on}T${clock}:00${offset}`;
}
