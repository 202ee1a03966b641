// How often the finding says the same as the annotator about a fracture both saw: site, side, levels,
// presence, whose fracture, when, and the flags. Counted on matched mentions only; what was missed or
// invented altogether is counted elsewhere.

import { isVertebral } from '@breekpunt/core';
import type { FractureTime } from '@breekpunt/identify';
import { type MentionMatch, sameSet } from './match-mentions.ts';
import { f1Rate, type Rate, rate } from './rates.ts';

export const attributeNames = [
  'site',
  'side',
  'levels',
  'presence',
  'experiencer',
  'time',
  'timeGroup',
  'timeGroupOfStated',
] as const;

export type AttributeName = (typeof attributeNames)[number];

export type AttributeRates = Readonly<Record<AttributeName | 'flagsF1', Rate>>;

/** Recent, old or undetermined: the distinction that decides whether a new case opens. */
export type TimeGroup = 'recent' | 'old' | 'undetermined';

function timeGroupOf(time: FractureTime): TimeGroup {
  return time === 'acute' || time === 'subacute' ? 'recent' : time;
}

/** Whether the attribute can be judged on this pair; levels only where a vertebra is spoken of. */
function applies(name: AttributeName, { gold, finding }: MentionMatch): boolean {
  if (name === 'levels') return isVertebral(gold.site) || finding.levels.length > 0 || gold.levels.length > 0;
  if (name === 'timeGroupOfStated') return gold.presence !== 'absent';
  return true;
}

export function attributeAgrees(name: AttributeName, { gold, finding }: MentionMatch): boolean {
  switch (name) {
    case 'levels':
      return sameSet(gold.levels, finding.levels);
    case 'timeGroup':
    case 'timeGroupOfStated':
      return timeGroupOf(gold.time) === timeGroupOf(finding.time);
    default:
      return gold[name] === finding[name];
  }
}

export function attributeRates(matches: readonly MentionMatch[]): AttributeRates {
  const rates = Object.fromEntries(
    attributeNames.map((name) => {
      const judged = matches.filter((match) => applies(name, match));
      return [name, rate(judged.filter((match) => attributeAgrees(name, match)).length, judged.length)];
    }),
  ) as Record<AttributeName, Rate>;
  return { ...rates, flagsF1: f1Rate(flagCounts(matches)) };
}

function flagCounts(matches: readonly MentionMatch[]): { tp: number; fp: number; fn: number } {
  const counts = { tp: 0, fp: 0, fn: 0 };
  for (const { gold, finding } of matches) {
    const shared = gold.flags.filter((flag) => finding.flags.includes(flag)).length;
    counts.tp += shared;
    counts.fp += finding.flags.length - shared;
    counts.fn += gold.flags.length - shared;
  }
  return counts;
}
