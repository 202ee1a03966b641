// What a nurse decides about a case that was found: confirm, correct, reject, put off, or "not useful to work up".
// Decision: a verdict is kept as an event of its own beside the case's new state, with what the case was before, so that
// it can be taken back and so that the precision of case finding is counted from what people said, not from states.

import {
  type CalendarDate,
  failure,
  fractureSites,
  type Result,
  success,
  unreachable,
  vertebralLevels,
} from '@breekpunt/core';
import { z } from 'zod';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type CaseProgress, caseById, changeCase, type FlsCase } from '../records/fls-case.ts';
import type { ChangeRefused } from '../records/optimistic-change.ts';
import type { Correction } from '../worklist/worklist-row.ts';
import { calendarDay } from './calendar-day.ts';

/** The finding was wrong: the words do not say what was read in them. */
export const wrongFindingReasons = ['no-fracture', 'old-fracture', 'not-this-patient', 'other-site'] as const;

/** The finding was right, and the service does nothing with it. */
export const otherRejectReasons = [
  'high-energy',
  'pathological',
  'already-known',
  'too-young',
  'deceased',
] as const;

type RejectReason = (typeof wrongFindingReasons)[number] | (typeof otherRejectReasons)[number];

/** Why working up would not help this patient, as guidelines name it. */
export const notUsefulReasons = [
  'life-expectancy',
  'declined',
  'already-treated',
  'treated-elsewhere',
  'unreachable',
] as const;

export type CaseVerdict =
  | { readonly verdict: 'confirmed' }
  | { readonly verdict: 'corrected'; readonly correction: Correction }
  | { readonly verdict: 'rejected'; readonly reason: RejectReason }
  | { readonly verdict: 'not-useful'; readonly reason: (typeof notUsefulReasons)[number] }
  | { readonly verdict: 'snoozed'; readonly until: CalendarDate };

const correction = z
  .object({
    site: z.enum(fractureSites),
    side: z.enum(['left', 'right', 'both']).nullable(),
    levels: z.array(z.enum(vertebralLevels)),
    mechanism: z.enum(['high-energy', 'low-energy', 'contradictory', 'not-recorded']),
    fractureOn: calendarDay,
  })
  .partial();

export const verdictBody: z.ZodType<CaseVerdict> = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('confirmed') }),
  z.object({ verdict: z.literal('corrected'), correction }),
  z.object({
    verdict: z.literal('rejected'),
    reason: z.enum([...wrongFindingReasons, ...otherRejectReasons]),
  }),
  z.object({ verdict: z.literal('not-useful'), reason: z.enum(notUsefulReasons) }),
  z.object({ verdict: z.literal('snoozed'), until: calendarDay }),
]);

export interface VerdictGiven {
  readonly verdict: number;
  readonly version: number;
}

export type VerdictRefused =
  | ChangeRefused
  | { readonly kind: 'already-decided'; readonly state: FlsCase['state'] }
  | { readonly kind: 'snooze-not-in-future' };

export interface Giver {
  readonly user: number;
  readonly at: Date;
  readonly today: CalendarDate;
}

/** One key decides: the case, its version and the verdict; nothing else is needed. */
export async function giveVerdict(
  tx: SiteTransaction,
  id: number,
  onVersion: number,
  given: CaseVerdict,
  { user, at, today }: Giver,
): Promise<Result<VerdictGiven, VerdictRefused>> {
  const before = await caseById(tx, id);
  if (before === null) return failure({ kind: 'not-found' });
  if (before.version === onVersion && isEnded(before)) {
    return failure({ kind: 'already-decided', state: before.state });
  }
  if (given.verdict === 'snoozed' && given.until <= today) return failure({ kind: 'snooze-not-in-future' });
  const changed = await changeCase(tx, id, {
    onVersion,
    by: user,
    at,
    progress: progressAfter(before, given),
  });
  if (!changed.ok) return changed;
  if (given.verdict === 'corrected') await correctCase(tx, id, given.correction);
  const row = await tx.db
    .insertInto('verdict')
    .values({
      site_id: tx.site,
      person_id: before.person,
      fls_case_id: id,
      fracture_episode_id: before.episode,
      verdict: given.verdict,
      reason: 'reason' in given ? given.reason : null,
      correction: given.verdict === 'corrected' ? JSON.stringify(given.correction) : null,
      case_before: JSON.stringify(await stateBefore(tx, before)),
      given_by: user,
      given_at: at,
      knowledge_version: await knowledgeVersionOf(tx, before.episode),
    })
    .returning('verdict_id')
    .executeTakeFirstOrThrow();
  return success({ verdict: row.verdict_id, version: changed.value });
}

/** What taking a verdict back restores. */
export type CaseBefore = Pick<FlsCase, 'stage' | 'state' | 'snoozedUntil' | 'reason'> & {
  readonly correction: unknown;
};

/** Before the change: the correction is read apart, because the case's own words do not hold it. */
async function stateBefore(tx: SiteTransaction, before: FlsCase): Promise<CaseBefore> {
  const row = await tx.db
    .selectFrom('verdict')
    .select('correction')
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', before.id)
    .where('verdict', '=', 'corrected')
    .where('undone_by_id', 'is', null)
    .orderBy('verdict_id', 'desc')
    .executeTakeFirst();
  const { stage, state, snoozedUntil, reason } = before;
  return { stage, state, snoozedUntil, reason, correction: row?.correction ?? null };
}

function isEnded({ state }: FlsCase): boolean {
  return state === 'rejected' || state === 'closed';
}

function progressAfter(before: FlsCase, given: CaseVerdict): CaseProgress {
  const { stage, state, dueOn, owner, note } = before;
  const same = { stage, state, dueOn, owner, note, snoozedUntil: null, reason: null };
  switch (given.verdict) {
    case 'confirmed':
    case 'corrected':
      return { ...same, state: 'open', stage: stage === 'identify' ? 'investigate' : stage };
    case 'rejected':
      return { ...same, state: 'rejected', reason: given.reason };
    case 'not-useful':
      return { ...same, state: 'closed', reason: given.reason };
    case 'snoozed':
      return { ...same, state: 'snoozed', snoozedUntil: given.until };
    default:
      return unreachable(given);
  }
}

async function correctCase(tx: SiteTransaction, id: number, given: unknown): Promise<void> {
  await tx.db
    .updateTable('fls_case')
    .set({ correction: JSON.stringify(given) })
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .execute();
}

async function knowledgeVersionOf(tx: SiteTransaction, episode: number): Promise<string | null> {
  const row = await tx.db
    .selectFrom('fracture_episode')
    .select('knowledge_version')
    .where('site_id', '=', tx.site)
    .where('fracture_episode_id', '=', episode)
    .executeTakeFirst();
  return row?.knowledge_version ?? null;
}
