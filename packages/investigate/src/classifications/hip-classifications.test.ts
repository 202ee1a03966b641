import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { answered } from '../../test/answered.ts';
import { arco2019, type HeadFindings } from './arco-2019.ts';
import { gardenTypes, isDisplaced } from './garden.ts';
import { jicCollapse, jicTypes } from './jic-collapse.ts';
import { kerboul } from './kerboul.ts';
import { arco1994Extent, steinbergExtent } from './necrosis-extent.ts';
import { pauwels } from './pauwels.ts';
import { stagingSystems, statedStage } from './stated-stage.ts';
import { trochantericGroup } from './trochanteric-group.ts';

const knowledge = loadKnowledge();

describe('[kerboul]', () => {
  test.each([
    ['radiograph', 160, 'small'],
    ['radiograph', 160.5, 'medium'],
    ['radiograph', 199.5, 'medium'],
    ['radiograph', 200, 'large'],
    ['mri', 199.9, '1'],
    ['mri', 200, '2'],
    ['mri', 249.9, '2'],
    ['mri', 250, '3'],
    ['mri', 299.9, '3'],
    ['mri', 300, '4'],
  ] as const)('a sum of %s %d degrees is %s', (imaging, sum, grade) => {
    const input = { frontalAngle: sum / 2, lateralAngle: sum / 2 };
    expect(answered(kerboul(knowledge, input, imaging)).grade.means).toBe(grade);
  });

  test.each([
    [190, 'low'],
    [190.5, 'moderate'],
    [239.5, 'moderate'],
    [240, 'high'],
  ] as const)('on MRI a sum of %d degrees has a %s risk of collapse', (sum, risk) => {
    const value = answered(kerboul(knowledge, { frontalAngle: sum / 2, lateralAngle: sum / 2 }, 'mri'));
    expect(value.collapseRisk?.means).toBe(risk);
  });

  test('a radiograph gives no risk of collapse, a missing image is asked for, 181 degrees is refused', () => {
    expect(
      answered(kerboul(knowledge, { frontalAngle: 90, lateralAngle: 90 }, 'radiograph')),
    ).not.toHaveProperty('collapseRisk');
    expect(kerboul(knowledge, { frontalAngle: 90, lateralAngle: 'not-recorded' }, 'mri')).toMatchObject({
      value: { outcome: 'cannot-tell', missing: [{ input: 'lateral-angle' }] },
    });
    expect(kerboul(knowledge, { frontalAngle: 181, lateralAngle: 10 }, 'mri')).toMatchObject({
      ok: false,
      error: { inputs: [{ expected: 'from 0 to 180 degrees' }] },
    });
  });
});

describe('[pauwels]', () => {
  test.each([
    ['pauwels1935', 29.9, ['I']],
    ['pauwels1935', 30, ['I', 'II']],
    ['pauwels1935', 30.1, ['II']],
    ['pauwels1935', 50, ['II', 'III']],
    ['pauwels1935', 60, ['III']],
    ['aoota2018', 60, ['II']],
    ['aoota2018', 70, ['II', 'III']],
    ['aoota2018', 70.1, ['III']],
  ] as const)('%s at %d degrees: %s', (edition, angle, types) => {
    const value = answered(pauwels(knowledge, angle, edition));
    expect(value.types).toEqual(types);
    expect(value.editionDependent).toBe(types.length > 1);
    expect(value).toMatchObject({ angle, edition });
  });

  test('an angle of 91 degrees is refused, one not recorded is asked for', () => {
    expect(pauwels(knowledge, 91, 'aoota2018')).toMatchObject({
      ok: false,
      error: { inputs: [{ expected: 'from 0 to 90 degrees' }] },
    });
    expect(pauwels(knowledge, 'not-recorded', 'aoota2018')).toMatchObject({
      value: { outcome: 'cannot-tell', missing: [{ input: 'angle' }] },
    });
  });
});

test('[garden] I and II are undisplaced, III and IV displaced, not recorded is neither', () => {
  expect(gardenTypes.map(isDisplaced)).toEqual(['no', 'no', 'yes', 'yes']);
  expect(isDisplaced('not-recorded')).toBe('not-recorded');
});

