// The cases of one list under one filter, as a query that pages, counts and exports share.
// Decision: what filters ask, also of the fracture, stands in columns of the case and in the index of each order
// (0056-worklist-filters.sql), so a filter that few cases pass still reads no case it leaves out.

import type { CalendarDate } from '@breekpunt/core';
import type { SelectQueryBuilder } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { SiteGroup, WorklistFilter } from './worklist-filter.ts';

/** Who asks, and the day it is in the hospital. */
export interface Asker {
  readonly user: number;
  readonly today: CalendarDate;
}

export type WorklistCases = SelectQueryBuilder<Tables, 'fls_case', object>;

type PlaceGroup = 'hip' | 'vertebra' | 'other';

const placesOf: Readonly<Record<SiteGroup, readonly PlaceGroup[]>> = {
  hip: ['hip'],
  vertebra: ['vertebra'],
  'hip-vertebra': ['hip', 'vertebra'],
  other: ['other'],
};

export function worklistCases(
  tx: SiteTransaction,
  { user, today }: Asker,
  filter: WorklistFilter,
): WorklistCases {
  let query = tx.db
    .selectFrom('fls_case')
    .where('fls_case.site_id', '=', tx.site)
    .where('fls_case.list', '=', filter.list);
  if (filter.owner === 'me') query = query.where('fls_case.owner_id', '=', user);
  else if (filter.owner === 'nobody') query = query.where('fls_case.owner_id', 'is', null);
  else if (filter.owner !== undefined) query = query.where('fls_case.owner_id', '=', filter.owner);
  if (filter.late) query = query.where('fls_case.due_on', '<', today);
  if (filter.doubt) query = query.where('fls_case.stated_status', '=', 'possible');
  if (filter.place !== undefined) query = query.where('fls_case.place_group', 'in', placesOf[filter.place]);
  return query;
}
