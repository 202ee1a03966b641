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

/** Where nobody is signed in who says which country it is. */
export async function siteFollowUpRules(tx: SiteTransaction, today: CalendarDate): Promise<ContactRules> {
  const { country } = await tx.db
    .selectFrom('site')
    .select('country')
    .where('site_id', '=', tx.site)
    .executeTakeFirstOrThrow();
  return followUpRules(tx, country, today);
}
