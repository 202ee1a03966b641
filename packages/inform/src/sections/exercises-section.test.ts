// Who gets which exercise. The gates are those of the team; nothing opens by itself.

import { addDays } from '@breekpunt/core';
import { guideContent, loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { someInput, today } from '../../test/guide-input.ts';
import { compileGuide } from '../guide/compile-guide.ts';
import type { Block, ExerciseBlock } from '../guide/guide.ts';
import type { GivenByTeam, GuideInput } from '../input/guide-input.ts';

const knowledge = loadKnowledge();

function blocksOf(changes: Partial<GuideInput>): readonly Block[] {
  const made = compileGuide({ ...someInput, ...changes }, knowledge, guideContent);
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.sections.find(({ id }) => id === 'exercises')?.blocks ?? [];
}

function exercises(changes: Partial<GuideInput>): readonly ExerciseBlock[] {
  return blocksOf(changes).flatMap((block) => (block.kind === 'exercise' ? [block] : []));
}

function spine(days: number, given: Partial<GivenByTeam> = {}): Partial<GuideInput> {
  return {
    diagnosis: { kind: 'vertebral-fracture', levels: ['L1'], cause: 'fragility' },
    treatment: { kind: 'conservative' },
    eventOn: addDays(today, -days),
    given: { ...someInput.given, walksTenMinutes: 'yes', pain: 2, xRayStable: 'yes', ...given },
  };
}

const bending = ['legs-side-to-side', 'push-off', 'lean-forward-back', 'lean-sideways', 'turn-sitting'];
const names = (list: readonly ExerciseBlock[]): readonly string[] => list.map(({ exercise }) => exercise);

describe('a broken vertebra', () => {
  test('in the first two weeks there are five sets a day in bed and not one exercise that bends or turns', () => {
    const shown = exercises(spine(5, { physiotherapistAllowsBending: 'yes' }));
    expect(names(shown)).toEqual(
      expect.arrayContaining(['ankle-pump', 'heel-slide', 'shoulders-press', 'belly-breathing']),
    );
    expect(names(shown).filter((name) => bending.includes(name))).toEqual([]);
    const heel = shown.find(({ exercise }) => exercise === 'heel-slide');
    expect(heel).toMatchObject({ timesADay: 5, dose: '5 keer per dag. Herhaal 5 tot 10 keer.' });
  });

  test('later the bending and turning ones come only when the physiotherapist allowed them', () => {
    expect(names(exercises(spine(20))).filter((name) => bending.includes(name))).toEqual([]);
    const denied = exercises(spine(20, { physiotherapistAllowsBending: 'no' }));
    expect(names(denied).filter((name) => bending.includes(name))).toEqual([]);
    const allowed = exercises(spine(20, { physiotherapistAllowsBending: 'yes' }));
    expect(
      names(allowed)
        .filter((name) => bending.includes(name))
        .toSorted(),
    ).toEqual(bending.toSorted());
  });
});

describe('a hip that was operated on', () => {
  const bearing = (weightBearing: GivenByTeam['weightBearing']): readonly ExerciseBlock[] =>
    exercises({ given: { ...someInput.given, weightBearing } });

  test('the leg carries only when the surgeon said it may fully', () => {
    const standing = (list: readonly ExerciseBlock[]): number =>
      list.filter(({ posture }) => posture === 'standing' || posture === 'walking').length;
    expect(standing(bearing('full'))).toBeGreaterThan(2);
    for (const given of ['partial', 'none', 'not-recorded'] as const) {
      expect(standing(bearing(given))).toBe(0);
      expect(bearing(given).length).toBeGreaterThan(2);
    }
  });

  test('the check stands before the exercises, with 112, and every exercise says when to stop and how it looks', () => {
    const blocks = blocksOf({});
    expect(blocks[0]).toMatchObject({
      kind: 'warning',
      id: 'exercises.check-first',
      actions: [{ phone: '112' }, {}],
    });
    for (const { stop, picture, how } of exercises({})) {
      expect(stop).toMatch(/^Stop/);
      expect(how.length).toBeGreaterThan(0);
      expect(picture.svg).toContain(`aria-label="${picture.alt}"`);
    }
  });
});
