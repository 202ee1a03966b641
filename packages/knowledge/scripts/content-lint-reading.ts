// How easy it is to read what patients read in layers 1 and 2: blocks, exercises, questions of the check, captions. Decision:
// measured with every place filled in by the words of each country, because that is what people read; and small texts together,
// because a formula needs words.

import { countries } from '../src/dated-value.ts';
import {
  type ContentBlock,
  type GuideContent,
  type GuideLanguage,
  guideLanguages,
} from '../src/guide-content.ts';
import { linesOf, problem, spanLines } from './content-lint-words.ts';
import type { Problem } from './problem.ts';
import { type Readability, readability } from './readability.ts';

/** Least Flesch-Douma score, greatest mean sentence and greatest sentence, in words. */
export const readingLimits = { fleschDouma: 65, meanSentence: 12, longestSentence: 20 } as const;

/** A text shorter than this has too few words for a formula; it counts in its section's. */
const leastWords = 40;

export function lintReading(content: GuideContent): Problem[] {
  return guideLanguages.flatMap((language) => [
    ...content.blocks.flatMap((block) => blockProblems(block, language, content)),
    ...sectionProblems(content, language),
    ...captionProblems(content, language),
    ...togetherProblems(content, language),
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

/** Exercises, the questions of the alarm check, the check of home, and sentences among the words: each kind as one text. */
function togetherProblems(content: GuideContent, language: GuideLanguage): Problem[] {
  const kinds: Readonly<Record<string, readonly string[]>> = {
    exercises: content.exercises.flatMap(({ texts }) => {
      const text = texts[language];
      return text === undefined ? [] : [...text.how, ...text.notIf, text.stop];
    }),
    alarm: content.alarmGroups.flatMap(({ texts }) => {
      const text = texts[language];
      return text === undefined ? [] : [text.question, text.again ?? '', text.short];
    }),
    home: [
      ...content.home.questions.map(({ texts }) => texts[language] ?? ''),
      ...content.home.advice.flatMap(({ texts }) => Object.values(texts[language] ?? {})),
    ],
    words: Object.values(content.words[language])
      .map((word) => (typeof word === 'string' ? word : word.BE))
      .filter((word) => /[.!?]/.test(word)),
  };
  return Object.entries(kinds).flatMap(([kind, lines]) => {
    const found = readability(lines.map((line) => filled(line, language, 'BE', content)));
    return readingProblems(found, language, found.words >= leastWords).map((message) =>
      problem(language, kind, message),
    );
  });
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
