// What the reports left open about a fracture, in words. Decision: two days that cannot both be true are no days that nobody
// knows. They are said to contradict each other, so that somebody looks them up.

import type { Say, WordKey } from '../words/use-words.tsx';

interface MissingFacts {
  /** What nobody recorded; null when nothing is. */
  readonly unknown: string | null;
  /** A sentence; null when nothing contradicts. */
  readonly contradiction: string | null;
}

/** What is missing together, because one of them must be wrong (CF19, CF22); the first that fits counts. */
const cannotAllBe: readonly (readonly [WordKey, ...string[]])[] = [
  ['check.report-after-death', 'death-date', 'report-date'],
  ['check.death-ahead', 'death-date'],
  ['check.before-birth', 'birth-date', 'report-date'],
];

export function missingFactsInWords(missing: readonly string[], say: Say): MissingFacts {
  const found = cannotAllBe.find(([, ...facts]) => facts.every((fact) => missing.includes(fact)));
  const [sentence = null, ...wrong] = found ?? [];
  const unknown = missing.filter((fact) => !wrong.includes(fact));
  return {
    unknown: unknown.length === 0 ? null : unknown.map((fact) => say.of('fact', fact)).join(', '),
    contradiction: sentence === null ? null : say(sentence),
  };
}
