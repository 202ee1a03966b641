// The fields of what a guide must know, as data for the form, and a treatment as one choice.

import { operationKinds } from '@breekpunt/inform';
import type { GuideAppointment, GuideFacts, GuideMedicine } from '@breekpunt/server';
import { newId } from '../guide-reader/new-id.ts';

type Treatment = GuideFacts['treatment'];

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

/** What the guide is about, and how far the head of the hip has come. */
export const aboutWords = [
  'fracture',
  'avascular-necrosis',
  'hip-osteoarthritis',
] as const satisfies readonly GuideFacts['about'][];
export const stageWords = [
  'not-recorded',
  'before-collapse',
  'collapse',
  'worn',
] as const satisfies readonly GuideFacts['necrosisStage'][];

export const sideWords = [
  'not-recorded',
  'left',
  'right',
  'both',
] as const satisfies readonly GuideFacts['diseasedSide'][];

export const newMedicine: GuideMedicine = {
  kind: 'paracetamol',
  name: 'not-recorded',
  dose: 'not-recorded',
  times: [],
  stopOn: 'not-recorded',
  nextOn: 'not-recorded',
};

export function newAppointment(on: GuideAppointment['on']): GuideAppointment {
  return { id: newId(), kind: 'surgeon', on, at: 'not-recorded', place: 'not-recorded' };
}

export function treatmentWord(treatment: Treatment): string {
  if (treatment === 'not-recorded') return treatment;
  return treatment.kind === 'operation' ? treatment.operation : treatment.kind;
}

/** The day of an operation stays when only its kind is put right. */
export function treatmentFrom(word: string, before: Treatment): Treatment {
  const operation = operationKinds.find((each) => each === word);
  if (operation === undefined) return word === 'conservative' ? { kind: 'conservative' } : 'not-recorded';
  const on = before !== 'not-recorded' && before.kind === 'operation' ? before.on : 'not-recorded';
  return { kind: 'operation', operation, on };
}

/** What a text field shows of something that may be unknown, and what it gives back. */
export function textOf(value: string): string {
  return value === 'not-recorded' ? '' : value;
}

export function orNot(value: string): string {
  return value.trim() === '' ? 'not-recorded' : value;
}

/** The server checks the day; an empty field is a day nobody knows. */
export function dayFrom(value: string): GuideMedicine['stopOn'] {
  return (value === '' ? 'not-recorded' : value) as GuideMedicine['stopOn'];
}
