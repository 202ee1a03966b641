// What holds for any text at all, however odd: positions are real, reading is repeatable, and reading one
// report leaves nothing behind for the next.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCaseFinder, type Span } from '../src/index.ts';

const finder = createCaseFinder();

const fragment = fc.constantFrom(
  'fractuur',
  'geen',
  'heupfractuur',
  'inzakking',
  'L1',
  'D11-L1',
  'links',
  're.',
  'oude',
  'recente',
  'niet uit te sluiten',
  '?',
  '. ',
  ', ',
  '; ',
  ': ',
  '\n',
  '\n\n',
  ' - ',
  '(',
  ')',
  '#',
  '%',
  'fracture',
  'pas de',
  'col du fémur',
  'tassement',
  'Fraktur',
  'kein',
  'BWK 12',
  'Z.n.',
  'no',
  'fracture of the left hip',
  'Conclusie:',
  'RX pols re',
  'moeder',
  'graad 2',
  '30%',
  '2016',
  '3 weken geleden',
  'œdème',
  'ß',
  '\u00ad',
  '𝒳',
  '\u0301',
  'ﬁ',
  'lorem',
);
const text = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fragment }, { weight: 1, arbitrary: fc.string({ maxLength: 8 }) }),
    { maxLength: 40 },
  )
  .chain((parts) => fc.constantFrom(' ', '').map((between) => parts.join(between)));

function inside(span: Span, length: number): boolean {
  return span.start >= 0 && span.start < span.end && span.end <= length;
}

test('every position lies in the text and every quoted text is the text there', () => {
  fc.assert(
    fc.property(text, (report) => {
      const { findings, setAside } = finder.explain(report);
      for (const found of [...findings, ...setAside]) {
        expect(inside(found, report.length)).toBe(true);
        expect(found.text).toBe(report.slice(found.start, found.end));
        for (const cue of found.evidence) expect(inside(cue, report.length)).toBe(true);
      }
      for (const finding of findings)
        for (const mention of finding.mentions) expect(inside(mention, report.length)).toBe(true);
    }),
    { seed: 20_261_121, numRuns: 1500 },
  );
});

test('the same report is read the same, whatever was read in between', () => {
  fc.assert(
    fc.property(text, text, (report, other) => {
      const before = finder.read(report);
      finder.read(other);
      expect(finder.read(report)).toEqual(before);
    }),
    { seed: 20_261_121, numRuns: 500 },
  );
});

test('an absent finding has a scope, and only an absent one', () => {
  fc.assert(
    fc.property(text, (report) => {
      for (const finding of finder.read(report).findings)
        expect(finding.absentScope !== null).toBe(finding.presence === 'absent');
    }),
    { seed: 20_261_122, numRuns: 500 },
  );
});
