import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FoundCase, foundCase } from '../../test/found-case.ts';
import type { Person } from '../../test/test-server.ts';
import { type TwoCountries, twoCountries } from '../../test/two-countries.ts';
import type { AssessmentPage } from '../assessment/assessment-page.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { ruleSets } from '../knowledge/rule-sets.ts';
import { episodesOf, saveEpisode } from '../records/fracture-episode.ts';
import type { TopicView } from './decisions-of.ts';

let here: TwoCountries;
let database: TwoCountries['database'];
let server: TwoCountries['server'];
let today: CalendarDate;
const people = new Map<string, Person>();

beforeAll(async () => {
  here = await twoCountries();
  ({ database, server, today } = here);
  people.set('gent nurse', here.nurse).set('venlo nurse', here.dutch);
  for (const site of ['gent', 'venlo'])
    for (const role of ['physician', 'lead'] as const)
      people.set(`${site} ${role}`, await server.signedInAs(site, role));
});
afterAll(() => here.close());

type Site = 'gent' | 'venlo';
const born = '1958-05-05';

function who(site: Site, role: 'nurse' | 'physician' | 'lead'): Person {
  const person = people.get(`${site} ${role}`);
  if (person === undefined) throw new Error('Nobody of that role');
  return person;
}

const newCase = (site: Site, text: string): Promise<FoundCase> =>
  database.in(site, (tx) => foundCase(tx, { text, birthDate: born, reportedOn: addDays(today, -9) }));

async function pageOf(site: Site, id: number): Promise<AssessmentPage> {
  return (await server.ask('GET', `/api/cases/${id}/assessment`, { as: who(site, 'nurse') })).json();
}

async function answer(site: Site, id: number, answers: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [field, given] of Object.entries(answers)) {
    const saved = await server.ask('PUT', `/api/cases/${id}/assessment/${field}`, {
      as: who(site, 'nurse'),
      body: { onVersion: 0, answer: given },
    });
    expect([field, saved.statusCode]).toEqual([field, 200]);
  }
}

function bone(page: AssessmentPage): Extract<TopicView, { topic: 'bone' }> {
  const [view] = page.decisions;
  if (view?.topic !== 'bone') throw new Error('The bones come first');
  return view;
}

/** A second fracture of the same report, dealt with in the same case. */
async function addVertebraBeside(
  tx: SiteTransaction,
  { id, person }: Pick<FoundCase, 'id' | 'person'>,
  onset: 'incident' | 'prevalent',
): Promise<void> {
  const [hip] = await episodesOf(tx, person);
  if (hip === undefined) throw new Error('The case has no fracture');
  const vertebra = {
    ...hip.episode,
    id: 'beside',
    site: 'vertebra.thoracic',
    side: null,
    levels: ['T12'],
  } as const;
  const judged = { outcome: 'cannot-tell', reasons: [], missing: [] } as never;
  const saved = await saveEpisode(tx, person, { ...vertebra, onset }, judged, 'test');
  await tx.db
    .updateTable('fracture_episode')
    .set({ fls_case_id: id })
    .where('site_id', '=', tx.site)
    .where('fracture_episode_id', '=', saved)
    .execute();
}

/** T exactly -2.5 at every site, nothing else in the way. */
const atTheBorder = {
  postmenopausal: true,
  'low-energy': true,
  'other-fractures': 'no',
  'spine-image': { on: '2026-01-10', imaging: 'vfa', whole: true, broken: [] },
  dxa: {
    on: '2026-01-10',
    maker: 'hologic',
    scores: { 'lumbar-spine': -2.5, 'total-hip': -2.5, 'femoral-neck': -2.5 },
  },
  'dxa-vertebrae': ['L1', 'L2', 'L3', 'L4'],
  'dxa-reference-sex': 'female',
  glucocorticoids: 'no',
  'other-bone-drug-now': 'no',
} as const;

