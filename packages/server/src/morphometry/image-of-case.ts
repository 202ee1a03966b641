// What every route about images of a spine asks first: whose case it is, and what the audit log calls the image.

import type { CalendarDate } from '@breekpunt/core';
import { z } from 'zod';
import { type Answer, refuse } from '../http/answer.ts';
import type { Visit } from '../http/visit.ts';

const id = z.coerce.number().int().positive();
export const caseParams: z.ZodType<{ readonly case: number }> = z.strictObject({ case: id });
export const imageParams: z.ZodType<{ readonly case: number; readonly image: number }> = z.strictObject({
  case: id,
  image: id,
});

interface ImagedPerson {
  readonly person_id: number;
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly birth_date: CalendarDate | null;
}

/** Null when there is no such case here. */
export async function personOf({ tx }: Visit, of: number): Promise<ImagedPerson | null> {
  const row = await tx.db
    .selectFrom('fls_case as c')
    .innerJoin('person as p', (on) =>
      on.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select(['p.person_id', 'p.family_name', 'p.given_name', 'p.birth_date'])
    .where('c.site_id', '=', tx.site)
    .where('c.fls_case_id', '=', of)
    .executeTakeFirst();
  return row ?? null;
}

export function caseObject(of: number): { readonly type: string; readonly id: string } {
  return { type: 'case', id: String(of) };
}

export function imageObject(of: number): { readonly type: string; readonly id: string } {
  return { type: 'spine-image', id: String(of) };
}

export function noSuchImage(): Answer {
  return refuse('not-found', 'This case has no such image.');
}
