// What the checks of content refuse, and that they let the content itself through.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Parameter } from '../src/dated-value.ts';
import type { ContentBlock, GuideContent } from '../src/guide-content.ts';
import { compileContent } from './compile-content.ts';
import { compileParameters } from './compile-parameters.ts';
import { lintNumbers, numberProblems } from './content-lint-numbers.ts';
import { lintPlaces } from './content-lint-places.ts';
import { lintReading } from './content-lint-reading.ts';
import { lintSafety } from './content-lint-safety.ts';
import { lintWords } from './content-lint-words.ts';
import { lintOverlap, phraseHashes, readForeignPhrases } from './content-overlap.ts';
import { staleTexts } from './content-stale.ts';

const knowledgeDir = join(import.meta.dirname, '../../../knowledge');
const content = compileContent(knowledgeDir).files['content.json'] as GuideContent;
const parameters = compileParameters(knowledgeDir).files['parameters.json'] as Parameter[];

const aBlock: ContentBlock = {
  id: 'made-up',
  section: 'today',
  layer: 1,
  kind: 'text',
  audience: ['patient'],
  when: {},
  sources: ['own-choice'],
  certainty: 'expert',
  status: 'draft',
  date: '2026-11-22',
  reviewBy: '2028-11-22',
  texts: {},
};

function withText(...text: string[]): GuideContent {
  return { ...content, blocks: [{ ...aBlock, texts: { nl: { text, why: [] } } }] };
}

function messages(problems: readonly { message: string }[]): string {
  return problems.map(({ message }) => message).join('\n');
}

const none = { nl: [], fr: [], en: [] };

describe('language', () => {
  test('a block of long sentences is refused with its mean', () => {
    const long =
      'U moet elke dag heel rustig en toch vaak oefenen met de mensen van uw eigen dienst in het ziekenhuis.';
    expect(messages(lintReading(withText(long)))).toContain('mean sentence of');
  });

  test('short sentences in hard words are refused by the formula', () => {
    const hard = Array.from(
      { length: 12 },
      () => 'Individuele revalidatiemogelijkheden bevorderen zelfredzaamheid.',
    );
    expect(messages(lintReading(withText(...hard)))).toContain('Flesch-Douma');
  });

  test('an exercise, a question of the check and a sentence among the words are measured too', () => {
    const long =
      'Hef eerst uw linkerbeen op en houd het dan zo lang als u kunt heel rustig in de lucht en adem goed door.';
    const [exercise] = content.exercises;
    const [group] = content.alarmGroups;
    const nl = exercise?.texts.nl;
    if (exercise === undefined || group === undefined || nl === undefined) throw new Error('no content');
    const worse: readonly GuideContent[] = [
      { ...content, exercises: [{ ...exercise, texts: { nl: { ...nl, how: [long] } } }] },
      { ...content, alarmGroups: [{ ...group, texts: { nl: { question: long, short: 'Been' } } }] },
      { ...content, words: { ...content.words, nl: { ...content.words.nl, 'some-word': long } } },
    ];
    expect(worse.map((each) => messages(lintReading(each)))).toEqual([
      expect.stringContaining('a sentence of 23 words'),
      expect.stringContaining('a sentence of 23 words'),
      expect.stringContaining('a sentence of 23 words'),
    ]);
  });

  test('a forbidden word is refused with what to write instead, with any ending where a star stands', () => {
    const forbidden = { ...none, nl: [{ word: 'regenere*', instead: 'zeg wat gemeten is' }] };
    const found = messages(lintWords(withText('Dit regenereert uw bot.'), forbidden));
    expect(found).toContain('"regenere*" is not written here; zeg wat gemeten is');
    expect(messages(lintWords(withText('U degenereert niet.'), forbidden))).toBe('');
  });
});

