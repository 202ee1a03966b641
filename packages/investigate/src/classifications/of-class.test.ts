import type { Answer } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { answered } from '../../test/answered.ts';
import { type OfFindings, ofClass } from './of-class.ts';

const knowledge = loadKnowledge();
const oedema: OfFindings = {
  distractionOrRotation: 'no',
  bothEndplatesOrCollapse: 'no',
  deformation: 'no',
  posteriorWallPercent: 'not-recorded',
};
const dent: OfFindings = { ...oedema, deformation: 'yes' };

describe('[of-classification]', () => {
  test.each([
    ['oedema without deformation', oedema, ['OF1']],
    ['one endplate, posterior wall whole', { ...dent, posteriorWallPercent: 0 }, ['OF2']],
    ['posterior wall 19.9 %', { ...dent, posteriorWallPercent: 19.9 }, ['OF2']],
    [
      'posterior wall exactly a fifth: both, the reader chooses',
      { ...dent, posteriorWallPercent: 20 },
      ['OF2', 'OF3'],
    ],
    ['posterior wall 20.1 %', { ...dent, posteriorWallPercent: 20.1 }, ['OF3']],
    ['both endplates', { ...dent, bothEndplatesOrCollapse: 'yes' }, ['OF4']],
    [
      'rotation settles it, whatever else',
      { ...dent, distractionOrRotation: 'yes', bothEndplatesOrCollapse: 'not-recorded' },
      ['OF5'],
    ],
  ] satisfies [string, OfFindings, string[]][])('%s', (_, findings, classes) => {
    expect(answered(ofClass(knowledge, findings)).classes).toEqual(classes);
  });

  test('all 81 combinations: a graver finding never gives a lower class, and a blank leaves classes open', () => {
    const three: readonly Answer[] = ['yes', 'no', 'not-recorded'];
    let seen = 0;
    for (const distractionOrRotation of three)
      for (const bothEndplatesOrCollapse of three)
        for (const deformation of three)
          for (const posteriorWallPercent of [0, 50, 'not-recorded'] as const) {
            const findings = {
              distractionOrRotation,
              bothEndplatesOrCollapse,
              deformation,
              posteriorWallPercent,
            };
            const result = ofClass(knowledge, findings);
            if (!result.ok) return expect.fail('refused');
            const { value } = result;
            const open = value.outcome === 'value' ? value.classes : value.possible;
            expect(open.length).toBeGreaterThan(0);
            if (value.outcome === 'cannot-tell') expect(value.missing.length).toBeGreaterThan(0);
            expect(open.includes('OF5')).toBe(distractionOrRotation !== 'no');
            if (distractionOrRotation === 'yes') expect(open).toEqual(['OF5']);
            seen += 1;
          }
    expect(seen).toBe(81);
  });

  test('a deformed vertebra with an unseen posterior wall is OF2 or OF3', () => {
    expect(ofClass(knowledge, dent)).toMatchObject({
      ok: true,
      value: { outcome: 'cannot-tell', possible: ['OF2', 'OF3'], missing: [{ input: 'posterior-wall' }] },
    });
  });

  test('120 % of a wall is refused with the range', () => {
    expect(ofClass(knowledge, { ...dent, posteriorWallPercent: 120 })).toMatchObject({
      ok: false,
      error: { inputs: [{ input: 'posterior-wall', expected: 'from 0 to 100 percent' }] },
    });
  });
});
