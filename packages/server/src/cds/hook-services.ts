// The services that another system may ask for cards, as CDS Hooks 2.0 lists them. Decision: data; discovery is written from
// this table and a request is checked against it. What is asked to be sent along is little: who the patient is, the coded
// problems, whether bone density was measured; and for an order the results that speak for or against a bone drug.

import { dxaLoincs } from '@breekpunt/integrate';
import { loincsOf } from '../assessment/lab-codes.ts';
import { bodyWeightCode } from './drug-patient.ts';

export const hookServices = [
  {
    id: 'patient-view',
    hook: 'patient-view',
    title: 'Fracture service: what is open for this patient',
    description:
      'A fragility fracture without bone density, a bone decision that is still open, an injection that is due, a coded fracture the fracture service does not know.',
  },
  {
    id: 'encounter-discharge',
    hook: 'encounter-discharge',
    title: 'Fracture service: before going home',
    description:
      'The same before a patient with a fracture goes home, and whether the fracture service knows of it.',
  },
  {
    id: 'order-select',
    hook: 'order-select',
    title: 'Fracture service: while choosing a bone drug',
    description: 'What speaks against a drug against osteoporosis that was just chosen, or comes before it.',
  },
  {
    id: 'order-sign',
    hook: 'order-sign',
    title: 'Fracture service: before signing a bone drug',
    description: 'The same for every drug against osteoporosis among the orders to be signed.',
  },
  {
    id: 'problem-list-item-create',
    hook: 'problem-list-item-create',
    title: 'Fracture service: a fracture on the problem list',
    description:
      'Whether a fracture that is being added asks for investigation, and whether the fracture service knows of it.',
  },
] as const;

export type HookService = (typeof hookServices)[number];
export type HookName = HookService['hook'];

/** By key: what the asking system may send along, so that nothing has to be fetched. */
const patient = 'Patient/{{context.patientId}}';
const conditions = 'Condition?patient={{context.patientId}}&_count=200';
const densities = `Observation?patient={{context.patientId}}&code=${dxaLoincs
  .map((code) => `http://loinc.org|${code}`)
  .join(',')}&_sort=-date&_count=20`;

/** What the safety of a bone drug rests on, with the weight that the clearance of creatinine needs. */
const laboratory = `Observation?patient={{context.patientId}}&code=${[
  ...loincsOf(['creatinine', 'calcium', 'albumin', 'vitamin-d']),
  bodyWeightCode,
]
  .map((code) => `http://loinc.org|${code}`)
  .join(',')}&_sort=-date&_count=50`;

export const prefetchTemplates: Readonly<Record<HookName, Readonly<Record<string, string>>>> = {
  'patient-view': { patient, conditions, densities },
  'encounter-discharge': { patient, conditions, densities },
  'order-select': { patient, laboratory },
  'order-sign': { patient, laboratory },
  'problem-list-item-create': { patient },
};

/** The answer to discovery. */
export function servicesListed(): { readonly services: readonly Readonly<Record<string, unknown>>[] } {
  return {
    services: hookServices.map((service) => ({ ...service, prefetch: prefetchTemplates[service.hook] })),
  };
}
