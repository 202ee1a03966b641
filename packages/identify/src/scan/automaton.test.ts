import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Automaton } from './automaton.ts';
import { PatternTree } from './pattern-tree.ts';

/** Every (pattern, end) pair by looking at each place in turn: slow and plainly right. */
function naive(patterns: readonly number[][], text: readonly number[]): string[] {
  const found: string[] = [];
  for (let end = 1; end <= text.length; end++)
    patterns.forEach((pattern, number) => {
      const start = end - pattern.length;
      if (start >= 0 && pattern.every((symbol, i) => text[start + i] === symbol))
        found.push(`${number}@${end}`);
    });
  return found.sort();
}

function scanned(automaton: Automaton, text: readonly number[]): string[] {
  const { firstPattern, nextPattern, shorter } = automaton;
  const found: string[] = [];
  let state = automaton.start;
  text.forEach((symbol, i) => {
    state = automaton.follow(state, symbol);
    if (state > automaton.lastEnding) return;
    for (let node = automaton.nodeOf[state] as number; node > 0; node = shorter[node] as number)
      for (let p = firstPattern[node] as number; p !== -1; p = nextPattern[p] as number)
        found.push(`${p}@${i + 1}`);
  });
  return found.sort();
}

test('finds every pattern at every place, as looking at each place in turn does, at each reading', () => {
  const symbol = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.array(symbol, { minLength: 1, maxLength: 5 }), {
        minLength: 1,
        maxLength: 8,
        selector: (p) => p.join(),
      }),
      fc.array(fc.array(symbol, { maxLength: 40 }), { maxLength: 3 }),
      (patterns, texts) => {
        const tree = new PatternTree();
        const automaton = new Automaton(
          tree,
          patterns.map((pattern) => tree.insert(pattern, pattern.length)),
        );
        for (const text of [...texts, ...texts])
          expect(scanned(automaton, text)).toEqual(naive(patterns, text));
      },
    ),
    { seed: 20_261_121, numRuns: 400 },
  );
});
