// What a person says of words in a report: this finding is wrong, here is one that was missed, or nothing was missed.
// Decision: a mark is an opinion that is kept, counted, and shown beside the words; what the case finder read stays as it
// was. But a missed fracture whose place is named speaks for itself: it becomes a statement of that report, is merged with
// the others, and opens a case; marking it wrong takes it back.

import {
  type FractureSite,
  failure,
  fractureSites,
  isVertebral,
  type Result,
  type Side,
  success,
  type VertebralLevel,
  vertebralLevels,
} from '@breekpunt/core';
import type { FractureTime } from '@breekpunt/identify';
import { z } from 'zod';
import type { SiteTransaction } from '../database/site-transaction.ts';

export type ReportMarkBody =
  | { readonly mark: 'wrong'; readonly finding: number }
  /** Half-open range of the report as received; the place when it is clear. */
  | {
      readonly mark: 'missed';
      readonly start: number;
      readonly end: number;
      readonly site: FractureSite | null;
      readonly side?: Side | null | undefined;
      readonly levels?: readonly VertebralLevel[] | undefined;
      readonly time?: FractureTime | undefined;
    }
  | { readonly mark: 'nothing-missed' };

export const reportMarkBody: z.ZodType<ReportMarkBody> = z.discriminatedUnion('mark', [
  z.object({ mark: z.literal('wrong'), finding: z.number().int().positive() }),
  z.object({
    mark: z.literal('missed'),
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    site: z.enum(fractureSites).nullable(),
    side: z.enum(['left', 'right', 'both']).nullable().optional(),
    levels: z.array(z.enum(vertebralLevels)).optional(),
    time: z.enum(['acute', 'subacute', 'old', 'undetermined']).optional(),
  }),
  z.object({ mark: z.literal('nothing-missed') }),
]);

export type MarkRefused = { readonly kind: 'not-found' } | { readonly kind: 'not-in-the-text' };

export interface MarkGiven {
  /** The patient it is about. */
  readonly person: number;
  readonly verdict: number;
  /** Whether what the report states is other than before. */
  readonly changesFractures: boolean;
}

export async function markReport(
  tx: SiteTransaction,
  report: number,
  mark: ReportMarkBody,
  by: number,
  at: Date,
): Promise<Result<MarkGiven, MarkRefused>> {
  const row = await tx.db
    .selectFrom('report')
    .select(['person_id', 'knowledge_version', 'body'])
    .where('site_id', '=', tx.site)
    .where('report_id', '=', report)
    .executeTakeFirst();
  if (row === undefined) return failure({ kind: 'not-found' });
  if (mark.mark === 'missed' && !(mark.start < mark.end && mark.end <= row.body.length))
    return failure({ kind: 'not-in-the-text' });
  if (mark.mark === 'wrong' && !(await isFindingOf(tx, report, mark.finding)))
    return failure({ kind: 'not-found' });
  const added = await tx.db
    .insertInto('verdict')
    .values({
      site_id: tx.site,
      person_id: row.person_id,
      report_id: report,
      finding_id: mark.mark === 'wrong' ? mark.finding : null,
      verdict: mark.mark === 'wrong' ? 'rejected' : mark.mark,
      reason: mark.mark === 'wrong' ? 'no-fracture' : null,
      correction:
        mark.mark === 'missed' ? JSON.stringify({ start: mark.start, end: mark.end, site: mark.site }) : null,
      given_by: by,
      given_at: at,
      knowledge_version: row.knowledge_version,
    })
    .returning('verdict_id')
    .executeTakeFirstOrThrow();
  const changesFractures =
    (mark.mark === 'missed' && (await addByHand(tx, report, row, mark))) ||
    (mark.mark === 'wrong' && (await withdrawByHand(tx, mark.finding, at)));
  return success({ person: row.person_id, verdict: added.verdict_id, changesFractures });
}

/** Findings of people stand behind those that the program can give a report. */
const firstByHand = 1_000;

/** False when no place is named: then nothing can be merged. */
export async function addByHand(
  tx: SiteTransaction,
  report: number,
  { person_id: person, knowledge_version: version }: { person_id: number; knowledge_version: string | null },
  {
    start,
    end,
    site,
    side = null,
    levels = [],
    time = 'undetermined',
  }: Extract<ReportMarkBody, { mark: 'missed' }>,
): Promise<boolean> {
  if (site === null) return false;
  const { next } = await tx.db
    .selectFrom('finding')
    .select(({ fn }) => fn.max('ordinal').as('next'))
    .where('site_id', '=', tx.site)
    .where('report_id', '=', report)
    .executeTakeFirstOrThrow();
  await tx.db
    .insertInto('finding')
    .values({
      site_id: tx.site,
      person_id: person,
      source: 'report',
      report_id: report,
      ordinal: Math.max(firstByHand, (next ?? 0) + 1),
      kind: 'fracture',
      fracture_site: site,
      side,
      levels: isVertebral(site) ? [...levels] : [],
      presence: 'present',
      experiencer: 'patient',
      fracture_time: time,
      section: 'none',
      span_start: start,
      span_end: end,
      mentions: JSON.stringify([{ start, end }]),
      evidence: JSON.stringify([{ start, end, rule: '', role: 'head-by-hand' }]),
      knowledge_version: version ?? 'by hand',
    })
    .execute();
  return true;
}

/** What the case finder read stays, whoever calls it wrong: only what a person added is taken back. */
async function withdrawByHand(tx: SiteTransaction, finding: number, at: Date): Promise<boolean> {
  const row = await tx.db
    .updateTable('finding')
    .set({ withdrawn_at: at, withdrawn_reason: 'taken-back', fracture_episode_id: null })
    .where('site_id', '=', tx.site)
    .where('finding_id', '=', finding)
    .where('ordinal', '>=', firstByHand)
    .where('withdrawn_at', 'is', null)
    .returning('finding_id')
    .executeTakeFirst();
  return row !== undefined;
}

async function isFindingOf(tx: SiteTransaction, report: number, finding: number): Promise<boolean> {
  const row = await tx.db
    .selectFrom('finding')
    .select('finding_id')
    .where('site_id', '=', tx.site)
    .where('report_id', '=', report)
    .where('finding_id', '=', finding)
    .executeTakeFirst();
  return row !== undefined;
}
