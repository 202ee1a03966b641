// The services of the hospital and how to reach them, as its own people keep them.

import type { ServiceRole } from '@breekpunt/inform';
import type { SiteTransaction } from '../../database/site-transaction.ts';

export interface HospitalServiceRow {
  readonly kind: ServiceRole;
  readonly name: string;
  /** Null: nobody gave a number, and the guide says so. */
  readonly phone: string | null;
  readonly hours: string | null;
  readonly place: string | null;
}

/** In the hospital's own order. */
export async function hospitalServices({ db, site }: SiteTransaction): Promise<HospitalServiceRow[]> {
  const rows = await db
    .selectFrom('hospital_service')
    .select(['kind', 'name', 'phone', 'hours', 'place'])
    .where('site_id', '=', site)
    .orderBy('position')
    .orderBy('hospital_service_id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as ServiceRole }));
}

/** The list as it is from now on. */
export async function keepHospitalServices(
  { db, site }: SiteTransaction,
  services: readonly HospitalServiceRow[],
  at: Date,
): Promise<void> {
  await db.deleteFrom('hospital_service').where('site_id', '=', site).execute();
  if (services.length === 0) return;
  await db
    .insertInto('hospital_service')
    .values(services.map((service, position) => ({ site_id: site, ...service, position, changed_at: at })))
    .execute();
}

/** The number at the foot of every page: the fracture service's, else of the ward or the orthopaedic clinic. */
export function numberToCall(
  services: readonly HospitalServiceRow[],
): { readonly number: string; readonly hours: string | null } | null {
  for (const wanted of ['fracture-service', 'orthopaedics', 'ward'] as const) {
    const found = services.find(({ kind, phone }) => kind === wanted && phone !== null);
    if (found !== undefined && found.phone !== null) return { number: found.phone, hours: found.hours };
  }
  return null;
}
