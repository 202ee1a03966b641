// A decision as it is kept: what was known, what the rules said, what the physician chose. Decision: everything needed to
// make it again is in the record itself, as plain data; a choice that the rules did not offer needs a reason in words.

import { failure, type Result, success } from '@breekpunt/core';
import type { Knowledge } from '@breekpunt/knowledge';
import { type AnswerChange, answerChanges, rulesIn } from './answer-changes.ts';
import {
  type DecisionContext,
  decisionTopics,
  type NotDecidable,
  type Topic,
  type Topics,
} from './decision-topics.ts';

export interface DecisionRecord<T extends Topic = Topic> {
  readonly topic: T;
  readonly set: DecisionContext['set'];
  readonly on: DecisionContext['on'];
  readonly knowledgeVersion: string;
  /** Signed rules that counted, sorted. */
  readonly signed: readonly string[];
  readonly inputs: Topics[T]['inputs'];
  readonly result: Topics[T]['result'];
  /** Every rule that spoke, sorted. */
  readonly rules: readonly string[];
  readonly choice: string;
  /** Why the choice is none of those offered; null when it is. */
  readonly override: { readonly reason: string } | null;
}

export interface Choice {
  readonly option: string;
  /** Asked for when the option was not offered. */
  readonly reason: string | null;
}

export type RecordRefusal =
  | NotDecidable
  | { readonly kind: 'reason-needed'; readonly offered: readonly string[] };

export function recordDecision<T extends Topic>(
  topic: T,
  inputs: Topics[T]['inputs'],
  choice: Choice,
  knowledge: Knowledge,
  context: DecisionContext,
): Result<DecisionRecord<T>, RecordRefusal> {
  const decided = decisionTopics[topic].decide(inputs, knowledge, context);
  if (!decided.ok) return decided;
  const result = decided.value;
  const offered = decisionTopics[topic].offered(result);
  const reason = choice.reason?.trim() ?? '';
  const follows = offered.includes(choice.option);
  if (!follows && reason === '') return failure({ kind: 'reason-needed', offered });
  return success({
    topic,
    set: context.set,
    on: context.on,
    knowledgeVersion: knowledge.version,
    signed: [...context.signed].toSorted(),
    inputs,
    result,
    rules: rulesIn(result),
    choice: choice.option,
    override: follows ? null : { reason },
  });
}

/**
 * What the same inputs give with this knowledge, against what was stored: no change when it is the knowledge of the
 * record's own version. `on`: the record's own day, or today to see what would be decided now.
 */
export function changesUnder<T extends Topic>(
  record: DecisionRecord<T>,
  knowledge: Knowledge,
  on: DecisionContext['on'] = record.on,
): Result<readonly AnswerChange[], NotDecidable> {
  const { topic, inputs, set } = record;
  const context = { set, on, signed: new Set(record.signed) };
  const again = decisionTopics[topic].decide(inputs, knowledge, context);
  return again.ok ? success(answerChanges(record.result, again.value)) : again;
}

export interface ChangedDecision {
  readonly record: DecisionRecord;
  /** What differs; a failure says that the knowledge has no value for that day. */
  readonly changes: Result<readonly AnswerChange[], NotDecidable>;
}

/** The open decisions that this knowledge would answer differently, in the order given. */
export function wouldDiffer(
  records: readonly DecisionRecord[],
  knowledge: Knowledge,
): readonly ChangedDecision[] {
  return records
    .map((record) => ({ record, changes: changesUnder(record, knowledge) }))
    .filter(({ changes }) => !changes.ok || changes.value.length > 0);
}
