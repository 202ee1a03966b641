import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FollowedHospital, followedHospital } from '../../../test/followed-hospital.ts';
import { newUser } from '../../../test/found-case.ts';
import { form } from '../../../test/guide-guest.ts';
import type { CallSheet } from '../../follow-up/call-sheet.ts';
import type { FollowUpList } from '../../follow-up/follow-up-list.ts';
import { makeGuideLink } from '../access/guide-link.ts';

let hospital: FollowedHospital;

beforeAll(async () => {
  hospital = await followedHospital();
});
afterAll(() => hospital.close());

interface Reader {
  readonly case: number;
  readonly path: string;
  readonly as: { readonly cookie: string };
}

let readers = 0;

/** Somebody 100 days after a fracture, in their guide. */
async function reader(medicine: string | null): Promise<Reader> {
  readers += 1;
  const { server, database } = hospital;
  const at = server.context.now();
  const { id, person } = await hospital.cared({ daysAgo: 100, medicine });
  await hospital.plan();
  const made = await database.in('gent', async (tx) =>
    makeGuideLink(tx, server.context.keys, {
      person,
      case: id,
      language: 'nl',
      carer: null,
      expiresAt: new Date(at.getTime() + 1_000_000_000),
      by: await newUser(tx, `maker-${readers}`, 'Els'),
      at,
    }),
  );
  const path = `/g/gent/${made.code}`;
  const entered = await hospital.server.ask('POST', path, {
    ...form({ pin: made.pin }),
    from: `10.2.0.${readers}`,
  });
  const [cookie] = entered.cookies;
  return { case: id, path, as: { cookie: `${cookie?.name}=${cookie?.value}` } };
}

async function page({ path, as }: Reader, at: string): Promise<string> {
  const answer = await hospital.server.ask('GET', `${path}${at}`, { as });
  expect([at, answer.statusCode]).toEqual([at, 200]);
  return answer.body;
}

/** The number by which a form of a page names its contact. */
async function contactIn(who: Reader, at: string): Promise<string> {
  return /name="contact" value="(\d+)"/.exec(await page(who, at))?.[1] ?? '';
}

/** The first question, by the button that leads to it. */
async function firstOf(who: Reader): Promise<string> {
  const begin = await page(who, '/hoe-gaat-het');
  return /class="button" href="[^"]*(\/hoe-gaat-het\/[a-z-]+)"/.exec(begin)?.[1] ?? '';
}

async function post(who: Reader, at: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const sent = await hospital.server.ask('POST', `${who.path}${at}`, { as: who.as, ...form(fields) });
  return String(sent.headers['location'] ?? sent.body).replace(who.path, '');
}

/** Answers the questions one after the other, and gives the page on which they end. */
async function answers(who: Reader, given: readonly string[]): Promise<string> {
  let at = await firstOf(who);
  for (const answer of given) at = await post(who, at, { answer, contact: await contactIn(who, at) });
  return at;
}

async function send(who: Reader, text = ''): Promise<string> {
  const at = '/hoe-gaat-het/nog-iets';
  return post(who, at, { text, contact: await contactIn(who, at) });
}

async function lineOf(who: Reader): Promise<FollowUpList['contacts'][number] | undefined> {
  const list = await hospital.server.ask('GET', '/api/follow-up?whose=all', { as: hospital.nurse });
  return list
    .json<FollowUpList>()
    .contacts.find((each) => each.case === who.case && each.moment === '16-weeks');
}

test('good and complete answers end the contact, and no nurse sees it among those to call', async () => {
  const who = await reader(null);
  expect(await page(who, '/vandaag')).toContain('Wij willen weten hoe het met u gaat.');
  expect(await page(who, '/hoe-gaat-het')).toContain('4 korte vragen');
  expect(await page(who, await firstOf(who))).toContain('Bent u weer gevallen?');
  expect(await answers(who, ['no', 'no', 'yes', 'no'])).toBe('/hoe-gaat-het/nog-iets');
  expect((await lineOf(who))?.state).toBe('due');
  expect(await send(who)).toContain('Wij hoeven u nu niet te bellen');
  expect(await lineOf(who)).toBeUndefined();
  expect(await page(who, '/vandaag')).not.toContain('Wij willen weten');
  const made = (await hospital.server.ask('GET', '/api/follow-up', { as: hospital.nurse }))
    .json<FollowUpList>()
    .made.find((each) => each.case === who.case);
  expect([made?.channel, made?.outcome]).toEqual(['guide', 'reached']);
});

test('new pain in the thigh on alendronate puts the patient on top of the list, and says by when we call', async () => {
  const who = await reader('M05BA04');
  await answers(who, ['yes', 'yes', 'no', 'yes', 'no', 'no', 'no', 'yes', 'no']);
  const said = await send(who);
  expect(said).toContain('Wij bellen u vóór');
  expect(said).toContain('Doe dan de alarmcheck');
  const line = await lineOf(who);
  expect([line?.state, line?.needs]).toEqual(['replied', ['femur-x-rays']]);
  const sheet = (
    await hospital.server.ask('GET', `/api/contacts/${line?.id}`, { as: hospital.nurse })
  ).json<CallSheet>();
  expect(sheet.answers['thigh-or-groin-pain']).toBe('yes');
  expect(sheet.open).toEqual([]);
  // The nurse is shown what needs her; all else was said well.
  expect(sheet.questions.filter((question) => !sheet.settled.includes(question))).toEqual([
    'thigh-or-groin-pain',
  ]);
});

test('what the patient does not know stays open, and is for the nurse to ask', async () => {
  const who = await reader(null);
  await answers(who, ['no', 'not-recorded', 'yes', 'no']);
  expect(await send(who)).toContain('Wij bellen u vóór');
  const line = await lineOf(who);
  const sheet = (
    await hospital.server.ask('GET', `/api/contacts/${line?.id}`, { as: hospital.nurse })
  ).json<CallSheet>();
  expect(sheet.open).toEqual(['fracture']);
});

