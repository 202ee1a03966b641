import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge } from '../test/temporary-knowledge.ts';
import { compileCodes } from './compile-codes.ts';

const hospitalCodes = `
id: fracture.icd-10-cm-be
meaning: Codes that state a fracture
system: icd-10-cm-be
source: read-guideline
where: chapter 19
status: draft
checked: {on: 2026-11-21, by: project}
entries:
  - {prefix: "S72.0", display: Broken neck of femur, means: {kind: fracture, site: hip.femoral-neck}}
  - {code: "M84.750A", display: Atypical break, means: {kind: fracture, site: femur.shaft, flags: [atypical-femur]}, confirmed: no}
  - {pattern: "S32\\\\.01.*", display: Broken L1, means: {kind: fracture, site: vertebra.lumbar, levels: [L1]}}
modifiers:
  - {pattern: ".{7}[ABC]", display: first contact, means: {encounter: initial, time: acute}}
`;

function withCodes(text: string): string[] {
  return printed(compileCodes(temporaryKnowledge({ 'codes/hospital.yaml': text })));
}

describe('value sets of codes', () => {
  test('codes, prefixes, patterns and modifiers are accepted', () => {
    const { problems, files } = compileCodes(temporaryKnowledge({ 'codes/hospital.yaml': hospitalCodes }));
    expect(problems).toEqual([]);
    expect(files['codes.json']).toMatchObject([
      {
        id: 'fracture.icd-10-cm-be',
        source: { id: 'read-guideline', where: 'chapter 19' },
        entries: [
          { prefix: 'S72.0', means: { site: 'hip.femoral-neck' } },
          { code: 'M84.750A', confirmed: false },
          { pattern: 'S32\\.01.*', means: { levels: ['L1'] } },
        ],
        modifiers: [{ means: { encounter: 'initial', time: 'acute' } }],
      },
    ]);
  });

  test.each([
    ['at an unknown site', 'site: hip.femoral-neck', 'site: hip.neck', 'expected one of hip.femoral-neck'],
    ['of an unknown kind', 'kind: fracture, site: hip', 'kind: break, site: hip', 'expected one of fracture'],
    ['without kind', 'kind: fracture, site: hip', 'site: hip', '"kind" is missing'],
    ['with an unknown flag', 'atypical-femur]', 'odd]', 'came "odd"'],
    ['with levels at the hip', 'site: vertebra.lumbar', 'site: hip.unspecified', 'has no vertebral levels'],
    ['that is both code and prefix', 'code: "M84.750A"', 'code: "M84.750A", prefix: M84', 'exactly one of'],
    ['written without its dot', '"M84.750A"', '"M84750A"', 'write it as icd-10-cm-be does, "M84.750A"'],
    ['that no such system has', '"M84.750A"', '"fracture"', 'not a code of icd-10-cm-be'],
    ['with a broken pattern', 'S32\\\\.01.*', 'S32(', 'is not a regular expression'],
    ['listed twice', 'code: "M84.750A"', 'prefix: "S72.0"', 'prefix "S72.0" stands twice'],
    [
      'in a set called confirmed though a row is not',
      'status: draft',
      'status: confirmed',
      'a row is not confirmed',
    ],
    ['of a system nobody knows', 'system: icd-10-cm-be', 'system: icd-9', 'expected one of icd-10'],
  ])('a code %s is refused', (_what, from, to, message) => {
    expect(withCodes(hospitalCodes.replace(from, to))).toContainEqual(expect.stringContaining(message));
  });

  test('a mistyped SNOMED CT code is noticed by its check digit, an unquoted one by its type', () => {
    const snomed = (code: string): string =>
      `{id: s, meaning: m, system: snomed-ct, source: read-guideline, where: w, status: draft,
        checked: {on: 2026-11-21, by: p}, entries: [{code: ${code}, display: d, means: {kind: fracture}}]}`;
    expect(withCodes(snomed('"359817006"'))).toEqual([]);
    expect(withCodes(snomed('"359817007"'))).toEqual([
      expect.stringContaining('wrong check digit of snomed-ct'),
    ]);
    expect(withCodes(snomed('359817006'))).toEqual([expect.stringContaining('write it in quotes')]);
  });
});
