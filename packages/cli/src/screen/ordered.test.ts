import { describe, expect, test } from 'vitest';
import { orderedResults } from './ordered.ts';

async function* upTo(count: number, taken?: number[]): AsyncGenerator<number> {
  for (let item = 0; item < count; item++) {
    taken?.push(item);
    yield item;
  }
}

/** Lets every other task that is ready go first, the given number of times. */
async function giveWay(times: number): Promise<void> {
  for (let turn = 0; turn < times; turn++) await Promise.resolve();
}

describe('results in order', () => {
  test('come in the order of the items, whichever is done first', async () => {
    const results: number[] = [];
    const run = async (item: number): Promise<number> => {
      await giveWay((7 - (item % 7)) * 3);
      return item;
    };
    for await (const result of orderedResults(upTo(50), 5, run)) results.push(result);
    expect(results).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  test('no more items are taken than may be at work', async () => {
    const taken: number[] = [];
    const results = orderedResults(upTo(100, taken), 4, async (item) => item);
    await results.next();
    expect(taken.length).toBeLessThanOrEqual(4);
    await results.return();
  });

  test('never more are at work than allowed', async () => {
    let atWork = 0;
    let most = 0;
    const run = async (item: number): Promise<number> => {
      atWork += 1;
      most = Math.max(most, atWork);
      await giveWay(5);
      atWork -= 1;
      return item;
    };
    for await (const _ of orderedResults(upTo(40), 3, run)) expect(most).toBeLessThanOrEqual(3);
    expect(most).toBeGreaterThan(1);
  });

  test('a failure ends the run instead of leaving a gap', async () => {
    const run = async (item: number): Promise<number> => {
      if (item === 3) throw new Error('batch lost');
      return item;
    };
    const results: number[] = [];
    const all = (async () => {
      for await (const result of orderedResults(upTo(10), 4, run)) results.push(result);
    })();
    await expect(all).rejects.toThrow('batch lost');
    expect(results).toEqual([0, 1, 2]);
  });
});
