// Country and clock of a hospital, as reading its messages needs them.

import type { HospitalFacts } from '@breekpunt/integrate';
import type { SiteTransaction } from '../../database/site-transaction.ts';

export async function hospitalFacts({ db, site }: SiteTransaction): Promise<HospitalFacts> {
  const row = await db
    .selectFrom('site')
    .select(['country', 'time_zone'])
    .where('site_id', '=', site)
    .executeTakeFirstOrThrow();
  return { country: row.country, timeZone: row.time_zone };
}
