import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAutomaton } from './automaton.ts';
import { CLASS_COUNT } from './char-class.ts';

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

function scanned(patterns: readonly number[][], text: readonly number[]): string[] {
  const { next, firstEnding, firstPattern, nextPattern, shorter } = buildAutomaton(patterns);
  const found: string[] = [];
  let state = 0;
  text.forEach((symbol, i) => {
    state = next[state * CLASS_COUNT + symbol] as number;
    if (state < firstEnding) return;
    for (let node = state; node > 0; node = shorter[node] as number)
      for (let p = firstPattern[node] as number; p !== -1; p = nextPattern[p] as number)
        found.push(`${p}@${i + 1}`);
  });
  return found.sort();
}

test('finds every pattern at every place, as looking at each place in turn does', () => {
  const symbol = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.array(symbol, { minLength: 1, maxLength: 5 }), {
        minLength: 1,
        maxLength: 8,
        selector: (p) => p.join(),
      }),
      fc.array(symbol, { maxLength: 60 }),
      (patterns, text) => {
        expect(scanned(patterns, text)).toEqual(naive(patterns, text));
      },
    ),
    { seed: 20_261_121, numRuns: 400 },
  );
});
