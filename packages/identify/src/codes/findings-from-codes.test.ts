import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexCodes } from './code-index.ts';
import { findingsFromCodes } from './findings-from-codes.ts';

const index = indexCodes(Object.values(loadKnowledge().codes));

function read(system: string, code: string) {
  return findingsFromCodes([{ system, code }], index);
}

function only(system: string, code: string) {
  const { findings, problems } = read(system, code);
  expect(findings.length, `${system} ${code}`).toBe(1);
  return { finding: findings[0], fracture: findings[0]?.fracture, problems };
}

describe('ICD-10 of WHO', () => {
  test.each([
    ['S72.0', 'hip.femoral-neck'],
    ['S72.00', 'hip.femoral-neck'],
    ['S72.1', 'hip.trochanteric'],
    ['S72.2', 'hip.subtrochanteric'],
    ['S72.3', 'femur.shaft'],
    ['S72.4', 'femur.distal'],
    ['S22.0', 'vertebra.thoracic'],
    ['S32.0', 'vertebra.lumbar'],
    ['S32.1', 'pelvis.sacrum'],
    ['S32.5', 'pelvis.pubic-ramus'],
    ['S42.2', 'humerus.proximal'],
    ['S52.5', 'wrist.distal-radius'],
    ['S62.6', 'finger'],
    ['S82.8', 'unspecified'],
    ['S92.5', 'toe'],
    ['S02.1', 'skull-face'],
    ['M48.54', 'vertebra.thoracic'],
    ['T08', 'vertebra.unspecified'],
  ])('%s is a break at %s, without side or age', (code, site) => {
    const { fracture, problems } = only('icd-10', code);
    expect(fracture).toMatchObject({ site, side: null, time: 'undetermined', presence: 'present' });
    expect(problems).toEqual([]);
  });

  test('M80.08 covers head, ribs, trunk and spine together and is not yet a vertebra', () => {
    expect(only('icd-10', 'M80.08').fracture).toMatchObject({ site: 'unspecified', flags: ['osteoporotic'] });
  });

  test('late effects are old, a break that did not grow together is a non-union', () => {
    expect(only('icd-10', 'T93.1').fracture).toMatchObject({ time: 'old' });
    expect(only('icd-10', 'M84.1').fracture).toMatchObject({ kind: 'non-union', aftercare: true });
    expect(only('icd-10', 'M96.6').fracture).toMatchObject({ flags: ['periprosthetic'] });
    expect(only('icd-10', 'M90.7').fracture).toMatchObject({ flags: ['pathological'] });
  });
});

describe('ICD-10-BE', () => {
  test.each([
    ['S72.001A', 'hip.femoral-neck', 'right'],
    ['S72.032B', 'hip.femoral-neck', 'left'],
    ['S72.144C', 'hip.trochanteric', 'right'],
    ['S72.25XA', 'hip.subtrochanteric', 'left'],
    ['S72.009A', 'hip.femoral-neck', null],
    ['S22.43XA', 'rib', 'both'],
    ['S32.511A', 'pelvis.pubic-ramus', 'right'],
    ['S42.202A', 'humerus.proximal', 'left'],
    ['S52.531A', 'wrist.distal-radius', 'right'],
    ['S62.336A', 'hand', 'right'],
    ['S62.335A', 'hand', 'left'],
    ['S82.54XA', 'ankle', 'right'],
    ['S82.852A', 'ankle', 'left'],
    ['S92.901A', 'foot', 'right'],
    ['S92.912A', 'toe', 'left'],
    ['M97.02XA', 'hip.unspecified', 'left'],
    ['M84.754A', 'femur.shaft', 'right'],
    ['M84.359A', 'hip.unspecified', null],
  ])('%s is a new break at %s, side %s', (code, site, side) => {
    const { fracture, problems } = only('icd-10-cm-be', code);
    expect(fracture).toMatchObject({ site, side, time: 'acute', aftercare: false });
    expect(problems).toEqual([]);
  });

  test('a code without its dot reads the same', () => {
    expect(only('icd-10-cm-be', 's72001a').fracture).toEqual(only('icd-10-cm-be', 'S72.001A').fracture);
  });

  test('the sacrum and the grades of a vertebral break have no side', () => {
    expect(only('icd-10-cm-be', 'S32.111A').fracture).toMatchObject({ site: 'pelvis.sacrum', side: null });
    expect(only('icd-10-cm-be', 'S32.011A').fracture).toMatchObject({ levels: ['L1'], side: null });
    expect(only('icd-10-cm-be', 'S22.081A').fracture).toMatchObject({ levels: [], side: null });
  });

  test.each([...'ABC'])('7th character %s is a first contact: a new fracture', (letter) => {
    expect(only('icd-10-cm-be', `S52.501${letter}`).fracture).toMatchObject({
      time: 'acute',
      aftercare: false,
    });
  });

  test.each([...'DEFGHJPQR'])('7th character %s is later care: never a new fracture', (letter) => {
    const { fracture } = only('icd-10-cm-be', `S52.501${letter}`);
    expect(fracture).toMatchObject({ kind: 'fracture', time: 'undetermined', aftercare: true });
  });

  test.each([...'KMN'])('7th character %s is a break that did not grow together', (letter) => {
    expect(only('icd-10-cm-be', `S72.141${letter}`).fracture).toMatchObject({
      kind: 'non-union',
      aftercare: true,
    });
  });

  test('7th character S is a late effect: old, and no new fracture', () => {
    const { finding, fracture } = only('icd-10-cm-be', 'S72.141S');
    expect(finding?.encounter).toBe('sequela');
    expect(fracture).toMatchObject({ kind: 'fracture', time: 'old', aftercare: false });
  });

  test('an injury code without a 7th character counts, says nothing of its age, and is reported', () => {
    const { fracture, problems } = only('icd-10-cm-be', 'S72.001');
    expect(fracture).toMatchObject({ site: 'hip.femoral-neck', time: 'undetermined' });
    expect(problems).toEqual([{ kind: 'contact-not-stated', index: 0, system: 'icd-10-cm-be' }]);
  });

  test('osteoporosis with a break is a fracture, without one it is not', () => {
    expect(only('icd-10-cm-be', 'M80.08XA').fracture).toMatchObject({
      site: 'vertebra.unspecified',
      flags: ['osteoporotic'],
      time: 'acute',
    });
    expect(only('icd-10-cm-be', 'M80.051A').fracture).toMatchObject({
      side: 'right',
      flags: ['osteoporotic'],
    });
    expect(read('icd-10-cm-be', 'M81.0')).toMatchObject({ findings: [], others: [{ kind: 'osteoporosis' }] });
  });

  test('tumour, stress, atypical and history keep their flag', () => {
    expect(only('icd-10-cm-be', 'M84.551A').fracture).toMatchObject({
      flags: ['pathological'],
      side: 'right',
    });
    expect(only('icd-10-cm-be', 'M84.375A').fracture).toMatchObject({
      site: 'foot',
      flags: ['stress'],
      side: 'left',
    });
    expect(only('icd-10-cm-be', 'M84.755D').fracture).toMatchObject({
      flags: ['atypical-femur'],
      aftercare: true,
    });
    expect(only('icd-10-cm-be', 'Z87.310').fracture).toMatchObject({
      time: 'old',
      flags: ['osteoporotic', 'healed'],
    });
  });

  test('a broken tooth is no fracture, whatever its 7th character', () => {
    for (const code of ['S02.5XXA', 'S02.5XXK', 'S02.5XXS']) {
      expect(read('icd-10-cm-be', code)).toMatchObject({
        findings: [],
        others: [{ kind: 'not-a-fracture' }],
      });
    }
  });
});

