// The exercises of this phase. Decision: the warning stands before them in every guide, by code and not by content; and
// an exercise behind a gate that nobody opened, or on a leg nobody allowed to carry, is not shown.

import type { Exercise, ExerciseDose, GuideContent } from '@breekpunt/knowledge';
import type { Block, ExerciseBlock, WarningBlock } from '../guide/guide.ts';
import type { GivenByTeam } from '../input/guide-input.ts';
import { pictureSvg } from '../picture/picture-svg.ts';
import { holds } from '../plan/facts.ts';
import { needsLoadAdvice } from '../plan/load-advice.ts';
import type { Words } from '../text/words.ts';
import { writtenRange } from '../text/written-number.ts';
import { contentBlocks } from './content-blocks.ts';
import { contentOrigin, type Making, notKnown, recordOrigin } from './making.ts';

export function exercisesSection(making: Making): readonly Block[] {
  const { words } = making;
  const shown = exercisesOf(making).map((exercise) => exerciseBlock(exercise, making));
  const none = shown.length === 0 ? [notKnown('exercises', words.say('gap-exercises'), making)] : [];
  return [checkFirst(making), ...contentBlocks('exercises', making), ...none, ...shown];
}

/** "First the check": stands before every exercise section. */
function checkFirst(making: Making): WarningBlock {
  const { alarm, words } = making;
  const red = alarm.questions.filter(({ level }) => level === 'ambulance-now' || level === 'emergency-now');
  return {
    ...recordOrigin('exercises.check-first', 1, making),
    kind: 'warning',
    level: 'emergency-now',
    title: words.say('exercises-check-first'),
    signs: red.map(({ short }) => short),
    actions: [...alarm.cards['ambulance-now'].actions, ...alarm.cards['emergency-now'].actions],
  };
}

function exercisesOf(making: Making): readonly Exercise[] {
  const { content, facts, input } = making;
  const mayStand = !needsLoadAdvice(input) || input.given.weightBearing === 'full';
  return content.exercises
    .filter(({ when }) => holds(when, facts, undefined, input.country))
    .filter(({ gate }) => isOpen(gate, input.given))
    .filter(({ posture }) => mayStand || posture === 'lying' || posture === 'sitting');
}

function isOpen(gate: Exercise['gate'], given: GivenByTeam): boolean {
  switch (gate) {
    case 'none':
      return true;
    case 'physiotherapist':
      return given.physiotherapistAllowsBending === 'yes';
    case 'surgeon':
      return given.surgeonAllowsStrength === 'yes';
    case 'x-ray-stable':
      return given.xRayStable === 'yes';
  }
}

function exerciseBlock(exercise: Exercise, making: Making): ExerciseBlock {
  const { plan, words, content } = making;
  const { language } = words;
  const text = exercise.texts[language];
  const dose = exercise.doses[plan.id] ?? exercise.doses['default'];
  if (text === undefined || dose === undefined) throw new Error(`Exercise ${exercise.id} lacks text or dose`);
  return {
    ...contentOrigin(`exercise.${exercise.id}`, 1, exercise, language, making),
    kind: 'exercise',
    exercise: exercise.id,
    name: words.fill(text.name),
    posture: exercise.posture,
    how: text.how.map((line) => words.fill(line)),
    dose: doseText(dose, words),
    timesADay: dose.timesADay?.[1] ?? null,
    holdSeconds: dose.holdSeconds?.[0] ?? null,
    minutes: dose.minutes?.[0] ?? null,
    stop: words.fill(text.stop),
    notIf: text.notIf.map((line) => words.fill(line)),
    picture: pictureOf(exercise, content, words),
  };
}

function pictureOf(exercise: Exercise, content: GuideContent, words: Words): ExerciseBlock['picture'] {
  const picture = content.pictures.find(({ id }) => id === exercise.picture);
  const alt = picture?.alts[words.language];
  if (picture === undefined || alt === undefined)
    throw new Error(`Exercise ${exercise.id} lacks its picture`);
  const filled = words.fill(alt);
  return { id: picture.id, svg: pictureSvg(picture, filled), alt: filled };
}

/** "3 keer per dag. Herhaal 5 tot 10 keer."; a way of moving has no number and is for every time. */
function doseText(dose: ExerciseDose, words: Words): string {
  const parts = [
    ['dose-times-a-day', dose.timesADay],
    ['dose-times-a-week', dose.timesAWeek],
    ['dose-sets', dose.sets],
    ['dose-repeat', dose.repeat],
    ['dose-hold', dose.holdSeconds],
    ['dose-minutes', dose.minutes],
  ] as const;
  const said = parts.flatMap(([key, range]) =>
    range === undefined
      ? []
      : [isOne(range) ? words.say(`${key}-once`) : words.say(key, { n: writtenRange(range, words) })],
  );
  return said.length === 0 ? words.say('dose-each-time') : said.join(' ');
}

function isOne(range: readonly number[]): boolean {
  return range.every((n) => n === 1);
}
