// What must hold for any pile of statements: order does not matter, twice is once, nothing is lost, nothing renamed.

import { addDays, fractureSites, knownDate } from '@breekpunt/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rulesForTests, statement } from './evidence-fixture.ts';
import { type FractureEvidence, sourceKey } from './fracture-evidence.ts';
import { mergeEpisodes } from './merge-episodes.ts';

const start = knownDate('2020-01-01');
const settings = { seed: 20261121, numRuns: 300 };

// Few sites and levels, so that statements meet; all sites now and then.
const site = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'hip.unspecified',
      'hip.femoral-neck',
      'vertebra.lumbar',
      'vertebra.unspecified',
      'wrist.distal-radius',
      'unspecified',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...fractureSites) },
);

const says = fc.record({
  site,
  // Days meet often: what happens on one day is where order could sneak in.
  day: fc.option(fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.constantFrom(700, 701)), { freq: 10 }),
  side: fc.constantFrom(null, 'left', 'right', 'both'),
  levels: fc.subarray(['T12', 'L1', 'L2'] as const),
  presence: fc.constantFrom('present', 'present', 'possible', 'absent'),
  absentScope: fc.constantFrom('any', 'acute', 'displaced'),
  experiencer: fc.constantFrom('patient', 'patient', 'patient', 'family'),
  time: fc.constantFrom('acute', 'subacute', 'old', 'undetermined'),
  year: fc.option(fc.integer({ min: 2015, max: 2024 }), { freq: 5 }),
  flags: fc.subarray(
    ['low-energy', 'high-energy', 'pathological', 'osteoporotic', 'periprosthetic'] as const,
    { maxLength: 2 },
  ),
  kind: fc.constantFrom(
    'fracture',
    'fracture',
    'vertebral-deformity',
    'treated-fracture',
    'non-union',
    'device-failure',
  ),
  progressive: fc.boolean(),
  aftercare: fc.boolean(),
  reportKind: fc.constantFrom('xray', 'ct', 'gp'),
});

const pile = fc.array(says, { maxLength: 12 }).map((all): FractureEvidence[] =>
  all.map(({ day, site: where, levels, presence, absentScope, ...rest }, i) =>
    statement(`r${i}`, day === null ? null : addDays(start, day), where, {
      ...rest,
      levels: where.startsWith('vertebra.') ? levels : [],
      presence,
      absentScope: presence === 'absent' ? absentScope : null,
    }),
  ),
);

test('the order in which statements arrive does not matter', () => {
  const shuffled = pile.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      expect(mergeEpisodes(other, rulesForTests)).toEqual(mergeEpisodes(all, rulesForTests));
    }),
    settings,
  );
});

test('statements sent twice change nothing', () => {
  fc.assert(
    fc.property(pile, (all) => {
      expect(mergeEpisodes([...all, ...structuredClone(all)], rulesForTests)).toEqual(
        mergeEpisodes(all, rulesForTests),
      );
    }),
    settings,
  );
});

test('merging what one merge used gives the same fractures again', () => {
  fc.assert(
    fc.property(pile, (all) => {
      const once = mergeEpisodes(all, rulesForTests);
      const used = new Set(
        once.episodes.flatMap(({ evidence }) => evidence.map(({ source }) => sourceKey(source))),
      );
      const again = mergeEpisodes(
        all.filter(({ source }) => used.has(sourceKey(source))),
        rulesForTests,
      );
      expect(again.episodes).toEqual(once.episodes);
      expect(again.ignored).toEqual([]);
    }),
    settings,
  );
});

test('every statement ends in exactly one fracture, or set aside with a reason', () => {
  fc.assert(
    fc.property(pile, (all) => {
      const { episodes, ignored } = mergeEpisodes(all, rulesForTests);
      const placed = [...episodes.flatMap(({ evidence }) => evidence), ...ignored].map(({ source }) =>
        sourceKey(source),
      );
      expect(placed.sort()).toEqual(all.map(({ source }) => sourceKey(source)).sort());
    }),
    settings,
  );
});

test('a later report never renames or removes a fracture', () => {
  fc.assert(
    fc.property(pile, fc.integer({ min: 0, max: 1500 }), (all, day) => {
      const until = addDays(start, day);
      const earlier = all.filter(({ date }) => date !== null && date <= until);
      const before = mergeEpisodes(earlier, rulesForTests).episodes.map(({ id }) => id);
      const after = mergeEpisodes(all, rulesForTests).episodes.map(({ id }) => id);
      expect(after).toEqual(expect.arrayContaining(before));
      expect(new Set(after).size).toBe(after.length);
    }),
    settings,
  );
});

test('a fracture that any report states as present is never excluded', () => {
  fc.assert(
    fc.property(pile, (all) => {
      const stated = new Set(
        all.filter(({ fracture }) => fracture.presence === 'present').map(({ source }) => sourceKey(source)),
      );
      for (const { status, evidence } of mergeEpisodes(all, rulesForTests).episodes) {
        if (evidence.some(({ source }) => stated.has(sourceKey(source)))) expect(status).toBe('present');
      }
    }),
    settings,
  );
});
