// Numbers as patients can weigh them: out of 100 or 1,000, one denominator a text, and no relative risk without the absolute
// number beside it. Percentages and "1 in X" are not written at all.

import { type GuideContent, type GuideLanguage, guideLanguages } from '../src/guide-content.ts';
import { everyText, problem } from './content-lint-words.ts';
import type { Problem } from './problem.ts';

/** "5 keer meer", "half as likely", "doubles the risk". */
const relative: Readonly<Record<GuideLanguage, RegExp>> = {
  nl: /\d+([.,]\d+)?\s*(x|keer|maal)\s+(zo|meer|minder|vaker|hoger|lager|groter|kleiner)|verdubbel|halveer|dubbel zo/iu,
  fr: /\d+([.,]\d+)?\s*fois\s+(plus|moins|le risque)|doubl(e|é|er) le risque|moiti[ée] moins/iu,
  en: /\d+([.,]\d+)?\s*(x|times)\s+(more|less|as|higher|lower|greater|the risk)|doubl(e|es|ed|ing) the (risk|chance)|half as (likely|many|much|often)/iu,
};

const outOf = /(?:van de|sur|of|out of)\s+(100|1[.,\u202f ]?000)(?![\d.,]*\d)/giu;

export function lintNumbers(content: GuideContent): Problem[] {
  return guideLanguages.flatMap((language) =>
    everyText(content, language).flatMap(({ id, lines }) =>
      numberProblems(lines.join(' '), language).map((message) => problem(language, id, message)),
    ),
  );
}

/** What is wrong with the numbers of one text; exported because a claim or a letter must obey it too. */
export function numberProblems(text: string, language: GuideLanguage): string[] {
  const denominators = new Set([...text.matchAll(outOf)].map(([, number = '']) => number.replace(/\D/g, '')));
  return [
    ...(/%|\bprocent\b|\bpercent\b|pour ?cent\b/iu.test(text) ? ['a percentage; write how many of 100'] : []),
    ...(/\b(1|één|een|un|une|one) (op|sur|in) (de )?\d+\b(?! ?000)/iu.test(text) &&
    !/sur (100|1[ \u202f.]?000)/u.test(text)
      ? ['"1 in X"; write how many of 100 or of 1,000']
      : []),
    ...(relative[language].test(text) && denominators.size === 0
      ? ['a relative risk without its absolute number; write how many of 100, before and after']
      : []),
    ...(denominators.size > 1 ? [`two denominators (${[...denominators].join(' and ')}); use one`] : []),
  ];
}
