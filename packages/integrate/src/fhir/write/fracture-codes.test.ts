import { fractureSites } from '@breekpunt/core';
import { type CodeEntry, loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { fractureCodes } from './fracture-codes.ts';

const knowledge = loadKnowledge();

/** The row that our own reading takes: the code itself, else the longest beginning of it. */
function meaningOf(system: string, code: string): CodeEntry | undefined {
  const entries = Object.values(knowledge.codes)
    .filter((set) => set.system === system)
    .flatMap((set) => set.entries);
  const exact = entries.find((entry) => 'code' in entry && entry.code === code);
  const beginnings = entries.filter((entry) => 'prefix' in entry && code.startsWith(entry.prefix));
  const longest = beginnings.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  return exact ?? longest;
}

function lengthOf(entry: CodeEntry): number {
  return 'prefix' in entry ? entry.prefix.length : 0;
}

describe.each(fractureSites.map((site) => [site, fractureCodes[site]] as const))('%s', (site, codes) => {
  test('goes out under codes that mean the same place when they come back', () => {
    for (const [system, code] of [
      ['icd-10', codes.icd10],
      ['snomed-ct', codes.snomed],
    ] as const) {
      if (code === undefined) continue;
      expect([code, meaningOf(system, code)?.means]).toMatchObject([code, { kind: 'fracture', site }]);
    }
  });

  test('never goes out under a concept that waits to be confirmed', () => {
    if (codes.snomed !== undefined)
      expect(meaningOf('snomed-ct', codes.snomed)).not.toMatchObject({ confirmed: false });
  });
});
