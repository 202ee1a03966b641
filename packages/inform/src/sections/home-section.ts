// At home: the check of body and house with what is advised by the answers, and the other blocks of that section. Decision:
// every advice of this patient stands in the block with whether it fits, so that a telephone without connection can tell anew.

import type { HomeAdvice } from '@breekpunt/knowledge';
import type { Block, HomeCheckAdvice, HomeCheckBlock } from '../guide/guide.ts';
import { fitsHome } from '../home/fits-home.ts';
import { holds } from '../plan/facts.ts';
import { contentBlocks } from './content-blocks.ts';
import { contentOrigin, type Making } from './making.ts';

export function homeSection(making: Making): readonly Block[] {
  const check = homeCheck(making);
  return [...(check === null ? [] : [check]), ...contentBlocks('home-and-aids', making)];
}

function homeCheck(making: Making): HomeCheckBlock | null {
  const { content, input, facts, words } = making;
  const advice = content.home.advice.filter(({ when }) => holds(when, facts, undefined, input.country));
  const [first] = advice;
  if (first === undefined) return null;
  const { language } = words;
  const asked = content.home.questions.filter(({ id }) => advice.some(({ because }) => id in because));
  const standing = {
    ...first,
    sources: [...new Set(advice.flatMap(({ sources }) => sources))],
    status: advice.some(({ status }) => status === 'draft') ? ('draft' as const) : first.status,
  };
  return {
    ...contentOrigin('home-check', 2, standing, language, making),
    kind: 'home-check',
    answered: asked.some(({ id }) => (input.homeAnswers[id] ?? 'not-recorded') !== 'not-recorded'),
    questions: asked.map(({ id, texts }) => ({
      id,
      text: words.fill(texts[language] ?? texts.nl ?? ''),
      answer: input.homeAnswers[id] ?? 'not-recorded',
    })),
    advice: advice.map((each) => shown(each, making)),
  };
}

function shown({ id, kind, because, texts }: HomeAdvice, { input, words }: Making): HomeCheckAdvice {
  const { text, why } = texts[words.language] ?? texts.nl ?? { text: '', why: '' };
  const fits = fitsHome(because, input.homeAnswers);
  return { id, kind, because, fits, text: words.fill(text), why: words.fill(why) };
}
