import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge } from '../test/temporary-knowledge.ts';
import { compileParameters } from './compile-parameters.ts';

const minimumAge = `
id: identify.minimum-age
meaning: Youngest age
unit: years
applies: {country: NL}
values:
  2022-01-01: {value: 50, source: read-guideline, where: p. 4, from-is: year}
  2026-05-01: {value: 45, source: heard-of, where: table 2, status: draft}
checked: {on: 2026-11-21, by: project}
`;

const meanings = 'identify.minimum-age: {nl: Laagste leeftijd, fr: Plus bas âge}\n';
const files = {
  'parameters/identify/minimum-age.yaml': minimumAge,
  'parameters/identify.sentences.yaml': meanings,
};

function withParameter(text: string, more: Readonly<Record<string, string>> = {}): string[] {
  const changed = { ...files, 'parameters/identify/minimum-age.yaml': text, ...more };
  return printed(compileParameters(temporaryKnowledge(changed)));
}

describe('parameters', () => {
  test('a number with two dated values is accepted', () => {
    const compiled = compileParameters(temporaryKnowledge(files));
    expect(compiled.problems).toEqual([]);
    expect(compiled.files['parameters.json']).toEqual([
      {
        id: 'identify.minimum-age',
        meaning: 'Youngest age',
        meanings: { nl: 'Laagste leeftijd', fr: 'Plus bas âge' },
        unit: 'years',
        applies: { country: 'NL' },
        values: [
          {
            from: '2022-01-01',
            fromIs: 'year',
            value: 50,
            source: { id: 'read-guideline', where: 'p. 4' },
            status: 'confirmed',
          },
          {
            from: '2026-05-01',
            fromIs: 'stated',
            value: 45,
            source: { id: 'heard-of', where: 'table 2' },
            status: 'draft',
          },
        ],
        checked: { on: '2026-11-21', by: 'project' },
      },
    ]);
  });

  test('a value from a source that is not listed is refused, with its line', () => {
    expect(withParameter(minimumAge.replace('read-guideline', 'nowhere'))).toEqual([
      'parameters/identify/minimum-age.yaml, line 7 (values.2022-01-01.source): source "nowhere" is not in sources.yaml; add it there or correct the id',
    ]);
  });

  test('a value from an unconfirmed source must be a draft', () => {
    expect(withParameter(minimumAge.replace(', status: draft', ''))).toEqual([
      expect.stringContaining('source "heard-of" is not confirmed, so the status must be draft'),
    ]);
  });

  test.each([
    [
      'named otherwise than its file',
      'id: identify.minimum-age',
      'id: identify.age',
      'expected "identify.minimum-age"',
    ],
    ['from a day that does not exist', '2026-05-01', '2026-04-31', 'expected the first day in force'],
    ['with its values out of order', '2026-05-01', '2021-05-01', 'newest last'],
    ['without unit', 'unit: years\n', '', '"unit" is missing'],
    ['without the place in the source', ', where: p. 4', '', '"where" is missing'],
    ['with an empty list as value', 'value: 50', 'value: []', 'expected a number'],
    ['with a yes/no as value', 'value: 50', 'value: true', 'expected a number'],
    ['of an unknown country', 'country: NL', 'country: XX', 'expected one of BE, NL'],
    ['never checked', 'checked: {on: 2026-11-21, by: project}', '', 'expected "key: value" pairs'],
    ['with the same start day twice', '2026-05-01', '2022-01-01', 'not readable as YAML'],
  ])('a parameter %s is refused', (_what, from, to, message) => {
    expect(withParameter(minimumAge.replace(from, to))).toContainEqual(expect.stringContaining(message));
  });

  test('a number says what it means in Dutch and French, with the numbers of the English, and without a full stop', () => {
    const told = (text: string): string[] =>
      withParameter(minimumAge, { 'parameters/identify.sentences.yaml': text });
    expect(told('{}\n')).toEqual([
      expect.stringContaining('identify.minimum-age has no sentence in Dutch and French'),
    ]);
    expect(told(meanings.replace('Laagste leeftijd', 'Vanaf 50'))).toEqual([
      expect.stringContaining('has the numbers 50, where the English sentence has none'),
    ]);
    expect(told(meanings.replace('leeftijd', 'leeftijd.'))).toEqual([
      expect.stringContaining('ends with a full stop'),
    ]);
    expect(withParameter(minimumAge, { 'parameters/labs.sentences.yaml': meanings })).toEqual([
      expect.stringContaining('no parameters stand beside it'),
    ]);
  });

  test('only the numbers of invented patients stay in English', () => {
    const invented = minimumAge.replace('identify.', 'synthetic.');
    const compiled = compileParameters(
      temporaryKnowledge({ 'parameters/synthetic/minimum-age.yaml': invented }),
    );
    expect([compiled.problems, compiled.files['parameters.json']]).toMatchObject([[], [{ meanings: null }]]);
  });
});
