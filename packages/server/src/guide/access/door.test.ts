import { addDays } from '@breekpunt/core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FoundCase, foundCase, newUser } from '../../../test/found-case.ts';
import { form } from '../../../test/guide-guest.ts';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { type TestServer, testServer } from '../../../test/test-server.ts';
import { setOnPerson } from '../../records/person.ts';
import { dayAt } from '../../start/day-at.ts';
import { readGuideCode, readPin } from './guide-code.ts';
import { giveNewPin, type MadeLink, makeGuideLink, mostWrongPins, revokeGuideLink } from './guide-link.ts';

let database: TestDatabase;
let server: TestServer;
let found: FoundCase;
let nurse: number;
let link: MadeLink;
let path: string;

const dayMs = 24 * 60 * 60 * 1_000;

beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  found = await database.in('gent', (tx) => foundCase(tx));
  nurse = await database.in('gent', (tx) => newUser(tx, 'els', 'Els Verpleeg'));
});
afterAll(async () => {
  await server.close();
  await database.close();
});
beforeEach(async () => {
  link = await newLink();
  path = `/g/gent/${link.code}`;
});

function newLink(): Promise<MadeLink> {
  const at = server.context.now();
  const asked = { person: found.person, case: found.id, language: 'nl', carer: null, by: nurse, at } as const;
  const expiresAt = new Date(at.getTime() + 30 * dayMs);
  return database.in('gent', (tx) => makeGuideLink(tx, server.context.keys, { ...asked, expiresAt }));
}

let clients = 0;
/** Each from an address of its own, so that what is met is the link's own limit. */
function knock(at: string, pin: string) {
  clients += 1;
  const from = `10.0.${Math.floor(clients / 250)}.${clients % 250}`;
  return server.ask('POST', at, { ...form({ pin }), from });
}

test('the right PIN opens the guide, and its cookie opens that guide alone', async () => {
  const answer = await knock(path, link.pin);
  expect([answer.statusCode, answer.headers['location']]).toEqual([303, `${path}/vandaag`]);
  const [cookie] = answer.cookies;
  expect(cookie).toMatchObject({ path, httpOnly: true, sameSite: 'Lax' });
  const as = { cookie: `${cookie?.name}=${cookie?.value}` };
  expect((await server.ask('GET', `${path}/letters`, { as })).statusCode).toBe(200);
  const other = `/g/gent/${(await newLink()).code}`;
  expect((await server.ask('GET', `${other}/letters`, { as })).headers['location']).toBe(other);
});

test('a PIN with spaces and a code typed in capitals, without dashes, with an O for a zero, open it too', async () => {
  const typed = link.code.replaceAll('-', '').replaceAll('0', 'O').toUpperCase();
  expect(readGuideCode(typed)).toBe(link.code);
  expect((await server.ask('GET', `/g/gent/${typed}`)).headers['location']).toBe(path);
  const answer = await knock(`/g/gent/${typed}`, `${link.pin.slice(0, 3)} ${link.pin.slice(3)}`);
  expect(answer.headers['location']).toBe(`${path}/vandaag`);
});

test('an unknown link, a wrong PIN, a link that ended or was withdrawn and an unknown hospital answer word for word alike', async () => {
  const wrong = link.pin === '000000' ? '000001' : '000000';
  const withdrawn = await newLink();
  const at = server.context.now();
  await database.in('gent', (tx) => revokeGuideLink(tx, withdrawn.id, { case: found.id }, nurse, at));
  const late = await newLink();
  await database.in('gent', (tx) =>
    tx.db.updateTable('guide_link').set({ expires_at: at }).where('guide_link_id', '=', late.id).execute(),
  );
  const tries = [
    [path, wrong],
    ['/g/gent/abcde-fghjk-mnpqr-stvwx', link.pin],
    [`/g/gent/${withdrawn.code}`, withdrawn.pin],
    [`/g/gent/${late.code}`, late.pin],
    [`/g/nergens/${link.code}`, link.pin],
    ['/g/gent/geen-code', link.pin],
  ] as const;
  const answers = await Promise.all(
    tries.map(async ([to, pin]) => {
      const { statusCode, body, headers } = await knock(to, pin);
      return { statusCode, body: body.replaceAll(to, 'HERE'), cookie: headers['set-cookie'] };
    }),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.statusCode).toBe(403);
});

