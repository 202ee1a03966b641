// What the team states for a guide and no other part of the record holds: operation, way home, medicines with their stop
// day, what the surgeon asked. Decision: nothing has a default that reassures or forbids; what nobody stated is
// 'not-recorded', and the guide says that it does not know.

import {
  type Answer,
  type CalendarDate,
  describeCalendarDateError,
  parseCalendarDate,
} from '@breekpunt/core';
import {
  type AppointmentKind,
  appointmentKinds,
  type MedicineKind,
  medicineKinds,
  type OperationKind,
  operationKinds,
} from '@breekpunt/inform';
import { z } from 'zod';

type Recorded<T> = T | 'not-recorded';

export interface GuideMedicine {
  readonly kind: MedicineKind;
  /** As the prescription has it. */
  readonly name: Recorded<string>;
  readonly dose: Recorded<string>;
  /** HH:MM. */
  readonly times: readonly string[];
  readonly stopOn: Recorded<CalendarDate>;
  readonly nextOn: Recorded<CalendarDate>;
}

export interface GuideAppointment {
  readonly kind: AppointmentKind;
  readonly on: CalendarDate;
  /** HH:MM. */
  readonly at: Recorded<string>;
  readonly place: Recorded<string>;
}

/** What a guide is about: the fracture of the case, or the hip disease that this patient needs a guide for. */
export const guideSubjects = ['fracture', 'avascular-necrosis', 'hip-osteoarthritis'] as const;

export interface GuideFacts {
  readonly about: (typeof guideSubjects)[number];
  /** Of avascular necrosis: whether the head still stands. */
  readonly necrosisStage: Recorded<'before-collapse' | 'collapse' | 'worn'>;
  /** Of a hip disease; a fracture has its own day. */
  readonly diagnosedOn: Recorded<CalendarDate>;
  readonly treatment:
    | {
        readonly kind: 'operation';
        readonly operation: OperationKind;
        readonly on: Recorded<CalendarDate>;
      }
    | { readonly kind: 'conservative' }
    | 'not-recorded';
  readonly vertebralCause: Recorded<'fragility' | 'accident'>;
  readonly lastHipInjection: Recorded<CalendarDate | 'never'>;
  readonly place: Recorded<'hospital' | 'home' | 'rehabilitation' | 'care-home'>;
  readonly livesAlone: Answer;
  readonly stairs: Answer;
  readonly carer: Answer;
  /** A list that was never taken up is not recorded; an empty one was taken up and holds nothing. */
  readonly medication: Recorded<readonly GuideMedicine[]>;
  readonly appointments: readonly GuideAppointment[];
  readonly weightBearing: Recorded<'full' | 'partial' | 'none'>;
  /** In the surgeon's words; empty when none were given. */
  readonly precautions: readonly string[];
  readonly brace: Answer;
  readonly physiotherapistAllowsBending: Answer;
  readonly surgeonAllowsStrength: Answer;
  readonly xRayStable: Answer;
  readonly walksTenMinutes: Answer;
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
  kind: z.enum(appointmentKinds),
  on: day,
  at: z.union([notRecorded, clock]),
  place: wordsOrNot,
});

export const guideFactsForm: z.ZodType<GuideFacts> = z.strictObject({
  // What was kept before a guide could be about a hip disease is about the fracture.
  about: z.enum(guideSubjects).default('fracture'),
  necrosisStage: z.enum(['before-collapse', 'collapse', 'worn', 'not-recorded']).default('not-recorded'),
  diagnosedOn: dayOrNot.default('not-recorded'),
  treatment: z.union([
    notRecorded,
    z.strictObject({ kind: z.literal('conservative') }),
    z.strictObject({ kind: z.literal('operation'), operation: z.enum(operationKinds), on: dayOrNot }),
  ]),
  vertebralCause: z.enum(['fragility', 'accident', 'not-recorded']),
  lastHipInjection: z.union([notRecorded, z.literal('never'), day]),
  place: z.enum(['hospital', 'home', 'rehabilitation', 'care-home', 'not-recorded']),
  livesAlone: answer,
  stairs: answer,
  carer: answer,
  medication: z.union([notRecorded, z.array(medicine).max(30)]),
  appointments: z.array(appointment).max(30),
  weightBearing: z.enum(['full', 'partial', 'none', 'not-recorded']),
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
