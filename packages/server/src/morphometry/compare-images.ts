// Two images of one spine beside each other, vertebra by vertebra: what the eye said and what was measured, then and now.
// Decision: both are measured again from their points with the rules of today, so that only the spine can have changed; grades
// of the eye are compared with those of the eye and measured ones with measured ones.

import type { CalendarDate, VertebralLevel } from '@breekpunt/core';
import {
  type ComparedLevel,
  comparedSpines,
  type HeightChange,
  heightChange,
  type LevelGrade,
  type MeasuredVertebra,
  type VisualGrade,
} from '@breekpunt/investigate';
import type { Knowledge } from '@breekpunt/knowledge';
import type { ImageReading, SavedReadings } from './image-readings.ts';
import { type MeasuredLevel, measureImage, type PlacedPoints } from './measure-image.ts';
import type { SpineImage } from './spine-image.ts';

export interface VertebraThen {
  readonly readable: ImageReading['readable'];
  readonly seen: VisualGrade | null;
  /** Null while the six points are not set, or are no vertebra. */
  readonly measured: {
    readonly grade: number;
    readonly atLeast: boolean;
    readonly shape: MeasuredVertebra['shape'];
    readonly lossPercent: number;
    readonly lossMm: number | null;
  } | null;
  readonly points: PlacedPoints | null;
}

export interface VertebraTwice {
  readonly level: VertebralLevel;
  readonly before: VertebraThen;
  readonly after: VertebraThen;
  /** Null when the two images cannot be compared so. */
  readonly seen: ComparedLevel | null;
  readonly measured: ComparedLevel | null;
  readonly height: HeightChange | null;
}

export interface ComparedImages {
  readonly earlier: ComparedImage;
  readonly later: ComparedImage;
  /** Only the levels that were read on either. */
  readonly levels: readonly VertebraTwice[];
}

export interface ComparedImage {
  readonly id: number;
  readonly imaging: SpineImage['imaging'];
  readonly takenOn: CalendarDate;
}

export type ReadImage = Pick<SpineImage, 'id' | 'imaging' | 'takenOn' | 'mm'> &
  Pick<SavedReadings, 'readings'>;

/** Null when the second is not the later one. */
export function compareImages(
  knowledge: Knowledge,
  today: CalendarDate,
  levels: readonly VertebralLevel[],
  earlier: ReadImage,
  later: ReadImage,
): ComparedImages | null {
  if (earlier.takenOn >= later.takenOn) return null;
  const [before, after] = [earlier, later].map((image) => measuredIn(knowledge, today, image));
  if (before === undefined || after === undefined) return null;
  const seen = compared(earlier, later, 'visual', (image) => image.readings, levels, seenGrade);
  const ruled = compared(
    earlier,
    later,
    'measured',
    (image) => (image === earlier ? before : after),
    levels,
    measuredGrade,
  );
  const read = levels.filter((level) => isRead(earlier, level) || isRead(later, level));
  return {
    earlier: named(earlier),
    later: named(later),
    levels: read.map((level) => ({
      level,
      before: thenOf(level, earlier, before),
      after: thenOf(level, later, after),
      seen: seen.get(level) ?? null,
      measured: ruled.get(level) ?? null,
      height: heightOf(level, before, after),
    })),
  };
}

function named({ id, imaging, takenOn }: ReadImage): ComparedImage {
  return { id, imaging, takenOn };
}

function isRead({ readings }: ReadImage, level: VertebralLevel): boolean {
  return readings.some((each) => each.level === level);
}

function measuredIn(
  knowledge: Knowledge,
  today: CalendarDate,
  { readings, mm }: ReadImage,
): readonly MeasuredLevel[] {
  const placed = readings.flatMap(({ level, points }) => (points === null ? [] : [{ level, points }]));
  const measured = measureImage(knowledge, today, placed, null, mm);
  return measured.ok ? measured.value.levels : [];
}

function compared<T>(
  earlier: ReadImage,
  later: ReadImage,
  by: 'visual' | 'measured',
  of: (image: ReadImage) => readonly T[],
  levels: readonly VertebralLevel[],
  grade: (level: VertebralLevel, items: readonly T[]) => LevelGrade,
): ReadonlyMap<VertebralLevel, ComparedLevel> {
  const dated = (image: ReadImage) => ({
    date: image.takenOn,
    by,
    grading: by === 'visual' ? null : 'nhg',
    grades: levels.map((level) => grade(level, of(image))),
  });
  const found = comparedSpines(dated(earlier), dated(later));
  return new Map(found.ok ? found.value.map((each) => [each.level, each]) : []);
}

function seenGrade(level: VertebralLevel, readings: readonly ImageReading[]): LevelGrade {
  const reading = readings.find((each) => each.level === level);
  if (reading?.readable === 'no') return { level, state: 'not-readable' };
  return reading?.seen == null
    ? { level, state: 'not-recorded' }
    : { level, state: 'graded', grade: reading.seen.grade, atLeast: false };
}

function measuredGrade(level: VertebralLevel, measured: readonly MeasuredLevel[]): LevelGrade {
  const found = measured.find((each) => each.level === level);
  return found?.state === 'measured'
    ? { level, state: 'graded', grade: found.measured.graded.grade, atLeast: found.measured.atLeast }
    : { level, state: 'not-recorded' };
}

function thenOf(
  level: VertebralLevel,
  { readings }: ReadImage,
  measured: readonly MeasuredLevel[],
): VertebraThen {
  const reading = readings.find((each) => each.level === level);
  const found = measuredAt(level, measured);
  return {
    readable: reading?.readable ?? 'not-recorded',
    seen: reading?.seen?.grade ?? null,
    measured:
      found === null
        ? null
        : {
            grade: found.graded.grade,
            atLeast: found.atLeast,
            shape: found.shape,
            lossPercent: found.greatest.percent,
            lossMm: found.greatest.mm,
          },
    points: found === null ? null : (reading?.points ?? null),
  };
}

function heightOf(
  level: VertebralLevel,
  before: readonly MeasuredLevel[],
  after: readonly MeasuredLevel[],
): HeightChange | null {
  const [then, now] = [measuredAt(level, before), measuredAt(level, after)];
  return then === null || now === null ? null : heightChange(then, now);
}

function measuredAt(level: VertebralLevel, measured: readonly MeasuredLevel[]): MeasuredVertebra | null {
  const found = measured.find((each) => each.level === level);
  return found?.state === 'measured' ? found.measured : null;
}
