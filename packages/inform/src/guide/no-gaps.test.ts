// Every combination compiled, and nothing left open in any of them.

import {
  countries,
  type GuideLanguage,
  type GuideSection,
  guideContent,
  guideLanguages,
  loadKnowledge,
} from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { allCases } from '../../test/all-cases.ts';
import type { GuideInput } from '../input/guide-input.ts';
import { compileGuide } from './compile-guide.ts';
import type { Block, Guide } from './guide.ts';
import { phaseIds } from './phase.ts';

const knowledge = loadKnowledge();
const cases = allCases();

const always: readonly GuideSection[] = [
  'today',
  'alarm',
  'exercises',
  'medicines',
  'appointments',
  'who-to-call',
  'what-happened',
  'home-and-aids',
  'costs',
  'recovery',
  'falls-plan',
  'questions',
  'teach-back',
  'sources',
];

function guideOf(input: GuideInput): Guide {
  const compiled = compileGuide(input, knowledge, guideContent);
  if (!compiled.ok) throw new Error(`${compiled.error.kind} for ${JSON.stringify(input.diagnosis)}`);
  return compiled.value;
}

/** Every text a reader meets in a block. */
function textsOf(block: Block): readonly string[] {
  return Object.entries(block).flatMap(([key, value]) =>
    ['sources', 'audience', 'stopOn', 'at', 'picture'].includes(key) ? [] : deepTexts(value),
  );
}

function deepTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(deepTexts);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(deepTexts) : [];
}

/** What is wrong with a guide, in words; nothing when it has no gap. */
function gapsIn(guide: Guide, input: GuideInput): readonly string[] {
  const ids = guide.sections.map(({ id }) => id);
  const blocks = guide.sections.flatMap((section) => section.blocks);
  const found: string[] = always.filter((id) => !ids.includes(id)).map((id) => `no section ${id}`);
  if (ids.indexOf('alarm') > ids.indexOf('exercises')) found.push('exercises before the alarm signs');
  const first = guide.sections.find(({ id }) => id === 'exercises')?.blocks[0];
  if (first?.kind !== 'warning' || first.actions[0]?.phone !== '112')
    found.push('no warning before the exercises');
  const nerves = blocks.find(({ id }) => id === 'alarm.emergency-now');
  if (nerves?.kind !== 'warning' || nerves.signs.length === 0) found.push('no signs of the nerves');
  for (const block of blocks) {
    if (block.language !== guide.language) found.push(`${block.id} is not translated`);
    const texts = textsOf(block);
    if (texts.some((text) => text.trim() === '')) found.push(`${block.id} has an empty text`);
    const odd = texts.find((text) => /[{}]|undefined|not-recorded|NaN|null/.test(text));
    if (odd !== undefined) found.push(`${block.id} shows "${odd}"`);
    if (block.status === 'confirmed' && block.sources.length === 0 && block.date !== null)
      found.push(`${block.id} cites nothing`);
  }
  const unique = new Set(blocks.map(({ id }) => id));
  if (unique.size !== blocks.length) found.push('two blocks have one id');
  if (input.diagnosis.kind === 'vertebral-fracture' && !unique.has('alarm.spine-more'))
    found.push('no red flags of the back');
  return found;
}

interface Walk {
  readonly gaps: ReadonlySet<string>;
  readonly phases: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
}

/** All cases of both countries in one language. */
function walk(language: GuideLanguage): Walk {
  const [gaps, phases, blocks] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const country of countries)
    for (const input of cases) {
      const asked = { ...input, language, country };
      const guide = guideOf(asked);
      for (const gap of gapsIn(guide, asked)) gaps.add(gap);
      for (const section of guide.sections) for (const { id } of section.blocks) blocks.add(id);
      phases.add(guide.phase.id);
    }
  return { gaps, phases, blocks };
}

test('every diagnosis, treatment, phase and country gives a guide without a gap, and every text has its reader', () => {
  const { gaps, phases, blocks } = walk('nl');
  expect([...gaps]).toEqual([]);
  expect(phaseIds.filter((id) => !phases.has(id))).toEqual([]);
  const written = [
    ...guideContent.blocks.map(({ id }) => id),
    ...guideContent.exercises.map(({ id }) => `exercise.${id}`),
    ...guideContent.figures.map(({ id }) => `figures.${id}`),
  ];
  expect(written.filter((id) => !blocks.has(id))).toEqual([]);
});

test.each(guideLanguages.filter((language) => language !== 'nl'))(
  'in %s the guides are as complete as in Dutch',
  (language) => {
    expect([...walk(language).gaps]).toEqual([]);
  },
);