const kidneys = { weight: 62, 'lab-creatinine': { value: 62, unit: 'µmol/L', on: '2026-01-10' } } as const;
const wrist = 'RX pols links: recente distale radiusfractuur links na val van stahoogte.';

describe('the bones of a case', () => {
  test('an empty record gives no answer but questions, each with where it is answered', async () => {
    const { id } = await newCase('gent', wrist);
    const { result, questions } = bone(await pageOf('gent', id));
    expect(result?.indication.outcome).toBe('cannot-tell');
    expect(questions).toContainEqual({ question: 'bone-density', fields: ['dxa'] });
    expect(questions).toContainEqual({ question: 'other-fractures', fields: ['other-fractures'] });
  });

  test('what cannot be answered on the page is a short list that is known', async () => {
    const words = new Set<string>();
    for (const site of ['gent', 'venlo'] as const)
      for (const text of [wrist, 'Recente inzakking van L1.', 'Recente heupfractuur rechts.']) {
        const { id } = await newCase(site, text);
        for (const { questions } of (await pageOf(site, id)).decisions)
          for (const { question, fields } of questions) if (fields.length === 0) words.add(question);
      }
    const known = ['heights-of-the-vertebrae', 'scale-of-the-image', 'heights-of-the-neighbours'];
    expect([...words].filter((word) => !known.includes(word))).toEqual([]);
  });

  test('a T-score of exactly -2.5 is treated in both countries, and pays by density in neither the same way', async () => {
    const outcome = async (site: Site): Promise<unknown> => {
      const { id } = await newCase(site, wrist);
      await answer(site, id, atTheBorder);
      const { result } = bone(await pageOf(site, id));
      const paid = result?.options.find(({ drug }) => drug === 'zoledronate')?.payment.outcome;
      return [result?.indication.outcome, result?.indication.reasons, paid];
    };
    expect(await outcome('gent')).toEqual(['treat', ['TX7'], 'not-paid']);
    expect(await outcome('venlo')).toEqual(['treat', ['TX1'], 'paid']);
  });

  test('a tenth of a point lower is on request in Belgium', async () => {
    const { id } = await newCase('gent', wrist);
    const scores = { 'lumbar-spine': -2.6, 'total-hip': -2.5, 'femoral-neck': -2.5 };
    await answer('gent', id, { ...atTheBorder, dxa: { ...atTheBorder.dxa, scores } });
    const { result } = bone(await pageOf('gent', id));
    expect(result?.options.find(({ drug }) => drug === 'zoledronate')?.payment.outcome).toBe('on-request');
  });

  test('weak kidneys block a drug, with the rule that says so and its source', async () => {
    const { id } = await newCase('gent', wrist);
    const weak = { ...kidneys, 'lab-creatinine': { value: 200, unit: 'µmol/L', on: '2026-01-10' } };
    await answer('gent', id, { ...atTheBorder, ...weak });
    const page = await pageOf('gent', id);
    const zoledronate = bone(page).result?.options.find(({ drug }) => drug === 'zoledronate');
    expect(zoledronate?.safety).toMatchObject({
      outcome: 'blocked',
      because: [{ rule: 'DS4', fact: 'creatinine-clearance' }],
    });
    expect(page.rules.find(({ id: rule }) => rule === 'DS4')?.sources.length).toBeGreaterThan(0);
    expect(page.derived.clearance?.value).toBeLessThan(35);
  });

  test('every rule that is named can be looked up, and a draft is called one', async () => {
    const { id } = await newCase('gent', wrist);
    await answer('gent', id, atTheBorder);
    const page = await pageOf('gent', id);
    const shown = new Map(page.rules.map((rule) => [rule.id, rule]));
    const named = bone(page).result?.options.flatMap(({ safety }) => safety.reasons) ?? [];
    expect(named.filter((rule) => !shown.has(rule))).toEqual([]);
    expect(shown.get('TX7')).toMatchObject({ status: 'draft', signed: false });
    expect(bone(page).result?.indication.standing).toBe('draft');
  });

  test('a rule set that a physician signed is no draft any more, until the signature is taken back', async () => {
    const { id } = await newCase('gent', wrist);
    await answer('gent', id, atTheBorder);
    const [treatment] = ruleSets(loadKnowledge()).filter(({ set }) => set === 'treatment');
    const say = (decision: 'confirmed' | 'withdrawn') =>
      server.ask('POST', '/api/knowledge/sign-offs', {
        as: who('gent', 'physician'),
        body: { set: 'treatment', hash: treatment?.hash, decision, note: null },
      });
    const { mark } = bone(await pageOf('gent', id));
    expect((await say('confirmed')).statusCode).toBe(201);
    const signed = bone(await pageOf('gent', id));
    expect(signed.result?.indication.standing).toBe('confirmed');
    expect(signed.mark).not.toBe(mark);
    await say('withdrawn');
    expect(bone(await pageOf('gent', id)).result?.indication.standing).toBe('draft');
  });
});

