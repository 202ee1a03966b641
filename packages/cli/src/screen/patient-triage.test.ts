import type { FractureEpisode } from '@breekpunt/identify';
import { describe, expect, test } from 'vitest';
import { patientTriage, triageRank } from './patient-triage.ts';

function episode(over: Partial<FractureEpisode>): FractureEpisode {
  const unused = { dates: { earliest: null, latest: null, basis: 'first-seen' } } as const;
  return {
    id: 'e',
    site: 'wrist.distal-radius',
    side: null,
    levels: [],
    firstSeen: null,
    lastSeen: null,
    ...unused,
    status: 'present',
    excludedBy: null,
    onset: 'incident',
    aftercareOnly: false,
    kinds: ['fracture'],
    flags: [],
    mechanism: 'not-recorded',
    genant: null,
    heightLossPercent: null,
    follows: null,
    evidence: [],
    notes: [],
    ...over,
  };
}

describe('the triage of a patient', () => {
  test.each([
    ['a recent wrist fracture is a fracture', episode({}), 'fracture'],
    ['a fracture of undetermined age is a fracture', episode({ onset: 'undetermined' }), 'fracture'],
    ['an old wrist fracture alone does not count', episode({ onset: 'prevalent' }), 'none'],
    [
      'an old vertebral fracture is prevalent',
      episode({ site: 'vertebra.lumbar', onset: 'prevalent' }),
      'prevalent-vertebral',
    ],
    ['a suspicion is possible', episode({ status: 'possible' }), 'possible'],
    ['a suspicion that was excluded does not count', episode({ status: 'excluded' }), 'none'],
    ['a finger alone does not count', episode({ site: 'finger' }), 'none'],
    ['later care alone asks for a look and is no new fracture', episode({ aftercareOnly: true }), 'possible'],
  ] as const)('%s', (_, given, expected) => {
    expect(patientTriage([given])).toBe(expected);
  });

  test('is that of the most urgent fracture', () => {
    const old = episode({ site: 'vertebra.lumbar', onset: 'prevalent' });
    expect(patientTriage([old, episode({}), episode({ status: 'possible' })])).toBe('fracture');
    expect(triageRank('fracture')).toBeLessThan(triageRank('none'));
  });
});
