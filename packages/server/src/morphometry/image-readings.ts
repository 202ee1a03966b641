// The readings of one image: what the eye saw and what was measured, level by level, kept and read again. Decision: saving
// replaces all readings of the image at once; the earlier ones are withdrawn, not erased, and whoever saves over readings
// they have not seen is refused.

import { type Answer, failure, type Result, success, type VertebralLevel } from '@breekpunt/core';
import type { VisualGrade } from '@breekpunt/investigate';
import type { Knowledge } from '@breekpunt/knowledge';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Visit } from '../http/visit.ts';
import { type MeasuredLevel, type MeasureRefused, measureImage, type PlacedPoints } from './measure-image.ts';
import type { SpineImage } from './spine-image.ts';

export type Shape = 'normal' | 'wedge' | 'biconcave' | 'crush';

export interface ImageReading {
  readonly level: VertebralLevel;
  readonly readable: Answer;
  /** By eye; a half is a suspicion. */
  readonly seen: { readonly grade: VisualGrade; readonly shape: Shape | null } | null;
  /** Six places, null where none was set; null when none was. */
  readonly points: PlacedPoints | null;
}

export interface SavedReadings {
  /** Names this state of the readings; 0 when there are none. */
  readonly version: number;
  readonly readings: readonly ImageReading[];
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
}

export type SaveRefused =
  | MeasureRefused
  | { readonly kind: 'changed-meanwhile'; readonly version: number }
  | { readonly kind: 'graded-but-not-readable' }
  | { readonly kind: 'point-outside-image' };

/** The rules by which a measured grade was given; the ending says that neighbours were missing, so it is a lower bound. */
export const measuredBy = { full: 'genant-nhg', atLeast: 'genant-nhg-at-least' } as const;

export async function readingsOf(tx: SiteTransaction, image: number): Promise<SavedReadings> {
  const rows = await tx.db
    .selectFrom('vertebra_reading as r')
    .leftJoin('app_user as u', (on) =>
      on.onRef('u.site_id', '=', 'r.site_id').onRef('u.app_user_id', '=', 'r.recorded_by'),
    )
    .select([
      'r.vertebra_reading_id',
      'r.level',
      'r.readable',
      'r.genant',
      'r.suspected',
      'r.shape',
      'r.graded_by',
      'r.points',
      'r.recorded_at',
      'u.display_name',
    ])
    .where('r.site_id', '=', tx.site)
    .where('r.spine_image_id', '=', image)
    .where('r.withdrawn_at', 'is', null)
    .orderBy('r.vertebra_reading_id')
    .execute();
  const levels = [...new Set(rows.map(({ level }) => level))];
  const last = rows.at(-1);
  return {
    version: last?.vertebra_reading_id ?? 0,
    savedAt: last?.recorded_at ?? null,
    savedBy: last?.display_name ?? null,
    readings: levels.map((level) => {
      const own = rows.filter((row) => row.level === level);
      const seen = own.find((row) => row.graded_by === null && (row.genant !== null || row.suspected));
      const placed = own.find((row) => row.points !== null);
      return {
        level,
        readable: own[0]?.readable ?? 'not-recorded',
        seen:
          seen === undefined
            ? null
            : { grade: seen.suspected ? 0.5 : (seen.genant as 0 | 1 | 2 | 3), shape: seen.shape },
        points: (placed?.points as PlacedPoints | undefined) ?? null,
      };
    }),
  };
}

