import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge } from '../test/temporary-knowledge.ts';
import { compileGrids } from './compile-grids.ts';
import { readBlocks } from './content-blocks.ts';
import type { Problem } from './problem.ts';

const option = (id: string): string => `
  - id: ${id}
    name: Optie ${id}
    gains: [een, twee]
    harms: [een, twee]
    rows:
      gain: "8 van de 100 mensen. [read-guideline, p. 4]"
      walking: Even goed.
      lasts: Een jaar.
      harm: Geen.
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
uncertainty: Er is één studie.
without-tests: De foto is er al.
funding: Gemaakt zonder geld.
values: [rust, snelheid]
update: {policy: elk jaar, made: 2026-11-22, review-by: 2027-11-22}
status: draft
options: ${option('a')}${option('b')}`;

const scanBlock = `
date: 2026-11-22
review-by: 2027-11-22
blocks:
  - {id: scan, section: appointments, layer: 2, kind: test, sources: [read-guideline], certainty: expert}
`;
const scanText = `
scan:
  title: De scan
    positive: Dan dit.
    negative: Dan dat.
    harmless: Dat kan.
    accuracy: Niet bekend.
`.replaceAll('    ', '  ');

const testFiles = (told: string): Record<string, string> => ({
  'content/blocks/appointments.yaml': scanBlock,
  'content/nl/blocks/appointments.yaml': told,
});

function compiledWith(text: string, more: Record<string, string> = {}): ReturnType<typeof compileGrids> {
  return compileGrids(
    temporaryKnowledge({
      'content/nl/grids/example.yaml': text,
      'content/nl/forbidden.yaml': 'luxatie*: "schrijf: uit de kom"',
      'content/nl/frequency-words.yaml':
        'words: [meestal, vaak]\ncompares: ["minder vaak"]\nnot-known: ["niet bekend"]',
      ...more,
    }),
  );
}

function problemsWith(text: string): string[] {
  return printed(compiledWith(text));
}

/** The fields whose whole line may be missing. */
const line = (field: string): string => new RegExp(`^${field}: .*\n`, 'm').exec(grid)?.[0] ?? '';

describe('a decision aid', () => {
  test('with everything IPDAS asks is accepted', () => {
    expect(problemsWith(grid)).toEqual([]);
  });

  test.each([
    ['condition', 'does not describe the condition'],
    ['decision', 'does not state the decision'],
    ['experience', 'leaves out what it is like'],
    ['uncertainty', 'leaves out how sure the numbers are'],
    ['funding', 'does not say who paid'],
  ])('without "%s" %s and is refused', (field) => {
    expect(problemsWith(grid.replace(line(field), ''))).toContainEqual(
      expect.stringContaining(`"${field}" is missing`),
    );
  });

  test.each([
    ['has no day of review', ', review-by: 2027-11-22', '', '"review-by" is missing'],
    [
      'says neither on which test it rests nor why on none',
      'without-tests: De foto is er al.\n',
      '',
      '"without-tests"',
    ],
    [
      'names a test nobody tells of',
      'without-tests: De foto is er al.',
      'tests: [nowhere]',
      'not a block of the kind',
    ],
    [
      'tells a frequency by a word alone',
      'harm: Geen.',
      'harm: Meestal gaat het goed.',
      '"meestal" without a number',
    ],
    [
      'uses a word that only a doctor knows',
      'harm: Geen.',
      'harm: Een luxatie.',
      '"luxatie*" is not written here',
    ],
    ['tells a share as a percentage', 'harm: Geen.', 'harm: Bij 5 %.', 'a percentage'],
    [
      'is too hard to read',
      'harm: Geen.',
      `harm: ${'Complicatieloosheid na revalidatiemogelijkheden ongegarandeerd. '.repeat(2)}`,
      'Flesch-Douma',
    ],
    ['does not say enough to meet a criterion', 'Gemaakt zonder geld.', 'Niemand.', 'IPDAS K6 is not met'],
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

  test.each([
    ['with its number', 'Meestal: 60 van de 100 mensen. [read-guideline, p. 4]'],
    ['and that the number is not known', 'Vaak; het getal is niet bekend.'],
    ['comparing two options', 'Minder vaak dan met het andere.'],
  ])('may tell a frequency %s', (_how, text) => {
    expect(problemsWith(grid.replaceAll('harm: Geen.', `harm: "${text}"`))).toEqual([]);
  });

  test('that names a test carries it, with what each outcome leads to', () => {
    const compiled = compiledWith(
      grid.replace('without-tests: De foto is er al.', 'tests: [scan]'),
      testFiles(scanText),
    );
    expect(printed(compiled)).toEqual([]);
    expect(compiled.files['grids.json']).toMatchObject([
      { tests: [{ id: 'scan', name: 'De scan', positive: 'Dan dit.', accuracy: 'Niet bekend.' }] },
    ]);
  });

  test('cannot rest on a test that is told in part', () => {
    const half = scanText.replace('  harmless: Dat kan.\n', '');
    const problems: Problem[] = [];
    readBlocks(temporaryKnowledge(testFiles(half)), new Map(), problems);
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('"harmless" is missing'),
    );
  });
});