describe('a broken hip, and a broken vertebra', () => {
  test('have a decision of their own beside the bones', async () => {
    const hip = await newCase('gent', 'Recente femurhalsfractuur rechts na val van stahoogte.');
    const spine = await newCase('gent', 'Recente inzakking van L1.');
    const topics = async ({ id }: FoundCase): Promise<string[]> =>
      (await pageOf('gent', id)).decisions.map(({ topic }) => topic);
    expect(await topics(hip)).toEqual(['bone', 'hip-fracture']);
    expect(await topics(spine)).toEqual(['bone', 'spine']);
  });

  test('that broke in one fall are both decided on; an old vertebra beside a broken hip is history', async () => {
    const topicsBeside = async (onset: 'incident' | 'prevalent'): Promise<string[]> => {
      const { id, person } = await newCase('gent', 'Recente femurhalsfractuur rechts na val van stahoogte.');
      await database.in('gent', (tx) => addVertebraBeside(tx, { id, person }, onset));
      return (await pageOf('gent', id)).decisions.map(({ topic }) => topic);
    };
    expect(await topicsBeside('incident')).toEqual(['bone', 'hip-fracture', 'spine']);
    expect(await topicsBeside('prevalent')).toEqual(['bone', 'hip-fracture']);
  });

  test('a red flag sends a broken vertebra to the emergency department', async () => {
    const { id } = await newCase('gent', 'Recente inzakking van L1.');
    await answer('gent', id, { 'red-flag': true });
    const view = (await pageOf('gent', id)).decisions.find(({ topic }) => topic === 'spine');
    expect(view?.result).toMatchObject({ gate: { outcome: 'emergency-now', reasons: ['VB1'] } });
  });
});

