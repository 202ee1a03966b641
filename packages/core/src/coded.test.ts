import { describe, expect, test } from 'vitest';
import { type CodeSystem, codeSystemFromUri, codeSystems, codeSystemUris, parseCode } from './coded.ts';

describe('reading a code', () => {
  test.each<[CodeSystem, string, string]>([
    ['icd-10', 's720', 'S72.0'],
    ['icd-10', 'M80', 'M80'],
    ['icd-10-cm-be', 'S72001A', 'S72.001A'],
    ['icd-10-cm-be', 'M84.750A', 'M84.750A'],
    ['icd-10-cm-be', 's22.32xa', 'S22.32XA'],
    ['icpc', ' L76 ', 'L76'],
    ['icpc', 'l7601', 'L76.01'],
    ['snomed-ct', '64859006', '64859006'],
    ['snomed-ct', '306171000000106', '306171000000106'],
    ['loinc', '38265-5', '38265-5'],
    ['atc', 'm05ba04', 'M05BA04'],
    ['atc', 'H02AB', 'H02AB'],
  ])('%s %j is %s', (system, text, code) => {
    expect(parseCode(system, text)).toEqual({ ok: true, value: { system, code } });
  });

  test.each<[CodeSystem, string, string]>([
    ['icd-10', 'S72.0011', 'not-a-code'],
    ['icd-10', '', 'not-a-code'],
    ['icd-10-cm-be', 'S72.001AB', 'not-a-code'],
    ['icpc', 'fractuur', 'not-a-code'],
    ['snomed-ct', '64859007', 'wrong-check-digit'],
    ['snomed-ct', '68459006', 'wrong-check-digit'],
    ['loinc', '38265-6', 'wrong-check-digit'],
    ['atc', 'M05B04', 'not-a-code'],
  ])('%s %j is refused', (system, text, kind) => {
    const parsed = parseCode(system, text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) {
      expect(parsed.error.kind).toBe(kind);
      if (text !== '') expect(JSON.stringify(parsed.error)).not.toContain(text);
    }
  });

  test("the sender's wording travels along and decides nothing", () => {
    expect(parseCode('icd-10', 'S72.0', 'heupfractuur')).toEqual({
      ok: true,
      value: { system: 'icd-10', code: 'S72.0', display: 'heupfractuur' },
    });
  });

  test('any one mistyped digit of a SNOMED CT code is noticed', () => {
    const code = '443165006';
    for (let place = 1; place < code.length; place++) {
      for (const digit of '0123456789') {
        if (digit === code[place]) continue;
        const mistyped = code.slice(0, place) + digit + code.slice(place + 1);
        expect(parseCode('snomed-ct', mistyped).ok, mistyped).toBe(false);
      }
    }
  });
});

describe('the names of the systems', () => {
  test('every URI leads back to its own system, and to no other', () => {
    for (const system of codeSystems) {
      for (const uri of codeSystemUris[system]) expect(codeSystemFromUri(uri)).toBe(system);
    }
    expect(codeSystemFromUri('http://example.org/local')).toBeUndefined();
  });
});
