// Numbers as pictures: complications and outlook of content, and the chance of a next fracture from the model for somebody
// of this age and sex. Decision: whole people out of 100 or 1,000, with both those it happens to and those it does not.

import { daysBetween, type FractureSite } from '@breekpunt/core';
import {
  type Estimate,
  imminentRefracture,
  type RefractureSite,
  refractureSiteOf,
} from '@breekpunt/investigate';
import type { FigureSet, GuideLanguage, GuideSection } from '@breekpunt/knowledge';
import type { Block, IconArrayBlock, IconArrayRow } from '../guide/guide.ts';
import type { Diagnosis } from '../input/guide-input.ts';
import { holds } from '../plan/facts.ts';
import type { Words } from '../text/words.ts';
import { writtenNumber } from '../text/written-number.ts';
import { contentBlocks } from './content-blocks.ts';
import { contentOrigin, type Making, notKnown, recordOrigin } from './making.ts';
import { spansOf } from './spans-of.ts';

export function figuresSection(section: GuideSection, making: Making): readonly Block[] {
  const figures = making.content.figures
    .filter(
      (set) => set.section === section && holds(set.when, making.facts, undefined, making.input.country),
    )
    .flatMap((set) => iconArray(set, making));
  return [...contentBlocks(section, making), ...spansOf(section, making), ...figures];
}

function iconArray(set: FigureSet, making: Making): readonly IconArrayBlock[] {
  const language: GuideLanguage =
    set.texts[making.words.language] === undefined ? 'nl' : making.words.language;
  const text = set.texts[language];
  if (text === undefined) return [];
  const words = making.wordsIn(language);
  const rows = set.rows.map(({ id, count, low, high }) => ({
    id,
    name: words.fill(text.rows[id] ?? ''),
    count,
    low: low ?? null,
    high: high ?? null,
    text: countText(count, set.outOf, words),
  }));
  const origin = contentOrigin(`figures.${set.id}`, 3, set, language, making);
  return [
    {
      ...origin,
      kind: 'icon-array',
      title: words.fill(text.title),
      caption: words.fill(text.caption),
      outOf: set.outOf,
      rows,
    },
  ];
}

function countText(count: number, outOf: number, words: Words): string {
  const [n, of, rest] = [count, outOf, outOf - count].map((value) => writtenNumber(value, words.language));
  return words.say('count-of', { n: n ?? '', of: of ?? '', rest: rest ?? '' });
}

export function boneHealthSection(making: Making): readonly Block[] {
  return [...figuresSection('bone-health', making), ...nextFracture(making)];
}

const daysInYear = 365.25;

/** Chance of a next fracture within one, two and five years, with and without treatment, out of 100. */
function nextFracture(making: Making): readonly Block[] {
  const { input, words, knowledge, facts } = making;
  const { diagnosis } = input;
  const broken = diagnosis.kind.endsWith('fracture');
  if (!broken || facts.adult.includes('under-50')) return [];
  const sex = input.sex === 'female' || input.sex === 'male' ? input.sex : null;
  const years =
    input.eventOn === 'not-recorded'
      ? 'not-recorded'
      : Math.max(0, daysBetween(input.eventOn, input.today) / daysInYear);
  if (sex === null || input.age === 'not-recorded' || years === 'not-recorded')
    return [notKnown('next-fracture', words.say('gap-next-fracture'), making)];
  const site = siteOf(diagnosis);
  const answer = imminentRefracture(knowledge, { age: input.age, sex, site, yearsSinceFracture: years });
  if (!answer.ok || answer.value.outcome !== 'value')
    return [notKnown('next-fracture', words.say('gap-next-fracture-range'), making)];
  const { curve, model } = answer.value;
  const rows = curve.flatMap(({ inYears, untilThen, untilThenTreated }) =>
    inYears === 0
      ? []
      : [
          chanceRow(inYears, 'untreated', untilThen, words),
          chanceRow(inYears, 'treated', untilThenTreated, words),
        ],
  );
  const block: IconArrayBlock = {
    ...recordOrigin('bone-health.next-fracture', 3, making),
    sources: model.sources.map(({ id }) => id),
    certainty: 'low',
    certaintyText: words.say('certainty-low'),
    status: model.status,
    kind: 'icon-array',
    title: words.say('next-fracture-title'),
    caption: words.say('next-fracture-caption'),
    outOf: 100,
    rows,
  };
  return [block];
}

function chanceRow(
  years: number,
  which: 'untreated' | 'treated',
  estimate: Estimate,
  words: Words,
): IconArrayRow {
  const count = Math.round(estimate.percent);
  return {
    id: `${years}-${which}`,
    name: words.say(`next-fracture-${which}`, { years: words.say(`in-years-${years}`) }),
    count,
    low: Math.round(estimate.low),
    high: Math.round(estimate.high),
    text: countText(count, 100, words),
  };
}

function siteOf(diagnosis: Diagnosis): RefractureSite {
  if (diagnosis.kind === 'vertebral-fracture') return 'vertebra';
  if (diagnosis.kind === 'hip-fracture') return 'hip';
  const site: FractureSite = diagnosis.kind === 'other-fracture' ? diagnosis.site : 'unspecified';
  const found = refractureSiteOf(site);
  return found === 'not-recorded' ? 'any' : found;
}
