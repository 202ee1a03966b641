// Days pass, and with them the urgency of a case: a fracture is less imminent a month later. Once a night every open case of
// a hospital gets the rank that it has on the new day.
// Decision: only the rank is written, and no version is counted up: a nurse who has a case open in the morning has lost
// nothing. What changes a case's standing (evidence, a correction) comes by refresh-persons.ts, at once.

import type { CalendarDate } from '@breekpunt/core';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../../database/site-transaction.ts';
import type { CaseFinding } from '../reports/case-finding.ts';
import { judgePerson } from '../reports/judge-person.ts';
import { personFiles } from '../reports/person-files.ts';
import { holdPersons } from '../reports/refresh-persons.ts';

const personsAtOnce = 200;

/** How many cases got another rank. */
export async function refreshUrgency(
  db: Kysely<Tables>,
  finding: CaseFinding,
  site: string,
  today: CalendarDate,
): Promise<number> {
  let changed = 0;
  let after = 0;
  for (;;) {
    const portion = await inSite(db, site, (tx) => refreshPortion(tx, finding, after, today));
    changed += portion.changed;
    if (portion.last === null) return changed;
    after = portion.last;
  }
}

async function refreshPortion(
  tx: SiteTransaction,
  finding: CaseFinding,
  after: number,
  today: CalendarDate,
): Promise<{ readonly changed: number; readonly last: number | null }> {
  const rows = await tx.db
    .selectFrom('fls_case')
    .select('person_id')
    .distinct()
    .where('site_id', '=', tx.site)
    .where('state', 'in', ['to-review', 'open', 'snoozed'])
    .where('person_id', '>', after)
    .orderBy('person_id')
    .limit(personsAtOnce)
    .execute();
  if (rows.length === 0) return { changed: 0, last: null };
  const persons = rows.map(({ person_id: person }) => person);
  await holdPersons(tx, persons);
  const { country } = await tx.db
    .selectFrom('site')
    .select('country')
    .where('site_id', '=', tx.site)
    .executeTakeFirstOrThrow();
  const rules = finding.rulesOn(country, today);
  const ranks = (await personFiles(tx, persons)).flatMap((file) =>
    judgePerson(file, today, rules).episodes.flatMap(({ before, urgency }) =>
      before === null ? [] : [{ id: before.id, urgency: urgency.score }],
    ),
  );
  const written = await sql`
    update fls_case c set urgency = r.urgency
      from jsonb_to_recordset(${JSON.stringify(ranks)}::jsonb) as r(id bigint, urgency integer)
     where c.site_id = ${tx.site} and c.fracture_episode_id = r.id and c.urgency <> r.urgency
       and c.state in ('to-review', 'open', 'snoozed')`.execute(tx.db);
  return { changed: Number(written.numAffectedRows ?? 0), last: persons.at(-1) ?? null };
}
