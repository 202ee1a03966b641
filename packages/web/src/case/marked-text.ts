// Cuts a report into pieces for the screen: each piece with the cues that lie on it and the finding it belongs to. Joined, the
// pieces are the report again; nothing is left out or rewritten.

import type { MarkedReport } from '@breekpunt/server';

type Finding = MarkedReport['findings'][number];
type Mark = Finding['marks'][number];

export interface MarkedPiece {
  readonly start: number;
  readonly text: string;
  /** What is shown: a denial before a doubt, a doubt before the fracture, that before what merely describes it. */
  readonly mark: Mark | null;
  readonly finding: Finding | null;
  /** Somebody saw a fracture here that was missed. */
  readonly missed: boolean;
}

const strength = { negated: 4, doubt: 3, fracture: 2, context: 1 } as const;

export function markedText({ body, findings, missed }: MarkedReport): MarkedPiece[] {
  const marks = findings.flatMap((finding) => finding.marks.map((mark) => ({ mark, finding })));
  const cuts = new Set([0, body.length]);
  for (const { start, end } of [...marks.map(({ mark }) => mark), ...missed]) {
    cuts.add(Math.min(start, body.length));
    cuts.add(Math.min(end, body.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0;
    const here = marks
      .filter(({ mark }) => mark.start <= start && mark.end >= end)
      .toSorted((a, b) => strength[b.mark.cue] - strength[a.mark.cue]);
    const [top] = here;
    return {
      start,
      text: body.slice(start, end),
      mark: top?.mark ?? null,
      finding: top?.finding ?? null,
      missed: missed.some((each) => each.start <= start && each.end >= end),
    };
  });
}