test('ICPC names no hip and no vertebra, so the bone stays open', () => {
  expect(only('icpc', 'L75').fracture).toMatchObject({ site: 'unspecified' });
  expect(read('icpc', 'L95').others).toMatchObject([{ kind: 'osteoporosis' }]);
});

test('SNOMED CT concepts are read by code, and unconfirmed ones say so', () => {
  expect(only('snomed-ct', '359817006').fracture).toMatchObject({ site: 'hip.unspecified' });
  expect(only('snomed-ct', '203451004').fracture).toMatchObject({
    site: 'vertebra.thoracic',
    flags: ['osteoporotic'],
  });
  expect(only('snomed-ct', '704213001').finding).toMatchObject({ draft: true });
});

test('the same number is a fracture in one system and nothing in another', () => {
  expect(read('icpc', 'L76').findings).toHaveLength(1);
  expect(read('icd-10', 'L76')).toMatchObject({ findings: [], problems: [{ kind: 'not-in-value-set' }] });
});

test('what cannot be read is reported with its place and never repeated', () => {
  const { problems } = findingsFromCodes(
    [
      { system: 'icd-10', code: 'Jansen, Maria' },
      { system: 'icd-9', code: '820.0' },
      { system: 'icd-10', code: 'E11.9' },
      { system: 'snomed-ct', code: '359817007' },
    ],
    index,
  );
  expect(problems.map(({ kind, index: place }) => [place, kind])).toEqual([
    [0, 'malformed-code'],
    [1, 'unknown-system'],
    [2, 'not-in-value-set'],
    [3, 'malformed-code'],
  ]);
  expect(JSON.stringify(problems)).not.toContain('Jansen');
});

test('a finding keeps its code, its days and the rows that decided', () => {
  const { findings } = findingsFromCodes(
    [
      {
        system: 'icd-10-cm-be',
        code: 'S72.001A',
        id: 'c1',
        date: knownDate('2026-11-03'),
        onset: knownDate('2026-11-02'),
      },
    ],
    index,
  );
  expect(findings[0]).toMatchObject({
    code: 'S72.001A',
    id: 'c1',
    date: '2026-11-03',
    onset: '2026-11-02',
    draft: true,
  });
  expect(findings[0]?.because[0]).toBe('fracture.icd-10-cm-be prefix:S72.0');
  expect(findings[0]?.because).toHaveLength(3);
});

test('every code that comes in leaves in exactly one list', () => {
  const system = fc.constantFrom('icd-10', 'icd-10-cm-be', 'icpc', 'snomed-ct', 'loinc', 'atc', 'icd-9', '');
  const code = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[A-Z]\d{2}\.\d{1,2}$/),
    fc.stringMatching(/^[SM]\d{2}\.[0-9X]{3}[A-S]$/),
    fc.constantFrom('M81.0', 'S02.5XXA', 'L76', 'L95', '359817006'),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ system, code })), (codes) => {
      const { findings, others, problems } = findingsFromCodes(codes, index);
      const unread = problems.filter(({ kind }) => kind !== 'contact-not-stated');
      expect(findings.length + others.length + unread.length).toBe(codes.length);
    }),
    { seed: 20261121, numRuns: 200 },
  );
});
