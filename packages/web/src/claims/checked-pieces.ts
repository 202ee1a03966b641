// Cuts a checked text into pieces for the screen: plain, with the claims found there, a claim
// that was not checked, or a treatment of which nothing was recognised. Joined,
// the pieces are the text again.

import type { CheckedText } from '@breekpunt/server';

export interface CheckedPiece {
  readonly start: number;
  readonly text: string;
  /** Ids of the claims that lie on it. */
  readonly claims: readonly string[];
  readonly notChecked: boolean;
  readonly notRecognised: boolean;
}

export function checkedPieces(
  text: string,
  { found, notChecked, notRecognised }: Pick<CheckedText, 'found' | 'notChecked' | 'notRecognised'>,
): CheckedPiece[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...found, ...notChecked, ...notRecognised]) cuts.add(start).add(end);
  const places = [...cuts].filter((at) => at <= text.length).sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0;
    const covers = (stretch: { readonly start: number; readonly end: number }): boolean =>
      stretch.start <= start && stretch.end >= end;
    return {
      start,
      text: text.slice(start, end),
      claims: [...new Set(found.filter(covers).map(({ claim }) => claim))],
      notChecked: notChecked.some(covers),
      notRecognised: notRecognised.some(covers),
    };
  });
}
