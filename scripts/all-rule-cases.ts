// The cases of every topic, in the order of the topics.

import { type Knowledge, type RuleCase, ruleCases } from '@breekpunt/knowledge';

export function allRuleCases({ rules }: Pick<Knowledge, 'rules'>): readonly RuleCase[] {
  const topics = [...new Set(Object.values(rules).map(({ topic }) => topic))].toSorted();
  return topics.flatMap((topic) => ruleCases(topic));
}