describe('signing', () => {
  function sign(
    id: number,
    body: Readonly<Record<string, unknown>>,
    role: 'nurse' | 'physician' = 'physician',
  ) {
    return server.ask('POST', `/api/cases/${id}/decisions`, { as: who('gent', role), body });
  }

  async function ready(): Promise<{ readonly id: number; readonly body: Record<string, unknown> }> {
    const { id } = await newCase('gent', wrist);
    await answer('gent', id, atTheBorder);
    const { mark } = bone(await pageOf('gent', id));
    return {
      id,
      body: { topic: 'bone', choice: 'declined', reason: 'She wants to wait.', mark, patient: born },
    };
  }

  test('is for physicians, and keeps inputs, version, rules, choice and reason', async () => {
    const { id, body } = await ready();
    expect((await sign(id, body, 'nurse')).statusCode).toBe(403);
    expect((await sign(id, body)).statusCode).toBe(201);
    const row = await database.in('gent', ({ db }) =>
      db.selectFrom('decision').selectAll().where('fls_case_id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({
      outcome: 'declined',
      choice: 'declined',
      override_reason: 'She wants to wait.',
      knowledge_version: loadKnowledge().version,
      decided_by: who('gent', 'physician').id,
    });
    expect(row.reasons).toContain('TX7');
    expect(row.record).toMatchObject({ topic: 'bone', set: 'BE', inputs: { birthDate: born } });
    expect((await pageOf('gent', id)).signed).toMatchObject([{ choice: 'declined', replaced: false }]);
  });

  test('asks for a reason when the choice was not offered', async () => {
    const { id, body } = await ready();
    const silent = await sign(id, { ...body, reason: null });
    expect([silent.statusCode, silent.json().refused.kind]).toEqual([422, 'reason-needed']);
  });

  test('refuses when the birth date is that of another patient', async () => {
    const { id, body } = await ready();
    const wrong = await sign(id, { ...body, patient: '1959-05-05' });
    expect([wrong.statusCode, wrong.json().refused.kind]).toEqual([422, 'other-patient']);
  });

  test('refuses when somebody answered something in between', async () => {
    const { id, body } = await ready();
    await answer('gent', id, { pregnancy: 'no' });
    expect((await sign(id, body)).statusCode).toBe(409);
    expect((await pageOf('gent', id)).signed).toEqual([]);
  });

  test('a second decision stands over the first, and the first stays', async () => {
    const { id, body } = await ready();
    await sign(id, body);
    await sign(id, { ...body, choice: 'postponed', reason: 'After the teeth.' });
    expect((await pageOf('gent', id)).signed).toMatchObject([
      { choice: 'postponed', replaced: false },
      { choice: 'declined', replaced: true },
    ]);
  });

  test('whoever leads sees which open decisions would come out differently, and no others', async () => {
    const { id, body } = await ready();
    await sign(id, body);
    const changed = async (): Promise<{ differing: { case: number; changes: { place: string }[] }[] }> =>
      (await server.ask('GET', '/api/decisions/changed', { as: who('gent', 'lead') })).json();
    expect((await changed()).differing).toEqual([]);
    // A decision of an older version in which the border lay lower.
    await database.asOwner((client) =>
      client.query(
        `update decision set record = jsonb_set(jsonb_set(record, '{knowledgeVersion}', '"older"'),
           '{result,indication,outcome}', '"no-drug"') where fls_case_id = $1`,
        [id],
      ),
    );
    const { differing } = await changed();
    expect(differing.map((each) => each.case)).toEqual([id]);
    expect(differing[0]?.changes).toContainEqual({
      place: 'indication/outcome',
      before: '"no-drug"',
      after: '"treat"',
    });
  });
});

test('a rule set is advice only while a physician of this hospital has signed what it says today', async () => {
  const { id } = await newCase('venlo', wrist);
  await answer('venlo', id, atTheBorder);
  const shown = async (): Promise<unknown> => {
    const page = await pageOf('venlo', id);
    const { result } = bone(page);
    const rule = page.rules.find((each) => each.id === 'TX1');
    return {
      indication: result?.indication.standing,
      safety: result?.options[0]?.safety.standing,
      rule: [rule?.status, rule?.signed],
    };
  };
  const draft = { indication: 'draft', safety: 'draft', rule: ['draft', false] };
  expect(await shown()).toEqual(draft);

  const hash = ruleSets(loadKnowledge()).find(({ set }) => set === 'treatment')?.hash;
  const signed = await server.ask('POST', '/api/knowledge/sign-offs', {
    as: who('venlo', 'physician'),
    body: { set: 'treatment', hash, decision: 'confirmed', note: null },
  });
  expect(signed.statusCode).toBe(201);
  // The rules of safety are another set, which nobody signed.
  expect(await shown()).toEqual({ indication: 'confirmed', safety: 'draft', rule: ['draft', true] });

  await database.asOwner((client) =>
    client.query("update knowledge_signoff set content_hash = repeat('0', 16) where site_id = 'venlo'"),
  );
  expect(await shown()).toEqual(draft);
});

test('the days of these examinations lie before today', () => {
  expect(knownDate('2026-01-10') < today).toBe(true);
});
