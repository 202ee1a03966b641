// Whether the hip of this case was operated on in time, out of the answers.

import type { CalendarDate } from '@breekpunt/core';
import { hipFractureRulesOn, type SurgeryTimes, timesToSurgery } from '@breekpunt/intervene';
import type { CaseRecord } from '../assessment/case-record.ts';
import { inForce } from '../assessment/in-force.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { ageOf, valueOr, yesNo } from './bone-patient-of.ts';
import type { Deciding } from './decisions-of.ts';

export function surgeryTimesOf(
  record: CaseRecord,
  answers: Answers,
  { rules, context: { on, signed } }: Deciding,
): SurgeryTimes {
  const operated = valueOr<CalendarDate>(answers, 'hip-operation');
  const reasons = answers.get('delay-reasons')?.answer;
  return timesToSurgery(
    {
      admitted: valueOr<CalendarDate>(answers, 'admitted'),
      operated: yesNo(answers, 'hip-operation') === 'no' ? 'not-operated' : operated,
      age: ageOf(record, on) ?? 'not-recorded',
      delayReasons: Array.isArray(reasons) ? (reasons as readonly string[]) : [],
    },
    inForce(hipFractureRulesOn(rules.knowledge, on, signed)),
  );
}
