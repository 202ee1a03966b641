import { describe, expect, test } from 'vitest';
import { Scan } from '../scan/scan.ts';
import { readWords } from '../scan/words.ts';
import { type LevelGroup, readLevelGroup } from './levels.ts';

function firstGroup(text: string): LevelGroup | null {
  const scan = new Scan();
  readWords(scan, text);
  for (let word = 0; word < scan.tokenCount; word++) {
    const group = readLevelGroup(scan, word, scan.tokenCount - 1);
    if (group !== null) return group;
  }
  return null;
}

describe('one vertebra, however it is written', () => {
  const spellings: readonly (readonly [string, string])[] = [
    ['D12', 'T12'],
    ['Th12', 'T12'],
    ['T12', 'T12'],
    ['th 12', 'T12'],
    ['BWK 12', 'T12'],
    ['BWK12', 'T12'],
    ['Th XII', 'T12'],
    ['LWK 1', 'L1'],
    ['L1', 'L1'],
    ['l1', 'L1'],
    ['C2', 'C2'],
    ['HWK 7', 'C7'],
    ['Lendenwirbel 3', 'L3'],
    ['Brustwirbelkörper 8', 'T8'],
  ];
  for (const [written, level] of spellings)
    test(`${written} is ${level}`, () => {
      expect(firstGroup(`inzakking ${written} bekend`)?.levels).toEqual([level]);
    });
});

describe('ranges and lists cross the junction', () => {
  const written: readonly (readonly [string, readonly string[]])[] = [
    ['D11-L1', ['T11', 'T12', 'L1']],
    ['D11 t.e.m. L1', ['T11', 'T12', 'L1']],
    ['L1 t/m L3', ['L1', 'L2', 'L3']],
    ['BWK 11 bis LWK 1', ['T11', 'T12', 'L1']],
    ['L1 à L3', ['L1', 'L2', 'L3']],
    ['T12 to L2', ['T12', 'L1', 'L2']],
    ['D6, D8, D9 en L1', ['T6', 'T8', 'T9', 'L1']],
    ['D12 en L1', ['T12', 'L1']],
    ['Th5-8', ['T5', 'T6', 'T7', 'T8']],
    ['L1/L2', ['L1', 'L2']],
    ['D8 D11 L1', ['T8', 'T11', 'L1']],
  ];
  for (const [text, levels] of written)
    test(`${text} names ${levels.join(', ')}`, () => {
      expect(firstGroup(`inzakkingen ${text}.`)?.levels).toEqual(levels);
    });
});

describe('what looks like a level and is none', () => {
  for (const text of ['T-score LWK -2,9', 'vitamine B12', 'T13', 'L6', 'COVID19', 'cT2N0', 'D-dimeren 2100'])
    test(text, () => {
      expect(firstGroup(text)).toBeNull();
    });

  test('T1 and T2 alone may be weightings, D3 alone a finger or vitamin, L4-L5 a disc', () => {
    expect(firstGroup('hyperintens op T2')?.maybeWeighting).toBe(true);
    expect(firstGroup('vit D3')?.maybeDigit).toBe(true);
    expect(firstGroup('discopathie L4-L5')?.maybeDisc).toBe(true);
  });
});

test('a group ends where its last level ends', () => {
  const text = 'fracturen Th10, L1 en L4 met oedeem';
  const group = firstGroup(text);
  expect(text.slice(group?.start, group?.end)).toBe('Th10, L1 en L4');
});
