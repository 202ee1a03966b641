// What the team states for a guide and no other part of the record holds: operation, way home, medicines with their stop
// day, what the surgeon asked. Decision: nothing has a default that reassures or forbids; what nobody stated is
// 'not-recorded', and the guide says that it does not know.

import { type CalendarDate, describeCalendarDateError, parseCalendarDate } from '@breekpunt/core';
import {
  type Appointment,
  appointmentKinds,
  type Diagnosis,
  type GivenByTeam,
  type GuideInput,
  type HomeSituation,
  type Medicine,
  medicineKinds,
  operationKinds,
} from '@breekpunt/inform';
import { conditionWords } from '@breekpunt/knowledge';
import { z } from 'zod';

export type GuideMedicine = Medicine;
export interface GuideAppointment extends Omit<Appointment, 'id'> {
  /** The same as long as it is the same appointment; absent on those that were stated before it was asked for. */
  readonly id?: string | undefined;
}

/** What a guide is about: the fracture of the case, or the hip disease that this patient needs a guide for. */
export const guideSubjects = ['fracture', 'avascular-necrosis', 'hip-osteoarthritis'] as const;

type OfDiagnosis<Kind> = Extract<Diagnosis, { readonly kind: Kind }>;

/** Fields that inform knows by the same name mean the same; pain and steps back come from the diary. */
export interface GuideFacts
  extends HomeSituation,
    Omit<GivenByTeam, 'pain' | 'stepsBack'>,
    Pick<GuideInput, 'treatment' | 'medication' | 'lastHipInjection'> {
  readonly about: (typeof guideSubjects)[number];
  /** Of avascular necrosis: whether the head still stands. */
  readonly necrosisStage: OfDiagnosis<'avascular-necrosis'>['stage'];
  /** Of a hip disease; a fracture has its own side and day. */
  readonly diseasedSide: GuideInput['side'];
  readonly diagnosedOn: GuideInput['eventOn'];
  readonly vertebralCause: OfDiagnosis<'vertebral-fracture'>['cause'];
  readonly appointments: readonly GuideAppointment[];
}

const notRecorded = z.literal('not-recorded');
const answer = z.enum(['yes', 'no', 'not-recorded']);
const day: z.ZodType<CalendarDate> = z.string().transform((text, context) => {
  const parsed = parseCalendarDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: describeCalendarDateError(parsed.error) });
  return z.NEVER;
});
const dayOrNot = z.union([notRecorded, day]);
const words = (length: number): z.ZodString => z.string().trim().min(1).max(length);
const wordsOrNot = z.union([notRecorded, words(200)]);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'a time such as 08:30' });

const medicine = z.strictObject({
  kind: z.enum(medicineKinds),
  name: wordsOrNot,
  dose: wordsOrNot,
  times: z.array(clock).max(8),
  stopOn: dayOrNot,
  nextOn: dayOrNot,
});

const appointment = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{8,40}$/)
    .optional(),
  kind: z.enum(appointmentKinds),
  on: day,
  at: z.union([notRecorded, clock]),
  place: wordsOrNot,
});

export const guideFactsForm: z.ZodType<GuideFacts> = z.strictObject({
  // What was kept before a guide could be about a hip disease is about the fracture.
  about: z.enum(guideSubjects).default('fracture'),
  necrosisStage: z.enum(conditionWords.stage).default('not-recorded'),
  diseasedSide: z.enum(['left', 'right', 'both', 'not-recorded']).default('not-recorded'),
  diagnosedOn: dayOrNot.default('not-recorded'),
  treatment: z.union([
    notRecorded,
    z.strictObject({ kind: z.literal('conservative') }),
    z.strictObject({ kind: z.literal('operation'), operation: z.enum(operationKinds), on: dayOrNot }),
  ]),
  vertebralCause: z.enum(conditionWords.cause),
  lastHipInjection: z.union([notRecorded, z.literal('never'), day]),
  place: z.enum(conditionWords.place),
  livesAlone: answer,
  stairs: answer,
  carer: answer,
  medication: z.union([notRecorded, z.array(medicine).max(30)]),
  appointments: z.array(appointment).max(30),
  weightBearing: z.enum(conditionWords['weight-bearing']),
  precautions: z.array(words(300)).max(10),
  brace: answer,
  physiotherapistAllowsBending: answer,
  surgeonAllowsStrength: answer,
  xRayStable: answer,
  walksTenMinutes: answer,
});

/** Nobody stated anything. */
export const noGuideFacts: GuideFacts = {
  about: 'fracture',
  necrosisStage: 'not-recorded',
  diseasedSide: 'not-recorded',
  diagnosedOn: 'not-recorded',
  treatment: 'not-recorded',
  vertebralCause: 'not-recorded',
  lastHipInjection: 'not-recorded',
  place: 'not-recorded',
  livesAlone: 'not-recorded',
  stairs: 'not-recorded',
  carer: 'not-recorded',
  medication: 'not-recorded',
  appointments: [],
  weightBearing: 'not-recorded',
  precautions: [],
  brace: 'not-recorded',
  physiotherapistAllowsBending: 'not-recorded',
  surgeonAllowsStrength: 'not-recorded',
  xRayStable: 'not-recorded',
  walksTenMinutes: 'not-recorded',
};
