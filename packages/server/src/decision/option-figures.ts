// The published numbers that stand beside options: of a trial, of a registry, of a guideline. Decision: they come with their
// source and say nothing of this one patient; the words for them are the page's.

import type { CalendarDate } from '@breekpunt/core';
import { addressOf, type Knowledge, type KnowledgeStatus } from '@breekpunt/knowledge';
import type { TopicView } from './decisions-of.ts';

export interface OptionFigure {
  /** The parameter. */
  readonly id: string;
  /** In English, as the knowledge has it. */
  readonly meaning: string;
  readonly values: readonly (number | string)[];
  readonly unit: string;
  readonly status: KnowledgeStatus;
  readonly source: { readonly title: string; readonly where: string; readonly address: string | null } | null;
}

export function optionFigures(
  views: readonly TopicView[],
  knowledge: Knowledge,
  on: CalendarDate,
): readonly OptionFigure[] {
  const ids = new Set(views.flatMap(({ result }) => figuresIn(result)));
  return [...ids].toSorted().flatMap((id) => {
    const parameter = knowledge.parameters[id];
    const dated = knowledge.parameterOn(id, on);
    if (parameter === undefined || !dated.ok) return [];
    const { value, status, source } = dated.value;
    const cited = knowledge.sources[source.id];
    return [
      {
        id,
        meaning: parameter.meaning,
        values: Array.isArray(value) ? (value as readonly (number | string)[]) : [value as number | string],
        unit: parameter.unit,
        status,
        source:
          cited === undefined ? null : { title: cited.title, where: source.where, address: addressOf(cited) },
      },
    ];
  });
}

/** Ids of parameters in the options of a table, wherever the table stands in the answer. */
function figuresIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(figuresIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) =>
    name === 'figures' && Array.isArray(inner) ? (inner as readonly string[]) : figuresIn(inner),
  );
}
