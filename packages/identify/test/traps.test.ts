// The published trap sentences: each looks like the opposite of what it says, and each must be read right.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FractureSite, VertebralLevel } from '@breekpunt/core';
import { expect, test } from 'vitest';
import { createCaseFinder, type Explanation, type Finding } from '../src/index.ts';

interface Trap {
  readonly lang: string;
  readonly text: string;
  readonly target: string;
  readonly expect: {
    readonly emit?: false;
    readonly assertion?: string;
    readonly temporality?: string;
    readonly acuity?: string;
    readonly site?: string;
    readonly sites?: readonly VertebralLevel[];
    readonly notSite?: string | readonly string[];
    readonly side?: string;
    readonly experiencer?: string;
    readonly genant?: number;
    readonly displaced?: false;
    readonly mechanism?: string;
    readonly alsoAbsent?: string;
  };
}

const file = join(import.meta.dirname, '../../../examples/open-corpus/traps.jsonl');
const traps = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Trap);
const finder = createCaseFinder();

const siteNames: Readonly<Record<string, FractureSite>> = {
  femoral_neck: 'hip.femoral-neck',
  wrist: 'wrist.distal-radius',
  cervical_spine: 'vertebra.cervical',
};

test('there are at least forty traps', () => {
  expect(traps.length).toBeGreaterThanOrEqual(40);
});

for (const trap of traps)
  test(`${trap.lang}: ${trap.text}`, () => {
    const reading = finder.explain(trap.text);
    const found = findingsOnTarget(reading, trap);
    if (trap.expect.emit === false) expect(found).toEqual([]);
    else if (trap.expect.assertion === 'question' || trap.expect.assertion === 'hypothetical') {
      expect(found).toEqual([]);
      expect(reading.setAside.map((mention) => mention.reason)).toContain(trap.expect.assertion);
    } else expectFinding(found, trap, reading);
  });

function findingsOnTarget(reading: Explanation, trap: Trap): Finding[] {
  const start = trap.text.indexOf(trap.target);
  const end = start + trap.target.length;
  return reading.findings.filter((finding) =>
    [finding, ...finding.mentions].some((span) => span.start < end && span.end > start),
  );
}

function expectFinding(found: readonly Finding[], trap: Trap, reading: Explanation): void {
  const { expect: wanted } = trap;
  const finding = found.find((candidate) => fitsLevel(candidate, wanted.site)) ?? found[0];
  if (finding === undefined) throw new Error('nothing found on the target');
  if (wanted.assertion === 'vertebral_deformity') expect(finding.kind).toBe('vertebral-deformity');
  else if (wanted.assertion !== undefined) expect(finding.presence).toBe(wanted.assertion);
  if (wanted.temporality === 'old' || wanted.temporality === 'history') expect(finding.time).toBe('old');
  if (wanted.temporality === 'current') expect(finding.time).not.toBe('old');
  if (wanted.acuity !== undefined)
    expect(finding.time).toBe(
      { acute: 'acute', old: 'old', healing: 'subacute', indeterminate: 'undetermined' }[wanted.acuity],
    );
  if (wanted.site !== undefined) expect(fitsLevel(finding, wanted.site)).toBe(true);
  if (wanted.sites !== undefined) expect(finding.levels).toEqual(wanted.sites);
  for (const level of [wanted.notSite ?? []].flat())
    expect(reading.findings.flatMap((each) => each.levels)).not.toContain(level);
  if (wanted.side !== undefined) expect(finding.side).toBe(wanted.side);
  if (wanted.experiencer !== undefined) expect(finding.experiencer).toBe(wanted.experiencer);
  if (wanted.genant !== undefined) expect(finding.genant).toBe(wanted.genant);
  if (wanted.displaced === false) expect(finding.displaced).toBe('no');
  if (wanted.mechanism === 'fall') expect(finding.evidence.map((cue) => cue.role)).toContain('injury');
  if (wanted.alsoAbsent !== undefined)
    expect(
      reading.findings.some(
        (each) => each.site === siteNames[wanted.alsoAbsent as string] && each.presence === 'absent',
      ),
    ).toBe(true);
}

function fitsLevel(finding: Finding, site: string | undefined): boolean {
  if (site === undefined) return true;
  return finding.levels.some((level) => level === site) || finding.site === siteNames[site];
}
