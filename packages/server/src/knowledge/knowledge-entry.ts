// What stands behind one id of the knowledge: a rule with its sources and cases, a number with all its values, a model, a
// source with what rests on it, or a word of the case finder. One address for whatever id a screen shows.

import type { CalendarDate } from '@breekpunt/core';
import {
  type ClinicalModel,
  type Knowledge,
  type Parameter,
  type RuleCase,
  ruleCases,
  type Source,
  type ValueSource,
  vocabulary,
  vocabularyExamples,
} from '@breekpunt/knowledge';
import {
  type ParameterLine,
  parameterLine,
  type RuleLine,
  ruleLine,
  type SourceLine,
  type SourceUser,
  sourceLine,
  usersOf,
} from './knowledge-index.ts';
import type { SignedRuleSet } from './sign-off.ts';

export interface CitedSource {
  /** The place in the source. */
  readonly where: string;
  readonly source: SourceLine;
}

export type KnowledgeEntry =
  | {
      readonly kind: 'rule';
      readonly rule: RuleLine;
      readonly citations: readonly CitedSource[];
      readonly cases: readonly Pick<RuleCase, 'name' | 'on'>[];
      readonly signedSet: SignedRuleSet | null;
    }
  | {
      readonly kind: 'parameter';
      readonly parameter: ParameterLine;
      readonly checked: Parameter['checked'];
      readonly values: readonly (Pick<Parameter['values'][number], 'from' | 'value' | 'status'> & {
        readonly cited: CitedSource;
      })[];
    }
  | {
      readonly kind: 'model';
      readonly model: Pick<
        ClinicalModel,
        | 'id'
        | 'name'
        | 'edition'
        | 'meaning'
        | 'population'
        | 'licence'
        | 'status'
        | 'limits'
        | 'stages'
        | 'told'
      >;
      readonly numbers: readonly {
        readonly name: string;
        readonly meaning: string;
        readonly value: number;
        readonly low: number | null;
        readonly high: number | null;
        readonly unit: string;
        readonly status: ClinicalModel['status'];
      }[];
      readonly citations: readonly CitedSource[];
    }
  | {
      readonly kind: 'source';
      readonly source: SourceLine;
      readonly basis: Source['basis'];
      readonly readOn: string;
      readonly unlinked: string | null;
      readonly usedBy: readonly SourceUser[];
    }
  | {
      readonly kind: 'word';
      readonly id: string;
      readonly language: string;
      readonly role: string;
      readonly words: readonly string[];
      readonly matches: string | null;
      readonly skips: string | null;
    };

/** Null when no knowledge of today has this id. */
export function knowledgeEntry(
  knowledge: Knowledge,
  sets: readonly SignedRuleSet[],
  id: string,
  on: CalendarDate,
): KnowledgeEntry | null {
  const cite = ({ id: source, where }: ValueSource): CitedSource[] => {
    const found = knowledge.sources[source];
    return found === undefined ? [] : [{ where, source: sourceLine(found, knowledge) }];
  };
  const rule = knowledge.rules[id];
  if (rule !== undefined)
    return {
      kind: 'rule',
      rule: ruleLine(rule, knowledge),
      citations: rule.citations.flatMap(cite),
      cases: ruleCases(rule.topic)
        .filter(({ rules }) => rules.includes(id))
        .map(({ name, on: day }) => ({ name, on: day })),
      signedSet: sets.find(({ set }) => set === rule.topic) ?? null,
    };
  const parameter = knowledge.parameters[id];
  if (parameter !== undefined)
    return {
      kind: 'parameter',
      parameter: parameterLine(parameter, knowledge, on),
      checked: parameter.checked,
      values: parameter.values.flatMap(({ from, value, status, source }) =>
        cite(source).map((cited) => ({ from, value, status, cited })),
      ),
    };
  const model = knowledge.models[id];
  if (model !== undefined) return modelEntry(model, cite);
  const source = knowledge.sources[id];
  if (source !== undefined)
    return {
      kind: 'source',
      source: sourceLine(source, knowledge),
      basis: source.basis,
      readOn: source.readOn,
      unlinked: source.unlinked ?? null,
      usedBy: usersOf(id, knowledge),
    };
  return wordEntry(id);
}

function modelEntry(model: ClinicalModel, cite: (source: ValueSource) => CitedSource[]): KnowledgeEntry {
  const { id, name, edition, meaning, population, licence, status, limits, stages, sources, told } = model;
  return {
    kind: 'model',
    model: { id, name, edition, meaning, population, licence, status, limits, stages, told },
    numbers: Object.entries(model.numbers).map(([place, number]) => ({
      name: place,
      meaning: number.meaning,
      value: number.value,
      low: number.low ?? null,
      high: number.high ?? null,
      unit: number.unit ?? '',
      status: number.status,
    })),
    citations: sources.flatMap(cite),
  };
}

function wordEntry(id: string): KnowledgeEntry | null {
  const row = vocabulary.find((each) => each.id === id);
  if (row === undefined) return null;
  const example = vocabularyExamples.find((each) => each.id === id);
  return {
    kind: 'word',
    id,
    language: row.lang,
    role: row.role,
    words: row.text,
    matches: example?.matches ?? null,
    skips: example?.skips ?? null,
  };
}
