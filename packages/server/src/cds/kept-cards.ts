// Cards that were given, and what the clinician there did with them. Decision: feedback is taken for a card that this hospital
// gave to this system and for no other; what is told later about the same card replaces what was told before.

import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Card } from './card.ts';
import type { CardPlan } from './card-plan.ts';

export interface GivenCard {
  readonly card: Card;
  readonly plan: CardPlan;
}

export async function keepCards(
  { db, site }: SiteTransaction,
  given: readonly GivenCard[],
  to: {
    readonly system: number;
    readonly service: string;
    readonly person: number | null;
    readonly at: Date;
  },
): Promise<void> {
  if (given.length === 0) return;
  await db
    .insertInto('hook_card')
    .values(
      given.map(({ card, plan }) => ({
        site_id: site,
        connected_system_id: to.system,
        card_uuid: card.uuid,
        service: to.service,
        about: plan.about,
        rules: [...plan.rules],
        person_id: to.person,
        fls_case_id: plan.case,
        given_at: to.at,
      })),
    )
    .execute();
}

export interface CardFeedback {
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  readonly acceptedSuggestions: readonly string[];
  readonly reason: string | null;
  readonly comment: string | null;
  readonly outcomeAt: Date;
}

export interface FeedbackTaken {
  readonly person: number | null;
  readonly case: number | null;
}

/** Null when no such card was given to this system by this service. */
export async function takeFeedback(
  { db, site }: SiteTransaction,
  of: { readonly system: number; readonly service: string; readonly at: Date },
  feedback: CardFeedback,
): Promise<FeedbackTaken | null> {
  const row = await db
    .updateTable('hook_card')
    .set({
      outcome: feedback.outcome,
      accepted_suggestions: [...feedback.acceptedSuggestions],
      override_reason: feedback.reason,
      override_comment: feedback.comment,
      outcome_at: feedback.outcomeAt,
      feedback_at: of.at,
    })
    .where('site_id', '=', site)
    .where('connected_system_id', '=', of.system)
    .where('service', '=', of.service)
    .where('card_uuid', '=', feedback.card)
    .returning(['person_id', 'fls_case_id'])
    .executeTakeFirst();
  return row === undefined ? null : { person: row.person_id, case: row.fls_case_id };
}
