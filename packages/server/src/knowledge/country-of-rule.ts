// In which country a rule holds, when in one alone. Decision: what the rule is marked with; otherwise read from the rule itself,
// so that nothing is kept twice: a rule of one country begins with its name, and a rule that rests on one country's regulation
// alone holds there alone.

import type { Country, Knowledge, Rule, RuleCountry } from '@breekpunt/knowledge';

const beginnings: readonly (readonly [Country, RegExp])[] = [
  ['BE', /^(?:In Belgium|In Belgian|Belgium|The Belgian)\b/],
  ['NL', /^(?:In the Netherlands|The Dutch)\b/],
];

/** Null when the rule holds everywhere. */
export function countryOfRule(rule: Rule, sources: Knowledge['sources']): RuleCountry | null {
  if (rule.country !== undefined) return rule.country;
  const named = beginnings.find(([, begins]) => begins.test(rule.text));
  if (named !== undefined) return named[0];
  const cited = rule.citations.map(({ id }) =>
    sources[id]?.kind === 'regulation' ? countryOfSource(id) : null,
  );
  const [first = null] = cited;
  return cited.every((each) => each === first) ? first : null;
}

/** Sources of one country carry it at the front of their id. */
export function countryOfSource(id: string): Country | null {
  if (id.startsWith('be-')) return 'BE';
  return id.startsWith('nl-') ? 'NL' : null;
}
