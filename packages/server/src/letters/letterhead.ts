// What stands at the head of every letter of a hospital.

import type { Letterhead } from '@breekpunt/inform';
import { z } from 'zod';
import type { SiteTransaction } from '../database/site-transaction.ts';

export type LetterheadInput = Omit<Letterhead, 'hospital'>;

const line = (most: number): z.ZodType<string | null> =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => (text === '' ? null : text))
    .nullable();

export const letterheadBody: z.ZodType<LetterheadInput> = z.strictObject({
  department: line(120),
  address: line(300),
  phone: line(60),
  email: line(120),
});

export async function readLetterhead(tx: SiteTransaction): Promise<Letterhead> {
  const { name } = await tx.db
    .selectFrom('site')
    .select('name')
    .where('site_id', '=', tx.site)
    .executeTakeFirstOrThrow();
  const row = await tx.db
    .selectFrom('letterhead')
    .select(['department', 'address', 'phone', 'email'])
    .where('site_id', '=', tx.site)
    .executeTakeFirst();
  return { hospital: name, department: null, address: null, phone: null, email: null, ...row };
}

export async function saveLetterhead(
  tx: SiteTransaction,
  head: LetterheadInput,
  by: number,
  at: Date,
): Promise<void> {
  const columns = { ...head, changed_by: by, changed_at: at };
  await tx.db
    .insertInto('letterhead')
    .values({ site_id: tx.site, ...columns })
    .onConflict((conflict) => conflict.columns(['site_id']).doUpdateSet(columns))
    .execute();
}
