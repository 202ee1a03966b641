import type { CodeValueSet } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { indexCodes, matchCode, rowName } from './code-index.ts';

const set: CodeValueSet = {
  id: 'example',
  meaning: 'An example',
  system: 'icd-10',
  source: { id: 'who-icd-10', where: 'nowhere' },
  status: 'draft',
  checked: { on: '2026-11-21', by: 'project' },
  entries: [
    { pattern: 'S72.*', display: 'by pattern', means: { kind: 'fracture' } },
    { prefix: 'S72', display: 'short prefix', means: { kind: 'fracture' } },
    { prefix: 'S72.0', display: 'long prefix', means: { kind: 'fracture' } },
    { code: 'S72.00', display: 'whole code', means: { kind: 'fracture' } },
    { pattern: 'T14[.]2', display: 'first pattern', means: { kind: 'fracture' } },
    { pattern: 'T14.*', display: 'second pattern', means: { kind: 'fracture' } },
  ],
  modifiers: [{ pattern: 'S72', display: 'whole only', means: { time: 'acute' } }],
};
const index = indexCodes([set]);

test.each([
  ['S72.00', 'whole code', 'code:S72.00'],
  ['S72.01', 'long prefix', 'prefix:S72.0'],
  ['S72.1', 'short prefix', 'prefix:S72'],
  ['T14.2', 'first pattern', 'pattern:T14[.]2'],
  ['T14.3', 'second pattern', 'pattern:T14.*'],
])('%s is decided by the %s', (code, display, name) => {
  const entry = matchCode(index, 'icd-10', code)?.entry;
  expect(entry?.display).toBe(display);
  expect(entry === undefined ? '' : rowName(entry)).toBe(name);
});

test('a pattern must fit the whole code, and only its own system', () => {
  expect(matchCode(index, 'icd-10', 'S72')?.modifiers).toHaveLength(1);
  expect(matchCode(index, 'icd-10', 'S72.1')?.modifiers).toHaveLength(0);
  expect(matchCode(index, 'icd-10', 'XT14.2')).toBeUndefined();
  expect(matchCode(index, 'icpc', 'S72')).toBeUndefined();
});
