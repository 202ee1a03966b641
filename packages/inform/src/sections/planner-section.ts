// The day between bed, legs and chair for a broken vertebra. Decision: made from the numbers of knowledge (sets a day, longest
// sitting), hour by hour, so that it prints as a list; without such a fracture the section has advice only.

import type { Block, PlannerBlock } from '../guide/guide.ts';
import { contentBlocks } from './content-blocks.ts';
import { type Making, recordOrigin } from './making.ts';

export function plannerSection(making: Making): readonly Block[] {
  const planned = making.plan.id === 'lie-and-walk' || making.plan.id === 'build-up';
  return [...(planned ? [planner(making)] : []), ...contentBlocks('day-planner', making)];
}

/** The waking day, in hours; meals are where people sit. */
const wakes = 8;
const sleeps = 21;
const meals = new Set([wakes, 12, 18]);

function planner(making: Making): PlannerBlock {
  const { rules, words } = making;
  const sets = new Set(
    Array.from({ length: rules.bedSetsADay }, (_, place) =>
      Math.round(wakes + (place * (sleeps - 1 - wakes)) / Math.max(1, rules.bedSetsADay - 1)),
    ),
  );
  const slots: PlannerBlock['slots'][number][] = [];
  const add = (
    hour: number,
    minute: number,
    minutes: number,
    activity: PlannerBlock['slots'][number]['activity'],
  ): void => {
    const at = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    slots.push({
      at,
      minutes,
      activity,
      text: words.say(`planner-${activity}`, { minutes: String(minutes) }),
    });
  };
  for (let hour = wakes; hour < sleeps; hour++) {
    if (sets.has(hour)) add(hour, 0, 10, 'exercise');
    if (meals.has(hour)) add(hour, 10, rules.sitAtMostMinutes, 'sit');
    add(hour, 30, 5, 'walk');
    add(hour, 35, 25, 'lie');
  }
  return {
    ...recordOrigin('day-planner.spine', 1, making),
    sources: ['too-fit-to-fracture-2014', 'own-choice'],
    certainty: 'expert',
    certaintyText: words.say('certainty-expert'),
    status: 'draft',
    kind: 'planner',
    title: words.say('planner-title'),
    sitAtMostMinutes: rules.sitAtMostMinutes,
    slots,
  };
}
