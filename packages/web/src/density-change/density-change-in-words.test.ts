// A change of bone density in words, as it stands beside the figure and in the assessment.

import { expect, test } from 'vitest';
import appNl from '../words/nl.json' with { type: 'json' };
import { sayIn } from '../words/use-words.tsx';
import { densityChangeInWords } from './density-change-in-words.ts';
import type { DensitySay } from './use-density-words.ts';
import nl from './words/nl.json' with { type: 'json' };

const say = sayIn('nl', appNl);
const own = sayIn('nl', nl) as unknown as DensitySay;
const precision = {
  site: 'total-hip',
  vertebrae: [],
  maker: 'hologic',
  serial: 'S1',
  error: 0.0105,
  unit: 'g/cm2',
  studiedOn: '2026-02-03' as never,
} as const;

test('a loss says how much, beyond what, and from which study of the device', () => {
  const change = { outcome: 'loss', change: -0.0412, least: 0.0291, precision, reasons: ['DX15'] } as const;
  expect(densityChangeInWords(change, own, say)).toBe(
    'gedaald: −0,041 g/cm² (kleinste echte verandering 0,0291 g/cm²; meetfout van het toestel 0,0105 g/cm², studie van 3 feb 2026)',
  );
});

test('what nobody can tell names what lacks, and what cannot be compared says why', () => {
  const unknown = { outcome: 'cannot-tell', missing: ['maker', 'side'], reasons: ['DX17'] } as const;
  expect(densityChangeInWords(unknown, own, say)).toBe(
    'kan niet zeggen of het veranderde; ontbreekt: het merk, de kant',
  );
  const apart = { outcome: 'not-comparable', because: ['different-maker'], reasons: ['DX16'] } as const;
  expect(densityChangeInWords(apart, own, say)).toBe('niet te vergelijken: ander merk');
});
