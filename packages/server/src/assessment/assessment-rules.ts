// What the assessment takes from knowledge on a day, read once.

import type { CalendarDate } from '@breekpunt/core';
import {
  type FallRules,
  fallRulesOn,
  type LabRules,
  labRulesOn,
  type VfaRules,
  vfaRulesOn,
} from '@breekpunt/investigate';
import { type Knowledge, loadKnowledge } from '@breekpunt/knowledge';
import { inForce } from './in-force.ts';

export interface AssessmentRules {
  readonly knowledge: Knowledge;
  readonly labs: LabRules;
  readonly vfa: VfaRules;
  /** Classes of drugs that raise the risk of falls, by ATC. */
  readonly fallMedicines: FallRules['drugClasses'];
}

/** Read once a day. */
export function assessmentRulesOn(day: CalendarDate): AssessmentRules {
  if (read?.day !== day) {
    const knowledge = loadKnowledge();
    const labs = inForce(labRulesOn(knowledge, day));
    const vfa = inForce(vfaRulesOn(knowledge, 'nhg', day));
    const { drugClasses: fallMedicines } = inForce(fallRulesOn(knowledge, day));
    read = { day, rules: { knowledge, labs, vfa, fallMedicines } };
  }
  return read.rules;
}

let read: { readonly day: CalendarDate; readonly rules: AssessmentRules } | null = null;
