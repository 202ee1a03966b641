import { addDays, type CalendarDate } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FoundCase, foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import type { AssessmentPage, ShownField } from './assessment-page.ts';

let database: TestDatabase;
let server: TestServer;
let els: Person;
let piet: Person;
let today: CalendarDate;

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  els = await server.signedInAs('gent', 'nurse');
  piet = await server.signedInAs('gent', 'nurse');
  today = server.today();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const newCase = (text?: string): Promise<FoundCase> =>
  database.in('gent', (tx) =>
    foundCase(tx, { reportedOn: addDays(today, -9), ...(text === undefined ? {} : { text }) }),
  );

async function pageOf(id: number, as: Person = els): Promise<AssessmentPage> {
  const answer = await server.ask('GET', `/api/cases/${id}/assessment`, { as });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

function answering(id: number, field: string, answer: unknown, onVersion = 0, as: Person = els) {
  return server.ask('PUT', `/api/cases/${id}/assessment/${field}`, { as, body: { onVersion, answer } });
}

function fieldIn(page: AssessmentPage, id: string): ShownField {
  const field = page.fields.find((each) => each.field === id);
  if (field === undefined) throw new Error(`The page does not ask ${id}`);
  return field;
}

describe('the assessment of a case', () => {
  test('begins with nothing answered but what the reports say, and a report is named with its day', async () => {
    const { id } = await newCase('Recente osteoporotische inzakkingsfractuur L1.');
    const page = await pageOf(id);
    expect(fieldIn(page, 'smokes')).toMatchObject({ answer: null, from: null, version: 0 });
    expect(fieldIn(page, 'low-energy')).toMatchObject({
      answer: true,
      from: { source: 'report', by: null, on: addDays(today, -9) },
    });
  });

  test('keeps yes, no and not recorded apart, and says who answered', async () => {
    const { id } = await newCase();
    for (const [answer, version] of [
      [true, 0],
      ['no', 1],
      [null, 2],
    ] as const) {
      const saved = await answering(id, 'smokes', answer, version);
      expect(saved.json()).toMatchObject({ version: version + 1 });
      const shown = fieldIn(saved.json().page, 'smokes');
      expect(shown.answer).toBe(answer);
      if (answer === null) expect(shown.from).toBeNull();
      else expect(shown.from).toMatchObject({ source: 'manual', by: expect.stringMatching(/^Person/) });
    }
  });

  test('writes an answer to the columns that indicators and letters read', async () => {
    const { id } = await newCase();
    await answering(id, 'smokes', 'no');
    await answering(id, 'weight', 61.5);
    await answering(id, 'unsteady', true);
    await answering(id, 'glucocorticoids', { mgPerDay: 7.5, months: 4 });
    await answering(id, 'falls-assessed', { outcome: 'done', on: today, reason: null });
    const [assessment, falls] = await database.in('gent', async ({ db }) => [
      await db.selectFrom('assessment').selectAll().where('fls_case_id', '=', id).executeTakeFirst(),
      await db.selectFrom('falls_assessment').selectAll().where('fls_case_id', '=', id).executeTakeFirst(),
    ]);
    expect(assessment).toMatchObject({
      smokes: 'no',
      weight_kg: 61.5,
      outcome: 'partly-done',
      glucocorticoids: 'yes',
      prednisone_mg_per_day: 7.5,
      diabetes: 'not-recorded',
    });
    expect(falls).toMatchObject({ feels_unsteady: 'yes', outcome: 'done', assessed_on: today });
  });

  test('tells the second of two nurses who was first, when and what, and overwrites nothing', async () => {
    const { id } = await newCase();
    await answering(id, 'smokes', true, 0, els);
    const second = await answering(id, 'smokes', 'no', 0, piet);
    expect(second.statusCode).toBe(409);
    expect(second.json()).toMatchObject({
      code: 'changed-meanwhile',
      version: 1,
      answer: true,
      byName: expect.stringMatching(/^Person/),
    });
    expect(fieldIn(await pageOf(id), 'smokes').answer).toBe(true);
  });

  test('lets two nurses answer different questions at the same moment', async () => {
    const { id } = await newCase();
    const both = await Promise.all([
      answering(id, 'smokes', true, 0, els),
      answering(id, 'diabetes', 'no', 0, piet),
    ]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const rows = await database.in('gent', ({ db }) =>
      db.selectFrom('assessment').selectAll().where('fls_case_id', '=', id).execute(),
    );
    expect(rows).toMatchObject([{ smokes: 'yes', diabetes: 'no' }]);
  });
});

describe('what cannot be true', () => {
  test.each([
    ['height', 1.7, { kind: 'out-of-range', range: { least: 100, most: 230, unit: 'cm' } }],
    ['height', 1700, { kind: 'out-of-range' }],
    // 170 m, typed in centimetres.
    ['height', 17_000, { kind: 'out-of-range', range: { least: 100, most: 230, unit: 'cm' } }],
    ['fracture-day', '1900-01-01', { kind: 'before-birth' }],
    ['frax', { major: 101, withBoneDensity: true, on: '2026-11-01' }, { kind: 'out-of-range' }],
    ['frax', { major: 12, hip: -1, withBoneDensity: true, on: '2026-11-01' }, { kind: 'out-of-range' }],
    ['injection-dose', 8000, { kind: 'out-of-range', range: { least: 0, most: 500, unit: 'mg' } }],
    ['steroid-grams', 2000, { kind: 'out-of-range' }],
    ['last-injection', '2090-01-01', { kind: 'in-the-future' }],
    ['weight', 6, { kind: 'out-of-range' }],
    ['lab-creatinine', { value: 70, unit: 'stones', on: '2026-11-01' }, { kind: 'unknown-unit' }],
    ['lab-calcium', { value: 9.2, unit: 'mmol/L', on: '2026-11-01' }, { kind: 'out-of-range' }],
    ['glucocorticoids', { mgPerDay: 9000, months: 3 }, { kind: 'out-of-range' }],
    ['hip-operation', '1900-01-01', { kind: 'before-birth' }],
    ['hip-operation', '2090-01-01', { kind: 'in-the-future' }],
    ['assessed', { outcome: 'done', on: null, reason: null }, { kind: 'needs', needs: 'day' }],
    ['falls-assessed', { outcome: 'not-done', on: null, reason: null }, { kind: 'needs', needs: 'reason' }],
    ['smokes', 'perhaps', { kind: 'unexpected-form' }],
  ])('is refused with what was expected: %s %j', async (field, answer, refused) => {
    const { id } = await newCase();
    const saved = await answering(id, field, answer);
    expect([saved.statusCode, saved.json().refused]).toEqual([422, expect.objectContaining(refused)]);
    // A question that nothing opened is not on the page at all.
    const kept = (await pageOf(id)).fields.find((each) => each.field === field);
    expect(kept?.answer).not.toEqual(answer);
  });

  test('a T-score of +9 is refused with the range of T-scores', async () => {
    const { id } = await newCase();
    const scan = { on: today, maker: 'hologic', scores: { 'total-hip': 9 } };
    const saved = await answering(id, 'dxa', scan);
    expect(saved.json().refused).toMatchObject({ kind: 'out-of-range', quantity: 'T-score' });
  });

  test('a fracture after the death is kept and shown as a contradiction', async () => {
    const { id } = await newCase('Recente inzakking van L1.');
    await answering(id, 'death', addDays(today, -30));
    const page = await pageOf(id);
    expect(page.contradictions).toContainEqual({
      kind: 'fracture-after-death',
      days: [addDays(today, -9), addDays(today, -30)],
    });
    expect(fieldIn(page, 'death').answer).toBe(addDays(today, -30));
  });

  test('no falls, and an injury by a fall, is shown as a contradiction', async () => {
    const { id } = await newCase();
    await answering(id, 'falls-last-year', 0);
    await answering(id, 'injured-by-fall', true);
    expect((await pageOf(id)).contradictions.map(({ kind }) => kind)).toContain(
      'falls-injuryNeedingPhysician',
    );
  });
});

describe('a suspected vertebra', () => {
  test('is kept as a half grade, and leaves open whether the spine is sound', async () => {
    const { id } = await newCase('Distale radiusfractuur links.');
    const spine = { on: today, imaging: 'vfa', whole: true, broken: [{ level: 'T12', grade: 0.5 }] };
    const saved = await answering(id, 'spine-image', spine);
    expect(fieldIn(saved.json().page, 'spine-image').answer).toEqual(spine);
    const [bone] = (saved.json().page as AssessmentPage).decisions;
    expect(bone?.questions.map(({ question }) => question)).toContain('whole-image-of-the-spine');
    const sound = await answering(id, 'spine-image', { ...spine, broken: [] }, 1);
    const [after] = (sound.json().page as AssessmentPage).decisions;
    expect(after?.questions.map(({ question }) => question)).not.toContain('whole-image-of-the-spine');
  });
});

describe('what machines sent', () => {
  test('stands there with its source and day, and a newer entry by hand stands over it', async () => {
    const { id, person } = await newCase();
    await database.in('gent', (tx) =>
      tx.db
        .insertInto('lab_result')
        .values({
          site_id: tx.site,
          person_id: person,
          source_system: 'lab',
          source_id: `creatinine of ${person}`,
          loinc: '2160-0',
          name: 'Creatinine',
          sampled_on: addDays(today, -20),
          value: 0.9,
          unit: 'mg/dL',
          source: 'hl7v2',
        })
        .execute(),
    );
    const sent = fieldIn(await pageOf(id), 'lab-creatinine');
    expect(sent).toMatchObject({
      answer: { value: 0.9, unit: 'mg/dL', on: addDays(today, -20) },
      from: { source: 'hl7v2', by: null, on: addDays(today, -20) },
      version: 0,
    });
    await answering(id, 'lab-creatinine', { value: 95, unit: 'µmol/L', on: today });
    expect(fieldIn(await pageOf(id), 'lab-creatinine')).toMatchObject({
      answer: { value: 95, unit: 'µmol/L', on: today },
      from: { source: 'manual' },
    });
    await answering(id, 'lab-creatinine', null, 1);
    expect(fieldIn(await pageOf(id), 'lab-creatinine').from).toMatchObject({ source: 'hl7v2' });
  });

  test('a result in an unknown unit is named as unusable and is no value', async () => {
    const { id, person } = await newCase();
    await database.in('gent', (tx) =>
      tx.db
        .insertInto('lab_result')
        .values({
          site_id: tx.site,
          person_id: person,
          source_system: 'lab',
          source_id: `calcium of ${person}`,
          loinc: '2000-8',
          name: 'Calcium',
          sampled_on: today,
          value: 2.4,
          unit: 'furlong',
          source: 'fhir',
        })
        .execute(),
    );
    const page = await pageOf(id);
    expect(fieldIn(page, 'lab-calcium').answer).toBeNull();
    expect(page.unusableLabs).toEqual([{ test: 'calcium', on: today }]);
  });

  test('a bone density of a machine and one by hand of the same day are one examination', async () => {
    const { id, person } = await newCase();
    await database.in('gent', (tx) =>
      tx.db
        .insertInto('dxa_scan')
        .values(
          (['lumbar-spine', 'total-hip'] as const).map((region) => ({
            site_id: tx.site,
            person_id: person,
            status: 'done' as const,
            scanned_on: today,
            region,
            t_score: -2.1,
            source: 'fhir',
          })),
        )
        .execute(),
    );
    const byHand = { on: today, maker: 'hologic', scores: { 'femoral-neck': -2.6 } };
    const saved = await answering(id, 'dxa', byHand);
    expect(fieldIn(saved.json().page, 'dxa').answer).toMatchObject({
      scores: { 'lumbar-spine': -2.1, 'total-hip': -2.1, 'femoral-neck': -2.6 },
    });
  });
});

describe('medicines that other systems told of', () => {
  const tell = (person: number, code: string, status: 'active' | 'stopped'): Promise<unknown> =>
    database.in('gent', (tx) =>
      tx.db
        .insertInto('care_event')
        .values({
          site_id: tx.site,
          person_id: person,
          kind: 'medicine',
          source_system: 'pharmacy',
          source_id: `${person} ${code}`,
          code_system: 'atc',
          code,
          name: code,
          status,
          started_on: addDays(today, -90),
        })
        .execute(),
    );

  test('answer yes to what they show, and nothing to what they do not', async () => {
    const { id, person } = await newCase();
    await tell(person, 'M05BX04', 'active');
    await tell(person, 'N05CF02', 'active');
    const page = await pageOf(id);
    expect(fieldIn(page, 'other-bone-drug-now')).toMatchObject({ answer: true, from: { source: 'import' } });
    expect(fieldIn(page, 'fall-risk-medicines').answer).toEqual(['benzodiazepines']);
    expect(fieldIn(page, 'diuretics').answer).toBeNull();
    expect(
      page.medicines.map(({ code }) => code).toSorted((a, b) => (a ?? '').localeCompare(b ?? '')),
    ).toEqual(['M05BX04', 'N05CF02']);
  });

  test('that were stopped answer nothing, and what a person answered stands over them', async () => {
    const { id, person } = await newCase();
    await tell(person, 'C03CA01', 'stopped');
    expect(fieldIn(await pageOf(id), 'diuretics').answer).toBeNull();
    await tell(person, 'M05BA04', 'active');
    await answering(id, 'other-bone-drug-now', 'no');
    expect(fieldIn(await pageOf(id), 'other-bone-drug-now').answer).toBe('no');
  });
});

describe('the twelve fields of the register', () => {
  test('are known, missing, or too early, and answering makes one fewer', async () => {
    const { id } = await newCase();
    const states = (page: AssessmentPage): Record<string, string> =>
      Object.fromEntries(page.minimum.map(({ item, state }) => [item, state]));
    const before = states(await pageOf(id));
    expect(Object.keys(before)).toHaveLength(12);
    expect(before).toMatchObject({
      'fracture-site': 'known',
      'assessment-date': 'missing',
      'first-follow-up': 'too-early',
      'second-follow-up': 'too-early',
    });
    const saved = await answering(id, 'assessed', { outcome: 'done', on: today, reason: null });
    expect(states(saved.json().page)).toMatchObject({ 'assessment-date': 'known' });
  });
});

test('whatever is seen and answered stands in the audit log without what it says', async () => {
  const { id, person } = await newCase();
  await answering(id, 'weight', 61.5);
  const lines = await database.in('gent', ({ db }) =>
    db.selectFrom('audit_event').selectAll().where('person_id', '=', person).execute(),
  );
  expect(lines.map(({ action }) => action)).toContain('change');
  expect(JSON.stringify(lines.map(({ detail }) => detail))).not.toContain('61.5');
});
