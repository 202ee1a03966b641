// What a night tells: contacts whose day has come and doses that became overdue, each once. Decision: they are read from the lists
// that the team works from, so that nobody is told of something that a person here cannot see.

import type { CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { siteFollowUpRules } from '../follow-up/follow-up-rules.ts';
import { waitingDoses } from '../follow-up/waiting-doses.ts';
import { tellWebhooks } from './tell-webhooks.ts';

export async function nightlyWebhooks(tx: SiteTransaction, today: CalendarDate): Promise<void> {
  await tellDueContacts(tx, today);
  await tellOverdueDoses(tx, today);
  await forgetDelivered(tx);
}

/**
 * Contacts whose window opened, each once, as the list of follow-up calls them due; those whose window opened more than a week
 * ago were told before. Nobody is told of a contact with somebody who died.
 */
async function tellDueContacts(tx: SiteTransaction, today: CalendarDate): Promise<void> {
  const opens = sql`coalesce(k.window_from_on, k.planned_on)`;
  const due = await tx.db
    .selectFrom('contact as k')
    .innerJoin('person as p', (join) =>
      join.onRef('p.site_id', '=', 'k.site_id').onRef('p.person_id', '=', 'k.person_id'),
    )
    .select(['k.contact_id', 'k.person_id', 'k.fls_case_id'])
    .where('k.site_id', '=', tx.site)
    .where('k.done_on', 'is', null)
    .where('k.cancelled_at', 'is', null)
    .where('p.deceased', '<>', 'yes')
    .where(sql<boolean>`${opens} <= ${today}::date and ${opens} > ${today}::date - 7`)
    .orderBy('k.contact_id')
    .execute();
  await tellWebhooks(
    tx,
    due.map(({ contact_id: contact, person_id: person, fls_case_id: ofCase }) => ({
      topic: 'contact.due',
      ids: { contact, person, ...(ofCase === null ? {} : { case: ofCase }) },
      onceKey: `contact.due ${contact}`,
    })),
  );
}

async function tellOverdueDoses(tx: SiteTransaction, today: CalendarDate): Promise<void> {
  const doses = await waitingDoses(tx, await siteFollowUpRules(tx, today));
  await tellWebhooks(
    tx,
    doses
      .filter(({ standing }) => standing.state === 'overdue')
      .map(({ case: id, person, standing }) => ({
        topic: 'dose.overdue',
        ids: { case: id, person },
        onceKey: `dose.overdue ${person} ${standing.overdueOn}`,
      })),
  );
}

const keptDays = 90;

/** What arrived long ago is forgotten; what was given up stays until somebody sends it again or ends the webhook. */
async function forgetDelivered({ db, site }: SiteTransaction): Promise<void> {
  const old = sql<boolean>`delivered_at < now() - make_interval(days => ${keptDays})`;
  await db.deleteFrom('webhook_delivery').where('site_id', '=', site).where(old).execute();
  await db
    .deleteFrom('webhook_event')
    .where('site_id', '=', site)
    .where(sql<boolean>`happened_at < now() - make_interval(days => ${keptDays})`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('webhook_delivery as d')
            .select('d.webhook_delivery_id')
            .whereRef('d.site_id', '=', 'webhook_event.site_id')
            .whereRef('d.webhook_event_id', '=', 'webhook_event.webhook_event_id'),
        ),
      ),
    )
    .execute();
}
