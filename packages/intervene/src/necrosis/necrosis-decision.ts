// Everything that is decided about a dying femoral head at once: the options, how long the other hip is watched, and what
// caused it. Decision: the other hip and the causes are asked only once a necrosis is there, so that a suspicion does not
// open twenty questions.

import type { CalendarDate } from '@breekpunt/core';
import type { Pathway } from '../logic/pathway.ts';
import {
  type NecrosisCauses,
  type NecrosisOption,
  type NecrosisPatient,
  necrosisCauses,
  necrosisOptions,
  type OtherHipWatch,
  otherHipWatch,
} from './necrosis.ts';
import type { NecrosisRules } from './necrosis-rules.ts';
import { type SteroidTotal, steroidTotal } from './steroid-total.ts';

export interface NecrosisDecision {
  readonly table: Pathway<NecrosisOption>;
  /** Null while no necrosis is known. */
  readonly otherHip: OtherHipWatch | null;
  readonly causes: NecrosisCauses | null;
  /** Worked out from dose and duration, in the months that count; absent where somebody added it up, or nothing is known. */
  readonly steroids?: SteroidTotal;
}

export function necrosisDecision(
  patient: NecrosisPatient,
  today: CalendarDate,
  rules: NecrosisRules,
): NecrosisDecision {
  const present = patient.stated !== null || isStage(patient.stage);
  const steroids = steroidTotal(patient.steroidGrams, patient.steroidCourse ?? 'not-recorded', rules);
  return {
    table: necrosisOptions(patient, rules),
    otherHip: present ? otherHipWatch(patient, today, rules) : null,
    causes: present ? necrosisCauses(patient, rules) : null,
    ...(present && steroids?.from === 'worked-out' ? { steroids } : {}),
  };
}

function isStage(stage: NecrosisPatient['stage']): boolean {
  return stage !== 'not-recorded' && stage !== 'none';
}
