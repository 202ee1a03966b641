import { addDays, type CalendarDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { conditionsFor, disclaimer } from '@breekpunt/qfracture';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAll, assessmentOf } from '../../test/case-over-http.ts';
import { foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import type { AssessmentPage } from '../assessment/assessment-page.ts';
import type { RiskModel, RiskView } from './risk-view.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let today: CalendarDate;

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  today = server.today();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function newCase(
  age: number,
  text = 'Distale radiusfractuur links na val van stahoogte.',
): Promise<number> {
  // The day before yesterday was the birthday.
  const birthday = addDays(today, -2);
  const birthDate = `${Number(birthday.slice(0, 4)) - age}${birthday.slice(4)}`.replace('-02-29', '-02-28');
  const made = await database.in('gent', (tx) =>
    foundCase(tx, { text, birthDate, reportedOn: addDays(today, -1) }),
  );
  return made.id;
}

async function pageWith(id: number, answers: Readonly<Record<string, unknown>>): Promise<AssessmentPage> {
  await answerAll(server, nurse, id, answers);
  return assessmentOf(server, nurse, id);
}

function risk({ risks }: AssessmentPage, model: RiskModel): RiskView {
  const found = risks.find((each) => each.model === model);
  if (found === undefined) throw new Error(`The page has no ${model}`);
  return found;
}

const nothing = Object.fromEntries(
  [
    'cancer',
    'asthma-or-copd',
    'institutionalised',
    'glucocorticoids',
    'cardiovascular-disease',
    'heart-attack-or-stroke',
    'dementia',
    'endocrine-disorder',
    'epilepsy-or-anticonvulsants',
    'antidepressants',
    'takes-oestrogen',
    'chronic-liver-disease',
    'malabsorption',
    'parkinsons-disease',
    'rheumatoid',
    'lupus',
    'kidney-disease',
    'diabetes',
    'parent-osteoporosis',
    'parent-hip',
    'alcohol',
  ].map((field) => [field, 'no']),
);
const body = {
  'low-energy': true,
  weight: 68,
  height: 165,
  'smoking-habit': 'never',
  'ethnic-group': 'white-or-not-stated',
} as const;

describe('QFracture', () => {
  test('asks every condition of its own and says nothing before', async () => {
    const page = await pageWith(await newCase(65), { 'low-energy': true });
    const asked = risk(page, 'qfracture-2012');
    expect(asked.outcome).toBe('cannot-tell');
    // Body, alcohol, smoking and group; of falls and of an earlier fracture the broken wrist itself is the answer.
    expect(asked.questions).toHaveLength(conditionsFor('female').length + 4 - 2);
    const fields = new Set(page.fields.map(({ field }) => field));
    const closed = asked.questions.filter((each) => !each.fields.some((field) => fields.has(field)));
    expect(closed).toEqual([]);
  });

  test('gives both risks with its disclaimer, population and source', async () => {
    const shown = risk(await pageWith(await newCase(65), { ...nothing, ...body }), 'qfracture-2012');
    expect(shown).toMatchObject({ outcome: 'value', disclaimer, horizon: '10 years' });
    expect(shown.population).toContain('United Kingdom');
    expect(shown.sources[0]?.title).toContain('BMJ 2012');
    const [any, hip] = shown.figures;
    // More than the 4.55 % and 1.19 % of the same woman who neither fell nor broke a bone.
    expect(any?.least).toBeGreaterThan(4.551261);
    expect(hip?.least).toBeGreaterThan(1.187594);
  });

  test('refuses a body mass index it was not made for, and says the range', async () => {
    const answers = { ...nothing, ...body, weight: 120 };
    const shown = risk(await pageWith(await newCase(65), answers), 'qfracture-2012');
    expect(shown).toMatchObject({
      outcome: 'outside-range',
      figures: [],
      disclaimer: null,
      refused: [{ input: 'bodyMassIndex', range: { least: 20, most: 40, unit: 'kg/m2' } }],
    });
  });
});

describe('the point scores', () => {
  test('give a span while answers are missing, and a reading once none can change it', async () => {
    const id = await newCase(78);
    const before = risk(await assessmentOf(server, nurse, id), 'fracture-index');
    expect(before.figures).toEqual([{ what: 'points', unit: 'points', least: 4, most: 9 }]);
    expect([before.outcome, before.readings]).toEqual(['cannot-tell', ['at-or-above-cut']]);
    const answers = { 'parent-hip': 'no', weight: 56, smokes: 'no', 'arms-to-rise': true };
    const after = risk(await pageWith(id, answers), 'fracture-index');
    expect(after).toMatchObject({ outcome: 'value', status: 'draft', withBoneDensity: false });
    expect(after.figures).toEqual([{ what: 'points', unit: 'points', least: 7, most: 7 }]);
  });

  test('the NHG score counts glucocorticoids only above its dose and its months', async () => {
    const points = async (taken: unknown): Promise<number | undefined> =>
      risk(
        await pageWith(await newCase(72), {
          weight: 68,
          height: 165,
          'parent-hip': 'no',
          'reduced-mobility': 'no',
          rheumatoid: 'no',
          'secondary-condition': 'no',
          glucocorticoids: taken,
        }),
        'nhg-score-2012',
      ).figures[0]?.least;
    expect(await points({ mgPerDay: 7.5, months: 12 })).toBe(3);
    expect(await points({ mgPerDay: 10, months: 3 })).toBe(3);
    expect(await points({ mgPerDay: 10, months: 4 })).toBe(7);
  });

  test('the NHG score has a form for COPD, which is asked of asthma or COPD alone and counts three things more', async () => {
    const id = await newCase(72);
    const models = ({ risks }: AssessmentPage): readonly string[] => risks.map(({ model }) => model);
    expect(models(await assessmentOf(server, nurse, id))).not.toContain('nhg-score-copd-2015');
    const asked = await pageWith(id, { 'asthma-or-copd': true });
    expect(risk(asked, 'nhg-score-copd-2015')).toMatchObject({
      outcome: 'cannot-tell',
      questions: [{ fields: ['copd'] }],
    });
    expect(models(await pageWith(id, { copd: 'no' }))).not.toContain('nhg-score-copd-2015');

    const known = {
      ...{ 'asthma-or-copd': true, copd: true, weight: 68, height: 165, 'parent-hip': 'no' },
      ...{ 'reduced-mobility': 'no', rheumatoid: 'no', 'secondary-condition': 'no', glucocorticoids: 'no' },
    };
    const more = { ...known, 'falls-last-year': 2, alcohol: 3, 'fev1-below-half': true };
    const page = await pageWith(await newCase(72), more);
    expect(risk(page, 'nhg-score-2012').figures[0]?.least).toBe(3);
    expect(risk(page, 'nhg-score-copd-2015')).toMatchObject({
      outcome: 'value',
      figures: [{ least: 6, most: 6 }],
      readings: ['investigate'],
    });
    const fewer = { ...known, 'falls-last-year': 1, alcohol: 2, 'fev1-below-half': 'no' };
    expect(risk(await pageWith(await newCase(72), fewer), 'nhg-score-copd-2015').figures[0]?.least).toBe(3);
  });

  test('OST and ORAI refuse a woman of 40 with the range of ages', async () => {
    const page = await pageWith(await newCase(40), { weight: 60, postmenopausal: true });
    for (const model of ['ost', 'orai'] as const)
      expect(risk(page, model)).toMatchObject({
        outcome: 'outside-range',
        refused: [{ input: 'age', range: { least: 45, most: 110, unit: 'years' } }],
      });
  });

  test('OST is not for a woman before the menopause', async () => {
    const page = await pageWith(await newCase(50), { weight: 60, postmenopausal: 'no' });
    expect(risk(page, 'ost')).toMatchObject({ outcome: 'not-made-for', notFor: 'before-menopause' });
  });

  test('the Nottingham score is asked of a broken hip alone, in the unit of the laboratory', async () => {
    const wrist = await assessmentOf(server, nurse, await newCase(80));
    expect(wrist.risks.some(({ model }) => model === 'nottingham-hip-fracture-score')).toBe(false);
    const hip = await pageWith(await newCase(80, 'Recente femurhalsfractuur rechts.'), {
      'lab-haemoglobin': { value: 10, unit: 'g/dL', on: today },
      'mental-test': 6,
      institutionalised: 'no',
      comorbidities: 2,
      'malignancy-20-years': 'no',
    });
    const { figures } = risk(hip, 'nottingham-hip-fracture-score');
    expect(figures[0]).toEqual({ what: 'points', unit: 'points', least: 6, most: 6 });
    expect(figures[1]?.least).toBeCloseTo(10.66, 2);
  });
});

describe('FRAX', () => {
  const entered = { major: 20, hip: 10, country: 'Belgium', withBoneDensity: true } as const;
  const dose = { mgPerDay: 10, months: 6 } as const;

  test('is shown as entered, and beside it for the dose of glucocorticoids', async () => {
    const frax = { ...entered, glucocorticoids: true, doseAdjusted: false, on: today };
    const shown = risk(await pageWith(await newCase(70), { frax, glucocorticoids: dose }), 'frax');
    expect(shown.figures.map(({ what, least }) => [what, Math.round(least * 10) / 10])).toEqual([
      ['major', 20],
      ['hip', 10],
      ['major-adjusted', 23],
      ['hip-adjusted', 12],
    ]);
    expect(shown.limits.map(({ english }) => english).join(' ')).toContain('never computed here');
  });

  test('is adjusted by nobody when the tool was not told of glucocorticoids, or knew the dose', async () => {
    for (const [parts, warning] of [
      [{ glucocorticoids: false, doseAdjusted: false }, 'glucocorticoids-not-ticked'],
      [{ glucocorticoids: true, doseAdjusted: true }, 'already-adjusted'],
      [{ glucocorticoids: true }, 'not-adjusted-yet'],
    ] as const) {
      const frax = { ...entered, ...parts, on: today };
      const shown = risk(await pageWith(await newCase(70), { frax, glucocorticoids: dose }), 'frax');
      expect([shown.warnings, shown.figures.map(({ what }) => what)]).toEqual([[warning], ['major', 'hip']]);
    }
  });

  test('an answer of before these parts were asked is still an answer', async () => {
    const frax = { major: 12, withBoneDensity: false, on: today };
    const shown = risk(await pageWith(await newCase(70), { frax, glucocorticoids: 'no' }), 'frax');
    expect(shown).toMatchObject({ outcome: 'value', figures: [{ what: 'major', least: 12 }] });
  });
});

describe('keeping a score', () => {
  const keep = (id: number, model: RiskModel, mark: string, as = nurse) =>
    server.ask('POST', `/api/cases/${id}/risk-results`, { as, body: { model, mark } });

  test('stores what was seen with inputs and knowledge, and shows it with day and name', async () => {
    const id = await newCase(72);
    const page = await pageWith(id, { weight: 66, 'takes-oestrogen': 'no' });
    const { mark } = risk(page, 'orai');
    expect((await keep(id, 'orai', mark)).statusCode).toBe(201);
    const row = await database.in('gent', ({ db }) =>
      db.selectFrom('risk_result').selectAll().where('fls_case_id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({
      model: 'orai',
      origin: 'computed',
      knowledge_version: loadKnowledge().version,
      inputs: expect.objectContaining({ weight: 66 }),
    });
    const [kept] = risk(await assessmentOf(server, nurse, id), 'orai').kept;
    expect(kept).toMatchObject({
      on: today,
      by: expect.stringMatching(/^Person/),
      figures: [{ what: 'points', least: 14, most: 14 }],
    });
  });

  test('refuses what changed since it was seen, what has no value, and another hospital', async () => {
    const id = await newCase(72);
    const page = await pageWith(id, { weight: 66, 'takes-oestrogen': 'no' });
    await answerAll(server, nurse, id, { height: 160 });
    const moved = await pageWith(id, { 'arms-to-rise': true });
    expect((await keep(id, 'fracture-index', risk(page, 'fracture-index').mark)).statusCode).toBe(409);
    expect((await keep(id, 'fracture-index', risk(moved, 'fracture-index').mark)).statusCode).toBe(422);
    const stranger = await server.signedInAs('luik', 'nurse');
    expect((await keep(id, 'orai', risk(moved, 'orai').mark, stranger)).statusCode).toBe(404);
  });
});
