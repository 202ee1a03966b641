// The people who work in the demonstration, one for each role, with a password that everybody may know: nothing in these
// hospitals is real. An account that is there already stays as it is.

import { type StaffMember, type StaffRole, staff } from '@breekpunt/synthetic';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { hospitalServices, keepHospitalServices } from '../guide/directory/hospital-services.ts';
import { addUser, loginFrom } from '../people/user.ts';
import { ensureSite } from '../records/site.ts';
import type { Keys } from '../secrets/keys.ts';
import type { DemoHospital } from './demo-hospitals.ts';
import { demoServices } from './demo-services.ts';

export const demoPassword = 'proef-proef-proef';

export const demoSignIns: readonly Pick<StaffMember, 'login' | 'displayName' | 'role'>[] = staff;

/** The hospital with its accounts and nobody in its beds. Account ids by place in the staff. */
export async function ensureDemoHospital(
  tx: SiteTransaction,
  keys: Keys,
  { name, country, language }: Pick<DemoHospital, 'name' | 'country' | 'language'>,
  passwordHash: string,
): Promise<ReadonlyMap<StaffRole, number>> {
  await ensureSite(tx, keys, { name, country, language, synthetic: true });
  // Nobody shall need a telephone to look around.
  await tx.db
    .updateTable('site')
    .set({ choices: JSON.stringify({ secondFactor: 'offered' }) })
    .where('site_id', '=', tx.site)
    .where('choices', '=', '{}')
    .execute();
  // A list that somebody keeps stays as it is.
  if ((await hospitalServices(tx)).length === 0)
    await keepHospitalServices(tx, demoServices({ language }), new Date(0));
  for (const { login, displayName, role, language: spoken } of staff)
    await addUser(tx, {
      login,
      displayName,
      role,
      language: spoken,
      passwordHash,
      mustChangePassword: false,
    });
  const rows = await tx.db
    .selectFrom('app_user')
    .select(['app_user_id', 'login'])
    .where('site_id', '=', tx.site)
    .execute();
  const byLogin = new Map(rows.map((row) => [row.login, row.app_user_id]));
  return new Map(
    staff.flatMap(({ key, login }) => {
      const id = byLogin.get(loginFrom(login));
      return id === undefined ? [] : [[key, id] as const];
    }),
  );
}
