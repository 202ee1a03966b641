// What the figures of a case are drawn from: the record of this patient, and what is absent stays absent.

import { addDays, knownDate, type VertebralLevel } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundCase, newUser, today } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { readCasePage } from '../case/case-page.ts';
import { noGuideFacts } from '../guide/facts/guide-facts.ts';
import { keepGuideFacts } from '../guide/facts/kept-guide-facts.ts';
import { addDxaScans } from '../records/dxa-scan.ts';
import { setOnPerson } from '../records/person.ts';
import { addVertebraRows, type NewVertebraRow } from '../records/vertebra-reading.ts';
import { type CaseFigures, readCaseFigures } from './case-figures.ts';
import type { SpineLevel } from './spine-levels.ts';

const knowledge = loadKnowledge();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
});
afterAll(() => database.close());

async function figuresOf(id: number, site = 'gent'): Promise<CaseFigures | null> {
  return database.in(site, (tx) => readCaseFigures(tx, knowledge, { today, country: 'BE' }, id));
}

async function newCase(words: Parameters<typeof foundCase>[1] = {}): ReturnType<typeof foundCase> {
  return database.in('gent', (tx) => foundCase(tx, words));
}

function reading(person: number, more: Partial<NewVertebraRow>): NewVertebraRow {
  return {
    person,
    case: null,
    report: null,
    imaging: 'vfa',
    readOn: addDays(today, -3),
    level: 'T12',
    readable: 'yes',
    anteriorMm: null,
    middleMm: null,
    posteriorMm: null,
    heightLossPercent: null,
    genant: 1,
    shape: 'wedge',
    gradedBy: null,
    source: 'manual',
    recordedBy: null,
    recordedAt: new Date(),
    ...more,
  };
}

function levelOf(figures: CaseFigures | null, level: VertebralLevel): SpineLevel {
  const found = figures?.spine?.levels.find((each) => each.level === level);
  if (found === undefined) throw new Error(`${level} is not drawn`);
  return found;
}

test('a T-score comes with age, reference and device, and a planned scan is no score', async () => {
  const { id, person } = await newCase();
  const scan = {
    person,
    case: id,
    report: null,
    status: 'done',
    notDoneReason: null,
    orderedOn: null,
    plannedOn: null,
    scannedOn: knownDate('2026-03-03'),
    region: 'femoral-neck',
    side: 'left',
    bmd: null,
    tScore: -2.7,
    zScore: null,
    referenceDatabase: 'NHANES III',
    referenceSex: 'female',
    deviceMaker: 'Hologic',
    deviceModel: null,
    deviceSerial: null,
    vertebraeUsed: null,
    vertebraeExcluded: null,
    reimbursedOn: null,
    source: 'manual',
    recordedBy: null,
    recordedAt: new Date(),
  } as const;
  await database.in('gent', (tx) =>
    addDxaScans(tx, [scan, { ...scan, status: 'planned', scannedOn: null, plannedOn: addDays(today, 9) }]),
  );
  const figures = await figuresOf(id);
  expect(figures?.tScores).toMatchObject([
    { age: 84, tScore: -2.7, referenceDatabase: 'NHANES III', referenceSex: 'female', device: 'Hologic' },
  ]);
  expect(figures?.limits).toEqual({ normalFrom: -1, osteoporosisAtMost: -2.5 });
});

test('a vertebra called broken without a grade is broken, new, and of unknown grade', async () => {
  const { id } = await newCase({ text: 'Recente inzakking van L1.' });
  const figures = await figuresOf(id);
  expect(levelOf(figures, 'L1')).toMatchObject({
    seen: { kind: 'fractured' },
    measured: { kind: 'not-recorded' },
    isNew: true,
  });
  expect(levelOf(figures, 'T7').seen).toEqual({ kind: 'not-recorded' });
});

test('a vertebra that is only perhaps broken says so, and is not new', async () => {
  const { id } = await newCase({ text: 'Mogelijke inzakking van T11.' });
  expect(levelOf(await figuresOf(id), 'T11')).toMatchObject({ seen: { kind: 'possible' }, isNew: false });
});

test('what an eye saw and what was measured stay two statements, and the later one of each counts', async () => {
  const { id, person } = await newCase();
  await database.in('gent', (tx) =>
    addVertebraRows(tx, [
      reading(person, { genant: 2 }),
      reading(person, { genant: 1 }),
      reading(person, { genant: 3, gradedBy: 'genant-nhg' }),
      reading(person, { level: 'T5', readable: 'no', genant: null, shape: null }),
    ]),
  );
  const figures = await figuresOf(id);
  expect(levelOf(figures, 'T12')).toMatchObject({
    seen: { kind: 'graded', grade: 1 },
    measured: { kind: 'graded', grade: 3 },
  });
  expect(levelOf(figures, 'T5')).toMatchObject({
    seen: { kind: 'not-readable' },
    measured: { kind: 'not-readable' },
  });
});

