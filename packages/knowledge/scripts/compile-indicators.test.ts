import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge } from '../test/temporary-knowledge.ts';
import { compileIndicators } from './compile-indicators.ts';

const set = `
id: a-set
name: A set
edition: "1"
meaning: Two figures
status: draft
sources: [{id: read-guideline, where: p. 1}]
checked: {on: 2026-11-22, by: project}
cohort: {from-age: 50, without-sites: [finger]}
indicators:
  - id: a.1
    number: "1"
    says: {nl: een, fr: un, en: one}
    among: [{fact: hip, is: no}, {alive-at: 112}]
    achieved: [{event: contact, from: 84, within: 112}]
    matures: 112
    colours: {green-above: 80, amber-from: 50}
    denominator: own
    source: read-guideline
    where: p. 2
    status: draft
`;

const problemsOf = (text: string): string[] =>
  printed(compileIndicators(temporaryKnowledge({ 'indicators/a-set.yaml': text })));

describe('indicators', () => {
  test('a set with its conditions is accepted', () => {
    const compiled = compileIndicators(temporaryKnowledge({ 'indicators/a-set.yaml': set }));
    expect(compiled.problems).toEqual([]);
    expect(compiled.files['indicators.json']).toMatchObject([
      {
        id: 'a-set',
        cohort: { fromAge: 50, withoutSites: ['finger'], only: 'all' },
        indicators: [
          {
            counts: 'share',
            among: [
              { kind: 'fact', fact: 'hip', is: 'no' },
              { kind: 'alive-at', day: 112 },
            ],
            achieved: [{ kind: 'event', event: 'contact', since: 'fracture', from: 84, within: 112 }],
            colours: { green: 80, greenIs: 'above', amber: 50 },
          },
        ],
      },
    ]);
  });

  test.each([
    ['a word that is no event', 'event: contact', 'event: visit', 'expected one of'],
    ['a window that ends before it begins', 'from: 84', 'from: 184', 'ends before it begins'],
    ['a site that does not exist', '[finger]', '[wing]', '"wing" is no site'],
    ['amber above green', 'amber-from: 50', 'amber-from: 90', 'amber begins below green'],
    ['a source that is not listed', 'source: read-guideline', 'source: nowhere', 'not in sources.yaml'],
    ['a misspelt key', 'matures:', 'matured:', 'unknown key "matured"'],
    [
      'a share without what is achieved',
      'achieved: [{event: contact, from: 84, within: 112}]',
      '',
      'to be counted',
    ],
    ['a language that is missing', ', en: one', '', '"en" is missing'],
  ])('%s is refused', (_name, right, wrong, message) => {
    expect(problemsOf(set.replace(right, wrong)).join('\n')).toContain(message);
  });
});
