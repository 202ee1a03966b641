import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cue, piecesOf } from './cued-text.ts';
import { sentenceAround } from './sentence-around.ts';

function sentenceWith(words: string, text: string): string {
  const start = text.indexOf(words);
  const { start: from, end } = sentenceAround(text, { start, end: start + words.length });
  return text.slice(from, end);
}

describe('the sentence around a finding', () => {
  test('stops at the full stops beside it', () => {
    const text = 'Matige artrose. Nieuwe inzakking L1 met hoogteverlies. Geen luxatie.';
    expect(sentenceWith('inzakking', text)).toBe('Nieuwe inzakking L1 met hoogteverlies.');
  });

  test('is not cut by an abbreviation, a decimal or a date', () => {
    const text = 'Hoogteverlies van ca. 35% van D12, 4.5 cm, cfr. Onderzoek 12.03.2024. Verder niets.';
    expect(sentenceWith('D12', text)).toBe(
      'Hoogteverlies van ca. 35% van D12, 4.5 cm, cfr. Onderzoek 12.03.2024.',
    );
  });

  test('goes on over a line that was only wrapped, and ends at a new heading', () => {
    const text = 'Bevindingen:\nRecente fractuur van\nde linker pols.\nBesluit: breuk.';
    expect(sentenceWith('fractuur', text)).toBe('Recente fractuur van\nde linker pols.');
  });

  test('is shortened around the finding when the report has no full stops', () => {
    const text = `${'woord '.repeat(400)}heupfractuur ${'woord '.repeat(400)}`;
    const found = sentenceWith('heupfractuur', text);
    expect(found).toContain('heupfractuur');
    expect(found.length).toBeLessThan(520);
  });

  test('always holds the finding and never leaves the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.nat(400), fc.nat(20), (text, from, length) => {
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const found = sentenceAround(text, { start, end });
        expect(found.start).toBeLessThanOrEqual(start);
        expect(found.end).toBeGreaterThanOrEqual(end);
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeLessThanOrEqual(text.length);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});

describe('text with cues', () => {
  const text = 'Geen fractuur van de pols';

  test('shows the denial rather than the fracture where both lie', () => {
    const cues: Cue[] = [
      { start: 5, end: 13, cue: 'fracture' },
      { start: 0, end: 13, cue: 'negated' },
    ];
    expect(piecesOf(text, { start: 0, end: text.length }, cues)).toEqual([
      { text: 'Geen fractuur', cue: 'negated' },
      { text: ' van de pols', cue: null },
    ]);
  });

  test('cuts a cue off where the excerpt ends', () => {
    expect(piecesOf(text, { start: 8, end: 20 }, [{ start: 0, end: 13, cue: 'fracture' }])).toEqual([
      { text: 'ctuur', cue: 'fracture' },
      { text: ' van de', cue: null },
    ]);
  });

  test('loses and adds no character, whatever the cues', () => {
    const cue = fc.record({
      start: fc.nat(40),
      end: fc.nat(40),
      cue: fc.constantFrom<Cue['cue']>('fracture', 'negated', 'doubt', 'context'),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(cue, { maxLength: 8 }), (words, cues) => {
        const pieces = piecesOf(words, { start: 0, end: words.length }, cues);
        expect(pieces.map((piece) => piece.text).join('')).toBe(words);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});
