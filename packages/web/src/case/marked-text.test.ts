import type { MarkedReport } from '@breekpunt/server';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedText } from './marked-text.ts';

type Finding = MarkedReport['findings'][number];
type Mark = Finding['marks'][number];

const finding: Finding = {
  id: 1,
  episode: null,
  start: 0,
  end: 0,
  site: 'vertebra.lumbar',
  side: null,
  levels: ['L1'],
  presence: 'present',
  time: 'acute',
  experiencer: 'patient',
  flags: [],
  conflict: false,
  marks: [],
  refused: false,
};

function report(body: string, marks: readonly Mark[]): MarkedReport {
  return {
    id: 1,
    kind: 'ct',
    title: null,
    reportedOn: null,
    language: 'nl',
    status: 'final',
    revision: 1,
    superseded: false,
    triage: 'fracture',
    limitations: [],
    body,
    findings: [{ ...finding, marks }],
    missed: [],
  };
}

test('where a denial lies on the word for a fracture, the denial is shown', () => {
  const marks: Mark[] = [
    { start: 0, end: 13, cue: 'negated', role: 'absent', rule: 'nl/cue/absent/geen' },
    { start: 5, end: 13, cue: 'fracture', role: 'head', rule: '' },
  ];
  const shown = markedText(report('Geen fractuur van de pols', marks)).map(({ text, mark }) => [
    text,
    mark?.cue,
  ]);
  expect(shown).toEqual([
    ['Geen ', 'negated'],
    ['fractuur', 'negated'],
    [' van de pols', undefined],
  ]);
});

test('the pieces are the report again, whatever lies on it, and each knows its place', () => {
  const mark = fc.record({
    start: fc.nat(40),
    end: fc.nat(40),
    cue: fc.constantFrom<Mark['cue']>('fracture', 'negated', 'doubt', 'context'),
    role: fc.constant('head'),
    rule: fc.constant(''),
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(mark, { maxLength: 8 }), (body, marks) => {
      const pieces = markedText(report(body, marks));
      expect(pieces.map(({ text }) => text).join('')).toBe(body);
      for (const { start, text } of pieces) expect(body.slice(start, start + text.length)).toBe(text);
    }),
    { seed: 20261121, numRuns: 500 },
  );
});