test('a grade that was measured without neighbours is a lower bound', async () => {
  const { id, person } = await newCase();
  await database.in('gent', (tx) =>
    addVertebraRows(tx, [reading(person, { genant: 2, gradedBy: 'genant-nhg-at-least' })]),
  );
  expect(levelOf(await figuresOf(id), 'T12').measured).toMatchObject({ grade: 2, atLeast: true });
});

test('the day on which vertebrae were read stands on the line of time, with the worst grade', async () => {
  const { id, person } = await newCase();
  await database.in('gent', (tx) =>
    addVertebraRows(tx, [reading(person, { genant: 0 }), reading(person, { level: 'L2', genant: 3 })]),
  );
  const page = await database.in('gent', (tx) => readCasePage(tx, testKeys, today, id));
  expect(page?.timeline.filter(({ kind }) => kind === 'spine')).toMatchObject([
    { on: addDays(today, -3), word: '3' },
  ]);
});

test('the levels are those that are read, and a fracture outside them is named', async () => {
  const { id } = await newCase({ text: 'Recente inzakking van L5.' });
  const spine = (await figuresOf(id))?.spine;
  expect(spine?.levels.at(0)?.level).toBe('T4');
  expect(spine?.levels.at(-1)?.level).toBe('L4');
  expect(spine?.outside).toEqual(['L5']);
});

test('the risk of a next fracture is that of the model, for this age, place and day', async () => {
  const { id } = await newCase({ birthDate: '1950-03-12' });
  const refracture = (await figuresOf(id))?.refracture;
  if (refracture?.outcome !== 'value') throw new Error('The model gave no value');
  expect(refracture.curve.map(({ inYears }) => inYears)).toEqual([0, 1, 2, 5]);
  expect(refracture.curve.at(-1)?.untilThen.percent).toBeGreaterThan(10);
  expect(refracture.model.status).toBe('draft');
});

test('beyond the ages of the model no risk is given, and the range is', async () => {
  const { id } = await newCase({ birthDate: '1930-03-12' });
  expect((await figuresOf(id))?.refracture).toMatchObject({
    outcome: 'outside-range',
    refusal: { inputs: [{ input: 'age' }] },
  });
});

test('a broken hip comes with its kind and side', async () => {
  const { id } = await newCase({ text: 'Femurhalsfractuur rechts.' });
  expect((await figuresOf(id))?.hips).toMatchObject([
    { site: 'hip.femoral-neck', side: 'right', part: null, implant: null },
  ]);
});

test('the implant and the kind that the team stated are those of this hip, and not of the other one', async () => {
  const { id } = await newCase({
    text: 'Recente femurhalsfractuur rechts. Oude femurhalsfractuur links uit 2019.',
  });
  await database.in('gent', async (tx) => {
    const by = await newUser(tx, 'stating', 'An Arts');
    await tx.db
      .insertInto('assessment_entry')
      .values(
        (
          [
            ['garden', 1, 'II'],
            ['garden', 2, 'III'],
            ['hip-site', 1, 'neck'],
          ] as const
        ).map(([field, version, answer]) => ({
          site_id: tx.site,
          fls_case_id: id,
          field,
          version,
          answer: JSON.stringify(answer),
          recorded_by: by,
        })),
      )
      .execute();
    const treatment = { kind: 'operation', operation: 'half-prosthesis', on: today } as const;
    await keepGuideFacts(tx, id, 0, { ...noGuideFacts, treatment }, by, new Date());
  });
  const hips = (await figuresOf(id))?.hips ?? [];
  expect(hips.find(({ side }) => side === 'right')).toMatchObject({
    part: 'neck',
    garden: 'III',
    implant: { kind: 'half-prosthesis', on: today },
  });
  expect(hips.filter(({ side }) => side !== 'right').every(({ implant }) => implant === null)).toBe(true);
});

test('somebody who died has no risk of another fracture drawn', async () => {
  const { id, person } = await newCase();
  await database.in('gent', (tx) => setOnPerson(tx, person, { deceased: 'yes' }, new Date()));
  expect((await figuresOf(id))?.refracture).toEqual({ outcome: 'died' });
});

test('the other hospital has no such case', async () => {
  const { id } = await newCase();
  expect(await figuresOf(id, 'luik')).toBeNull();
});
