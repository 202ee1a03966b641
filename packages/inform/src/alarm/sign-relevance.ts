// Which alarm signs are asked of this patient. Decision: a sign that counts only with a drug, an operation or a place of
// the fracture is left out only when that is known to be absent; not recorded means it is asked, and counts.

import type { Answer, CalendarDate } from '@breekpunt/core';
import { addDays, vertebralRegion } from '@breekpunt/core';
import type { AlarmAnswers, AlarmRules } from '@breekpunt/intervene';
import type { MedicineKind } from '@breekpunt/knowledge';
import type { GuideInput } from '../input/guide-input.ts';
import { daysSince } from '../plan/days-since.ts';
import { treatmentFits } from '../plan/treatment-fits.ts';

/** What the record says of the things that give some signs their weight. */
type AlarmContext = Omit<AlarmAnswers, 'signs'>;

function alarmContext(input: GuideInput): AlarmContext {
  const days = daysSince({ ...input, treatment: 'not-recorded' });
  return {
    fractureOfChestSpine: chestSpine(input),
    onAntiInflammatoryOrAnticoagulant: takes(input, ['anti-inflammatory', 'anticoagulant']),
    onOpioid: takes(input, ['opioid']),
    onBoneDrug: takes(input, ['bone-drug-tablet', 'bone-drug-injection']),
    lastInjection: input.lastHipInjection,
    pain: input.given.pain,
    weeksSinceFracture: days === 'not-recorded' ? days : Math.floor(days / 7),
  };
}

/** Whether the sign is put to this patient. */
export function isAsked(sign: string, input: GuideInput, rules: AlarmRules): boolean {
  const context = alarmContext(input);
  switch (sign) {
    // Counts only beside another sign of its level, which is asked by itself.
    case 'pain-down-both-legs':
      return false;
    case 'newly-unsteady':
    case 'cough-with-fever':
      return context.fractureOfChestSpine !== 'no';
    case 'black-stools':
      return context.onAntiInflammatoryOrAnticoagulant !== 'no';
    case 'drowsy-or-no-stool-for-three-days':
      return context.onOpioid !== 'no';
    case 'trouble-with-eye-jaw-or-ear':
    case 'pain-of-thigh-or-groin':
    case 'cramps-with-tingling':
    case 'pain-on-swallowing':
      return context.onBoneDrug !== 'no';
    case 'hot-painful-hip':
      return injectedLately(input.lastHipInjection, input.today, rules);
    case 'wound-leaks-red-warm-or-pus':
    case 'hip-clicked-and-leg-shorter':
      return hasWound(input);
    default:
      return true;
  }
}

function takes({ medication }: GuideInput, kinds: readonly MedicineKind[]): Answer {
  if (medication === 'not-recorded') return medication;
  return medication.some(({ kind }) => kinds.includes(kind)) ? 'yes' : 'no';
}

function chestSpine({ diagnosis }: GuideInput): Answer {
  if (diagnosis.kind !== 'vertebral-fracture') return 'no';
  if (diagnosis.levels === 'not-recorded' || diagnosis.levels.length === 0) return 'not-recorded';
  return diagnosis.levels.some((level) => vertebralRegion(level) === 'thoracic') ? 'yes' : 'no';
}

function injectedLately(
  last: GuideInput['lastHipInjection'],
  today: CalendarDate,
  rules: AlarmRules,
): boolean {
  if (last === 'never') return false;
  return last === 'not-recorded' || today < addDays(last, rules.hotHipDays);
}

function hasWound(input: GuideInput): boolean {
  const { treatment } = input;
  return treatment === 'not-recorded' || treatment.kind === 'operation' || !treatmentFits(input);
}
