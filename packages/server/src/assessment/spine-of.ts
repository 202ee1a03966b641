// What images of the spine showed, out of the rows of readings and of the reports: which vertebrae are broken, how badly,
// and whether the whole spine was seen. Decision: a vertebra that a report calls broken is broken without heights; only a
// reading of every vertebra makes the rest of the spine sound.

import type { VertebralLevel } from '@breekpunt/core';
import type { BrokenVertebra, SpineFindings } from '@breekpunt/intervene';
import {
  type MeasuredVertebra,
  measureSpine,
  type SpineHeights,
  type VfaRules,
} from '@breekpunt/investigate';
import type { VertebraRow } from '../records/vertebra-reading.ts';
import type { SpineAnswer } from './answer.ts';
import { isLowerSpine, type RecordedFracture } from './fractures-of.ts';

/** The newest reading as the page shows it; null when there is none. */
export function spineAnswer(rows: readonly VertebraRow[], rules: VfaRules): SpineAnswer | null {
  const newest = newestReading(rows);
  const [first] = newest;
  if (first === undefined) return null;
  return {
    on: first.readOn,
    imaging: first.imaging,
    whole: isWhole(newest, rules),
    broken: newest.flatMap((row) => brokenAnswer(row)),
  };
}

function brokenAnswer({ level, genant, suspected }: VertebraRow): SpineAnswer['broken'] {
  if (suspected) return [{ level, grade: 0.5 }];
  return genant === 1 || genant === 2 || genant === 3 ? [{ level, grade: genant }] : [];
}

function isWhole(rows: readonly VertebraRow[], { levels }: VfaRules): boolean {
  const readable = new Set(rows.filter((row) => row.readable === 'yes').map(({ level }) => level));
  return levels.every((level) => readable.has(level));
}

export function spineFindings(
  rows: readonly VertebraRow[],
  fractures: readonly RecordedFracture[],
  asked: boolean,
  rules: VfaRules,
): SpineFindings | 'not-made' | 'not-recorded' {
  const newest = newestReading(rows);
  const measured = measureSpine(heightsIn(newest), rules.grading);
  const read = newest.flatMap((row) => brokenIn(row, measured.get(row.level), fractures));
  const levels = new Set(read.map(({ level }) => level));
  const told = fractures
    .flatMap((fracture) => toldBroken(fracture))
    .filter(({ level }) => !levels.has(level));
  if (newest.length === 0 && told.length === 0) return asked ? 'not-made' : 'not-recorded';
  // A suspicion leaves open what it is: the spine was not judged whole.
  const settled = newest.every(({ suspected }) => !suspected);
  return { broken: [...read, ...told], complete: settled && isWhole(newest, rules) };
}

/** One examination: all rows of the newest day. */
function newestReading(rows: readonly VertebraRow[]): readonly VertebraRow[] {
  const newest = rows
    .map(({ readOn }) => readOn)
    .toSorted()
    .at(-1);
  return rows.filter(({ readOn }) => readOn === newest);
}

function heightsIn(rows: readonly VertebraRow[]): SpineHeights {
  return Object.fromEntries(
    rows.flatMap(({ level, anteriorMm: anterior, middleMm: middle, posteriorMm: posterior }) =>
      anterior === null || middle === null || posterior === null
        ? []
        : [[level, { anterior, middle, posterior, unit: 'mm' as const }]],
    ),
  );
}

function brokenIn(
  { level, genant }: VertebraRow,
  measured: MeasuredVertebra | undefined,
  fractures: readonly RecordedFracture[],
): BrokenVertebra[] {
  if (genant === null || genant === 0) return [];
  return [{ level, grade: genant, on: dayOf(level, fractures), measured: measured ?? 'not-recorded' }];
}

/** The day of the fracture at that level when one is known; a picture shows a fracture, not its day. */
function dayOf(level: VertebralLevel, fractures: readonly RecordedFracture[]): BrokenVertebra['on'] {
  return fractures.find(({ levels }) => levels.includes(level))?.on ?? 'not-recorded';
}

function toldBroken({ site, levels, on, genant, seenOnImage }: RecordedFracture): BrokenVertebra[] {
  if (!isLowerSpine(site) || seenOnImage !== 'yes') return [];
  // The grade of a report is the highest of the vertebrae it names: of several it is nobody's own.
  const grade = levels.length === 1 ? (genant ?? 'not-recorded') : 'not-recorded';
  return levels.map((level) => ({ level, grade, on: on ?? 'not-recorded', measured: 'not-recorded' }));
}
