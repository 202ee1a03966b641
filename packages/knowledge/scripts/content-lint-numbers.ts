// Numbers as patients can weigh them: out of 100 or 1,000, one denominator a text, and no relative risk without the absolute
// number beside it. Percentages and "1 in X" are not written at all.

import { type GuideContent, type GuideLanguage, guideLanguages } from '../src/guide-content.ts';
import { everyText, problem } from './content-lint-words.ts';
import type { Problem } from './problem.ts';

const times: Readonly<Record<GuideLanguage, string>> = {
  nl: String.raw`(?:(?:\d+(?:[.,]\d+)?|twee|drie|vier|vijf|zes|acht|tien)\s*(?:x|keer|maal))`,
  fr: String.raw`(?:(?:\d+(?:[.,]\d+)?|deux|trois|quatre|cinq|six|huit|dix)\s*fois)`,
  en: String.raw`(?:(?:\d+(?:[.,]\d+)?|two|three|four|five|six|eight|ten)(?:\s*x|\s+times|-fold)|twice)`,
};

/** "5 keer meer", "la moitié en moins", "half as likely", "cuts it by a third": a share of a risk that is not told. */
const relative: Readonly<Record<GuideLanguage, RegExp>> = {
  nl: new RegExp(
    `${times.nl}\\s+(?:zo\\s?(?:veel|vaak|groot|hoog|klein|laag)|meer|minder|vaker|hoger|lager|groter|kleiner)|verdubbel|halve+r|dubbel zo|(?:de helft|een derde|een kwart|een vijfde) (?:minder|meer|lager|hoger|kleiner|groter)|\\bmet (?:de helft|een derde|een kwart|een vijfde)\\b`,
    'iu',
  ),
  fr: new RegExp(
    `${times.fr}\\s+(?:plus|moins|le risque|la chance)|multipli\\p{L}* [^.]*\\bpar (?:\\d|deux|trois|quatre|cinq|dix)|doubl(?:e|é|er|ent) (?:le|votre|son) risque|moiti[ée] (?:moins|plus|[^.]*en moins)|de moiti[ée]\\b|d['’]un (?:tiers|quart)\\b`,
    'iu',
  ),
  en: new RegExp(
    `${times.en}\\s+(?:more|less|as|fewer|higher|lower|greater|the (?:risk|chance))|(?:doubl|halv)(?:e|es|ed|ing) (?:the|your) (?:risk|chance)|half as (?:likely|many|much|often)|(?:half|a third|a quarter) (?:fewer|less|lower)|\\bby (?:half|a third|a quarter)\\b`,
    'iu',
  ),
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
    ...(/%|\bprocent\b|\bper ?cent\b|pour ?cent\b/iu.test(text)
      ? ['a percentage; write how many of 100']
      : []),
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
