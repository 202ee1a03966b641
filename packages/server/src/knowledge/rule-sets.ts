// What a physician signs: a rule set, which is all rules of one topic with the numbers they use. Decision: the signature
// is under a hash of exactly that, so that it outlives changes elsewhere in the knowledge and lapses at a change here.

import { createHash } from 'node:crypto';
import type { Knowledge, Parameter, Rule } from '@breekpunt/knowledge';

/** By topic of rules: where the numbers stand that these rules speak of (the first part of a parameter's id). */
export const parameterTopics: Readonly<Record<string, readonly string[]>> = {
  'alarm-signs': ['alarm'],
  'avascular-necrosis': ['necrosis'],
  'case-finding': ['identify'],
  'drug-safety': ['drugs'],
  dxa: ['dxa'],
  falls: ['falls'],
  'follow-up': ['follow-up'],
  'follow-up-contacts': ['follow-up', 'assessment'],
  'hip-osteoarthritis': ['osteoarthritis'],
  'hip-surgery': ['hip-surgery'],
  labs: ['labs'],
  'pain-relief': ['pain'],
  reimbursement: ['reimbursement'],
  'spine-care': ['spine'],
  treatment: ['treatment', 'drugs'],
  vfa: ['vfa', 'vertebral'],
};

export interface RuleSet {
  readonly set: string;
  /** 16 hexadecimal digits over its rules and numbers. */
  readonly hash: string;
  readonly rules: number;
  readonly drafts: number;
}

const known = new WeakMap<Knowledge, readonly RuleSet[]>();

/** Every topic that has rules, by name. Knowledge never changes, so each is hashed once. */
export function ruleSets(knowledge: Knowledge): readonly RuleSet[] {
  const sets = known.get(knowledge) ?? ruleSetsFrom(knowledge);
  known.set(knowledge, sets);
  return sets;
}

function ruleSetsFrom(knowledge: Knowledge): readonly RuleSet[] {
  const rules = Object.values(knowledge.rules);
  const topics = [...new Set(rules.map(({ topic }) => topic))].toSorted();
  return topics.map((set) => {
    const own = rules.filter(({ topic }) => topic === set);
    return {
      set,
      hash: hashOf(own, parametersOf(knowledge, set)),
      rules: own.length,
      drafts: own.filter(({ status }) => status === 'draft').length,
    };
  });
}

export function parametersOf(knowledge: Knowledge, set: string): readonly Parameter[] {
  const topics = parameterTopics[set] ?? [];
  return Object.values(knowledge.parameters).filter(({ id }) => topics.includes(topicOf(id)));
}

export function topicOf(parameter: string): string {
  return parameter.split('.')[0] ?? parameter;
}

function hashOf(rules: readonly Rule[], parameters: readonly Parameter[]): string {
  const text = JSON.stringify([rules, parameters], sortedKeys);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
