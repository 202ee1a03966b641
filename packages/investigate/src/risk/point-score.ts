// Adds up the points of a score that is held as data. Decision: with answers missing, the total is not guessed: the
// least and the most it can become are given, and with them every reading that is still possible. When only one is
// left, the missing answers cannot change what the score says.

import { type Result, success } from '@breekpunt/core';
import {
  type ClinicalModel,
  liesIn,
  type ModelInput,
  modelReadings,
  type Points,
  type Reading,
  type ScoreItem,
} from '@breekpunt/knowledge';
import { checkInputs, type Given } from './check-inputs.ts';
import { type CannotTell, type ModelStamp, type OutsideRange, stampOf } from './model-answer.ts';

/** What a total means, in the words of the model. */
export type Meaning = Pick<Reading, 'means' | 'says'>;

export interface ScoreValue {
  readonly outcome: 'value';
  readonly total: number;
  /** What each input added, in the order of the score; groups are limited only in the total. */
  readonly parts: readonly { readonly input: string; readonly points: number }[];
  readonly reading: Meaning;
  readonly model: ModelStamp;
}

export interface ScoreCannotTell extends CannotTell {
  /** The total lies between these, whatever the missing answers are. */
  readonly total: { readonly least: number; readonly most: number };
  /** The readings still possible; one alone is settled. */
  readonly readings: readonly Meaning[];
}

export type ScoreAnswer = ScoreValue | ScoreCannotTell;

export interface ScoreChoice {
  /** Which of the model's readings of the total. */
  readonly readings: string;
  /** Inputs this form of the score does without. */
  readonly without?: readonly string[];
}

export function pointScore(
  model: ClinicalModel,
  given: Given,
  choice: ScoreChoice,
): Result<ScoreAnswer, OutsideRange> {
  const items = model.items.filter(({ input }) => !choice.without?.includes(input));
  const names = items.map(({ input }) => input);
  const checked = checkInputs(model, given, names);
  if (!checked.ok) return checked;
  const readings = modelReadings(model, choice.readings);
  const spans = items.map((item) => spanOf(model, item, given[item.input] ?? 'not-recorded'));
  const least = totalOf(model, items, spans, 'least');
  const most = totalOf(model, items, spans, 'most');
  const stamp = stampOf(
    model,
    spans.some(({ draft }) => draft),
  );
  const possible = readings.filter((reading) => touches(reading, least, most));
  if (checked.value.length > 0) {
    return success({
      outcome: 'cannot-tell',
      missing: checked.value,
      total: { least, most },
      readings: possible.map(meaningOf),
      model: stamp,
    });
  }
  const [reading] = possible;
  if (reading === undefined) throw new Error(`Model "${model.id}" has no reading for a total of ${least}`);
  const parts = items.map(({ input }, place) => ({ input, points: spans[place]?.least ?? 0 }));
  return success({ outcome: 'value', total: least, parts, reading: meaningOf(reading), model: stamp });
}

interface Span {
  readonly least: number;
  readonly most: number;
  readonly draft: boolean;
}

/** What an item adds: one number when its answer is known, else the least and the most it could add. */
function spanOf(model: ClinicalModel, item: ScoreItem, value: number | string): Span {
  const input = model.inputs[item.input];
  const possible = input === undefined ? [] : pointsOf(input, item, value);
  if (possible.length === 0) throw new Error(`Model "${model.id}" has no points for "${item.input}"`);
  const points = possible.map((one) => one.points);
  return {
    least: Math.min(...points),
    most: Math.max(...points),
    draft: possible.some(({ status }) => status === 'draft'),
  };
}

function pointsOf(input: ModelInput, item: ScoreItem, value: number | string): readonly Points[] {
  if (input.kind !== 'number') {
    const byWord = item.byWord ?? {};
    if (value === 'not-recorded') return Object.values(byWord);
    const points = byWord[value];
    return points === undefined ? [] : [points];
  }
  const stretches = item.byStretch ?? [];
  if (value === 'not-recorded') return stretches.filter((one) => touches(one, input.least, input.most));
  return stretches.filter((one) => liesIn(one, Number(value)));
}

/** Whether any number from least to most lies in the stretch. */
function touches(stretch: Omit<Reading, 'means' | 'says' | 'status'>, least: number, most: number): boolean {
  return (
    (stretch.from === undefined || most >= stretch.from) &&
    (stretch.above === undefined || most > stretch.above) &&
    (stretch.upTo === undefined || least <= stretch.upTo) &&
    (stretch.below === undefined || least < stretch.below)
  );
}

function totalOf(
  model: ClinicalModel,
  items: readonly ScoreItem[],
  spans: readonly Span[],
  end: 'least' | 'most',
): number {
  const groups = new Map<string, number>();
  let total = 0;
  items.forEach(({ group }, place) => {
    const points = spans[place]?.[end] ?? 0;
    if (group === undefined) total += points;
    else groups.set(group, (groups.get(group) ?? 0) + points);
  });
  for (const [name, sum] of groups) {
    const limits = model.groups[name];
    if (limits === undefined) throw new Error(`Model "${model.id}" has no group "${name}"`);
    total += Math.min(limits.most, Math.max(limits.least, sum));
  }
  return total;
}

function meaningOf({ means, says }: Reading): Meaning {
  return { means, says };
}
