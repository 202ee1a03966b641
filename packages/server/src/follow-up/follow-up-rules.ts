// The rules of follow-up for one hospital on a day, with what its physicians signed.

import type { CalendarDate } from '@breekpunt/core';
import { type ContactRules, contactRulesOn } from '@breekpunt/intervene';
import { assessmentRulesOn } from '../assessment/assessment-rules.ts';
import { inForce } from '../assessment/in-force.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { signedRules } from '../decision/signed-rules.ts';

export async function followUpRules(
  tx: SiteTransaction,
  country: 'BE' | 'NL',
  today: CalendarDate,
): Promise<ContactRules> {
  const { knowledge } = assessmentRulesOn(today);
  return inForce(contactRulesOn(knowledge, country, today, await signedRules(tx, knowledge)));
}
