// What a person says of words in a report: this finding is wrong, here is one that was missed, or nothing was missed.
// Decision: a mark changes no finding and no case; it is an opinion that is kept, counted, and shown beside the words.

import { type FractureSite, failure, fractureSites, type Result, success } from '@breekpunt/core';
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
    }
  | { readonly mark: 'nothing-missed' };

export const reportMarkBody: z.ZodType<ReportMarkBody> = z.discriminatedUnion('mark', [
  z.object({ mark: z.literal('wrong'), finding: z.number().int().positive() }),
  z.object({
    mark: z.literal('missed'),
    start: z.number().int().min(0),
    end: z.number().int().min(1),
    site: z.enum(fractureSites).nullable(),
  }),
  z.object({ mark: z.literal('nothing-missed') }),
]);

export type MarkRefused = { readonly kind: 'not-found' } | { readonly kind: 'not-in-the-text' };

/** The patient it is about, for the audit log. */
export async function markReport(
  tx: SiteTransaction,
  report: number,
  mark: ReportMarkBody,
  by: number,
  at: Date,
): Promise<Result<{ readonly person: number; readonly verdict: number }, MarkRefused>> {
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
  return success({ person: row.person_id, verdict: added.verdict_id });
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
