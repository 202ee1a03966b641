// By which rules a visit decides: those of the hospital's country, of today, with what its physicians signed.

import { assessmentRulesOn } from '../assessment/assessment-rules.ts';
import type { Visit } from '../http/visit.ts';
import type { Deciding } from './decisions-of.ts';
import { signedRules } from './signed-rules.ts';

export async function decidingFor({ tx, user, today }: Visit): Promise<Deciding> {
  const rules = assessmentRulesOn(today);
  const signed = await signedRules(tx, rules.knowledge);
  return { rules, context: { set: user.country, on: today, signed } };
}