test('after a few wrong tries even the right PIN waits, and after many it opens no more until there is a new one', async () => {
  const wrong = link.pin === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 5; tries += 1) await knock(path, wrong);
  expect((await knock(path, link.pin)).statusCode).toBe(403);
  server.later(60_000);
  expect((await knock(path, link.pin)).statusCode).toBe(303);
  for (let tries = 0; tries < mostWrongPins; tries += 1) {
    await knock(path, wrong);
    server.later(16 * 60_000);
  }
  expect((await knock(path, link.pin)).statusCode).toBe(403);
  const of = { case: found.id, link: link.id };
  const pin = await database.in('gent', (tx) => giveNewPin(tx, of, server.context.now()));
  expect((await knock(path, pin ?? '')).statusCode).toBe(303);
});

test('one address that keeps trying is told to wait, on a page that says what to do when it is urgent', async () => {
  const from = '10.9.9.9';
  let last = await server.ask('POST', path, { ...form({ pin: '1' }), from });
  for (let tries = 0; tries < 12; tries += 1)
    last = await server.ask('POST', path, { ...form({ pin: '1' }), from });
  expect(last.statusCode).toBe(429);
  expect(last.body).toContain('Wacht een minuut.');
  expect(last.headers['content-type']).toContain('text/html');
  expect(last.body).toContain('112');
});

test('withdrawing a link ends whoever is inside at once, and every try stands in the audit log', async () => {
  const answer = await knock(path, link.pin);
  const [cookie] = answer.cookies;
  const as = { cookie: `${cookie?.name}=${cookie?.value}` };
  expect((await server.ask('GET', `${path}/letters`, { as })).statusCode).toBe(200);
  const at = server.context.now();
  await database.in('gent', (tx) => revokeGuideLink(tx, link.id, { case: found.id }, nurse, at));
  expect((await server.ask('GET', `${path}/letters`, { as })).headers['location']).toBe(path);
  const logged = await database.in('gent', (tx) =>
    tx.db
      .selectFrom('audit_event')
      .select(['actor_kind', 'outcome'])
      .where('action', '=', 'sign-in')
      .where('object_id', '=', String(link.id))
      .execute(),
  );
  expect(logged).toEqual([{ actor_kind: 'patient', outcome: 'done' }]);
});

test('the guide of somebody who died shuts at once, also for who is inside, and opens again when that was a mistake', async () => {
  const inside = (await knock(path, link.pin)).cookies[0];
  const as = { cookie: `${inside?.name}=${inside?.value}` };
  const died = (deceased: 'yes' | 'no') =>
    database.in('gent', (tx) => setOnPerson(tx, found.person, { deceased }, server.context.now()));
  await died('yes');
  try {
    expect((await server.ask('GET', `${path}/vandaag`, { as })).headers['location']).toBe(path);
    expect((await knock(path, link.pin)).statusCode).toBe(403);
  } finally {
    await died('no');
  }
  expect((await server.ask('GET', `${path}/letters`, { as })).statusCode).toBe(200);
  expect((await knock(path, link.pin)).statusCode).toBe(303);
});

test('nothing that names the patient stands in the address, the door, or the database beside the link', async () => {
  const day = dayAt(server.context.now(), 'Europe/Brussels');
  expect(addDays(day, 1) > day).toBe(true);
  const door = await server.ask('GET', path);
  expect(door.body.replaceAll(link.code, '')).not.toMatch(/Peeters|Maria|1941|wervel|fractuur|breuk/i);
  const row = await database.in('gent', (tx) =>
    tx.db.selectFrom('guide_link').selectAll().where('guide_link_id', '=', link.id).executeTakeFirstOrThrow(),
  );
  const kept = JSON.stringify(row, (_key, value) =>
    value?.type === 'Buffer' ? Buffer.from(value).toString('latin1') : value,
  );
  expect(kept).not.toContain(link.code);
  expect(kept).not.toContain(link.pin);
});

test('a PIN is six digits and nothing else', () => {
  expect(['123456', '123 456', '12-34-56', '12345', '1234567', 'abcdef', ''].map(readPin)).toEqual([
    '123456',
    '123456',
    '123456',
    null,
    null,
    null,
    null,
  ]);
});
