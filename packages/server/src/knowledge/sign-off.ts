// Who signed which rule set of this hospital, and on which content. Decision: nothing is overwritten; a signature is taken
// back by a further row, and one under other content than today's is shown as lapsed, never as valid.

import { failure, type Result, success } from '@breekpunt/core';
import type { Knowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type RuleSet, ruleSets } from './rule-sets.ts';

export interface KeptSignOff {
  readonly decision: 'confirmed' | 'withdrawn';
  readonly by: string;
  readonly at: Date;
  readonly knowledgeVersion: string;
  readonly hash: string;
  readonly note: string | null;
}

export interface SignOff extends KeptSignOff {
  /** lapsed: signed, and its rules or numbers were changed since. */
  readonly state: 'signed' | 'lapsed' | 'withdrawn';
}

export interface SignedRuleSet extends RuleSet {
  /** Null when nobody of this hospital ever signed it. */
  readonly signOff: SignOff | null;
  /** What was said before that, newest first. */
  readonly earlier: readonly KeptSignOff[];
}

export interface SignOffBody {
  readonly set: string;
  /** Of the content that was read: another one is refused. */
  readonly hash: string;
  readonly decision: 'confirmed' | 'withdrawn';
  readonly note: string | null;
}

export const signOffBody: z.ZodType<SignOffBody> = z.strictObject({
  set: z.string().min(1).max(60),
  hash: z.string().regex(/^[0-9a-f]{16}$/, 'the hash of the rule set as it was shown'),
  decision: z.enum(['confirmed', 'withdrawn']),
  note: z.string().trim().min(1).max(1_000).nullable(),
});

export type SignOffRefused =
  | { readonly kind: 'no-such-set' }
  | { readonly kind: 'changed-since-read'; readonly hash: string }
  | { readonly kind: 'not-signed' };

const subjectOf = (set: string): string => `rules:${set}`;

/** Every rule set with what was said of it, the latest apart. */
export async function signedRuleSets(
  tx: SiteTransaction,
  knowledge: Knowledge,
): Promise<readonly SignedRuleSet[]> {
  const rows = await tx.db
    .selectFrom('knowledge_signoff as s')
    .innerJoin('app_user as u', (on) =>
      on.onRef('u.site_id', '=', 's.site_id').onRef('u.app_user_id', '=', 's.signed_by'),
    )
    .select([
      's.subject',
      's.decision',
      's.knowledge_version',
      's.content_hash',
      's.note',
      's.signed_at',
      'u.display_name',
    ])
    .where('s.site_id', '=', tx.site)
    .orderBy('s.knowledge_signoff_id', 'desc')
    .execute();
  return ruleSets(knowledge).map((set) => {
    const own = rows.filter(({ subject }) => subject === subjectOf(set.set));
    const [latest, ...earlier] = own.map((row) => ({
      decision: row.decision === 'confirmed' ? ('confirmed' as const) : ('withdrawn' as const),
      by: row.display_name,
      at: row.signed_at,
      knowledgeVersion: row.knowledge_version,
      hash: row.content_hash,
      note: row.note,
    }));
    if (latest === undefined) return { ...set, signOff: null, earlier };
    const holds = latest.hash === set.hash ? 'signed' : 'lapsed';
    const state = latest.decision === 'confirmed' ? holds : 'withdrawn';
    return { ...set, signOff: { ...latest, state }, earlier };
  });
}

export async function signRuleSet(
  tx: SiteTransaction,
  knowledge: Knowledge,
  { set, hash, decision, note }: SignOffBody,
  by: number,
  at: Date,
): Promise<Result<number, SignOffRefused>> {
  const found = (await signedRuleSets(tx, knowledge)).find((each) => each.set === set);
  if (found === undefined) return failure({ kind: 'no-such-set' });
  if (found.hash !== hash) return failure({ kind: 'changed-since-read', hash: found.hash });
  const standing = found.signOff !== null && found.signOff.state !== 'withdrawn';
  if (decision === 'withdrawn' && !standing) return failure({ kind: 'not-signed' });
  const row = await tx.db
    .insertInto('knowledge_signoff')
    .values({
      site_id: tx.site,
      subject: subjectOf(set),
      knowledge_version: knowledge.version,
      content_hash: hash,
      decision,
      note,
      signed_by: by,
      signed_at: at,
    })
    .returning('knowledge_signoff_id')
    .executeTakeFirstOrThrow();
  return success(row.knowledge_signoff_id);
}
