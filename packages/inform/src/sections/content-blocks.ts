// The blocks of content that hold for this patient, in the order they were written. Decision: a block that is not
// translated is given in Dutch and says so by its language; leaving it out would look as if there were nothing to know.

import { unreachable } from '@breekpunt/core';
import type { ContentBlock, GuideLanguage, GuideSection } from '@breekpunt/knowledge';
import type { Block } from '../guide/guide.ts';
import { holds } from '../plan/facts.ts';
import { contentOrigin, type Making } from './making.ts';

export function contentBlocks(section: GuideSection, making: Making): readonly Block[] {
  return making.content.blocks
    .filter((block) => block.section === section)
    .filter(({ when, country }) => holds(when, making.facts, country, making.input.country))
    .flatMap((block) => shown(block, making));
}

function shown(block: ContentBlock, making: Making): readonly Block[] {
  const { language: wanted } = making.words;
  const language: GuideLanguage = block.texts[wanted] === undefined ? 'nl' : wanted;
  const text = block.texts[language];
  if (text === undefined) return [];
  const words = making.wordsIn(language);
  const origin = {
    ...contentOrigin(block.id, block.layer, block, language, making),
    audience: block.audience,
  };
  const title = text.title === undefined ? null : words.fill(text.title);
  const lines = text.text.map((line) => words.fill(line));
  switch (block.kind) {
    case 'text':
    case 'list':
    case 'steps':
    case 'questions':
      return [{ ...origin, kind: block.kind, title, text: lines }];
    case 'checklist': {
      const why = text.why.map((line) => words.fill(line));
      const items = lines.map((line, place) => ({
        id: `${block.id}.${place + 1}`,
        text: line,
        why: why[place] ?? null,
      }));
      return [{ ...origin, kind: 'checklist', title, items }];
    }
    case 'warning': {
      const { title: heading, actions } = making.alarm.cards['call-today'];
      return [
        { ...origin, kind: 'warning', level: 'call-today', title: title ?? heading, signs: lines, actions },
      ];
    }
    case 'test': {
      const { test } = text;
      if (test === undefined) return [];
      const told = {
        positive: words.fill(test.positive),
        negative: words.fill(test.negative),
        harmless: words.fill(test.harmless),
        accuracy: words.fill(test.accuracy),
      };
      return [{ ...origin, kind: 'test', title: title ?? '', text: lines, ...told }];
    }
    case 'quiz': {
      const { quiz } = text;
      if (quiz === undefined) return [];
      const right = { text: words.fill(quiz.right), right: true };
      const wrong = quiz.wrong.map((line) => ({ text: words.fill(line), right: false }));
      // The right answer stands in a place that depends on its words, the same for everybody.
      const place = quiz.right.length % (wrong.length + 1);
      const options = [...wrong.slice(0, place), right, ...wrong.slice(place)];
      return [
        {
          ...origin,
          kind: 'quiz',
          question: words.fill(quiz.question),
          options,
          because: words.fill(quiz.because),
        },
      ];
    }
    default:
      return unreachable(block.kind);
  }
}
