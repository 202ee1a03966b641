import { addDays, type CalendarDate } from '@breekpunt/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundCase, newUser } from '../../../test/found-case.ts';
import { form } from '../../../test/guide-guest.ts';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../../test/test-server.ts';
import type { CallSheet } from '../../follow-up/call-sheet.ts';
import type { FollowUpList } from '../../follow-up/follow-up-list.ts';
import { planHospital } from '../../follow-up/plan-hospital.ts';
import { addDecisions } from '../../records/decision.ts';
import { dayAt } from '../../start/day-at.ts';
import { makeGuideLink } from '../access/guide-link.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let today: CalendarDate;

beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  today = dayAt(server.context.now(), 'Europe/Brussels');
});
afterAll(async () => {
  await server.close();
  await database.close();
});

interface Reader {
  readonly case: number;
  readonly path: string;
  readonly as: { readonly cookie: string };
}

let readers = 0;

/** Somebody 100 days after a fracture, in their guide. */
async function reader(medicine: string | null): Promise<Reader> {
  readers += 1;
  const at = server.context.now();
  const { id, person } = await database.in('gent', async (tx) => {
    const found = await foundCase(tx);
    const on = addDays(today, -100);
    await tx.db
      .updateTable('fls_case')
      .set({ state: 'open', stage: 'follow-up', owner_id: nurse.id, fracture_on: on, opened_on: on })
      .where('fls_case_id', '=', found.id)
      .execute();
    const decision = {
      person: found.person,
      case: found.id,
      outcome: medicine === null ? ('not-indicated' as const) : ('medicine' as const),
      medicine,
      startPlannedOn: null,
      inputs: {},
      reasons: [],
      knowledgeVersion: 'test',
      overrideReason: null,
      decidedOn: addDays(on, 14),
      decidedBy: nurse.id,
      recordedAt: at,
      replaces: null,
    };
    await addDecisions(tx, [decision]);
    return found;
  });
  await planHospital(database.db, 'gent', today, at);
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
  const entered = await server.ask('POST', path, { ...form({ pin: made.pin }), from: `10.2.0.${readers}` });
  const [cookie] = entered.cookies;
  return { case: id, path, as: { cookie: `${cookie?.name}=${cookie?.value}` } };
}

async function page({ path, as }: Reader, at: string): Promise<string> {
  const answer = await server.ask('GET', `${path}${at}`, { as });
  expect([at, answer.statusCode]).toEqual([at, 200]);
  return answer.body;
}

/** Answers the questions one after the other, and gives the page on which they end. */
async function answers(who: Reader, given: readonly string[]): Promise<string> {
  let at = '/hoe-gaat-het/1';
  for (const answer of given) {
    const sent = await server.ask('POST', `${who.path}${at}`, { as: who.as, ...form({ answer }) });
    at = String(sent.headers['location']).replace(who.path, '');
  }
  return at;
}

async function send(who: Reader, text = ''): Promise<string> {
  const sent = await server.ask('POST', `${who.path}/hoe-gaat-het/nog-iets`, {
    as: who.as,
    ...form({ text }),
  });
  expect(sent.statusCode).toBe(200);
  return sent.body;
}

async function lineOf(who: Reader): Promise<FollowUpList['contacts'][number] | undefined> {
  const list = await server.ask('GET', '/api/follow-up?whose=all', { as: nurse });
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
  const made = (await server.ask('GET', '/api/follow-up', { as: nurse }))
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
  const sheet = (await server.ask('GET', `/api/contacts/${line?.id}`, { as: nurse })).json<CallSheet>();
  expect(sheet.answers['thigh-or-groin-pain']).toBe('yes');
  expect(sheet.open).toEqual([]);
});

test('what the patient does not know stays open, and is for the nurse to ask', async () => {
  const who = await reader(null);
  await answers(who, ['no', 'not-recorded', 'yes', 'no']);
  expect(await send(who)).toContain('Wij bellen u vóór');
  const line = await lineOf(who);
  const sheet = (await server.ask('GET', `/api/contacts/${line?.id}`, { as: nurse })).json<CallSheet>();
  expect(sheet.open).toEqual(['fracture']);
});

test('words of the patient are read by somebody, also when every answer is good', async () => {
  const who = await reader(null);
  await answers(who, ['no', 'no', 'yes', 'no']);
  expect(await send(who, 'Mag ik weer fietsen?')).toContain('Wij bellen u vóór');
  const line = await lineOf(who);
  const sheet = (await server.ask('GET', `/api/contacts/${line?.id}`, { as: nurse })).json<CallSheet>();
  expect(sheet.reply?.note).toBe('Mag ik weer fietsen?');
});

test('what was begun and not sent is not said yet', async () => {
  const who = await reader('M05BA04');
  await answers(who, ['no']);
  expect((await lineOf(who))?.state).toBe('due');
  // Whoever did not begin is not asked how it goes.
  expect(await page(who, '/hoe-gaat-het/2')).toContain('pijn in uw dij of lies');
});
