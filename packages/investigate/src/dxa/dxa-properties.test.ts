// What must hold for every densitometry, whatever its numbers.

import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { densityChange } from './density-change.ts';
import { densityClass, tScoreClass } from './density-class.ts';
import { dxaRulesOn } from './dxa-rules.ts';
import { type DxaMeasurement, type DxaScan, dxaSites, type ExcludedVertebra } from './dxa-scan.ts';
import { lowestSite } from './lowest-site.ts';
import { parseDxaScan } from './parse-dxa-scan.ts';
import { parseScore } from './parse-score.ts';

const settings = { seed: 20261121, numRuns: 300 };
const knowledge = loadKnowledge();
const today = knownDate('2026-11-21');
const read = dxaRulesOn(knowledge, 'NL', today);
if (!read.ok) throw new Error('no densitometry rules today');
const rules = read.value;

const tScore = fc.integer({ min: -80, max: 60 }).map((tenths) => tenths / 10);
const reference = { database: 'NHANES III', sex: 'female' } as const;
const lumbar = ['L1', 'L2', 'L3', 'L4'] as const;

const measurement: fc.Arbitrary<DxaMeasurement> = fc.record({
  site: fc.constantFrom(...dxaSites),
  side: fc.constant(null),
  vertebrae: fc.option(fc.subarray([...lumbar]), { nil: null }),
  excluded: fc.constant<readonly ExcludedVertebra[]>([]),
  bmd: fc.option(
    fc.integer({ min: 300, max: 1500 }).map((thousandths) => thousandths / 1000),
    { nil: null },
  ),
  tScore: fc.option(
    tScore.map((value) => ({ value, text: String(value), reference })),
    { nil: null },
  ),
  zScore: fc.constant(null),
});

const scan: fc.Arbitrary<DxaScan> = fc.record({
  date: fc.constant(today),
  device: fc.constant({ maker: 'hologic', model: null, serial: 'A' } as const),
  measurements: fc.uniqueArray(measurement, { minLength: 2, maxLength: 5, selector: ({ site }) => site }),
  notMeasurable: fc
    .subarray([...dxaSites])
    .map((sites) => sites.map((site) => ({ site, reason: 'prosthesis' }))),
});

const woman = {
  sex: 'female',
  ageYears: 70,
  postmenopausal: 'yes',
  fragilityFracture: 'no',
} as const;

test('the order in which the sites were sent changes neither the lowest T-score nor the class', () => {
  fc.assert(
    fc.property(scan, (given) => {
      const turned = { ...given, measurements: [...given.measurements].reverse() };
      const [one, other] = [lowestSite(given, [], rules), lowestSite(turned, [], rules)];
      expect(other.score?.value).toEqual(one.score?.value);
      expect(densityClass(turned, [], woman, rules).outcome).toEqual(
        densityClass(given, [], woman, rules).outcome,
      );
    }),
    settings,
  );
});

test('taking a measurement away never turns an unknown class into a reassuring one', () => {
  fc.assert(
    fc.property(scan, fc.nat({ max: 5 }), (given, which) => {
      const all = densityClass({ ...given, notMeasurable: [] }, [], woman, rules);
      const fewer = {
        ...given,
        notMeasurable: [],
        measurements: given.measurements.filter((_, i) => i !== which),
      };
      const less = densityClass(fewer, [], woman, rules);
      const good = ['normal', 'low-bone-density'];
      if (!good.includes(all.outcome) && all.outcome !== 'osteoporosis')
        expect(good).not.toContain(less.outcome);
    }),
    settings,
  );
});

test('a lower T-score never gives a better class', () => {
  const order = ['normal', 'low-bone-density', 'osteoporosis'];
  fc.assert(
    fc.property(tScore, tScore, (a, b) => {
      const [low, high] = a <= b ? [a, b] : [b, a];
      expect(order.indexOf(tScoreClass(low, rules))).toBeGreaterThanOrEqual(
        order.indexOf(tScoreClass(high, rules)),
      );
    }),
    settings,
  );
});

test('a score that the program prints is read back as the same score, with comma or point and any minus', () => {
  fc.assert(
    fc.property(tScore, fc.constantFrom(',', '.'), fc.constantFrom('-', '−', '–'), (value, mark, minus) => {
      const text = `${value < 0 ? minus : ''}${Math.abs(value)}`.replace('.', mark);
      expect(parseScore(text, reference, rules)).toMatchObject({ ok: true, value: { value, text } });
    }),
    settings,
  );
});

test('a scan of today of somebody born long ago comes in as it was sent', () => {
  const given = {
    date: today,
    device: { maker: 'hologic', model: null, serial: null },
    measurements: [],
    notMeasurable: [],
  } satisfies DxaScan;
  const entered = parseDxaScan(given, { today, birthDate: knownDate('1948-03-02') }, rules);
  expect(entered).toEqual({ ok: true, value: given });
});

