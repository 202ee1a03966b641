// The one shape of every answer of this package, and how a table of rules gives it. Decision: a rule that holds is a
// reason; a rule that is still open hides nothing: unless a graver one already holds, the answer is "cannot tell" with
// the questions. Only when every rule fails is the answer the last one, and then the rules that said so are named.

import type { KnowledgeStatus } from '@breekpunt/knowledge';
import { type Condition, questionsOf } from './condition.ts';
import type { Standings } from './standing.ts';

export interface Decided<Outcome extends string> {
  readonly outcome: Outcome | 'cannot-tell';
  /** Rule ids. */
  readonly reasons: readonly string[];
  /** What to ask. */
  readonly missing: readonly string[];
  /** draft: to be shown as such and never as advice. */
  readonly standing: KnowledgeStatus;
}

export interface RuleRow<Outcome extends string> {
  readonly rule: string;
  readonly when: Condition;
  readonly outcome: Outcome;
}

export interface LastRow<Outcome extends string> {
  readonly rules: readonly string[];
  readonly outcome: Outcome;
}

export function decided<Outcome extends string>(
  outcome: Outcome | 'cannot-tell',
  reasons: readonly string[],
  missing: readonly string[],
  standings: Standings,
): Decided<Outcome> {
  const unique = [...new Set(reasons)];
  return { outcome, reasons: unique, missing: [...new Set(missing)], standing: standings.of(unique) };
}

/**
 * Rows gravest first; rows of one outcome stand together and all that hold are reasons. `openGraver`: what an open graver
 * rule does to one that holds: it leaves nothing to say, or it is only asked about.
 */
export function decide<Outcome extends string>(
  rows: readonly RuleRow<Outcome>[],
  last: LastRow<Outcome>,
  standings: Standings,
  openGraver: 'nothing-to-say' | 'ask-only' = 'nothing-to-say',
): Decided<Outcome> {
  const holding = rows.find((row) => row.when.answer === 'yes');
  const graver = holding === undefined ? rows : rows.slice(0, rows.indexOf(holding));
  const undecided = graver.filter(
    (row) => row.when.answer === 'not-recorded' && row.outcome !== holding?.outcome,
  );
  const missing = questionsOf(undecided.map((row) => row.when));
  if (undecided.length > 0 && (holding === undefined || openGraver === 'nothing-to-say')) {
    const reasons = undecided.map(({ rule }) => rule);
    return decided<Outcome>('cannot-tell', reasons, missing, standings);
  }
  if (holding === undefined) return decided(last.outcome, last.rules, [], standings);
  const same = rows.filter((row) => row.outcome === holding.outcome && row.when.answer === 'yes');
  const reasons = same.map(({ rule }) => rule);
  return decided(holding.outcome, reasons, missing, standings);
}
