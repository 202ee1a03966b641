// What is drawn of a broken hip: the kind of fracture and the implant. Decision: what people stated of the hip of this case (in the
// assessment, in the facts of the guide) stands before what a report says; other hips have only their report, and what nobody
// stated stays absent.

import type { CalendarDate, FractureSite } from '@breekpunt/core';
import type { OperationKind } from '@breekpunt/inform';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { guideFactsOf } from '../guide/facts/kept-guide-facts.ts';
import type { StoredEpisode } from '../records/fracture-episode.ts';
import type { WorklistRow } from '../worklist/worklist-row.ts';

export interface HipPicture {
  readonly episode: number;
  readonly site: FractureSite;
  readonly side: 'left' | 'right' | 'both' | null;
  readonly status: 'present' | 'possible' | 'excluded';
  readonly on: CalendarDate | null;
  /** As the assessment has it; null when nobody said. */
  readonly part: 'neck' | 'trochanteric-a1-a2' | 'trochanteric-a3' | 'subtrochanteric' | null;
  readonly garden: 'I' | 'II' | 'III' | 'IV' | null;
  /** As the team stated it; null when nobody did, or there was none. */
  readonly implant: { readonly kind: OperationKind; readonly on: CalendarDate | null } | null;
}

type Stated = Pick<HipPicture, 'part' | 'garden' | 'implant'>;
const nothingStated: Stated = { part: null, garden: null, implant: null };

export async function hipPictures(
  tx: SiteTransaction,
  ofCase: Pick<WorklistRow, 'id' | 'site' | 'side' | 'fractureOn'>,
  episodes: readonly StoredEpisode[],
): Promise<readonly HipPicture[]> {
  const own = await ownEpisode(tx, ofCase.id);
  // What a person put right on the case is on its row, and not on the episode that reports made.
  const isHip = ({ id, episode }: StoredEpisode): boolean =>
    (id === own ? ofCase.site : episode.site).startsWith('hip.');
  const hips = episodes.filter(isHip);
  const stated = hips.some(({ id }) => id === own) ? await statedOf(tx, ofCase.id) : nothingStated;
  return hips.map(({ id, episode: { site, side, status, dates } }) =>
    id === own
      ? { episode: id, status, site: ofCase.site, side: ofCase.side, on: ofCase.fractureOn, ...stated }
      : { episode: id, status, site, side, on: dates.latest, ...nothingStated },
  );
}

async function ownEpisode(tx: SiteTransaction, id: number): Promise<number | null> {
  const row = await tx.db
    .selectFrom('fls_case')
    .select('fracture_episode_id')
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .executeTakeFirst();
  return row?.fracture_episode_id ?? null;
}

async function statedOf(tx: SiteTransaction, id: number): Promise<Stated> {
  const rows = await tx.db
    .selectFrom('assessment_entry')
    .select(['field', 'answer'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .where('field', 'in', ['hip-site', 'garden'])
    .orderBy('version')
    .execute();
  const answers = new Map(rows.map(({ field, answer }) => [field, answer]));
  const { treatment } = (await guideFactsOf(tx, id)).facts;
  const operated = treatment !== 'not-recorded' && treatment.kind === 'operation' ? treatment : null;
  return {
    part: oneOf(parts, answers.get('hip-site')),
    garden: oneOf(gardens, answers.get('garden')),
    implant:
      operated === null
        ? null
        : { kind: operated.operation, on: operated.on === 'not-recorded' ? null : operated.on },
  };
}

const parts = ['neck', 'trochanteric-a1-a2', 'trochanteric-a3', 'subtrochanteric'] as const;
const gardens = ['I', 'II', 'III', 'IV'] as const;

function oneOf<T extends string>(list: readonly T[], answer: unknown): T | null {
  return list.find((each) => each === answer) ?? null;
}
