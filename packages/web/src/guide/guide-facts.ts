// The fields of what a guide must know, as data for the form, and a treatment as one choice.

import type { GuideFacts, GuideMedicine } from '@breekpunt/server';

type Treatment = GuideFacts['treatment'];
type Operation = Extract<Treatment, { kind: 'operation' }>['operation'];

export const operations: readonly Operation[] = [
  'total-prosthesis',
  'half-prosthesis',
  'screws',
  'dynamic-hip-screw',
  'nail',
  'cement',
  'core-decompression',
  'other',
];

const yesNo = ['yes', 'no'] as const;

/** Fields that are one choice of a few words, "not known" always among them. */
export const choiceFields = [
  ['place', ['hospital', 'home', 'rehabilitation', 'care-home']],
  ['weightBearing', ['full', 'partial', 'none']],
  ['vertebralCause', ['fragility', 'accident']],
  ['livesAlone', yesNo],
  ['stairs', yesNo],
  ['carer', yesNo],
  ['brace', yesNo],
  ['xRayStable', yesNo],
  ['walksTenMinutes', yesNo],
  ['surgeonAllowsStrength', yesNo],
  ['physiotherapistAllowsBending', yesNo],
] as const satisfies readonly (readonly [keyof GuideFacts, readonly string[]])[];

export const medicineKinds: readonly GuideMedicine['kind'][] = [
  'paracetamol',
  'anti-inflammatory',
  'opioid',
  'bone-drug-tablet',
  'bone-drug-injection',
  'anticoagulant',
  'calcium-or-vitamin-d',
];

export const newMedicine: GuideMedicine = {
  kind: 'paracetamol',
  name: 'not-recorded',
  dose: 'not-recorded',
  times: [],
  stopOn: 'not-recorded',
  nextOn: 'not-recorded',
};

export function treatmentWord(treatment: Treatment): string {
  if (treatment === 'not-recorded') return treatment;
  return treatment.kind === 'operation' ? treatment.operation : treatment.kind;
}

/** The day of an operation stays when only its kind is put right. */
export function treatmentFrom(word: string, before: Treatment): Treatment {
  const operation = operations.find((each) => each === word);
  if (operation === undefined) return word === 'conservative' ? { kind: 'conservative' } : 'not-recorded';
  const on = before !== 'not-recorded' && before.kind === 'operation' ? before.on : 'not-recorded';
  return { kind: 'operation', operation, on };
}
