// What is wrong with a guide, in words: a part that is missing, a text that is empty or not translated, a warning that does
// not come first.

import { type GuideSection, guideContent, loadKnowledge } from '@breekpunt/knowledge';
import { optionGrids } from '../src/grids/option-grids.ts';
import { compileGuide } from '../src/guide/compile-guide.ts';
import type { Block, Guide } from '../src/guide/guide.ts';
import type { GuideInput } from '../src/input/guide-input.ts';

const knowledge = loadKnowledge();

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

export function guideOf(input: GuideInput): Guide {
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
  if (typeof value !== 'object' || value === null) return [];
  // What the program reads and nobody sees: an answer, and what an advice asks for.
  return Object.entries(value).flatMap(([key, inside]) =>
    ['answer', 'fits', 'because'].includes(key) ? [] : deepTexts(inside),
  );
}

/** What is wrong with a guide, in words; nothing when it has no gap. */
export function gapsIn(guide: Guide, input: GuideInput): readonly string[] {
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
    if (guide.language === 'fr' && texts.some((text) => / [:;?!»]/.test(text)))
      found.push(`${block.id} lets a line begin with a mark`);
    if (block.status === 'confirmed' && block.sources.length === 0 && block.date !== null)
      found.push(`${block.id} cites nothing`);
  }
  const aids = new Set(optionGrids(knowledge, guideContent, input).map(({ id }) => id));
  for (const id of guide.choices) if (!aids.has(id)) found.push(`no decision aid ${id}`);
  const asked = blocks.filter(({ kind }) => kind === 'quiz').length;
  if (asked !== 3) found.push(`${asked} questions to see whether it was understood`);
  const unique = new Set(blocks.map(({ id }) => id));
  if (unique.size !== blocks.length) found.push('two blocks have one id');
  if (input.diagnosis.kind === 'vertebral-fracture' && !unique.has('alarm.spine-more'))
    found.push('no red flags of the back');
  return found;
}
