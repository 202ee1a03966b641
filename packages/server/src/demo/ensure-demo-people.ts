// The first synthetic hospital with its accounts and nobody in its beds: for tests and measurements that bring patients
// of their own. The guard against real patients stands here, for whoever loads anything synthetic.

import { failure, type Result, success } from '@breekpunt/core';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import type { Database } from '../database/open-database.ts';
import { inSite } from '../database/site-transaction.ts';
import { hashPassword } from '../people/password.ts';
import { listSites } from '../records/site-directory.ts';
import type { Keys } from '../secrets/keys.ts';
import { demoHospitals } from './demo-hospitals.ts';
import { demoPassword, ensureDemoHospital } from './demo-staff.ts';

/** The part of the records that loading needs. */
export interface DemoRecords {
  readonly database: Pick<Database, 'db'>;
  readonly keys: Keys;
}

/** The hospital's id; refused where a hospital with real patients lives. */
export async function ensureDemoPeople({
  database,
  keys,
}: DemoRecords): Promise<Result<string, { readonly message: string }>> {
  const [hospital] = demoHospitals;
  const free = await refuseBesideReal(database.db);
  if (!free.ok) return free;
  const passwordHash = await hashPassword(demoPassword);
  await inSite(database.db, hospital.site, (tx) => ensureDemoHospital(tx, keys, hospital, passwordHash));
  return success(hospital.site);
}

export async function refuseBesideReal(
  db: Kysely<Tables>,
): Promise<Result<void, { readonly message: string }>> {
  const sites = await listSites(db);
  if (sites.every(({ synthetic }) => synthetic)) return success(undefined);
  return failure({
    message:
      'The synthetic hospital is not loaded beside a hospital of your own. Start without --demo, or give the demo its own folder in BREEKPUNT_DATA.',
  });
}
