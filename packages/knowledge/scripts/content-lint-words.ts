// Every text that patients read, by language, and the words that stand in none of them: those that promise, and those that
// only a doctor knows. How easy a text is to read is in content-lint-reading.ts.

import {
  type ContentBlock,
  type GuideContent,
  type GuideLanguage,
  guideLanguages,
  type SpanText,
} from '../src/guide-content.ts';
import type { ForbiddenWord } from './content-forbidden.ts';
import type { Problem } from './problem.ts';

export function lintWords(
  content: GuideContent,
  forbidden: Readonly<Record<GuideLanguage, readonly ForbiddenWord[]>>,
): Problem[] {
  return guideLanguages.flatMap((language) =>
    everyText(content, language).flatMap(({ id, lines }) =>
      forbiddenIn(lines.join(' '), forbidden[language]).map((message) => problem(language, id, message)),
    ),
  );
}

/** Title first, then the caption and the rows. */
export function spanLines(text: SpanText | undefined): readonly string[] {
  if (text === undefined) return [];
  return [
    text.title,
    text.caption,
    ...Object.values(text.rows).flatMap(({ name, text: line }) => [name, line]),
  ];
}

export function linesOf({ texts }: ContentBlock, language: GuideLanguage): readonly string[] {
  const text = texts[language];
  if (text === undefined) return [];
  const quiz =
    text.quiz === undefined
      ? []
      : [text.quiz.question, text.quiz.right, ...text.quiz.wrong, text.quiz.because];
  return [...text.text, ...text.why, ...quiz, ...Object.values(text.test ?? {})];
}

export interface TextOfContent {
  readonly id: string;
  readonly lines: readonly string[];
}

/** All texts of one language, titles included. */
export function everyText(content: GuideContent, language: GuideLanguage): readonly TextOfContent[] {
  const blocks = content.blocks.map((block) => ({
    id: block.id,
    lines: [block.texts[language]?.title ?? '', ...linesOf(block, language)],
  }));
  const exercises = content.exercises.map(({ id, texts }) => {
    const text = texts[language];
    return { id, lines: text === undefined ? [] : [text.name, ...text.how, ...text.notIf, text.stop] };
  });
  const figures = content.figures.map(({ id, texts }) => {
    const text = texts[language];
    return { id, lines: text === undefined ? [] : [text.title, text.caption, ...Object.values(text.rows)] };
  });
  const spans = content.spans.map(({ id, texts }) => ({ id, lines: spanLines(texts[language]) }));
  const alarm = content.alarmGroups.map(({ id, texts }) => {
    const text = texts[language];
    return { id, lines: text === undefined ? [] : [text.question, text.again ?? '', text.short] };
  });
  const home = [
    ...content.home.questions.map(({ id, texts }) => ({ id, lines: [texts[language] ?? ''] })),
    ...content.home.advice.map(({ id, texts }) => ({ id, lines: Object.values(texts[language] ?? {}) })),
  ];
  const words = Object.entries(content.words[language]).map(([id, word]) => ({
    id,
    lines: typeof word === 'string' ? [word] : [word.BE, word.NL],
  }));
  return [...blocks, ...exercises, ...figures, ...spans, ...alarm, ...home, ...words];
}

/** Words that promise or that only a doctor knows; a decision aid must obey it too. */
export function forbiddenIn(text: string, forbidden: readonly ForbiddenWord[]): string[] {
  return forbidden.flatMap(({ word, instead }) => {
    const escaped = word.replace(/\*$/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    const pattern = new RegExp(`(?<![\\p{L}])${escaped}${word.endsWith('*') ? '' : '(?![\\p{L}])'}`, 'iu');
    return pattern.test(text) ? [`"${word}" is not written here; ${instead}`] : [];
  });
}

export function problem(language: GuideLanguage, place: string, message: string): Problem {
  return { file: `content/${language}`, place, message };
}
