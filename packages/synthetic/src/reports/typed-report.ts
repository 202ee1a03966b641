// A draft as it leaves the typist's hands: with its number, and now and then a slip of the keyboard.

import type { Random } from '../random.ts';
import type { Draft, Report } from './patient.ts';
import type { Piece } from './piece.ts';

/** Slips depend on the number alone, so that one report more changes no other. */
export function typedReport(random: Random, number: number, draft: Draft): Report {
  return {
    id: `SYN-V${String(number).padStart(6, '0')}`,
    day: draft.day,
    kind: draft.kind,
    language: draft.language,
    text: mistyped(random.fork(`typing/${number}`), draft.piece),
    codes: draft.codes,
    statements: draft.piece.statements,
  };
}

/** Now and then a slip of the keyboard: two letters change places in a long word that names no fracture. */
function mistyped(random: Random, piece: Piece): string {
  if (!random.chance(0.04)) return piece.text;
  const words = [...piece.text.matchAll(/\p{Ll}{9,}/gu)].filter(
    (word) => !piece.statements.some((s) => s.evidence.includes(word[0])),
  );
  if (words.length === 0) return piece.text;
  const word = random.pick(words);
  const at = word.index + random.int(2, word[0].length - 3);
  const swapped = `${piece.text[at + 1]}${piece.text[at]}`;
  return piece.text.slice(0, at) + swapped + piece.text.slice(at + 2);
}
