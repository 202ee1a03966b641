// The cases of one list under one filter, as a query that pages, counts and exports share.
// Decision: a case stands in one list by a column of its own (0030-worklist.sql), so every filter walks one index range
// and stops after a page; a correction by a person counts before what the sources say.

import type { CalendarDate } from '@breekpunt/core';
import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { SiteGroup, WorklistFilter } from './worklist-filter.ts';

/** Who asks, and the day it is in the hospital. */
export interface Asker {
  readonly user: number;
  readonly today: CalendarDate;
}

export type WorklistCases = SelectQueryBuilder<Tables, 'fls_case' | 'fracture_episode', object>;

/** The place of the fracture: as a person corrected it, or as the sources say. */
const placeOfCase: Expression<string> = sql<string>`coalesce(fls_case.correction ->> 'site', fracture_episode.fracture_site)`;

const patterns: Readonly<Record<SiteGroup, Expression<SqlBool>>> = {
  hip: sql<boolean>`${placeOfCase} like 'hip.%'`,
  vertebra: sql<boolean>`${placeOfCase} like 'vertebra.%'`,
  'hip-vertebra': sql<boolean>`${placeOfCase} ~ '^(hip|vertebra)[.]'`,
  other: sql<boolean>`${placeOfCase} !~ '^(hip|vertebra)[.]'`,
};

export function worklistCases(tx: SiteTransaction, asker: Asker, filter: WorklistFilter): WorklistCases {
  let query = casesWithoutFractures(tx, asker, filter).innerJoin('fracture_episode', (join) =>
    join
      .onRef('fracture_episode.site_id', '=', 'fls_case.site_id')
      .onRef('fracture_episode.fracture_episode_id', '=', 'fls_case.fracture_episode_id'),
  );
  if (filter.doubt) query = query.where('fracture_episode.status', '=', 'possible');
  if (filter.place !== undefined) query = query.where(patterns[filter.place]);
  return query;
}

/** Under all filters but those about the fracture itself (place, doubt). */
export function casesWithoutFractures(
  tx: SiteTransaction,
  { user, today }: Asker,
  filter: WorklistFilter,
): SelectQueryBuilder<Tables, 'fls_case', object> {
  let query = tx.db
    .selectFrom('fls_case')
    .where('fls_case.site_id', '=', tx.site)
    .where('fls_case.list', '=', filter.list);
  if (filter.owner === 'me') query = query.where('fls_case.owner_id', '=', user);
  else if (filter.owner === 'nobody') query = query.where('fls_case.owner_id', 'is', null);
  else if (filter.owner !== undefined) query = query.where('fls_case.owner_id', '=', filter.owner);
  if (filter.late) query = query.where('fls_case.due_on', '<', today);
  return query;
}
