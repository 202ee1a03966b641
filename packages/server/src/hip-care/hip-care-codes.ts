// Which codes mean which answer of the acute care of a hip: our own, understood everywhere, and those that the hospital named as its
// own. Decision: nothing is guessed from a code of another system; a hospital says once what its codes mean.

import {
  codeFrom,
  type HipCareItem,
  hipCareItems,
  isHipCareCode,
  type RecordedCode,
} from '@breekpunt/integrate';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface HipCareCode {
  /** As senders write it: a URI, or the name in an HL7 v2 code; empty when they write none. */
  readonly system: string;
  readonly code: string;
  readonly item: HipCareItem;
}

export async function hipCareCodes({ db, site }: SiteTransaction): Promise<HipCareCode[]> {
  const rows = await db
    .selectFrom('hip_care_code')
    .select(['code_system', 'code', 'item'])
    .where('site_id', '=', site)
    .orderBy('item')
    .orderBy('code_system')
    .orderBy('code')
    .execute();
  return rows.map(({ code_system: system, code, item }) => ({ system, code, item: item as HipCareItem }));
}

/** All of them anew. Of one code that is named twice the last counts. */
export async function saveHipCareCodes(
  { db, site }: SiteTransaction,
  codes: readonly HipCareCode[],
): Promise<void> {
  await db.deleteFrom('hip_care_code').where('site_id', '=', site).execute();
  const rows = new Map(
    codes.map(({ system, code, item }) => {
      const row = { site_id: site, code_system: nameOf(codeFrom(code, system)), code, item };
      return [JSON.stringify([row.code_system, code]), row];
    }),
  );
  if (rows.size > 0)
    await db
      .insertInto('hip_care_code')
      .values([...rows.values()])
      .execute();
}

/** The answer that this code stands for already; null when it was added. */
export async function addHipCareCode(
  { db, site }: SiteTransaction,
  { system, code, item }: HipCareCode,
): Promise<HipCareItem | null> {
  const named = { site_id: site, code_system: nameOf(codeFrom(code, system)), code };
  const added = await db
    .insertInto('hip_care_code')
    .values({ ...named, item })
    .onConflict((conflict) => conflict.doNothing())
    .returning('item')
    .executeTakeFirst();
  if (added !== undefined) return null;
  const known = await db
    .selectFrom('hip_care_code')
    .select('item')
    .where('site_id', '=', site)
    .where('code_system', '=', named.code_system)
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return known.item as HipCareItem;
}

/** As the list names it. False when there is no such code. */
export async function removeHipCareCode(
  { db, site }: SiteTransaction,
  { system, code }: Pick<HipCareCode, 'system' | 'code'>,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('hip_care_code')
    .where('site_id', '=', site)
    .where('code_system', '=', system)
    .where('code', '=', code)
    .returning('code')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Null when it means nothing here. */
export function itemOf(codes: readonly RecordedCode[], own: readonly HipCareCode[]): HipCareItem | null {
  for (const each of codes) {
    const item = isHipCareCode(each)
      ? hipCareItems.find((known) => known === each.code)
      : own.find(({ system, code }) => system === nameOf(each) && code === each.code)?.item;
    if (item !== undefined) return item;
  }
  return null;
}

function nameOf({ system, systemName }: RecordedCode): string {
  return systemName ?? system;
}
