import { type CalendarDate, fractureSites, knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClinicalFracture } from '../episodes/clinical-fracture.ts';
import type { FractureEpisode } from '../episodes/episode.ts';
import { rulesForTests, statement } from '../episodes/evidence-fixture.ts';
import { mergeEpisodes } from '../episodes/merge-episodes.ts';
import { eligibility } from './eligibility.ts';
import { eligibilityRulesOn } from './eligibility-rules.ts';

const today = knownDate('2026-11-21');
const knowledge = loadKnowledge();

function rulesOf(country: 'NL' | 'BE') {
  const rules = eligibilityRulesOn(knowledge, country, today);
  if (!rules.ok) throw new Error(rules.error.parameter);
  return rules.value;
}

const [dutch, belgian] = [rulesOf('NL'), rulesOf('BE')];

function episodeOf(
  date: string | null,
  says: Partial<ClinicalFracture> & { readonly site?: ClinicalFracture['site']; readonly onset?: string },
): FractureEpisode {
  const { site = 'wrist.distal-radius', ...rest } = says;
  const [episode] = mergeEpisodes([statement('a', date, site, rest)], rulesForTests).episodes;
  if (episode === undefined) throw new Error('the statement gave no episode');
  return episode;
}

const seventy = { birthDate: knownDate('1956-01-01') };

describe('the rules of a day', () => {
  test('both countries start at 50, look back 24 months and leave out the same four sites', () => {
    for (const rules of [dutch, belgian]) {
      expect(rules).toMatchObject({ minimumAge: 50, recentMonths: 24 });
      expect([...rules.excludedSites].sort()).toEqual(['finger', 'skull-face', 'toe', 'vertebra.cervical']);
      expect(rules.includedSites).not.toContain('unspecified');
    }
  });

  test('every site but the unnamed one is either included or excluded', () => {
    for (const rules of [dutch, belgian]) {
      const decided = [...rules.includedSites, ...rules.excludedSites];
      expect(fractureSites.filter((site) => !decided.includes(site))).toEqual(['unspecified']);
      expect(new Set(decided).size).toBe(decided.length);
    }
  });

  test('before the guideline was in force there are no rules to apply', () => {
    expect(eligibilityRulesOn(knowledge, 'NL', knownDate('2021-12-31')).ok).toBe(false);
  });
});

describe('dates that cannot decide', () => {
  test('a subacute fracture that may lie before the fiftieth birthday is asked about', () => {
    const episode = episodeOf('2026-11-01', { time: 'subacute' });
    expect(eligibility(episode, { birthDate: knownDate('1976-05-01') }, today, dutch)).toMatchObject({
      outcome: 'cannot-tell',
      missing: expect.arrayContaining(['fracture-date']),
    });
    expect(eligibility(episode, { birthDate: knownDate('1975-11-01') }, today, dutch).outcome).toBe(
      'eligible',
    );
    expect(eligibility(episode, { birthDate: knownDate('1976-09-21') }, today, dutch).outcome).toBe(
      'not-eligible',
    );
  });

  test('a report dated after today, or not dated at all, is asked about', () => {
    expect(eligibility(episodeOf('2026-11-22', { time: 'acute' }), seventy, today, dutch)).toMatchObject({
      outcome: 'cannot-tell',
      missing: expect.arrayContaining(['report-date']),
    });
    expect(eligibility(episodeOf(null, { time: 'acute' }), seventy, today, dutch)).toMatchObject({
      outcome: 'cannot-tell',
      missing: expect.arrayContaining(['fracture-date']),
    });
  });

  test('an undated old wrist opens no case; an undated old vertebra does in Belgium and is asked about in the Netherlands', () => {
    const vertebra = episodeOf(null, { site: 'vertebra.lumbar', levels: ['L1'], time: 'old' });
    expect(eligibility(episodeOf(null, { time: 'old' }), seventy, today, dutch).outcome).toBe('not-eligible');
    expect(eligibility(vertebra, seventy, today, belgian).outcome).toBe('eligible');
    expect(eligibility(vertebra, seventy, today, dutch).outcome).toBe('cannot-tell');
  });

  test('in Belgium a vertebra broken at 45 counts once the person is 50, and not the day before', () => {
    const vertebra = episodeOf('2021-11-01', {
      site: 'vertebra.lumbar',
      levels: ['L1'],
      onset: '2021-11-01',
    });
    expect(eligibility(vertebra, { birthDate: knownDate('1976-11-21') }, today, belgian).outcome).toBe(
      'eligible',
    );
    expect(eligibility(vertebra, { birthDate: knownDate('1976-11-22') }, today, belgian).outcome).toBe(
      'not-eligible',
    );
  });
});

