// Whether a question is asked of this patient. Decision: what opens a question is an answer or the fracture itself, never a
// computed result, so that a question does not come and go while somebody types.

import { unreachable } from '@breekpunt/core';
import type { CaseRecord } from './case-record.ts';
import type { AskedOf, Field } from './field.ts';
import { brokenHere, isHip, isLowerSpine } from './fractures-of.ts';
import type { PainDrug } from './pain-fields.ts';
import type { Answers } from './shown-answers.ts';

export function isAsked({ only }: Field, record: CaseRecord, answers: Answers): boolean {
  return only === undefined || only.some((each) => holds(each, record, answers));
}

function holds(of: AskedOf, record: CaseRecord, answers: Answers): boolean {
  switch (of) {
    case 'woman':
      return record.person.sex !== 'male';
    case 'hip-fracture':
      return brokenHere(record, isHip) !== null;
    case 'vertebral-fracture':
      return brokenHere(record, isLowerSpine) !== null;
    case 'necrosis':
      return isYes(answers, 'necrosis-suspected');
    case 'osteoarthritis':
      return isYes(answers, 'hip-osteoarthritis');
    case 'diabetes':
    case 'asthma-or-copd':
    case 'copd':
      return isYes(answers, of);
    case 'paracetamol':
      return plannedFor(answers).includes('paracetamol');
    case 'anti-inflammatory':
      return plannedFor(answers).some((each) => each === 'ibuprofen' || each === 'other-anti-inflammatory');
    case 'opioid':
      return plannedFor(answers).some((each) => each === 'tramadol' || each === 'other-opioid');
    default:
      return unreachable(of);
  }
}

/** Drugs against pain that somebody plans; none when nobody answered. */
export function plannedFor(answers: Answers): readonly PainDrug[] {
  const planned = answers.get('pain-drugs')?.answer;
  return Array.isArray(planned) ? (planned as readonly PainDrug[]) : [];
}

function isYes(answers: Answers, field: string): boolean {
  return answers.get(field)?.answer === true;
}
