// Everything the page of rules and sources lists, for one country and one day. Decision: lines only, small enough to be
// searched in the browser as one types; what stands behind a line is asked for when it is opened.

import type { CalendarDate } from '@breekpunt/core';
import {
  addressOf,
  type Country,
  type DutchAndFrench,
  type Knowledge,
  type KnowledgeStatus,
  type Parameter,
  type ParameterValue,
  type Rule,
  type RuleCountry,
  ruleCases,
  type Source,
} from '@breekpunt/knowledge';
import { countryOfRule, countryOfSource } from './country-of-rule.ts';
import { parameterTopics, topicOf } from './rule-sets.ts';
import type { SignedRuleSet } from './sign-off.ts';

export interface RuleLine {
  readonly id: string;
  readonly set: string;
  /** In English, as it was written. */
  readonly text: string;
  readonly sentences: DutchAndFrench;
  readonly status: KnowledgeStatus;
  /** Null: everywhere. */
  readonly country: RuleCountry | null;
  /** The day from which it no longer holds. */
  readonly retired: string | null;
  readonly cases: number;
  readonly sources: readonly string[];
}

export interface ParameterLine {
  readonly id: string;
  /** The rule sets that use it. */
  readonly sets: readonly string[];
  readonly meaning: string;
  /** The same in Dutch and French; null where it stands in English alone. */
  readonly meanings: DutchAndFrench | null;
  readonly unit: string;
  readonly country: Country | null;
  /** Null when none is in force on the day. */
  readonly value: ParameterValue | null;
  readonly from: string | null;
  readonly status: KnowledgeStatus;
  readonly source: string | null;
}

export interface ModelLine {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly meaning: string;
  readonly meanings: DutchAndFrench | null;
  readonly status: KnowledgeStatus;
  readonly sources: readonly string[];
}

export interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly kind: Source['kind'];
  readonly confirmed: boolean;
  readonly country: Country | null;
  readonly address: string | null;
  /** How many rules, numbers and models rest on it. */
  readonly usedBy: number;
}

export interface KnowledgeIndex {
  readonly version: string;
  readonly on: CalendarDate;
  readonly country: RuleCountry | null;
  readonly sets: readonly SignedRuleSet[];
  readonly rules: readonly RuleLine[];
  readonly parameters: readonly ParameterLine[];
  readonly models: readonly ModelLine[];
  readonly sources: readonly SourceLine[];
}

/** Without a country, what holds anywhere. */
export function knowledgeIndex(
  knowledge: Knowledge,
  sets: readonly SignedRuleSet[],
  country: RuleCountry | null,
  on: CalendarDate,
): KnowledgeIndex {
  const counts = casesByRule(knowledge);
  const holdsHere = (each: { readonly country: RuleCountry | null }): boolean =>
    country === null || each.country === null || each.country === country;
  return {
    version: knowledge.version,
    on,
    country,
    sets,
    rules: Object.values(knowledge.rules)
      .map((rule) => ruleLine(rule, knowledge, counts))
      .filter(({ retired }) => retired === null || retired > on)
      .filter(holdsHere)
      .toSorted(byNumber),
    parameters: Object.values(knowledge.parameters)
      .map((parameter) => parameterLine(parameter, knowledge, on))
      .filter(holdsHere),
    models: Object.values(knowledge.models).map(({ id, name, edition, meaning, status, sources, told }) => ({
      id,
      name,
      edition,
      meaning,
      meanings: told['meaning'] ?? null,
      status,
      sources: sources.map((each) => each.id),
    })),
    sources: Object.values(knowledge.sources).map((source) => sourceLine(source, knowledge)),
  };
}

export function ruleLine(
  rule: Rule,
  knowledge: Knowledge,
  counts: ReadonlyMap<string, number> = casesByRule(knowledge),
): RuleLine {
  return {
    id: rule.id,
    set: rule.topic,
    text: rule.text,
    sentences: rule.sentences,
    status: rule.status,
    country: countryOfRule(rule, knowledge.sources),
    retired: rule.retired ?? null,
    cases: counts.get(rule.id) ?? 0,
    sources: rule.citations.map(({ id }) => id),
  };
}

export function parameterLine(parameter: Parameter, knowledge: Knowledge, on: CalendarDate): ParameterLine {
  const found = knowledge.parameterOn(parameter.id, on);
  const dated = found.ok ? found.value : null;
  return {
    id: parameter.id,
    sets: Object.keys(parameterTopics).filter((set) => parameterTopics[set]?.includes(topicOf(parameter.id))),
    meaning: parameter.meaning,
    meanings: parameter.meanings,
    unit: parameter.unit,
    country: parameter.applies.country ?? null,
    value: dated?.value ?? null,
    from: dated?.from ?? null,
    status: dated?.status ?? 'draft',
    source: dated?.source.id ?? null,
  };
}

export function sourceLine(source: Source, knowledge: Knowledge): SourceLine {
  return {
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    year: source.year ?? null,
    kind: source.kind,
    confirmed: source.confirmed,
    country: countryOfSource(source.id),
    address: addressOf(source),
    usedBy: usersOf(source.id, knowledge).length,
  };
}

export interface SourceUser {
  readonly id: string;
  /** In English, as it was written. */
  readonly says: string;
  /** The same in Dutch and French; null where it stands in English alone. */
  readonly sentences: DutchAndFrench | null;
}

const known = new WeakMap<Knowledge, ReadonlyMap<string, readonly SourceUser[]>>();

/** The rules, numbers and models that cite a source. Knowledge never changes, so it is gone through once. */
export function usersOf(source: string, knowledge: Knowledge): readonly SourceUser[] {
  const users = known.get(knowledge) ?? usersBySource(knowledge);
  known.set(knowledge, users);
  return users.get(source) ?? [];
}

function usersBySource({ rules, parameters, models }: Knowledge): ReadonlyMap<string, readonly SourceUser[]> {
  const users = new Map<string, SourceUser[]>();
  const add = (sources: readonly { readonly id: string }[], user: SourceUser): void => {
    for (const id of new Set(sources.map((source) => source.id)))
      users.set(id, [...(users.get(id) ?? []), user]);
  };
  for (const { id, text, sentences, citations } of Object.values(rules).toSorted(byNumber))
    add(citations, { id, says: text, sentences });
  for (const { id, meaning, meanings, values } of Object.values(parameters))
    add(
      values.map((value) => value.source),
      { id, says: meaning, sentences: meanings },
    );
  for (const { id, name, sources, numbers } of Object.values(models))
    add([...sources, ...Object.values(numbers).map((number) => number.source)], {
      id,
      says: name,
      sentences: null,
    });
  return users;
}

function casesByRule({ rules: all }: Knowledge): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const topics = new Set(Object.values(all).map(({ topic }) => topic));
  for (const { rules } of [...topics].flatMap((topic) => ruleCases(topic)))
    for (const id of rules) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** CF2 before CF10. */
function byNumber(a: { readonly id: string }, b: { readonly id: string }): number {
  const [letters, number] = [(id: string) => id.replace(/\d+$/, ''), (id: string) => Number(/\d+$/.exec(id))];
  const [left, right] = [letters(a.id), letters(b.id)];
  return left === right ? number(a.id) - number(b.id) : left < right ? -1 : 1;
}
