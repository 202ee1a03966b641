// A rule: one numbered sentence of clinical knowledge, and the cases that show what it means.
// Decision: a rule is text with citations, not code. The function that carries it names its id in its reasons.

import type { KnowledgeStatus, RuleCountry, ValueSource } from './dated-value.ts';
import type { DutchAndFrench } from './dutch-and-french.ts';

export interface Rule {
  /** Topic letters and a number: CF3. Never reused. */
  readonly id: string;
  /** The topic's file: case-finding. */
  readonly topic: string;
  /** One plain sentence, in English: the one that counts. */
  readonly text: string;
  readonly sentences: DutchAndFrench;
  readonly citations: readonly [ValueSource, ...ValueSource[]];
  readonly status: KnowledgeStatus;
  /** Where it holds, said for a rule that does not begin with the name of its country; absent: as its sentence says. */
  readonly country?: RuleCountry;
  /** Day from which the rule no longer holds; the rule stays listed so that old decisions keep their reason. */
  readonly retired?: string;
  readonly replacedBy?: string;
}

/** An example with its answer, in words a nurse can check. `given` and `expect` are the topic's own. */
export interface RuleCase {
  readonly topic: string;
  readonly name: string;
  readonly rules: readonly [string, ...string[]];
  /** The day on which the question is asked. */
  readonly on: string;
  readonly given: unknown;
  readonly expect: unknown;
}
