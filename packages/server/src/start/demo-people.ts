// The people of the synthetic hospital, one for each role, with passwords that everybody may know: nothing in it is real.

import { failure, type Result, success } from '@breekpunt/core';
import { inSite } from '../database/site-transaction.ts';
import type { Records } from '../open-records.ts';
import { hashPassword } from '../people/password.ts';
import type { Role } from '../people/role.ts';
import { addUser } from '../people/user.ts';
import { ensureSite } from '../records/site.ts';
import { listSites } from '../records/site-directory.ts';

const demoSite = 'sint-synthetica';

export interface DemoSignIn {
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
}

export const demoPassword = 'proef-proef-proef';

export const demoSignIns: readonly DemoSignIn[] = [
  { login: 'els', displayName: 'Els Verzonnen', role: 'nurse' },
  { login: 'samir', displayName: 'Samir Verzonnen', role: 'nurse' },
  { login: 'arts', displayName: 'Dr. An Voorbeeld', role: 'physician' },
  { login: 'lead', displayName: 'Lien Voorbeeld', role: 'lead' },
  { login: 'it', displayName: 'Ilse Techniek', role: 'it' },
  { login: 'auditor', displayName: 'Omar Toezicht', role: 'auditor' },
];

/** The site's id; refused where a hospital with real patients may live. */
export async function ensureDemoPeople({
  database,
  keys,
}: Records): Promise<Result<string, { readonly message: string }>> {
  const real = (await listSites(database.db)).filter(({ synthetic }) => !synthetic);
  if (real.length > 0)
    return failure({
      message:
        'The synthetic hospital is not loaded beside a hospital of your own. Start without --demo, or give the demo its own folder in BREEKPUNT_DATA.',
    });
  const passwordHash = await hashPassword(demoPassword);
  await inSite(database.db, demoSite, async (tx) => {
    const site = { name: 'Sint-Synthetica', country: 'BE', language: 'nl', synthetic: true } as const;
    await ensureSite(tx, keys, site);
    await tx.db
      .updateTable('site')
      .set({ choices: JSON.stringify({ secondFactor: 'offered' }) })
      .where('site_id', '=', demoSite)
      .where('choices', '=', '{}')
      .execute();
    // Whoever is there already stays as they are.
    for (const person of demoSignIns)
      await addUser(tx, { ...person, language: null, passwordHash, mustChangePassword: false });
  });
  return success(demoSite);
}