export async function saveReadings(
  { tx, user, at, today }: Pick<Visit, 'tx' | 'user' | 'at' | 'today'>,
  knowledge: Knowledge,
  of: { readonly case: number; readonly person: number; readonly image: SpineImage },
  onVersion: number,
  readings: readonly ImageReading[],
): Promise<Result<SavedReadings, SaveRefused>> {
  const { image } = of;
  const refused = contradiction(readings, image);
  if (refused !== null) return failure(refused);
  // Whoever saves the same image at the same time waits here.
  await tx.db
    .selectFrom('spine_image')
    .select('spine_image_id')
    .where('site_id', '=', tx.site)
    .where('spine_image_id', '=', image.id)
    .forUpdate()
    .execute();
  const before = await readingsOf(tx, image.id);
  if (before.version !== onVersion) return failure({ kind: 'changed-meanwhile', version: before.version });
  const placed = readings.flatMap(({ level, points }) => (points === null ? [] : [{ level, points }]));
  const measured = measureImage(knowledge, today, placed, null, image.mm);
  if (!measured.ok) return measured;
  await tx.db
    .updateTable('vertebra_reading')
    .set({ withdrawn_at: at })
    .where('site_id', '=', tx.site)
    .where('spine_image_id', '=', image.id)
    .where('withdrawn_at', 'is', null)
    .execute();
  const rows = readings.flatMap((reading) => {
    const level = measured.value.levels.find((each) => each.level === reading.level);
    return rowsOf(reading, level).map((row) => ({
      ...row,
      site_id: tx.site,
      person_id: of.person,
      fls_case_id: of.case,
      spine_image_id: image.id,
      imaging: image.imaging,
      read_on: image.takenOn,
      level: reading.level,
      readable: reading.readable,
      source: 'manual' as const,
      recorded_by: user.id,
      recorded_at: at,
    }));
  });
  if (rows.length > 0) await tx.db.insertInto('vertebra_reading').values(rows).execute();
  return success(await readingsOf(tx, image.id));
}

function contradiction(readings: readonly ImageReading[], { width, height }: SpineImage): SaveRefused | null {
  const levels = readings.map(({ level }) => level);
  if (new Set(levels).size < levels.length) return { kind: 'level-twice' };
  for (const { readable, seen, points } of readings) {
    if (readable === 'no' && (seen !== null || points !== null)) return { kind: 'graded-but-not-readable' };
    for (const point of points ?? [])
      if (point !== null && !(point.x >= 0 && point.x <= width && point.y >= 0 && point.y <= height))
        return { kind: 'point-outside-image' };
  }
  return null;
}

type ReadingRow = {
  readonly genant: number | null;
  readonly suspected: boolean;
  readonly shape: Shape | null;
  readonly graded_by: string | null;
  readonly points: string | null;
  readonly anterior_mm: number | null;
  readonly middle_mm: number | null;
  readonly posterior_mm: number | null;
  readonly height_loss_percent: number | null;
};

const nothing: ReadingRow = {
  genant: null,
  suspected: false,
  shape: null,
  graded_by: null,
  points: null,
  anterior_mm: null,
  middle_mm: null,
  posterior_mm: null,
  height_loss_percent: null,
};

/** The grade of the eye and that of the ruler in rows of their own; a level that only said whether it could be read in one. */
function rowsOf({ readable, seen, points }: ImageReading, level: MeasuredLevel | undefined): ReadingRow[] {
  const rows: ReadingRow[] = [];
  if (seen !== null) {
    const half = seen.grade === 0.5;
    rows.push({ ...nothing, genant: half ? null : seen.grade, suspected: half, shape: seen.shape });
  }
  if (points !== null) rows.push({ ...measuredRow(level), points: JSON.stringify(points) });
  if (rows.length === 0 && readable !== 'not-recorded') rows.push(nothing);
  return rows;
}

function measuredRow(level: MeasuredLevel | undefined): ReadingRow {
  if (level === undefined || level.state !== 'measured') return nothing;
  const { heights, measured } = level;
  const mm = (value: number): number | null => (heights.unit === 'mm' ? value : null);
  return {
    ...nothing,
    genant: measured.graded.grade,
    shape: measured.shape,
    graded_by: measured.atLeast ? measuredBy.atLeast : measuredBy.full,
    anterior_mm: mm(heights.anterior),
    middle_mm: mm(heights.middle),
    posterior_mm: mm(heights.posterior),
    height_loss_percent: measured.greatest.percent,
  };
}
