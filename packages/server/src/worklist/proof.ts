// The sentence that proves an episode, with its cues marked: the evidence on the row.
// Decision: of all findings of an episode the one that says it plainest is shown, a present fracture before a possible
// one and a recent before an old; among equals the first report that said so. The words are cut from the report by place.

import type { CalendarDate } from '@breekpunt/core';
import { cuesOf, type Evidence, type Piece, piecesOf, type Span, sentenceAround } from '@breekpunt/identify';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';

export interface Proof {
  readonly report: number;
  readonly kind: string | null;
  readonly reportedOn: CalendarDate | null;
  /** Joined they are the sentence as written. */
  readonly pieces: readonly Piece[];
}

export async function proofsOf(
  tx: SiteTransaction,
  episodes: readonly number[],
): Promise<ReadonlyMap<number, Proof>> {
  if (episodes.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('finding as f')
    .innerJoin('report as r', (join) =>
      join.onRef('r.site_id', '=', 'f.site_id').onRef('r.report_id', '=', 'f.report_id'),
    )
    .distinctOn('f.fracture_episode_id')
    .select([
      'f.fracture_episode_id',
      'f.report_id',
      'f.span_start',
      'f.span_end',
      'f.mentions',
      'f.evidence',
      'r.body',
      'r.kind',
      'r.reported_on',
    ])
    .where('f.site_id', '=', tx.site)
    .where('f.fracture_episode_id', 'in', episodes)
    .where('f.source', '=', 'report')
    .where('f.withdrawn_at', 'is', null)
    .orderBy('f.fracture_episode_id')
    .orderBy(sql`array_position(array['present', 'possible', 'absent'], f.presence)`)
    .orderBy(sql`array_position(array['acute', 'subacute', 'undetermined', 'old'], f.fracture_time)`)
    .orderBy('r.reported_on')
    .orderBy('f.finding_id')
    .execute();
  return new Map(
    rows.map((row) => {
      const start = row.span_start ?? 0;
      const span: Span = { start, end: row.span_end ?? start };
      const cues = cuesOf([
        {
          ...span,
          mentions: row.mentions as readonly Span[],
          evidence: row.evidence as readonly Evidence[],
        },
      ]);
      const proof: Proof = {
        report: row.report_id ?? 0,
        kind: row.kind,
        reportedOn: row.reported_on,
        pieces: piecesOf(row.body, sentenceAround(row.body, span), cues),
      };
      return [row.fracture_episode_id ?? 0, proof];
    }),
  );
}
