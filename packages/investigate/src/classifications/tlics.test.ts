import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { answered } from '../../test/answered.ts';
import { readVectors } from '../../test/read-vectors.ts';
import { type TlicsInput, tlics, tlicsLigaments, tlicsMorphologies, tlicsNeurologies } from './tlics.ts';

const knowledge = loadKnowledge();

const all: TlicsInput[] = tlicsMorphologies.flatMap((morphology) =>
  tlicsLigaments.flatMap((ligaments) =>
    tlicsNeurologies.map((neurology) => ({ morphology, ligaments, neurology })),
  ),
);

/** The points as table 1 prints them, set down a second time and apart from the knowledge. */
const printed: Readonly<Record<string, number>> = {
  compression: 1,
  burst: 2,
  'translation-rotation': 3,
  distraction: 4,
  'ligaments intact': 0,
  'ligaments suspected': 2,
  'ligaments injured': 3,
  'neurology intact': 0,
  'neurology root': 2,
  'neurology complete-cord': 2,
  'neurology incomplete-cord-or-conus': 3,
  'neurology cauda-equina': 3,
};

describe('[tlics] all 60 combinations', () => {
  test.each(all)('$morphology, ligaments $ligaments, neurology $neurology', (input) => {
    const total =
      (printed[input.morphology] ?? Number.NaN) +
      (printed[`ligaments ${input.ligaments}`] ?? Number.NaN) +
      (printed[`neurology ${input.neurology}`] ?? Number.NaN);
    const value = answered(tlics(knowledge, input));
    expect(value.total).toBe(total);
    expect(value.reading.means).toBe(total <= 3 ? 'conservative' : total === 4 ? 'either' : 'surgical');
    expect(value.model.status).toBe('confirmed');
  });

  test('are 60, from 1 to 10 points', () => {
    const totals = all.map((input) => answered(tlics(knowledge, input)).total);
    expect(totals).toHaveLength(60);
    expect([Math.min(...totals), Math.max(...totals)]).toEqual([1, 10]);
  });
});

test('[tlics] the reference vectors are reproduced row by row', () => {
  const words: Readonly<Record<string, string>> = {
    translation: 'translation-rotation',
    indeterminate: 'suspected',
    disrupted: 'injured',
    complete: 'complete-cord',
    incomplete: 'incomplete-cord-or-conus',
    cauda: 'cauda-equina',
    Nonoperative: 'conservative',
    Indeterminate: 'either',
    Operative: 'surgical',
  };
  const word = (text: string | undefined): string => words[text ?? ''] ?? text ?? '';
  const rows = readVectors('tlics.csv');
  expect(rows).toHaveLength(36);
  for (const row of rows) {
    const input = {
      morphology: word(row['morphology']),
      ligaments: word(row['plc']),
      neurology: word(row['neuro']),
    } as TlicsInput;
    const value = answered(tlics(knowledge, input));
    expect({ total: String(value.total), band: value.reading.means }).toEqual({
      total: row['total'],
      band: word(row['band']),
    });
  }
});

describe('[tlics] what is not known', () => {
  test('a burst fracture with unexamined ligaments lies between 2 and 5 points: nothing is settled', () => {
    const result = tlics(knowledge, { morphology: 'burst', ligaments: 'not-recorded', neurology: 'intact' });
    expect(result).toMatchObject({
      ok: true,
      value: {
        outcome: 'cannot-tell',
        missing: [{ input: 'ligaments' }],
        total: { least: 2, most: 5 },
        readings: [{ means: 'conservative' }, { means: 'either' }, { means: 'surgical' }],
      },
    });
  });

  test('a distraction injury with torn ligaments is surgical whatever the neurology', () => {
    const result = tlics(knowledge, {
      morphology: 'distraction',
      ligaments: 'injured',
      neurology: 'not-recorded',
    });
    expect(result).toMatchObject({ ok: true, value: { readings: [{ means: 'surgical' }] } });
  });

  test('a word the score does not know is refused with those it knows', () => {
    const result = tlics(knowledge, {
      morphology: 'wedge' as 'burst',
      ligaments: 'intact',
      neurology: 'intact',
    });
    expect(result).toMatchObject({
      ok: false,
      error: { inputs: [{ input: 'morphology', expected: expect.stringContaining('compression, burst') }] },
    });
  });
});