test.each(['', '-', '2.5.1', '-2.5 / -2.7', '- - 2', 'n/a', '1e3', '−2·5', '123'])(
  '[DX20] "%s" is not one score and is refused',
  (text) => {
    expect(parseScore(text, reference, rules).ok).toBe(false);
  },
);

test.each([9, -8.1, 6.1, Number.NaN, Number.POSITIVE_INFINITY])(
  '[DX20] a T-score of %s is refused',
  (value) => {
    const given = {
      date: today,
      device: { maker: 'hologic', model: null, serial: null },
      measurements: [
        {
          site: 'total-hip',
          side: 'left',
          vertebrae: [],
          excluded: [],
          bmd: null,
          tScore: { value, text: '', reference },
          zScore: null,
        },
      ],
      notMeasurable: [],
    } satisfies DxaScan;
    expect(parseDxaScan(given, { today }, rules)).toMatchObject({
      ok: false,
      error: [{ quantity: 'T-score' }],
    });
  },
);

test('[DX20] a scan of tomorrow, a scan before birth and a vertebra both counted and left out are refused together', () => {
  const given = {
    date: knownDate('2026-11-22'),
    device: { maker: 'hologic', model: null, serial: null },
    measurements: [
      {
        site: 'lumbar-spine',
        side: null,
        vertebrae: ['L1', 'L2', 'T12'],
        excluded: [{ level: 'L2', reason: 'artefact' }],
        bmd: 0.9,
        tScore: null,
        zScore: null,
      },
    ],
    notMeasurable: [{ site: 'lumbar-spine', reason: 'screws' }],
  } satisfies DxaScan;
  const entered = parseDxaScan(given, { today, birthDate: knownDate('2026-12-01') }, rules);
  const kinds = entered.ok ? [] : entered.error.map(({ kind }) => kind);
  expect(kinds.sort()).toEqual([
    'both-measured-and-not-measurable',
    'not-a-lumbar-vertebra',
    'scanned-before-birth',
    'scanned-in-the-future',
    'vertebra-both-counted-and-excluded',
  ]);
});

test('[DX15] a change and its mirror image have the same size and opposite words', () => {
  const density = fc.integer({ min: 300, max: 1500 }).map((thousandths) => thousandths / 1000);
  const region = (bmd: number, on: string) => ({
    scan: {
      date: knownDate(on),
      device: { maker: 'hologic', model: null, serial: 'A' } as const,
      measurements: [],
      notMeasurable: [],
    },
    measurement: {
      site: 'total-hip',
      side: 'left',
      vertebrae: [],
      excluded: [],
      bmd,
      tScore: null,
      zScore: null,
    } as const,
  });
  const studied = { maker: 'hologic', serial: 'A', studiedOn: knownDate('2024-01-15') } as const;
  const precisions = [{ site: 'total-hip', vertebrae: [], ...studied, error: 0.012, unit: 'g/cm2' } as const];
  const mirror = { gain: 'loss', loss: 'gain', 'no-significant-change': 'no-significant-change' } as const;
  fc.assert(
    fc.property(density, density, (a, b) => {
      const there = densityChange(region(a, '2024-01-01'), region(b, '2026-01-01'), precisions, rules);
      const back = densityChange(region(b, '2024-01-01'), region(a, '2026-01-01'), precisions, rules);
      if (!('change' in there) || !('change' in back)) throw new Error('these two can be compared');
      expect(back.outcome).toBe(mirror[there.outcome]);
      expect(back.change).toBeCloseTo(-there.change, 12);
    }),
    settings,
  );
});

test('[DX15] of two precision studies of one device the later one counts', () => {
  const device = { maker: 'hologic', model: null, serial: 'A' } as const;
  const region = (bmd: number, on: string) => ({
    scan: { date: knownDate(on), device, measurements: [], notMeasurable: [] },
    measurement: {
      site: 'total-hip',
      side: 'left',
      vertebrae: [],
      excluded: [],
      bmd,
      tScore: null,
      zScore: null,
    } as const,
  });
  const study = (error: number, on: string) =>
    ({
      site: 'total-hip',
      vertebrae: [],
      maker: 'hologic',
      serial: 'A',
      error,
      unit: 'g/cm2',
      studiedOn: knownDate(on),
    }) as const;
  const found = densityChange(
    region(0.9, '2024-11-21'),
    region(0.87, '2026-11-20'),
    [study(0.02, '2022-03-01'), study(0.01, '2025-03-01'), study(0.03, '2023-03-01')],
    rules,
  );
  expect(found).toMatchObject({ outcome: 'loss', precision: { error: 0.01 } });
});