describe('the last day counts', () => {
  const todays = episodeOf('2026-11-21', { time: 'acute' });

  test('a report of today is no report of the future', () => {
    expect(eligibility(todays, seventy, today, dutch).outcome).toBe('eligible');
  });

  test('a death on the day of the report, or today, is a death', () => {
    const died = { ...seventy, deathDate: today };
    expect(eligibility(todays, died, today, dutch)).toMatchObject({
      outcome: 'not-eligible',
      reasons: [{ rule: 'CF19' }],
    });
  });
});

test('every objection is kept, not only the first', () => {
  const episode = episodeOf('2020-01-01', { site: 'finger', time: 'acute', flags: ['high-energy'] });
  const { reasons } = eligibility(episode, { birthDate: knownDate('1990-01-01') }, today, dutch);
  expect(reasons.map(({ rule }) => rule)).toEqual(['CF4', 'CF5', 'CF2', 'CF7']);
});

test('an unknown that could turn the answer comes first among what is asked', () => {
  const episode = episodeOf('2026-11-01', { presence: 'possible', time: 'acute' });
  expect(eligibility(episode, seventy, today, dutch)).toMatchObject({
    missing: ['confirmation', 'mechanism', 'fracture-date'],
  });
});

test('knowing less never turns "cannot tell" or "no" into "yes"', () => {
  const says = fc.record({
    site: fc.constantFrom(...fractureSites),
    presence: fc.constantFrom('present' as const, 'possible' as const),
    time: fc.constantFrom('acute' as const, 'subacute' as const, 'old' as const, 'undetermined' as const),
    flags: fc.subarray([
      'low-energy',
      'high-energy',
      'pathological',
      'osteoporotic',
      'stress',
      'periprosthetic',
    ] as const),
  });
  const day = fc.integer({ min: 2018, max: 2026 }).map((year) => `${year}-06-15`);
  const born = fc.integer({ min: 1930, max: 1990 }).map((year): CalendarDate => knownDate(`${year}-06-16`));
  fc.assert(
    fc.property(says, day, born, fc.constantFrom(dutch, belgian), (stated, date, birthDate, rules) => {
      const episode = episodeOf(date, stated);
      const full = eligibility(episode, { birthDate }, today, rules);
      const less = eligibility(episode, {}, today, rules);
      expect(less.outcome).not.toBe('eligible');
      if (less.outcome === 'not-eligible') expect(full.outcome).toBe('not-eligible');
      const unnamed = eligibility({ ...episode, site: 'unspecified' }, { birthDate }, today, rules);
      expect(unnamed.outcome).not.toBe('eligible');
      const unsure = eligibility({ ...episode, status: 'possible' }, { birthDate }, today, rules);
      expect(unsure.outcome).not.toBe('eligible');
    }),
    { seed: 20261121, numRuns: 300 },
  );
});

test('every answer names a rule or a question', () => {
  for (const site of fractureSites) {
    for (const rules of [dutch, belgian]) {
      const { outcome, reasons, missing } = eligibility(
        episodeOf('2026-11-01', { site, time: 'acute' }),
        seventy,
        today,
        rules,
      );
      expect(outcome === 'cannot-tell' ? missing.length : reasons.length).toBeGreaterThan(0);
      expect(reasons.every(({ rule }) => knowledge.rules[rule] !== undefined)).toBe(true);
    }
  }
});
