import { readFileSync } from 'node:fs';
import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { dxaRulesOn } from './dxa-rules.ts';
import type { DxaMaker, DxaSite } from './dxa-scan.ts';
import { standardisedDensity } from './standardised-density.ts';

const knowledge = loadKnowledge();
const today = knownDate('2026-11-21');
const read = dxaRulesOn(knowledge, 'NL', today);
if (!read.ok) throw new Error('no densitometry rules today');
const rules = read.value;
const sites: Readonly<Record<string, DxaSite>> = {
  FN: 'femoral-neck',
  TH: 'total-hip',
  LS: 'lumbar-spine',
  Troch: 'trochanter',
};

const rows = readFileSync(`${import.meta.dirname}/../../test/vectors/sbmd.csv`, 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','));

test('the vectors of four sites and three makers are there', () => {
  expect(rows.length).toBe(151);
  expect(new Set(rows.map(([maker, site]) => `${maker} ${site}`)).size).toBe(12);
});

test('[DX18] every standardised density equals the published equation to the last digit given', () => {
  for (const [maker = '', site = '', density = '', expected = ''] of rows) {
    const found = standardisedDensity(
      { maker: maker.toLowerCase() as DxaMaker, site: sites[site] as DxaSite, bmd: Number(density) },
      knowledge,
      today,
      rules,
    );
    if (!found.ok) throw new Error(`${maker} ${site} ${density} was refused`);
    expect(Math.abs(found.value.value - Number(expected)), `${maker} ${site} ${density}`).toBeLessThan(1e-6);
    expect(found.value.use).toBe('information-only');
  }
});

test('[DX18] a device of another maker has no place on the common scale', () => {
  const found = standardisedDensity({ maker: 'other', site: 'total-hip', bmd: 0.8 }, knowledge, today, rules);
  expect(found).toMatchObject({ ok: false, error: { kind: 'no-conversion' } });
});

test('[DX20] a density of 12 is refused with the range', () => {
  const found = standardisedDensity({ maker: 'lunar', site: 'total-hip', bmd: 12 }, knowledge, today, rules);
  expect(found).toMatchObject({
    ok: false,
    error: { kind: 'out-of-range', range: { least: 0.1, most: 2.5 } },
  });
});

test('[DX18] before the equations were published there is none', () => {
  const found = standardisedDensity(
    { maker: 'lunar', site: 'total-hip', bmd: 0.8 },
    knowledge,
    knownDate('1990-01-01'),
    rules,
  );
  expect(found).toMatchObject({ ok: false, error: { kind: 'no-value-in-force' } });
});