describe('numbers', () => {
  test.each([
    ['De kans is 5 keer hoger.', 'a relative risk'],
    ['De kans verdubbelt.', 'a relative risk'],
    ['Het helpt 30 % van de mensen.', 'a percentage'],
    ['Bij 1 op 3 mensen gaat het mis.', '"1 in X"'],
    ['Bij 3 van de 100 en bij 20 van de 1.000.', 'two denominators'],
  ])('%s is refused', (text, why) => {
    expect(numberProblems(text, 'nl').join()).toContain(why);
  });

  test.each([
    ['nl', 'Roken maakt de kans vijf keer groter.'],
    ['nl', 'De helft minder breuken.'],
    ['nl', 'Het risico daalt met een derde.'],
    ['fr', 'Fumer multiplie le risque par deux.'],
    ['fr', 'Deux fois moins de fractures.'],
    ['fr', 'La moitié des fractures en moins.'],
    ['en', 'Smoking makes the risk three times higher.'],
    ['en', 'You are twice as likely to fall.'],
    ['en', 'It cuts the risk by a third.'],
  ] as const)('in words too a share without its number is refused: %s, %s', (language, text) => {
    expect(numberProblems(text, language).join()).toContain('a relative risk');
  });

  test.each([
    ['nl', 'Neem het drie keer per dag. Beweeg twee keer zo lang.'],
    ['fr', 'Faites-le trois fois par jour.'],
    ['en', 'Do it three times a day. Half of your plate is vegetables.'],
  ] as const)('how often something is done is no risk: %s, %s', (language, text) => {
    expect(numberProblems(text, language)).toEqual([]);
  });

  test.each([
    ['Bij 3 van de 100 mensen, dus 2 keer meer dan de 1 of 2 van de 100 zonder.'],
    ['Doe uw oefeningen 3 keer.'],
    ['Neem 1 tablet op maandag.'],
  ])('%s is let through', (text) => {
    expect(numberProblems(text, 'nl')).toEqual([]);
  });
});

describe('safety', () => {
  test('an alarm sign that no question asks is a problem', () => {
    const without = { ...content, alarmGroups: content.alarmGroups.filter(({ id }) => id !== 'nerves') };
    expect(messages(lintSafety(without, parameters))).toContain(
      'an alarm sign is asked in one question; found 0',
    );
  });

  test('a red sign asked as a milder one is a problem', () => {
    const milder = content.alarmGroups.map((group) =>
      group.id === 'breath' ? { ...group, level: 'call-today' as const } : group,
    );
    expect(messages(lintSafety({ ...content, alarmGroups: milder }, parameters))).toContain(
      'is asked as "call-today"',
    );
  });

  test.each([
    ['nl', 'Kunt u niet plassen?'],
    ['nl', 'Voelt u uw kruis als u zich wast?'],
    ['fr', 'Ne pouvez-vous pas uriner ?'],
    ['fr', "Sentez-vous l'entrejambe en vous lavant ?"],
    ['en', 'Can you stand on your toes?'],
  ] as const)('a question whose yes can be good news is refused: %s, %s', (language, question) => {
    const [first, ...others] = content.alarmGroups;
    if (first === undefined) throw new Error('no questions');
    const texts = { ...first.texts, [language]: { question, short: 'x' } };
    const asked = { ...content, alarmGroups: [{ ...first, texts }, ...others] };
    expect(messages(lintSafety(asked, parameters))).toContain('"yes" must mean the sign');
  });

  test('without a block of red flags for every vertebral guide nothing compiles', () => {
    const blocks = content.blocks.filter(({ id }) => id !== 'alarm.spine-more');
    expect(messages(lintSafety({ ...content, blocks }, parameters))).toContain('no block of red flags');
  });
});

describe('origin', () => {
  test('eight words in a row of a listed text are found, whatever the case and the marks', () => {
    const foreign = new Set(phraseHashes('Na de operatie komt de kinesist elke dag bij u langs.'));
    const copied = withText('Weet dit: na de operatie, komt de KINESIST elke dag bij u.');
    expect(messages(lintOverlap(copied, foreign))).toContain('8 words in a row');
    expect(lintOverlap(withText('Na de operatie komt de kinesist morgen langs bij u.'), foreign)).toEqual([]);
  });

  test('there is a list to compare with', () => {
    expect(readForeignPhrases(knowledgeDir).size).toBeGreaterThan(1_000);
  });

  test('a text that was to be read again yesterday is stale', () => {
    const [today, tomorrow] = ['2028-11-22', '2028-11-23'] as const;
    expect(staleTexts([aBlock], today as never)).toEqual([]);
    expect(staleTexts([aBlock], tomorrow as never)).toEqual(['made-up: was to be read again by 2028-11-22']);
  });

  test('a place that nothing fills is a problem', () => {
    expect(messages(lintPlaces(withText('Bel {nobody}.'), parameters))).toBe('nothing fills {nobody}');
  });
});

test('the content itself passes, and there is content to pass', () => {
  expect(compileContent(knowledgeDir).problems).toEqual([]);
  expect(lintNumbers(content)).toEqual([]);
  expect(content.blocks.length).toBeGreaterThan(100);
  expect(readFileSync(join(knowledgeDir, 'content/nl/forbidden.yaml'), 'utf8')).toContain('fractuur');
});
