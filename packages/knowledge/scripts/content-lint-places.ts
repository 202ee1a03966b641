// Places in a text: each names a word of its language, something the record gives, or a parameter that exists.

import type { Parameter } from '../src/dated-value.ts';
import { type GuideContent, guideLanguages, guideVariables } from '../src/guide-content.ts';
import { everyText, problem } from './content-lint-words.ts';
import type { Problem } from './problem.ts';

/** Filled by the sentence that uses the word: telephone numbers, days, counts. */
const given = [
  'n',
  'of',
  'rest',
  'from',
  'to',
  'first',
  'last',
  'weekday',
  'day',
  'month',
  'year',
  'today',
  'levels',
];
const givenToo = ['phone', 'ambulance', 'name', 'minutes', 'hour', 'years'];

export function lintPlaces(content: GuideContent, parameters: readonly Parameter[]): Problem[] {
  const ids = new Set(parameters.flatMap(({ id }) => [`number:${id}`, `list:${id}`]));
  const variables = new Set<string>([...guideVariables, ...given, ...givenToo]);
  return guideLanguages.flatMap((language) =>
    everyText(content, language).flatMap(({ id, lines }) =>
      [...lines.join(' ').matchAll(/\{([^}]*)\}/g)].flatMap(([, key = '']) =>
        ids.has(key) || variables.has(key) || key in content.words[language]
          ? []
          : [problem(language, id, `nothing fills {${key}}`)],
      ),
    ),
  );
}
