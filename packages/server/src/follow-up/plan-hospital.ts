// Plans the contacts of a whole hospital, some hundred people at a time: each night, and once after its records were loaded.

import type { CalendarDate } from '@breekpunt/core';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import { followUpRules } from './follow-up-rules.ts';
import { type Planned, planContacts } from './plan-contacts.ts';

const peopleAtOnce = 500;

export async function planHospital(
  db: Kysely<Tables>,
  site: string,
  today: CalendarDate,
  at: Date,
): Promise<Planned> {
  let whole: Planned = { added: 0, moved: 0, ended: 0 };
  let after = 0;
  for (;;) {
    const portion = await inSite(db, site, (tx) => planPortion(tx, after, today, at));
    if (portion === null) return whole;
    const { planned } = portion;
    whole = {
      added: whole.added + planned.added,
      moved: whole.moved + planned.moved,
      ended: whole.ended + planned.ended,
    };
    after = portion.last;
  }
}

/** Those with an open case, and those with a contact that a closed case left behind. Null after the last. */
async function planPortion(
  tx: SiteTransaction,
  after: number,
  today: CalendarDate,
  at: Date,
): Promise<{ readonly planned: Planned; readonly last: number } | null> {
  const { db, site } = tx;
  const rows = await db
    .selectFrom('fls_case')
    .select('person_id')
    .where('site_id', '=', site)
    .where('state', '=', 'open')
    .where('person_id', '>', after)
    .union(
      db
        .selectFrom('contact')
        .select('person_id')
        .where('site_id', '=', site)
        .where('done_on', 'is', null)
        .where('cancelled_at', 'is', null)
        .where('person_id', '>', after),
    )
    .orderBy('person_id')
    .limit(peopleAtOnce)
    .execute();
  const people = rows.map((row) => row.person_id);
  const last = people.at(-1);
  if (last === undefined) return null;
  const { country } = await db
    .selectFrom('site')
    .select('country')
    .where('site_id', '=', site)
    .executeTakeFirstOrThrow();
  const rules = await followUpRules(tx, country, today);
  return { planned: await planContacts(tx, people, rules, at), last };
}
