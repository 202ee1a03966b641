// What every maker of a section works with, and the origin of blocks that say what the record says.

import { type CalendarDate, knownDate } from '@breekpunt/core';
import type { ContentStanding, GuideContent, GuideLanguage, Knowledge } from '@breekpunt/knowledge';
import type { AlarmCheck } from '../alarm/alarm-check.ts';
import type { NotKnownBlock, Origin, TextBlock } from '../guide/guide.ts';
import type { PhasePlan } from '../guide/phase.ts';
import type { GuideInput } from '../input/guide-input.ts';
import type { Facts } from '../plan/facts.ts';
import type { GuideRules } from '../plan/guide-rules.ts';
import type { Words } from '../text/words.ts';

export interface Making {
  readonly input: GuideInput;
  readonly knowledge: Knowledge;
  readonly content: GuideContent;
  readonly rules: GuideRules;
  readonly plan: PhasePlan;
  readonly facts: Facts;
  readonly alarm: AlarmCheck;
  /** In the reader's language, and in the language a block falls back to. */
  readonly words: Words;
  readonly wordsIn: (language: GuideLanguage) => Words;
}

/** Of a block put together from the record: nothing to cite, nothing to doubt. */
export function recordOrigin(id: string, layer: 1 | 2 | 3, { words }: Pick<Making, 'words'>): Origin {
  return {
    id,
    layer,
    audience: ['patient', 'carer'],
    language: words.language,
    sources: [],
    certainty: 'fact',
    certaintyText: words.say('certainty-fact'),
    status: 'confirmed',
    date: null,
    reviewBy: null,
  };
}

/** Of a block of content, in the language its text stands in. */
export function contentOrigin(
  id: string,
  layer: 1 | 2 | 3,
  standing: ContentStanding,
  language: GuideLanguage,
  { words }: Pick<Making, 'words'>,
): Origin {
  const day = (text: string): CalendarDate => knownDate(text);
  return {
    id,
    layer,
    audience: ['patient', 'carer'],
    language,
    sources: standing.sources,
    certainty: standing.certainty,
    certaintyText: words.say(`certainty-${standing.certainty}`),
    status: standing.status,
    date: day(standing.date),
    reviewBy: day(standing.reviewBy),
  };
}

export function notKnown(id: string, text: string, making: Pick<Making, 'words'>): NotKnownBlock {
  return { ...recordOrigin(`not-known.${id}`, 1, making), kind: 'not-known', text };
}

export function said(
  id: string,
  layer: 1 | 2 | 3,
  title: string | null,
  text: readonly string[],
  making: Making,
): TextBlock {
  return { ...recordOrigin(id, layer, making), kind: 'text', title, text };
}
