// The cases of a topic's rules, for the tests of the package that carries them and for the page of rules. Kept apart from
// `loadKnowledge`, because nothing that decides needs them.

import cases from './generated/rule-cases.json' with { type: 'json' };
import type { RuleCase } from './rule.ts';

/** In file order; empty when the topic has none. */
export function ruleCases(topic: string): readonly RuleCase[] {
  return (cases as unknown as readonly RuleCase[]).filter((each) => each.topic === topic);
}
