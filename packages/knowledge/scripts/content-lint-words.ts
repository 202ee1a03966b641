// Language of what patients read: easy to read in layers 1 and 2, and no word that promises or that only a doctor knows.
// Decision: measured with every place filled in by the words of each country, because that is what people read.

import { countries } from '../src/dated-value.ts';
import {
  type ContentBlock,
  type GuideContent,
  type GuideLanguage,
  guideLanguages,
  type SpanText,
} from '../src/guide-content.ts';
import type { ForbiddenWord } from './content-forbidden.ts';
import type { Problem } from './problem.ts';
import { type Readability, readability } from './readability.ts';

/** Least Flesch-Douma score, greatest mean sentence and greatest sentence, in words. */
export const readingLimits = { fleschDouma: 65, meanSentence: 12, longestSentence: 20 } as const;

/** A text shorter than this has too few words for a formula; it counts in its section's. */
const leastWords = 40;

export function lintWords(
  content: GuideContent,
  forbidden: Readonly<Record<GuideLanguage, readonly ForbiddenWord[]>>,
): Problem[] {
  return guideLanguages.flatMap((language) => [
    ...content.blocks.flatMap((block) => blockProblems(block, language, content)),
    ...sectionProblems(content, language),
    ...captionProblems(content, language),
    ...homeProblems(content, language),
    ...everyText(content, language).flatMap(({ id, lines }) =>
      forbiddenIn(lines.join(' '), forbidden[language]).map((message) => problem(language, id, message)),
    ),
  ]);
}

function blockProblems(block: ContentBlock, language: GuideLanguage, content: GuideContent): Problem[] {
  const lines = linesOf(block, language);
  if (block.layer === 3 || lines.length === 0) return [];
  return countries.flatMap((country) => {
    const found = readability(lines.map((line) => filled(line, language, country, content)));
    return readingProblems(found, language, found.words >= leastWords).map((message) =>
      problem(language, block.id, `${message} (${country})`),
    );
  });
}

/** The blocks of layers 1 and 2 of a section together, so that many small texts are measured too. */
function sectionProblems(content: GuideContent, language: GuideLanguage): Problem[] {
  const sections = [...new Set(content.blocks.map(({ section }) => section))];
  return sections.flatMap((section) => {
    const lines = content.blocks
      .filter((block) => block.section === section && block.layer !== 3)
      .flatMap((block) => linesOf(block, language));
    const found = readability(lines.map((line) => filled(line, language, 'BE', content)));
    return readingProblems(found, language, found.words >= leastWords).map((message) =>
      problem(language, `section ${section}`, message),
    );
  });
}

/** Captions of figures and spans are short: only the length of their sentences tells something. */
function captionProblems(content: GuideContent, language: GuideLanguage): Problem[] {
  const captions = [
    ...content.figures.map(({ id, texts }) => ({ id, lines: [texts[language]?.caption ?? ''] })),
    ...content.spans.map(({ id, texts }) => ({ id, lines: spanLines(texts[language]).slice(1) })),
  ];
  return captions.flatMap(({ id, lines }) => {
    const found = readability(lines.map((line) => filled(line, language, 'BE', content)));
    return readingProblems(found, language, found.words >= leastWords).map((message) =>
      problem(language, id, message),
    );
  });
}

/** The check of home and aids is one text to its reader. */
function homeProblems(content: GuideContent, language: GuideLanguage): Problem[] {
  const lines = [
    ...content.home.questions.map(({ texts }) => texts[language] ?? ''),
    ...content.home.advice.flatMap(({ texts }) => Object.values(texts[language] ?? {})),
  ];
  if (lines.length === 0) return [];
  const found = readability(lines.map((line) => filled(line, language, 'BE', content)));
  return readingProblems(found, language, found.words >= leastWords).map((message) =>
    problem(language, 'home', message),
  );
}

/** What is too hard to read; exported because a decision aid is read by the same people. */
export function readingProblems(found: Readability, language: GuideLanguage, longEnough: boolean): string[] {
  const { meanSentence, longestSentence, fleschDouma } = found;
  return [
    ...(meanSentence > readingLimits.meanSentence
      ? [`mean sentence of ${meanSentence.toFixed(1)} words; expected at most ${readingLimits.meanSentence}`]
      : []),
    ...(longestSentence > readingLimits.longestSentence
      ? [`a sentence of ${longestSentence} words; expected at most ${readingLimits.longestSentence}`]
      : []),
    ...(language === 'nl' && longEnough && fleschDouma < readingLimits.fleschDouma
      ? [`Flesch-Douma ${fleschDouma.toFixed(0)}; expected at least ${readingLimits.fleschDouma}`]
      : []),
  ];
}

function spanLines(text: SpanText | undefined): readonly string[] {
  if (text === undefined) return [];
  return [
    text.title,
    text.caption,
    ...Object.values(text.rows).flatMap(({ name, text: line }) => [name, line]),
  ];
}

function linesOf({ texts }: ContentBlock, language: GuideLanguage): readonly string[] {
  const text = texts[language];
  if (text === undefined) return [];
  const quiz =
    text.quiz === undefined
      ? []
      : [text.quiz.question, text.quiz.right, ...text.quiz.wrong, text.quiz.because];
  return [...text.text, ...text.why, ...quiz, ...Object.values(text.test ?? {})];
}

/** Every place filled: a word of the country, or one short word for what the record or a parameter gives. */
function filled(
  line: string,
  language: GuideLanguage,
  country: 'BE' | 'NL',
  { words }: GuideContent,
): string {
  return line.replace(/\{([a-z0-9:.-]+)\}/g, (_, key: string) => {
    const word = words[language][key];
    if (word === undefined) return '10';
    return typeof word === 'string' ? word : word[country];
  });
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
