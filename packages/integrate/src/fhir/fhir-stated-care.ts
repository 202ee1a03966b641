// Acute care as FHIR tells it: a Procedure that was done or not done, an Observation that is true or false, an Encounter from its
// beginning to its end.

import {
  type DischargePlace,
  dischargePlaces,
  hipCareSystem,
  isHipCareCode,
  type StatedCare,
  type StatedFact,
  type StatedMoment,
  type StatedStay,
} from '../hip-care/stated-care.ts';
import { type JsonObject, objectAt, objectsAt, stringAt } from '../json-value.ts';
import { codesOf, dayOf } from './resource-elements.ts';

/** Of a resource that was read already, so that its elements are of the right kind. */
export function fhirStatedCare(resource: JsonObject, type: string): StatedCare {
  switch (type) {
    case 'Procedure':
      return factOf(resource, type, 'performed', procedureAnswers[stringAt(resource, 'status', type) ?? '']);
    case 'Observation':
      return factOf(resource, type, 'effective', observationAnswer(resource));
    case 'Encounter': {
      const stay = stayOf(resource, type);
      return { facts: [], ...(stay === undefined ? {} : { stay }) };
    }
    default:
      return { facts: [] };
  }
}

const procedureAnswers: Readonly<Record<string, 'yes' | 'no'>> = { completed: 'yes', 'not-done': 'no' };

const standing = ['final', 'amended', 'corrected'];
const yesOrNo: Readonly<Record<string, 'yes' | 'no'>> = { Y: 'yes', N: 'no', yes: 'yes', no: 'no' };

function observationAnswer(resource: JsonObject): 'yes' | 'no' | undefined {
  if (!standing.includes(stringAt(resource, 'status', 'Observation') ?? '')) return undefined;
  const { valueBoolean } = resource;
  if (typeof valueBoolean === 'boolean') return valueBoolean ? 'yes' : 'no';
  const concept = objectAt(resource, 'valueCodeableConcept', 'Observation');
  const [code] = codesOf(concept, 'Observation.valueCodeableConcept');
  return code === undefined ? undefined : yesOrNo[code.code];
}

function factOf(
  resource: JsonObject,
  type: string,
  when: string,
  answer: StatedFact['answer'] | undefined,
): StatedCare {
  const codes = codesOf(objectAt(resource, 'code', type), `${type}.code`);
  if (answer === undefined || codes.length === 0) return { facts: [] };
  const period = objectAt(resource, `${when}Period`, type);
  const written =
    stringAt(resource, `${when}DateTime`, type) ??
    (period === undefined ? undefined : stringAt(period, 'start', `${type}.${when}Period`));
  const moment = momentOf(written, `${type}.${when}[x]`);
  return { facts: [{ codes, answer, ...(moment === undefined ? {} : { moment }) }] };
}

/** HL7 v3 ActCode: who was admitted, and who came by the emergency department. */
const admissions = ['IMP', 'ACUTE', 'NONAC'];
const arrivals = [...admissions, 'EMER'];
const underWay = ['arrived', 'triaged', 'in-progress', 'onleave', 'finished'];

function stayOf(resource: JsonObject, type: string): StatedStay | undefined {
  const kinds = objectsAt(resource, 'type', type).flatMap((concept) => codesOf(concept, `${type}.type`));
  const isOfHip = kinds.some((code) => isHipCareCode(code) && code.code === 'stay');
  const kind = stringAt(objectAt(resource, 'class', type) ?? {}, 'code', `${type}.class`) ?? '';
  const period = objectAt(resource, 'period', type);
  if (!underWay.includes(stringAt(resource, 'status', type) ?? '') || period === undefined) return undefined;
  if (!isOfHip && !arrivals.includes(kind)) return undefined;
  const arrived = momentOf(stringAt(period, 'start', `${type}.period`), `${type}.period.start`);
  const ended = momentOf(stringAt(period, 'end', `${type}.period`), `${type}.period.end`);
  const isAdmission = isOfHip || admissions.includes(kind);
  const dischargedTo = isAdmission ? placeOf(resource, type) : undefined;
  return {
    isOfHip,
    ...(arrived === undefined ? {} : { arrived }),
    ...(ended === undefined || !isAdmission ? {} : { discharged: ended }),
    ...(dischargedTo === undefined ? {} : { dischargedTo }),
  };
}

/** The discharge dispositions of R4, in our words; what is not listed is not said. */
const dispositions: Readonly<Record<string, DischargePlace>> = {
  home: 'home',
  rehab: 'rehabilitation',
  long: 'care-home',
  snf: 'care-home',
  'other-hcf': 'other-hospital',
  exp: 'died',
  'alt-home': 'other',
  hosp: 'other',
  psy: 'other',
  oth: 'other',
};

function placeOf(resource: JsonObject, type: string): DischargePlace | undefined {
  const hospitalization = objectAt(resource, 'hospitalization', type) ?? {};
  const path = `${type}.hospitalization`;
  const codes = codesOf(objectAt(hospitalization, 'dischargeDisposition', path), path);
  const own = codes.find(({ systemName }) => systemName === `${hipCareSystem}:discharged-to`);
  return (
    dischargePlaces.find((place) => place === own?.code) ??
    codes.map(({ code }) => dispositions[code]).find((place) => place !== undefined)
  );
}

function momentOf(written: string | undefined, element: string): StatedMoment | undefined {
  const on = dayOf(written, element);
  if (on === undefined || written === undefined) return undefined;
  // A time without its zone is none that R4 knows.
  const at = /T\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(written) ? new Date(written) : undefined;
  return { on, ...(at === undefined || Number.isNaN(at.getTime()) ? {} : { at }) };
}
