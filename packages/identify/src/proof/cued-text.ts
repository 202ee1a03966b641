// A report's text cut into pieces that each carry at most one cue, for a page and a terminal alike.
// Where cues overlap the one that changes the meaning most wins: a denial over a doubt, a doubt over the
// fracture, and the fracture over what merely describes it.

import type { Evidence, Finding, Span } from '../finding.ts';

export type CueClass = 'fracture' | 'negated' | 'doubt' | 'context';

export interface Cue extends Span {
  readonly cue: CueClass;
}

export interface Piece {
  readonly text: string;
  readonly cue: CueClass | null;
}

const strength: Readonly<Record<CueClass, number>> = { negated: 4, doubt: 3, fracture: 2, context: 1 };

/** The text between two places, in order and complete: joined, the pieces are the text again. */
export function piecesOf(text: string, range: Span, cues: readonly Cue[]): Piece[] {
  const inside = cues.filter((cue) => cue.end > range.start && cue.start < range.end && cue.end > cue.start);
  const cuts = new Set([range.start, range.end]);
  for (const cue of inside) {
    cuts.add(Math.max(cue.start, range.start));
    cuts.add(Math.min(cue.end, range.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let index = 1; index < places.length; index++) {
    const start = places[index - 1] ?? 0;
    const end = places[index] ?? 0;
    const cue = strongestAt(start, inside);
    const last = pieces.at(-1);
    if (last !== undefined && last.cue === cue) {
      pieces[pieces.length - 1] = { text: last.text + text.slice(start, end), cue };
    } else {
      pieces.push({ text: text.slice(start, end), cue });
    }
  }
  return pieces;
}

function strongestAt(place: number, cues: readonly Cue[]): CueClass | null {
  let best: CueClass | null = null;
  for (const { start, end, cue } of cues) {
    if (start <= place && place < end && (best === null || strength[cue] > strength[best])) best = cue;
  }
  return best;
}

/** The cues of findings: the words that name the fracture, and the evidence by what it did. */
export function cuesOf(findings: readonly Pick<Finding, keyof Span | 'mentions' | 'evidence'>[]): Cue[] {
  return findings.flatMap((finding) => [
    { start: finding.start, end: finding.end, cue: 'fracture' as const },
    ...finding.mentions.map(({ start, end }) => ({ start, end, cue: 'fracture' as const })),
    ...finding.evidence.map((each) => ({ start: each.start, end: each.end, cue: cueClassOf(each) })),
  ]);
}

/** What a piece of evidence did, in the three colours a reader is shown. */
export function cueClassOf({ role }: Pick<Evidence, 'role'>): CueClass {
  if (/absent|negat|deni/u.test(role)) return 'negated';
  if (/possible|doubt|uncertain|question|hypothe/u.test(role)) return 'doubt';
  if (/head|fracture|deformity|level|treated/u.test(role)) return 'fracture';
  return 'context';
}
