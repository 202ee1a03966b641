// Makes the episodes and cases of some people follow what is known of them now. Called whenever evidence came or went,
// or a birth date, a death or a merging of records changed what it means.
// Decision: one person is refreshed by one transaction at a time (advisory locks, taken in one order), so that two
// reports that arrive at once never open two cases for one fracture.

import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import type { CaseFinding } from './case-finding.ts';
import { judgePerson } from './judge-person.ts';
import { type CaseEvent, keepCases, type Moment } from './keep-cases.ts';
import { personFiles } from './person-files.ts';
import { saveEpisodes } from './save-episodes.ts';

/** Waits until no other transaction works on the fractures of these people, and holds them until the end. */
export async function holdPersons(tx: SiteTransaction, persons: readonly number[]): Promise<void> {
  const names = [...new Set(persons)].toSorted((a, b) => a - b).map((id) => `person ${tx.site} ${id}`);
  await sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${names}::text[]) as name`.execute(
    tx.db,
  );
}

/** The people must be held. `byHand` names episodes that a person corrected just now. */
export async function refreshPersons(
  tx: SiteTransaction,
  finding: CaseFinding,
  persons: readonly number[],
  moment: Moment,
  byHand: ReadonlySet<number> = new Set(),
): Promise<CaseEvent[]> {
  if (persons.length === 0) return [];
  const { country } = await tx.db
    .selectFrom('site')
    .select('country')
    .where('site_id', '=', tx.site)
    .executeTakeFirstOrThrow();
  const rules = finding.rulesOn(country, moment.today);
  const files = await personFiles(tx, [...new Set(persons)]);
  const judged = files.map((file) => judgePerson(file, moment.today, rules, byHand));
  const idOf = await saveEpisodes(tx, judged, finding.knowledgeVersion, moment.now);
  return keepCases(tx, judged, idOf, rules, moment);
}
