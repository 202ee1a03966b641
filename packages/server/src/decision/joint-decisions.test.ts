import { addDays, addMonths, type CalendarDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerAll, assessmentOf } from '../../test/case-over-http.ts';
import { foundCase } from '../../test/found-case.ts';
import type { Person } from '../../test/test-server.ts';
import { type TwoCountries, twoCountries } from '../../test/two-countries.ts';
import type { AssessmentPage } from '../assessment/assessment-page.ts';
import type { ShownTopic, TopicView } from './decisions-of.ts';

let here: TwoCountries;
let database: TwoCountries['database'];
let server: TwoCountries['server'];
let nurse: Person;
let dutch: Person;
let today: CalendarDate;
let physician: Person;
beforeAll(async () => {
  here = await twoCountries();
  ({ database, server, nurse, dutch, today } = here);
  physician = await server.signedInAs('gent', 'physician');
});
afterAll(() => here.close());

const born = '1958-05-05';
const wrist = 'RX pols links: recente distale radiusfractuur links na val van stahoogte.';

async function newCase(text: string, site: 'gent' | 'venlo' = 'gent', daysAgo = 9): Promise<number> {
  const made = await database.in(site, (tx) =>
    foundCase(tx, { text, birthDate: born, reportedOn: addDays(today, -daysAgo) }),
  );
  return made.id;
}

async function pageWith(
  id: number,
  answers: Readonly<Record<string, unknown>>,
  as: Person = nurse,
): Promise<AssessmentPage> {
  await answerAll(server, as, id, answers);
  return assessmentOf(server, as, id);
}

function view<T extends ShownTopic>(page: AssessmentPage, topic: T): Extract<TopicView, { topic: T }> {
  const found = page.decisions.find((each) => each.topic === topic);
  if (found === undefined) throw new Error(`Nothing is decided about ${topic}`);
  return found as Extract<TopicView, { topic: T }>;
}

const topics = (page: AssessmentPage): readonly string[] => page.decisions.map(({ topic }) => topic);
const names = (options: readonly { readonly option: string }[] = []): readonly string[] =>
  options.map(({ option }) => option);

