// What the assessment takes from knowledge on a day, read once. The knowledge itself is loaded once for the process.

import type { CalendarDate } from '@breekpunt/core';
import { type LabRules, labRulesOn, type VfaRules, vfaRulesOn } from '@breekpunt/investigate';
import { type Knowledge, loadKnowledge } from '@breekpunt/knowledge';
import { inForce } from './in-force.ts';

export interface AssessmentRules {
  readonly knowledge: Knowledge;
  readonly labs: LabRules;
  readonly vfa: VfaRules;
}

let loaded: Knowledge | null = null;

/** The knowledge that this version of the program came with. */
export function presentKnowledge(): Knowledge {
  loaded ??= loadKnowledge();
  return loaded;
}

/** Read once a day. */
export function assessmentRulesOn(day: CalendarDate): AssessmentRules {
  if (read?.day !== day) {
    const knowledge = presentKnowledge();
    const labs = inForce(labRulesOn(knowledge, day));
    read = { day, rules: { knowledge, labs, vfa: inForce(vfaRulesOn(knowledge, 'nhg', day)) } };
  }
  return read.rules;
}

let read: { readonly day: CalendarDate; readonly rules: AssessmentRules } | null = null;
