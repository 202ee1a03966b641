// The report of a bone density scan, with the scores that were measured and what was seen of the vertebrae.

import type { Day } from '../calendar.ts';
import { plain, read, request } from './notes.ts';
import type { TrueEpisode } from './patient.ts';
import { nothing, type Piece, say } from './piece.ts';
import { deny, type Injury, type Scene, state, write } from './scene.ts';

export interface ReportedDensity {
  readonly spine: number;
  readonly femoralNeck: number;
  readonly totalHip: number;
  readonly side: 'left' | 'right';
  readonly reading: 'osteoporosis' | 'low-bone-density' | 'normal';
  /** Null when the vertebrae were not looked at; otherwise the broken ones. */
  readonly vertebrae: readonly TrueEpisode[] | null;
}

export function densityReport(scene: Scene, day: Day, density: ReportedDensity): void {
  const { random, book } = scene;
  const slots = {
    ...book.sideSlots(density.side),
    a: afterMinus(density.spine),
    b: afterMinus(density.femoralNeck),
    c: afterMinus(density.totalHip),
  };
  const scores = say(random, book.tScores, slots);
  const [osteoporosis, low, , normal] = book.dxaConclusion;
  const conclusion = { osteoporosis, 'low-bone-density': low, normal }[density.reading];
  const report = read(scene, {
    exam: random.pick(book.exams.dxa),
    request: request(scene, book.requests.dxa, null),
    findings: [{ ...scores, text: scores.text.replaceAll('-+', '+') }, ...shapes(scene, density.vertebrae)],
    conclusion: plain(conclusion),
  });
  write(scene, day, 'dxa', report);
}

function shapes(scene: Scene, broken: readonly TrueEpisode[] | null): Piece[] {
  const { book } = scene;
  if (broken === null) return [nothing];
  if (broken.length === 0) return [deny(scene, book.vertebra.vfaDenied, 'vertebra.unspecified', null)];
  return broken.map((episode) => {
    const injury: Injury = { episode, words: null, slots: {}, lesion: 0 };
    return state(scene, book.vertebra.vfa, injury, 'old');
  });
}

/** What follows the minus sign of the phrase; a score from zero on brings its plus, and the minus goes. */
function afterMinus(score: number): string {
  const digits = Math.abs(score).toFixed(1).replace('.', ',');
  return score >= 0 ? `+${digits}` : digits;
}
