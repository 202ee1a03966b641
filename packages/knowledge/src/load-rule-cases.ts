// The cases of a topic's rules, for the tests of the package that carries them. Kept apart from `loadKnowledge`, so
// that no running program holds them.

import cases from './generated/rule-cases.json' with { type: 'json' };
import type { RuleCase } from './rule.ts';

/** In file order; empty when the topic has none. */
export function ruleCases(topic: string): readonly RuleCase[] {
  return (cases as unknown as readonly RuleCase[]).filter((each) => each.topic === topic);
}
