import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge } from '../test/temporary-knowledge.ts';
import { compileGrids } from './compile-grids.ts';

const option = (id: string): string => `
  - id: ${id}
    name: Optie ${id}
    gains: [een, twee]
    harms: [een, twee]
    rows:
      gain: "8 van de 100 mensen. [read-guideline, p. 4]"
      walking: Even goed.
      lasts: Een jaar.
      harm: Zeldzaam.
      reoperation: Geen.
      task: Oefenen.
      recovery: Weken.
      cost: Niets.
      certainty: {word: laag, why: weinig studies}
      nothing: Het blijft zo.
`;
const grid = `
id: example
title: Voorbeeld
pathway: necrosis
condition: Iets is stuk.
decision: Wat kiest u?
who: Voor iedereen.
experience: Het valt mee.
uncertainty: Eén studie.
funding: Niemand.
values: [rust, snelheid]
update: {policy: elk jaar, made: 2026-11-22, review-by: 2027-11-22}
status: draft
options: ${option('a')}${option('b')}`;

function problemsWith(text: string): string[] {
  return printed(compileGrids(temporaryKnowledge({ 'content/nl/grids/example.yaml': text })));
}

describe('a decision aid', () => {
  test('with everything IPDAS asks is accepted', () => {
    expect(problemsWith(grid)).toEqual([]);
  });

  test.each([
    ['does not describe the condition', 'condition: Iets is stuk.\n', '', '"condition" is missing'],
    ['does not state the decision', 'decision: Wat kiest u?\n', '', '"decision" is missing'],
    ['leaves out what it is like', 'experience: Het valt mee.\n', '', '"experience" is missing'],
    ['leaves out how sure the numbers are', 'uncertainty: Eén studie.\n', '', '"uncertainty" is missing'],
    ['does not say who paid', 'funding: Niemand.\n', '', '"funding" is missing'],
    ['has no day of review', ', review-by: 2027-11-22', '', '"review-by" is missing'],
    ['is reviewed too late', '2027-11-22', '2030-11-22', 'within 24 months'],
    [
      'is about the spine without alarm signs',
      'pathway: necrosis',
      'pathway: vertebral-fracture',
      'alarm signs',
    ],
    ['lacks a row for one option', '      cost: Niets.\n', '', 'row "cost" is missing'],
    ['has one good point only', 'gains: [een, twee]', 'gains: [een]', 'at least two gains'],
    [
      'has a row of its own',
      '      cost: Niets.\n',
      '      cost: Niets.\n      charm: Veel.\n',
      '"charm" is no row',
    ],
    ['has a number without a source', ' [read-guideline, p. 4]', '', 'a number and no source'],
    ['cites what is not a source', '[read-guideline,', '[nowhere,', '"nowhere" is not in sources.yaml'],
    ['has no word for certainty', 'word: laag', 'word: matig', 'certainty needs'],
    ['counts in two denominators', '8 van de 100 mensen.', '8 van de 1.000 mensen.', 'row gain counts'],
    [
      'tells one option in far more detail',
      'walking: Even goed.',
      `walking: ${'woord '.repeat(60)}`,
      'at most 1.5 times as many',
    ],
  ])('that %s is refused', (_what, from, to, message) => {
    expect(problemsWith(grid.replace(from, to))).toContainEqual(expect.stringContaining(message));
  });
});