describe('a dying femoral head', () => {
  test('is decided only when somebody suspects it, and its questions are asked only then', async () => {
    const id = await newCase(wrist);
    const before = await assessmentOf(server, nurse, id);
    expect(topics(before)).toEqual(['bone']);
    expect(before.fields.some(({ field }) => field === 'necrosis-stage')).toBe(false);
    const page = await pageWith(id, { 'necrosis-suspected': true });
    expect(topics(page)).toEqual(['bone', 'necrosis']);
    expect(page.fields.some(({ field }) => field === 'necrosis-stage')).toBe(true);
  });

  test('a normal X-ray without an MRI of both hips comes before everything else', async () => {
    const id = await newCase(wrist);
    const answers = { 'necrosis-suspected': true, 'necrosis-x-ray-normal': true, 'necrosis-mri': 'no' };
    const { result } = view(await pageWith(id, answers), 'necrosis');
    expect([result?.table.outcome, names(result?.table.options)]).toEqual(['stopped', ['mri-of-both-hips']]);
  });

  test('a stage of another system is kept with its edition, and the table asks for its own', async () => {
    const id = await newCase(wrist);
    const stage = { system: 'ficat-arlet', stage: 'III' };
    const page = await pageWith(id, { 'necrosis-suspected': true, 'necrosis-stage': stage });
    const { result, questions } = view(page, 'necrosis');
    expect(result?.table.missing).toContain('stage-of-arco-2019');
    expect(questions).toContainEqual({ question: 'stage-of-arco-2019', fields: ['necrosis-stage'] });
    const field = page.fields.find((each) => each.field === 'necrosis-stage');
    expect(field?.systems.map(({ system }) => system)).toContain('ficat-arlet');
  });

  test('a stage that its system does not have is refused with those it has', async () => {
    const id = await newCase(wrist);
    await answerAll(server, nurse, id, { 'necrosis-suspected': true });
    const saved = await server.ask('PUT', `/api/cases/${id}/assessment/necrosis-stage`, {
      as: nurse,
      body: { onVersion: 0, answer: { system: 'arco-2019', stage: 'IIIC' } },
    });
    expect([saved.statusCode, saved.json().refused]).toEqual([
      422,
      { kind: 'unknown-stage', expected: ['I', 'II', 'IIIA', 'IIIB', 'IV'] },
    ]);
  });

  test('the other hip is watched for two years from the day it was found, and steroids are named as a cause', async () => {
    const id = await newCase(wrist);
    const found = addDays(today, -100);
    const { result } = view(
      await pageWith(id, {
        'necrosis-suspected': true,
        'necrosis-stage': { system: 'arco-2019', stage: 'IIIB' },
        'necrosis-found': found,
        glucocorticoids: { mgPerDay: 30, months: 3 },
        'steroid-grams': 2.7,
      }),
      'necrosis',
    );
    expect(result?.otherHip).toMatchObject({ outcome: 'watch', until: addMonths(found, 24) });
    expect(result?.causes).toMatchObject({ outcome: 'found', causes: ['glucocorticoids'] });
    expect(names(result?.table.options)).toEqual([
      'prosthesis',
      'steroid-review-with-prescriber',
      'bone-health-check',
    ]);
    expect(names(result?.table.blocked)).toEqual(['core-decompression', 'steroid-injection']);
  });

  test('is signed with its stage, system and edition, and the choice can be made again', async () => {
    const id = await newCase(wrist);
    const stage = { system: 'arco-2019', stage: 'IV' };
    const answers = { 'necrosis-suspected': true, 'necrosis-stage': stage, glucocorticoids: 'no' };
    const { mark } = view(await pageWith(id, answers), 'necrosis');
    const signed = await server.ask('POST', `/api/cases/${id}/decisions`, {
      as: physician,
      body: { topic: 'necrosis', choice: 'prosthesis', reason: null, mark, patient: born },
    });
    expect(signed.statusCode).toBe(201);
    const row = await database.in('gent', ({ db }) =>
      db.selectFrom('decision').selectAll().where('fls_case_id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({ topic: 'necrosis', outcome: 'option', choice: 'prosthesis' });
    expect(row.record).toMatchObject({
      knowledgeVersion: loadKnowledge().version,
      inputs: { stated: { system: 'arco-2019', edition: '2019', code: 'IV' } },
      rules: expect.arrayContaining(['AV6', 'AV9']),
    });
    const lead = await server.signedInAs('gent', 'lead');
    const reviewed = (await server.ask('GET', '/api/decisions/changed', { as: lead })).json();
    expect(reviewed.looked).toBeGreaterThan(0);
    expect(reviewed.differing).toEqual([]);
  });
});

describe('a worn hip', () => {
  const inOrder = {
    'hip-osteoarthritis': true,
    'fever-or-hot-joint': 'no',
    cancer: 'no',
    'leg-bears-no-weight': 'no',
    'night-pain': 'no',
    weight: 60,
    height: 165,
    'exercise-weeks': 12,
    'enough-relief': 'no',
    'pain-relief-tried': true,
    'imaging-guidance': true,
    'waits-for-prosthesis': 'no',
    infection: 'no',
    'necrosis-suspected': 'no',
    insulin: 'no',
  } as const;

  test('an injection opens after the earlier steps, and asks for its dose', async () => {
    const { result, questions } = view(
      await pageWith(await newCase(wrist), { ...inOrder, 'last-injection': 'no' }),
      'osteoarthritis',
    );
    expect(names(result?.table.options)).toContain('steroid-injection');
    expect(questions).toContainEqual({ question: 'dose-of-the-injection', fields: ['injection-dose'] });
  });

  test.each([
    ['less than three months after the last', { 'last-injection': -60 }, 'OA7'],
    ['while waiting for a prosthesis', { 'last-injection': 'no', 'waits-for-prosthesis': true }, 'OA8'],
    ['with an infection', { 'last-injection': 'no', infection: true }, 'OA9'],
    ['into a hip that may be dying', { 'last-injection': 'no', 'necrosis-suspected': true }, 'OA10'],
  ])('an injection is blocked %s, with its rule', async (_when, answers, rule) => {
    const { 'last-injection': last, ...others } = answers;
    const given = {
      ...inOrder,
      ...others,
      'last-injection': typeof last === 'number' ? addDays(today, last) : last,
    };
    const { result } = view(await pageWith(await newCase(wrist), given), 'osteoarthritis');
    const blocked = result?.table.blocked.find(({ option }) => option === 'steroid-injection');
    expect(blocked?.reasons).toContain(rule);
    expect(names(result?.table.options)).not.toContain('steroid-injection');
  });

  test('an injection of lately locks the prosthesis too, and a dose of 80 mg is too high', async () => {
    const answers = { ...inOrder, 'last-injection': addDays(today, -60), 'injection-dose': 80 };
    const { result } = view(await pageWith(await newCase(wrist), answers), 'osteoarthritis');
    expect(names(result?.table.blocked)).toEqual(
      expect.arrayContaining(['prosthesis', 'hyaluronic-acid', 'opioids']),
    );
    expect(result?.dose?.outcome).toBe('too-high');
  });
});

describe('a broken vertebra that may stay at home', () => {
  const stable = {
    'red-flag': 'no',
    'worsening-deficit': 'no',
    cancer: 'no',
    infection: 'no',
    accident: 'no',
    'ao-spine-type': 'A1',
    'of-class': 'OF2',
  } as const;
  const cemented = {
    'spine-pain': 8,
    'care-optimised': true,
    'focal-pain': true,
    'mri-oedema': true,
  } as const;
  const l1 = 'Recente inzakking van L1.';

  test('opens brace and cement, which a fracture for the surgeon does not', async () => {
    expect(topics(await pageWith(await newCase(l1), stable))).toEqual(['bone', 'spine', 'brace', 'cement']);
    const torn = await pageWith(await newCase(l1), { ...stable, 'ao-spine-type': 'B2' });
    expect(topics(torn)).toEqual(['bone', 'spine']);
  });

  test('cement is at own cost in the Netherlands and uncertain in Belgium, not before its weeks', async () => {
    const offered = async (site: 'gent' | 'venlo', daysAgo: number): Promise<readonly string[]> => {
      const id = await newCase(l1, site, daysAgo);
      const page = await pageWith(id, { ...stable, ...cemented }, site === 'gent' ? nurse : dutch);
      return names(view(page, 'cement').result?.options);
    };
    expect(await offered('venlo', 30)).toEqual([]);
    expect(await offered('venlo', 100)).toEqual(['cement-at-own-cost']);
    expect(await offered('gent', 100)).toEqual(['cement-uncertain']);
  });

  test('no brace stands first, and a rigid one needs the order of the surgeon with its reason', async () => {
    const id = await newCase(l1);
    expect(names(view(await pageWith(id, stable), 'brace').result?.options)).toEqual(['no-brace']);
    const order = { outcome: 'ordered', on: null, reason: 'Two levels beside each other.' };
    const page = await pageWith(id, { 'surgeon-orders-brace': order });
    expect(names(view(page, 'brace').result?.options)).toContain('rigid-brace');
  });

  test('three scores stand beside each other, and a disagreement is said and averaged by nobody', async () => {
    const id = await newCase(l1);
    const { result } = view(
      await pageWith(id, {
        ...stable,
        'of-class': 'OF4',
        'tlics-morphology': 'compression',
        'tlics-ligaments': 'intact',
        'tlics-neurology': 'intact',
        'ao-spine-neurology': 'N0',
        'indeterminate-ligaments': 'no',
        'spine-comorbidity': 'no',
        'deformity-progression': true,
        hounsfield: 'no',
        dxa: 'no',
        'spine-pain': 8,
        mobilisation: 'impossible',
        'asa-above-3': 'no',
        'frailty-index': 'no',
        anticoagulant: 'no',
      }),
      'spine',
    );
    expect(result?.scores.map(({ score, readings }) => [score, readings])).toEqual([
      ['TLICS', ['conservative']],
      ['TL AOSIS', ['conservative']],
      ['OF score', ['surgical']],
    ]);
    expect([result?.disagree, result?.gate.outcome]).toEqual([true, 'spine-surgeon-now']);
  });

  test('what was looked for and cannot be known counts on the card, and a blank is asked', async () => {
    const id = await newCase(l1);
    const begun = { ...stable, mobilisation: 'possible', 'deformity-progression': null } as const;
    const { result, questions } = view(await pageWith(id, begun), 'spine');
    const card = result?.scores.find(({ score }) => score === 'OF score')?.answer;
    const missing = card?.outcome === 'cannot-tell' ? card.missing.map(({ input }) => input) : [];
    expect(missing).not.toContain('deformity-progression');
    expect(missing).toContain('severe-pain');
    expect(questions).toContainEqual({ question: 'OF score: severe-pain', fields: ['spine-pain'] });
  });
});

describe('drugs against pain', () => {
  test('are checked only when planned, one answer a drug', async () => {
    const id = await newCase(wrist);
    expect(topics(await assessmentOf(server, nurse, id))).toEqual(['bone']);
    const page = await pageWith(id, {
      'pain-drugs': ['paracetamol', 'ibuprofen'],
      aspirin: true,
      weight: 45,
      'paracetamol-risk': 'no',
      'liver-failure': 'no',
    });
    const { result, offered } = view(page, 'pain-relief');
    expect(result?.checks.map(({ drug, outcome }) => [drug, outcome])).toEqual([
      ['paracetamol', 'ready'],
      ['anti-inflammatory', 'ask-physician'],
    ]);
    expect(result?.checks[0]?.mostGramsADay).toBeCloseTo(2.7);
    expect(result?.checks[1]?.because).toContainEqual({ rule: 'PA9', fact: 'aspirin' });
    expect(offered).toEqual(['paracetamol', 'no-drug']);
  });

  test('an opioid without a day to stop is not ready, and beyond two weeks the practitioner looks', async () => {
    const page = await pageWith(await newCase(wrist), {
      'pain-drugs': ['other-opioid'],
      'opioid-days': 20,
      'opioid-morphine': 30,
      'opioid-stop-day': 'no',
      'opioid-laxative': true,
      'opioid-taper': true,
      'opioid-warning': true,
      'gabapentinoid-or-benzodiazepine': 'no',
    });
    expect(view(page, 'pain-relief').result?.checks).toMatchObject([
      { drug: 'opioid', outcome: 'not-ready', practitionerLooks: true },
    ]);
  });
});

describe('a broken hip', () => {
  test('shows the outcomes of the trial beside both prostheses, with their source', async () => {
    const page = await pageWith(await newCase('Recente femurhalsfractuur rechts na val van stahoogte.'), {
      'hip-x-ray': 'fracture',
      garden: 'IV',
      'walked-outdoors': true,
      'cognitive-impairment': 'no',
      'fit-for-prosthesis': true,
      'tumour-or-atypical': 'no',
    });
    const total = view(page, 'hip-fracture').result?.options.find(
      ({ option }) => option === 'total-prosthesis',
    );
    expect(total?.figures).toHaveLength(4);
    const figure = page.figures.find(({ id }) => id === 'hip-surgery.health-dislocation');
    expect(figure).toMatchObject({ values: [4.7, 2.4], unit: 'percent', source: { where: 'abstract' } });
  });

  test('says by three definitions whether it was operated on in time, and what excuses a delay', async () => {
    const page = await pageWith(await newCase('Recente femurhalsfractuur rechts.'), {
      admitted: addDays(today, -9),
      'hip-operation': addDays(today, -6),
      'delay-reasons': ['anticoagulation', 'other'],
    });
    expect(page.derived.surgery?.times.map(({ definition, outcome }) => [definition, outcome])).toEqual([
      ['NL', 'late'],
      ['OECD', 'late'],
      ['NICE', 'late'],
    ]);
    expect(page.derived.surgery?.excused).toEqual(['anticoagulation']);
  });
});

test('whatever these decisions ask can be answered on the page', async () => {
  const closed = new Set<string>();
  for (const text of [wrist, 'Recente inzakking van L1.', 'Recente femurhalsfractuur rechts.']) {
    const page = await pageWith(await newCase(text), {
      'necrosis-suspected': true,
      'hip-osteoarthritis': true,
      'pain-drugs': ['paracetamol', 'ibuprofen', 'tramadol'],
      'necrosis-stage': { system: 'arco-2019', stage: 'I' },
    });
    const asked = new Set(page.fields.map(({ field }) => field));
    for (const { topic, questions } of page.decisions)
      for (const { question, fields } of topic === 'bone' ? [] : questions)
        if (fields.length === 0 || fields.some((field) => !asked.has(field)))
          closed.add(`${topic}: ${question}`);
  }
  expect([...closed]).toEqual([]);
});
