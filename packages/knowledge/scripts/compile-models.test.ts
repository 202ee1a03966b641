import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge } from '../test/temporary-knowledge.ts';
import { compileModels } from './compile-models.ts';

const score = `
id: small-score
name: Small score
edition: First 2001
kind: score
meaning: A score of two items
population: Women of 50 and older
licence: published points
status: confirmed
sources: [{id: read-guideline, where: table 1}]
checked: {on: 2026-11-21, by: project}
inputs:
  age: {meaning: Age, unit: years, least: 50, most: 100, whole: yes}
  smokes: {meaning: Smokes now, answer: yes}
  kind: {meaning: Kind of break, words: [wedge, burst]}
items:
  - {input: age, stretches: [{below: 65, points: 0}, {from: 65, points: 2}]}
  - {input: smokes, points: {yes: 1, no: 0}}
  - {input: kind, points: {wedge: 1, burst: {points: 2, status: draft}}}
readings:
  default:
    - {up-to: 3, means: low, says: nothing to do}
    - {above: 3, means: high, says: look further}
numbers:
  slope: {value: 0.481, low: 0.4, high: 0.5, meaning: Slope, source: heard-of, where: abstract, status: draft}
stages:
  - {code: I, means: begins}
examples:
  - {name: an old smoker, given: {age: 70}, expect: {total: 4}, tolerance: 0.5}
`;

const sentences = `
small-score.meaning: {nl: Een score van twee onderdelen, fr: Un score de deux éléments}
small-score.population: {nl: Vrouwen van 50 en ouder, fr: Femmes de 50 ans et plus}
small-score.numbers.slope: {nl: Helling, fr: Pente}
small-score.stages.I: {nl: begint, fr: débute}
`;

const filesOf = (text: string, told = sentences): Readonly<Record<string, string>> => ({
  'models/small-score.yaml': text,
  'models/small-score.sentences.yaml': told,
});

function problemsOf(text: string): string[] {
  return printed(compileModels(temporaryKnowledge(filesOf(text))));
}

describe('models', () => {
  test('a whole model is accepted; a part without a source or status has those of its model', () => {
    const { problems, files } = compileModels(temporaryKnowledge(filesOf(score)));
    expect(problems).toEqual([]);
    expect(files['models.json']).toMatchObject([
      {
        id: 'small-score',
        inputs: {
          age: { kind: 'number', unit: 'years', least: 50, most: 100, whole: true },
          smokes: { kind: 'answer' },
          kind: { kind: 'word', words: ['wedge', 'burst'] },
        },
        items: [
          {
            input: 'age',
            byStretch: [
              { below: 65, points: 0 },
              { from: 65, points: 2, status: 'confirmed' },
            ],
          },
          { input: 'smokes', byWord: { yes: { points: 1 }, no: { points: 0 } } },
          { input: 'kind', byWord: { burst: { points: 2, status: 'draft' } } },
        ],
        readings: {
          default: [
            { upTo: 3, means: 'low' },
            { above: 3, means: 'high' },
          ],
        },
        numbers: { slope: { value: 0.481, source: { id: 'heard-of', where: 'abstract' }, status: 'draft' } },
        examples: [{ tolerance: 0.5, source: { id: 'read-guideline', where: 'table 1' } }],
        told: { meaning: { nl: 'Een score van twee onderdelen' }, 'stages.I': { fr: 'débute' } },
      },
    ]);
  });

  test('a model says each of its texts in Dutch and French', () => {
    const without = filesOf(score, sentences.replace(/^small-score\.stages.*\n/m, ''));
    expect(printed(compileModels(temporaryKnowledge(without)))).toEqual([
      expect.stringContaining('small-score.stages.I has no sentence in Dutch and French'),
    ]);
  });

  test.each([
    ['a stretch that leaves a gap', '{from: 65, points: 2}', '{from: 66, points: 2}', 'must begin where'],
    [
      'a stretch open to the wrong side',
      '{from: 65, points: 2}',
      '{above: 65, points: 2}',
      'must begin where',
    ],
    ['a last stretch that ends', '{from: 65, points: 2}', '{from: 65, up-to: 90, points: 2}', 'no upper end'],
    [
      'a first stretch that begins',
      '{below: 65, points: 0}',
      '{from: 0, below: 65, points: 0}',
      'no lower end',
    ],
    ['a word without points', 'wedge: 1, burst', 'burst', '"wedge" has no points'],
    ['an answer without points', '{yes: 1, no: 0}', '{yes: 1}', '"no" has no points'],
    ['points for a word nobody can answer', 'wedge: 1,', 'wedge: 1, other: 3,', 'unknown key "other"'],
    ['an item on no input', '{input: smokes,', '{input: drinks,', 'no input "drinks"'],
    [
      'a confirmed number from an unconfirmed source',
      'where: abstract, status: draft',
      'where: abstract',
      'must be draft',
    ],
    ['a value outside its own interval', 'value: 0.481', 'value: 0.6', 'between its low and high'],
    ['a source that is not listed', 'id: read-guideline', 'id: nowhere', 'is not in sources.yaml'],
    ['a file named otherwise', 'id: small-score', 'id: other-score', 'as the file is named'],
    ['a reading that leaves a gap', '{above: 3, means: high', '{above: 4, means: high', 'must begin where'],
    ['limits turned around', 'least: 50, most: 100', 'least: 100, most: 50', 'more than "least"'],
  ])('%s is refused, with its line', (_, good, bad, message) => {
    expect(score).toContain(good);
    const found = problemsOf(score.replace(good, bad));
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toContain(message);
    expect(found[0]).toMatch(/^models\/small-score\.yaml, line \d+/);
  });
});
