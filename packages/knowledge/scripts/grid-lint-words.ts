// The language of a decision aid: as easy to read as a guide, no word that promises, no frequency by word alone, and no
// sentence of somebody else. Decision: each option is measured apart, so that the one we like less is not the harder to read.

import type { GuideLanguage } from '../src/guide-content.ts';
import type { OptionGrid } from '../src/option-grid.ts';
import type { ForbiddenWord } from './content-forbidden.ts';
import { numberProblems } from './content-lint-numbers.ts';
import { readingProblems } from './content-lint-reading.ts';
import { forbiddenIn } from './content-lint-words.ts';
import { phraseHashes } from './content-overlap.ts';
import { type FrequencyWords, unnumbered } from './frequency-words.ts';
import { readability } from './readability.ts';

export interface GridLanguage {
  readonly forbidden: readonly ForbiddenWord[];
  readonly frequencies: FrequencyWords;
  readonly foreign: ReadonlySet<string>;
}

export function gridWordProblems(grid: OptionGrid, rules: GridLanguage): string[] {
  return textsOf(grid).flatMap(({ place, lines, measured }) => [
    ...(measured ? tooHard(lines, grid.language) : []).map((message) => `${place}: ${message}`),
    ...lines.flatMap((line) =>
      lineProblems(line, grid.language, rules).map((message) => `${place}: ${message} ("${line}")`),
    ),
  ]);
}

interface GridText {
  readonly place: string;
  readonly lines: readonly string[];
  /** A name alone is too short for a formula, and names of medicines are long. */
  readonly measured: boolean;
}

function textsOf(grid: OptionGrid): readonly GridText[] {
  const { condition, decision, who, alarm, experience, uncertainty, values, withoutTests } = grid;
  const about = [condition, decision, who, alarm, experience, uncertainty, ...values, withoutTests];
  const names = [grid.title, ...grid.options.map(({ name }) => name)];
  return [
    { place: 'names', lines: names, measured: false },
    { place: 'about', lines: about.filter((line) => line !== null), measured: true },
    ...grid.options.map(({ id, gains, harms, rows, certainty }) => ({
      place: id,
      lines: [...gains, ...harms, ...Object.values(rows).map(({ text }) => text), certainty.why],
      measured: true,
    })),
  ];
}

function tooHard(lines: readonly string[], language: GuideLanguage): string[] {
  return readingProblems(readability(lines), language, true);
}

function lineProblems(
  line: string,
  language: GuideLanguage,
  { forbidden, frequencies, foreign }: GridLanguage,
): string[] {
  return [
    ...forbiddenIn(line, forbidden),
    ...numberProblems(line, language),
    ...unnumbered(line, frequencies).map(
      (word) => `"${word}" without a number; write how many of 100, or that it is not known`,
    ),
    ...(phraseHashes(line).some((hash) => foreign.has(hash))
      ? ['eight words in a row also stand in a text of others; say it in our own']
      : []),
  ];
}
