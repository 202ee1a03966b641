// What the assessment takes from knowledge on a day, read once.

import type { CalendarDate } from '@breekpunt/core';
import { type LabRules, labRulesOn, type VfaRules, vfaRulesOn } from '@breekpunt/investigate';
import { type Knowledge, loadKnowledge } from '@breekpunt/knowledge';
import { inForce } from './in-force.ts';

export interface AssessmentRules {
  readonly knowledge: Knowledge;
  readonly labs: LabRules;
  readonly vfa: VfaRules;
}

/** Read once a day. */
export function assessmentRulesOn(day: CalendarDate): AssessmentRules {
  if (read?.day !== day) {
    const knowledge = loadKnowledge();
    const labs = inForce(labRulesOn(knowledge, day));
    read = { day, rules: { knowledge, labs, vfa: inForce(vfaRulesOn(knowledge, 'nhg', day)) } };
  }
  return read.rules;
}

let read: { readonly day: CalendarDate; readonly rules: AssessmentRules } | null = null;
