import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge } from '../test/temporary-knowledge.ts';
import { compileSeeds } from './compile-seeds.ts';

const ledger = `
documents:
  S0: {source: read-guideline, items: 2}
  S1: {source: heard-of, items: 1}
items:
  - {id: S0-01, title: A claim, rejected: no source found}
  - {id: S0-02, title: An option, planned: a card}
  - {id: S1-01, title: A threshold, carried: {parameter: identify.minimum-age}}
`;

const parameter = `
id: identify.minimum-age
meaning: Youngest age
unit: years
values: {2022-01-01: {value: 50, source: read-guideline, where: p. 4}}
checked: {on: 2026-11-21, by: project}
`;

function withLedger(text: string): string[] {
  const files = { 'seeds.yaml': text, 'parameters/identify/minimum-age.yaml': parameter };
  return printed(compileSeeds(temporaryKnowledge(files)));
}

describe('the ledger of the five documents', () => {
  test('a complete ledger is accepted', () => {
    expect(withLedger(ledger)).toEqual([]);
  });

  test.each([
    ['forgotten', /^.*S0-02.*\n/m, '', 'S0-02 is not listed'],
    ['listed twice', 'id: S0-02', 'id: S0-01', 'S0-01 stands twice'],
    ['invented', 'id: S1-01', 'id: S1-07', 'S1-07 is not an item of any document'],
    ['without a fate', ', planned: a card', '', 'expected exactly one of carried, planned and rejected'],
    ['with two fates', 'planned: a card', 'planned: a card, rejected: no', 'expected exactly one of carried'],
    ['rejected without reason', 'rejected: no source found', 'rejected: ""', 'expected text'],
    ['carried by a parameter that is not there', 'identify.minimum-age}', 'identify.age}', 'does not exist'],
    ['carried by an unknown kind of thing', '{parameter: ', '{hope: ', 'unknown key "hope"'],
    [
      'of a document without source',
      'source: heard-of',
      'source: nowhere',
      '"nowhere" is not in sources.yaml',
    ],
  ])('an item %s is found', (_what, from, to, message) => {
    expect(withLedger(ledger.replace(from, to))).toContainEqual(expect.stringContaining(message));
  });
});
