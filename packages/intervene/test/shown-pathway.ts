// A table's answer in the words of the cases.

import type { Shown } from '@breekpunt/knowledge/test/rule-cases';
import type { Pathway } from '../src/index.ts';

export function shownPathway(answer: Pathway<string>): Shown {
  const names = (of: Pathway<string>['options']): readonly string[] => of.map(({ option }) => option);
  const every = [...answer.options, ...answer.possible, ...answer.blocked];
  return {
    outcome: answer.outcome,
    options: names(answer.options),
    possible: names(answer.possible),
    blocked: names(answer.blocked),
    figures: [...new Set(answer.options.flatMap(({ figures }) => figures))],
    standing: answer.standing,
    because: [...new Set([...answer.reasons, ...every.flatMap(({ reasons }) => reasons)])],
    ask: answer.missing,
  };
}

/** The stated values over "not recorded", or over what is in order. */
export function over<T extends object>(
  notRecorded: T,
  inOrder: Partial<T>,
  stated: Partial<T> & { readonly otherwise?: 'nothing' },
): T {
  const { otherwise, ...values } = stated;
  return { ...notRecorded, ...(otherwise === 'nothing' ? inOrder : {}), ...(values as Partial<T>) };
}
