// What is known of each vertebra that is read, from T4 to L4: the grade that an eye gave and the grade that was measured,
// apart. Decision: the latest statement of each kind counts, a fracture without a grade is a state of its own, and what
// nobody read is "not recorded", never grade 0.

import type { CalendarDate, VertebralLevel } from '@breekpunt/core';
import { measuredBy } from '../morphometry/image-readings.ts';
import type { StoredEpisode } from '../records/fracture-episode.ts';
import type { VertebraRow } from '../records/vertebra-reading.ts';

export type LevelState =
  | {
      readonly kind: 'graded';
      readonly grade: 0 | 1 | 2 | 3;
      /** Measured without sound neighbours: it may be higher. */
      readonly atLeast: boolean;
      readonly shape: VertebraRow['shape'];
      readonly on: CalendarDate | null;
      /** A report or a reading of an image. */
      readonly from: 'report' | 'reading';
    }
  /** Called broken, or perhaps broken, in a report that gives no grade. */
  | { readonly kind: 'fractured' | 'possible'; readonly on: CalendarDate | null }
  /** A half grade by eye: neither a fracture nor its absence. */
  | { readonly kind: 'suspected'; readonly on: CalendarDate }
  | { readonly kind: 'not-readable'; readonly on: CalendarDate | null }
  | { readonly kind: 'not-recorded' };

export interface SpineLevel {
  readonly level: VertebralLevel;
  readonly seen: LevelState;
  readonly measured: LevelState;
  /** A report tells that it broke lately. */
  readonly isNew: boolean;
}

export interface SpineLevels {
  readonly levels: readonly SpineLevel[];
  /** Broken vertebrae that lie outside the levels read here. */
  readonly outside: readonly VertebralLevel[];
}

const notRecorded: LevelState = { kind: 'not-recorded' };

export function spineLevels(
  levels: readonly VertebralLevel[],
  readings: readonly VertebraRow[],
  episodes: readonly StoredEpisode[],
): SpineLevels {
  const broken = episodes.filter(({ episode }) => episode.site.startsWith('vertebra.'));
  const at = (level: VertebralLevel): readonly StoredEpisode[] =>
    broken.filter(({ episode }) => episode.levels.includes(level));
  return {
    levels: levels.map((level) => ({
      level,
      seen: seenOf(level, readings, at(level)),
      measured: measuredOf(level, readings),
      isNew: at(level).some(({ episode }) => episode.status === 'present' && episode.onset === 'incident'),
    })),
    outside: [...new Set(broken.flatMap(({ episode }) => episode.levels))].filter(
      (level) => !levels.includes(level),
    ),
  };
}

function seenOf(
  level: VertebralLevel,
  readings: readonly VertebraRow[],
  episodes: readonly StoredEpisode[],
): LevelState {
  const read = readings.findLast(
    (row) =>
      row.level === level &&
      row.gradedBy === null &&
      (row.genant !== null || row.suspected || row.readable === 'no'),
  );
  if (read !== undefined) return stateOf(read);
  // A grade of several vertebrae together is the grade of none of them.
  const graded = episodes.findLast(
    ({ episode }) => episode.status === 'present' && episode.genant !== null && episode.levels.length === 1,
  );
  if (graded !== undefined)
    return {
      kind: 'graded',
      grade: graded.episode.genant ?? 0,
      atLeast: false,
      shape: null,
      on: graded.episode.dates.latest,
      from: 'report',
    };
  const told = episodes.find(({ episode }) => episode.status === 'present') ?? episodes[0];
  if (told === undefined) return notRecorded;
  return {
    kind: told.episode.status === 'present' ? 'fractured' : 'possible',
    on: told.episode.dates.latest,
  };
}

function measuredOf(level: VertebralLevel, readings: readonly VertebraRow[]): LevelState {
  const own = readings.filter((row) => row.level === level);
  const read = own.findLast((row) => row.gradedBy !== null && row.genant !== null);
  const refused = own.findLast((row) => row.readable === 'no');
  if (read === undefined) return refused === undefined ? notRecorded : stateOf(refused);
  return refused !== undefined && refused.id > read.id ? stateOf(refused) : stateOf(read);
}

function stateOf({ readable, genant, suspected, shape, readOn, gradedBy }: VertebraRow): LevelState {
  if (readable === 'no') return { kind: 'not-readable', on: readOn };
  if (suspected) return { kind: 'suspected', on: readOn };
  if (genant === null) return notRecorded;
  return {
    kind: 'graded',
    grade: genant,
    atLeast: gradedBy === measuredBy.atLeast,
    shape,
    on: readOn,
    from: 'reading',
  };
}
