import { afterAll, beforeAll, expect, test } from 'vitest';
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

/** Answers the questions one after the other, and gives the page on which they end. */
async function answers(who: Reader, given: readonly string[]): Promise<string> {
  let at = '/hoe-gaat-het/1';
  for (const answer of given) {
    const sent = await hospital.server.ask('POST', `${who.path}${at}`, { as: who.as, ...form({ answer }) });
    at = String(sent.headers['location']).replace(who.path, '');
  }
  return at;
}

async function send(who: Reader, text = ''): Promise<string> {
  const sent = await hospital.server.ask('POST', `${who.path}/hoe-gaat-het/nog-iets`, {
    as: who.as,
    ...form({ text }),
  });
  expect(sent.statusCode).toBe(200);
  return sent.body;
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
  expect(await page(who, '/hoe-gaat-het/1')).toContain('Bent u weer gevallen?');
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

test('what was begun and not sent is not said yet', async () => {
  const who = await reader('M05BA04');
  await answers(who, ['no']);
  expect((await lineOf(who))?.state).toBe('due');
  // Whoever did not begin is not asked how it goes.
  expect(await page(who, '/hoe-gaat-het/2')).toContain('pijn in uw dij of lies');
});
