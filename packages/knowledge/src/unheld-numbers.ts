// Which numbers of the knowledge no case holds: a number that can be made a little larger, or a little smaller, without any case
// noticing has no example on that side of its boundary. Decision: asked of the code itself, by running it on knowledge in
// which one number was moved, so that no list of thresholds has to be kept. For the tests of the packages that carry rules.

import { type CalendarDate, success } from '@breekpunt/core';
import type { ParameterValue } from './dated-value.ts';
import type { Knowledge } from './knowledge.ts';

interface UnheldNumber {
  /** The parameter. */
  readonly id: string;
  readonly value: number;
  /** The side on which no case noticed. */
  readonly side: 'more' | 'less';
}

/** As near to a boundary as a case must lie to count as an example of it, nearest first. */
const steps = [0.1, 1] as const;
/** Numbers from here on are moved by a hundredth: a dose of 1200 mg is no boundary of 1 mg. */
const large = 400;

/**
 * A line for every number without a case on both of its sides, and for every exception in `without` (id → why) that is none;
 * empty when nothing is wrong. `topics`: of the parameters, the part of an id before the dot, or a longer beginning. `passes`:
 * whether every case still comes out as written; it must hold for the knowledge as it is.
 */
export function unheldNumbers(
  knowledge: Knowledge,
  topics: readonly string[],
  passes: (knowledge: Knowledge) => boolean,
  without: Readonly<Record<string, string>> = {},
): readonly string[] {
  const unheld = numbersUnheld(knowledge, topics, passes);
  const ids = new Set(unheld.map(({ id }) => id));
  return [
    ...unheld
      .filter(({ id }) => without[id] === undefined)
      .map(({ id, value, side }) => `${id} ${value}: no case notices ${side}`),
    ...Object.keys(without)
      .filter((id) => !ids.has(id))
      .map((id) => `${id} is excepted, and cases hold it`),
  ];
}

function numbersUnheld(
  knowledge: Knowledge,
  topics: readonly string[],
  passes: (knowledge: Knowledge) => boolean,
): readonly UnheldNumber[] {
  const read = new Set<string>();
  const watched: Knowledge = {
    ...knowledge,
    parameterOn: (id, date) => {
      read.add(id);
      return knowledge.parameterOn(id, date);
    },
  };
  if (!passes(watched)) throw new Error('A case does not come out as written');
  // Ranges of what is believed at all have a test of their own, which asks every one of them the same.
  const asked = [...read]
    .filter((id) => !id.includes('.plausible-') && topics.some((topic) => id.startsWith(topic)))
    .toSorted();
  return asked.flatMap((id) => unheldOf(id, knowledge, passes));
}

function unheldOf(
  id: string,
  knowledge: Knowledge,
  passes: (knowledge: Knowledge) => boolean,
): readonly UnheldNumber[] {
  const newest = knowledge.parameters[id]?.values.at(-1)?.value ?? null;
  const numbers = (Array.isArray(newest) ? newest : [newest]) as readonly (number | string | null)[];
  return numbers.flatMap((value, place) =>
    typeof value !== 'number'
      ? []
      : (['more', 'less'] as const)
          .filter((side) => stepsFor(value, side).every((by) => passes(moved(knowledge, id, place, by))))
          .map((side) => ({ id, value, side })),
  );
}

function stepsFor(value: number, side: UnheldNumber['side']): readonly number[] {
  const sizes = Math.abs(value) >= large ? [Math.abs(value) / 100] : steps;
  return sizes.map((size) => (side === 'more' ? size : -size));
}

/** The knowledge with one number of one parameter moved, on every day. */
function moved(knowledge: Knowledge, id: string, place: number, by: number): Knowledge {
  const move = (value: ParameterValue): ParameterValue => {
    if (typeof value === 'number') return rounded(value + by);
    if (!Array.isArray(value)) return value;
    return (value as readonly (number | string)[]).map((part, at) =>
      at === place && typeof part === 'number' ? rounded(part + by) : part,
    ) as unknown as ParameterValue;
  };
  return {
    ...knowledge,
    parameterOn: (asked: string, date: CalendarDate) => {
      const found = knowledge.parameterOn(asked, date);
      return asked === id && found.ok ? success({ ...found.value, value: move(found.value.value) }) : found;
    },
  };
}

/** 30 less 0.1 is 29.9 and not 29.899999999999999. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
