import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, versionOf } from './canonical-json.ts';

describe('one text for one content', () => {
  test('the order in which keys are written changes neither text nor version', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(([key, part]) => [key, reversed(part)] as const);
      return Object.fromEntries(entries.reverse());
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  test('the order of a list is content and does change the version', () => {
    const version = (value: unknown): string => versionOf({ 'a.json': canonicalJson(value) });
    expect(version([1, 2])).not.toBe(version([2, 1]));
    expect(version({ a: 50 })).not.toBe(version({ a: 51 }));
  });

  test('the version is of all files together, whatever their order', () => {
    expect(versionOf({ 'a.json': '1', 'b.json': '2' })).toBe(versionOf({ 'b.json': '2', 'a.json': '1' }));
    expect(versionOf({ 'a.json': '1', 'b.json': '2' })).not.toBe(versionOf({ 'a.json': '2', 'b.json': '1' }));
    expect(versionOf({ 'a.json': '1' })).toMatch(/^[0-9a-f]{16}$/);
  });
});