test('words of the patient are read by somebody, also when every answer is good', async () => {
  const who = await reader(null);
  await answers(who, ['no', 'no', 'yes', 'no']);
  expect(await send(who, 'Mag ik weer fietsen?')).toContain('Wij bellen u vóór');
  const line = await lineOf(who);
  const sheet = (
    await hospital.server.ask('GET', `/api/contacts/${line?.id}`, { as: hospital.nurse })
  ).json<CallSheet>();
  expect(sheet.reply?.note).toBe('Mag ik weer fietsen?');
});

test('who asked not to be rung is told so, and is still answered', async () => {
  const who = await reader(null);
  const sheet = await hospital.sheetOf({ id: who.case }, '16-weeks');
  await hospital.post(sheet, 'attempts', { outcome: 'not-by-phone', channel: 'phone' });
  await answers(who, ['yes', 'no', 'yes', 'no']);
  const said = await send(who);
  expect(said).toContain('U hoort van ons vóór');
  expect(said).not.toContain('Wij bellen u vóór');
});

test('what was begun and not sent is not said yet', async () => {
  const who = await reader('M05BA04');
  const next = await answers(who, ['no']);
  expect((await lineOf(who))?.state).toBe('due');
  // Whoever did not begin is not asked how it goes.
  expect(await page(who, next)).toContain('pijn in uw dij of lies');
});

describe('answered without a connection', () => {
  interface ToKeep {
    readonly pages: readonly string[];
  }
  const kept = async (who: Reader): Promise<readonly string[]> =>
    (JSON.parse(await page(who, '/bewaar.json')) as ToKeep).pages.map((each) => each.replace(who.path, ''));
  const asked = ['fall', 'fracture', 'exercises', 'questions'] as const;
  const tasksOf = async (who: Reader): Promise<readonly string[]> =>
    (await hospital.tasksOf({ id: who.case })).map(({ title }) => title);

  test('the telephone keeps every question, and the page that says the team does not know yet', async () => {
    const who = await reader(null);
    const pages = await kept(who);
    expect(pages).toEqual(expect.arrayContaining(asked.map((question) => `/hoe-gaat-het/${question}`)));
    expect(await page(who, '/hoe-gaat-het/bewaard')).toContain('Het team heeft uw antwoorden nog niet.');
    const last = await page(who, '/hoe-gaat-het/nog-iets');
    expect(last).toContain('name="next" value="/hoe-gaat-het/bewaard"');
    await answers(who, ['no', 'no', 'yes', 'no']);
    await send(who);
    expect((await kept(who)).filter((each) => each.startsWith('/hoe-gaat-het'))).toEqual([]);
  });

  test('each page says where each answer leads: who never began is not led past how it goes', async () => {
    const who = await reader('M05BA04');
    const started = await page(who, '/hoe-gaat-het/started');
    expect(started).toContain('name="next-yes" value="/hoe-gaat-het/still-taking"');
    expect(started).toContain('name="next-no" value="/hoe-gaat-het/thigh-or-groin-pain"');
  });

  test('and handed in twice, counts once', async () => {
    const who = await reader(null);
    const contact = await contactIn(who, '/hoe-gaat-het/fall');
    const handIn = async (): Promise<void> => {
      for (const question of asked)
        await post(who, `/hoe-gaat-het/${question}`, { contact, answer: question === 'fall' ? 'yes' : 'no' });
      await post(who, '/hoe-gaat-het/nog-iets', { contact, text: 'Ik struikelde over de mat.' });
    };
    await handIn();
    const before = await tasksOf(who);
    await handIn();
    expect(await tasksOf(who)).toEqual(before);
    const line = await lineOf(who);
    const sheet = (
      await hospital.server.ask('GET', `/api/contacts/${line?.id}`, { as: hospital.nurse })
    ).json<CallSheet>();
    expect([sheet.answers.fall, sheet.reply?.note]).toEqual(['yes', 'Ik struikelde over de mat.']);
  });

  test('and handed in after the call took place, stays with it, and somebody is asked to read it', async () => {
    const who = await reader(null);
    const contact = await contactIn(who, '/hoe-gaat-het/fall');
    const called = await hospital.say(await hospital.sheetOf({ id: who.case }, '16-weeks'), { fall: 'no' });
    expect((await hospital.endCall(called)).statusCode).toBe(200);
    await post(who, '/hoe-gaat-het/fracture', { contact, answer: 'yes' });
    await post(who, '/hoe-gaat-het/nog-iets', { contact, text: 'Mijn pols is gebroken.' });
    expect(await tasksOf(who)).toContain('Eigen antwoorden van de patiënt vragen een gesprek');
    const sheet = (
      await hospital.server.ask('GET', `/api/contacts/${contact}`, { as: hospital.nurse })
    ).json<CallSheet>();
    expect([sheet.outcome, sheet.answers.fall, sheet.answers.fracture]).toEqual(['reached', 'no', 'yes']);
    expect(sheet.reply?.note).toBe('Mijn pols is gebroken.');
  });

  test('a form that names the contact of somebody else changes nothing', async () => {
    const [one, other] = [await reader(null), await reader(null)];
    const contact = await contactIn(other, '/hoe-gaat-het/fall');
    expect(await post(one, '/hoe-gaat-het/fall', { contact, answer: 'yes' })).toBe('/hoe-gaat-het');
    expect(await post(one, '/hoe-gaat-het/nog-iets', { contact, text: 'x' })).toBe('/hoe-gaat-het');
    expect((await lineOf(other))?.state).toBe('due');
  });
});
