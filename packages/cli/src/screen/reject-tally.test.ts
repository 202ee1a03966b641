import type { Reject } from '@breekpunt/integrate';
import { describe, expect, test } from 'vitest';
import { RejectTally } from './reject-tally.ts';

function missingText(line: number, field = 'text'): Pick<Reject, 'place' | 'reason'> {
  return { place: { kind: 'line', line }, reason: { kind: 'missing-text', field } };
}

describe('the rejects in short', () => {
  test('say how many, where the first is and why, the commonest reason first', () => {
    const tally = new RejectTally();
    tally.add('a.csv', { place: { kind: 'line', line: 3 }, reason: { kind: 'bad-date', field: 'date' } });
    tally.add('a.csv', missingText(7));
    tally.add('a.csv', missingText(9));
    const [first, second] = tally.lines();
    expect(first).toBe('a.csv: 2 not read, first at line 7: no report text (text) and no codes');
    expect(second).toMatch(/^a\.csv: line 3: date is not a date/u);
  });

  test('stay short when everything is wrong, and count the rest', () => {
    const tally = new RejectTally();
    for (let file = 0; file < 30; file++) tally.add(`${file}.txt`, missingText(1));
    expect(tally.lines()).toHaveLength(9);
    expect(tally.lines().at(-1)).toContain('22 more');
  });

  test('are silent when everything was read', () => {
    expect(new RejectTally().lines()).toEqual([]);
  });
});
