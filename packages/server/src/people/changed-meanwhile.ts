// What the second of two people is told: somebody was faster, who and when, and nothing was overwritten.

import { type Answer, refuse } from '../http/answer.ts';
import type { Visit } from '../http/visit.ts';

export interface Meanwhile {
  readonly version: number;
  readonly by: number | null;
  readonly at: Date | null;
}

/** `what`: case, contact … as the sentence names it. */
export async function changedMeanwhile(
  { tx }: Pick<Visit, 'tx'>,
  what: string,
  { version, by, at }: Meanwhile,
): Promise<Answer> {
  const row =
    by === null
      ? undefined
      : await tx.db
          .selectFrom('app_user')
          .select('display_name')
          .where('site_id', '=', tx.site)
          .where('app_user_id', '=', by)
          .executeTakeFirst();
  return refuse('changed-meanwhile', `Somebody else changed this ${what} meanwhile. Read it again.`, {
    version,
    byName: row?.display_name ?? null,
    at,
  });
}
