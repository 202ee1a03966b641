// What was measured of a vertebra, in words and in the short form that stands on the image. Decision: no grade before all
// six points are set, and a grade that is only a lower bound always says "at least".

import type { MeasuredImage } from '@breekpunt/server';
import { decimal } from '../figures/number-words.ts';
import type { EditorState } from './editor-state.ts';
import { type Vertebra, vertebraOf } from './editor-state.ts';
import type { MorphometrySay } from './use-morphometry-words.ts';

type MeasuredLevel = MeasuredImage['levels'][number];
type Graded = Extract<MeasuredLevel, { state: 'measured' }>;

export function levelName(level: string, language: string): string {
  return language === 'fr' ? level.replace('T', 'D') : level;
}

export function measuredOf(image: MeasuredImage | null, level: string): MeasuredLevel | null {
  return image?.levels.find((each) => each.level === level) ?? null;
}

export function pointsSet({ points }: Vertebra): number {
  return points.filter((point) => point !== null).length;
}

/** "G2", "≥ G1", or empty when there is no grade. */
export function gradeShort(level: MeasuredLevel | null): string {
  if (level === null || level.state !== 'measured') return '';
  const { graded, atLeast } = level.measured;
  return `${atLeast ? '≥ ' : ''}G${graded.grade}`;
}

/** One line for the list of levels. */
export function levelLine(
  state: EditorState,
  level: string,
  measured: MeasuredLevel | null,
  say: MorphometrySay,
): string {
  const own = vertebraOf(state, level);
  const parts: string[] = [];
  if (own.readable === 'no') parts.push(say('state.notReadable'));
  const set = pointsSet(own);
  if (set > 0 && set < 6) parts.push(say('state.unfinished', { n: set }));
  if (set === 6) parts.push(measured === null ? say('state.measuring') : measuredLine(measured, say));
  if (own.seen !== null)
    parts.push(
      own.seen.grade === 0.5 ? say('state.suspected') : say('state.seen', { grade: own.seen.grade }),
    );
  return parts.length === 0 ? say('state.none') : parts.join(' · ');
}

function measuredLine(level: MeasuredLevel, say: MorphometrySay): string {
  if (level.state !== 'measured') return say(`state.${level.state}`);
  return `${gradeShort(level)} · ${say(`shape.${level.measured.shape}`)} · ${decimal(level.measured.greatest.percent, 1, say.language)} %`;
}

export function heightsLine({ heights }: Graded, say: MorphometrySay): string {
  const values = (['anterior', 'middle', 'posterior'] as const).map((at) =>
    decimal(heights[at], 1, say.language),
  );
  const unit = heights.unit === 'mm' ? 'mm' : say('pixels');
  return say('heights', { front: values[0] ?? '', middle: values[1] ?? '', back: values[2] ?? '', unit });
}

export function lossLine({ measured: { greatest } }: Graded, say: MorphometrySay): string {
  const percent = `${decimal(greatest.percent, 1, say.language)} %`;
  const mm = greatest.mm === null ? '' : ` (${decimal(greatest.mm, 1, say.language)} mm)`;
  return say('loss', {
    percent: `${percent}${mm}`,
    at: say(`at.${greatest.position}`),
    against: say(`against.${greatest.against}`),
  });
}