describe('[arco-2019]', () => {
  const early: HeadFindings = {
    osteoarthritis: 'no',
    fractureOrFlattening: 'no',
    depressionMm: 'not-recorded',
    radiographAbnormal: 'no',
    mriOrBoneScanPositive: 'yes',
  };
  test.each([
    ['radiograph normal, MRI positive', early, 'I', 'confirmed'],
    ['cysts without a fracture', { ...early, radiographAbnormal: 'yes' }, 'II', 'confirmed'],
    [
      'a crescent with 2 mm depression',
      { ...early, fractureOrFlattening: 'yes', depressionMm: 2 },
      'IIIA',
      'confirmed',
    ],
    [
      'a crescent with 2.1 mm depression',
      { ...early, fractureOrFlattening: 'yes', depressionMm: 2.1 },
      'IIIB',
      'draft',
    ],
    [
      'osteoarthritis settles it',
      { ...early, osteoarthritis: 'yes', fractureOrFlattening: 'not-recorded' },
      'IV',
      'draft',
    ],
    ['all images clean', { ...early, mriOrBoneScanPositive: 'no' }, 'none', 'confirmed'],
  ] satisfies [string, HeadFindings, string, string][])('%s', (_, findings, stage, status) => {
    expect(answered(arco2019(knowledge, findings))).toMatchObject({ stage, model: { status } });
  });

  test('a normal radiograph without an MRI is stage I or none: it never means that nothing is wrong', () => {
    expect(arco2019(knowledge, { ...early, mriOrBoneScanPositive: 'not-recorded' })).toMatchObject({
      value: {
        outcome: 'cannot-tell',
        possible: ['I', 'none'],
        missing: [{ input: 'mri-or-bone-scan-positive' }],
      },
    });
  });

  test('a crescent of unmeasured depth is IIIA or IIIB', () => {
    expect(arco2019(knowledge, { ...early, fractureOrFlattening: 'yes' })).toMatchObject({
      value: { outcome: 'cannot-tell', possible: ['IIIB', 'IIIA'], missing: [{ input: 'depression' }] },
    });
  });
});

describe('the extent of necrosis', () => {
  test.each([
    [14.9, 'A'],
    [15, 'B'],
    [30, 'B'],
    [30.1, 'C'],
  ] as const)('[steinberg] [arco-1994] %d %% of the head is %s', (share, letter) => {
    expect(answered(steinbergExtent(knowledge, share)).letters).toEqual([letter]);
    expect(answered(arco1994Extent(knowledge, share, 'not-recorded')).letters).toEqual([letter]);
  });

  test.each([
    [1.9, 'A'],
    [2, 'B'],
    [4, 'B'],
    [4.1, 'C'],
  ] as const)('[arco-1994] a depression of %d mm is %s', (depth, letter) => {
    expect(answered(arco1994Extent(knowledge, 'not-recorded', depth)).letters).toEqual([letter]);
  });

  test('[arco-1994] share and depression that disagree are both shown', () => {
    expect(answered(arco1994Extent(knowledge, 10, 5)).letters).toEqual(['A', 'C']);
  });

  test('[arco-1994] without either measurement both are asked for', () => {
    expect(arco1994Extent(knowledge, 'not-recorded', 'not-recorded')).toMatchObject({
      value: { outcome: 'cannot-tell', missing: [{ input: 'depression' }, { input: 'share' }] },
    });
  });
});

describe('a stage as it was stated', () => {
  test('IIIC is of ARCO 1994; ARCO 2019 does not have it and says what it has', () => {
    expect(statedStage(knowledge, 'arco-1994', 'III C')).toMatchObject({
      value: { code: 'III', extent: 'C' },
    });
    expect(statedStage(knowledge, 'arco-2019', 'IIIC')).toEqual({
      ok: false,
      error: {
        kind: 'unknown-stage',
        system: 'arco-2019',
        expected: ['I', 'II', 'IIIA', 'IIIB', 'IV'],
      },
    });
  });

  test('stage 0 exists in 1994 and not in 2019', () => {
    expect(statedStage(knowledge, 'arco-1994', '0').ok).toBe(true);
    expect(statedStage(knowledge, 'arco-2019', '0').ok).toBe(false);
  });

  test('Steinberg IVb has an extent, VI has none', () => {
    expect(statedStage(knowledge, 'steinberg', 'ivb')).toMatchObject({ value: { code: 'IV', extent: 'B' } });
    expect(statedStage(knowledge, 'steinberg', 'VIA').ok).toBe(false);
  });

  test('every stage of every system is found under its own code, with our words for it', () => {
    for (const system of stagingSystems) {
      const stages = knowledge.models[system]?.stages ?? [];
      expect(stages.length, system).toBeGreaterThan(2);
      for (const { code, means } of stages)
        expect(statedStage(knowledge, system, code), `${system} ${code}`).toMatchObject({
          ok: true,
          value: { code, means },
        });
    }
  });
});

test('[jic-2001] the further lateral the necrosis, the more hips collapsed', () => {
  const two = jicTypes.map((type) => jicCollapse(knowledge, type).within2YearsPercent);
  const five = jicTypes.map((type) => jicCollapse(knowledge, type).within5YearsPercent);
  expect(two).toEqual([0, 7.9, 23.2, 57.8]);
  expect(five).toEqual([0, 7.9, 36.6, 84.8]);
});

describe('[ao-ota-31] the lateral wall', () => {
  test.each([
    [20.4, '31A2'],
    [20.5, '31A2'],
    [20.6, '31A1'],
  ] as const)('%d mm is %s', (thickness, group) => {
    expect(answered(trochantericGroup(knowledge, thickness)).group).toBe(group);
  });

  test('unmeasured is asked for; A2.1 does not exist in the edition of 2018', () => {
    expect(trochantericGroup(knowledge, 'not-recorded')).toMatchObject({
      value: { outcome: 'cannot-tell', missing: [{ input: 'lateral-wall' }] },
    });
    expect(statedStage(knowledge, 'ao-ota-31', '31a2.2').ok).toBe(true);
    expect(statedStage(knowledge, 'ao-ota-31', '31A2.1').ok).toBe(false);
  });
});
