import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { KeptBytes } from './kept-bytes.ts';

const opened: KeptBytes[] = [];

function keptBytes(limit: number): KeptBytes {
  const bytes = new KeptBytes(limit);
  opened.push(bytes);
  return bytes;
}

afterEach(() => {
  for (const bytes of opened.splice(0)) bytes.close();
});

describe('kept bytes', () => {
  test('are found again at their place, in memory and in a file alike', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 30 }),
        fc.nat(400),
        (pieces, limit) => {
          const kept = keptBytes(limit);
          const places = pieces.map((piece) => kept.append(Uint8Array.from(piece)));
          const total = pieces.reduce((sum, { length }) => sum + length, 0);
          expect(kept.inFile).toBe(total > limit);
          for (const [index, piece] of pieces.entries()) {
            const half = piece.length >> 1;
            const place = places[index] ?? -1;
            expect([...kept.read(place, piece.length)]).toEqual([...piece]);
            expect([...kept.read(place + half, piece.length - half)]).toEqual([...piece.slice(half)]);
          }
          kept.close();
        },
      ),
      { seed: 20261121, numRuns: 60 },
    );
  });

  test('stay in memory while they are few', () => {
    const kept = keptBytes(3);
    kept.append(Uint8Array.of(1, 2, 3));
    expect(kept.inFile).toBe(false);
    kept.append(Uint8Array.of(4));
    expect(kept.inFile).toBe(true);
  });
});
