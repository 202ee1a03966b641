import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { addDays } from '@breekpunt/core';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskingSystem, askingSystem } from '../../test/asking-system.ts';
import { type FoundCase, foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { addContacts } from '../records/contact.ts';
import { addInjections } from '../records/injection.ts';
import { dayAt } from '../start/day-at.ts';
import { nightlyWebhooks } from './nightly-webhooks.ts';
import { pauseAfter } from './pause-after.ts';
import { type SentDue, sendDue } from './send-due.ts';
import { tellWebhooks } from './tell-webhooks.ts';
import type { WebhookList } from './webhook-routes.ts';
import { webhooksPart } from './webhooks-part.ts';

let database: TestDatabase;
let server: TestServer;
let other: AskingSystem;
/** What arrived at the other side. */
const heard: { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[] = [];
let status = 200;
let secret = '';
let hook = 0;

beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  other = await askingSystem();
  other.handlers.set('/hook', (request, response, body) => {
    heard.push({ headers: request.headers, body });
    response.statusCode = status;
    if (status === 302) response.setHeader('location', `${other.address}/elsewhere`);
    response.end();
  });
  const added = await server.ask('POST', '/api/webhooks', {
    as: await lead(),
    body: {
      name: 'Planning',
      url: `${other.address}/hook`,
      network: 'own',
      topics: ['case.confirmed', 'contact.due', 'dose.overdue'],
    },
  });
  ({ secret, id: hook } = added.json());
});
afterAll(async () => {
  await server.close();
  await other.close();
  await database.close();
});

/** Signed in anew: the clock of these tests moves by hours. */
const lead = (): Promise<Person> => server.signedInAs('gent', 'lead');
const send = (): Promise<SentDue> =>
  sendDue({ db: database.db, keys: server.context.keys, now: server.context.now }, 'gent');
const list = async (): Promise<WebhookList> =>
  (await server.ask('GET', '/api/webhooks', { as: await lead() })).json();
const newest = async () => (await list()).deliveries.toSorted((a, b) => b.id - a.id)[0];
const ping = async () => server.ask('POST', `/api/webhooks/${hook}/ping`, { as: await lead() });

describe('what happened', () => {
  test('is told by ids alone, signed over the time and the very bytes, with a secret that is shown once', async () => {
    const found = await database.in('gent', (tx) => foundCase(tx, { familyName: 'Geheim' }));
    const verdict = await server.ask('POST', `/api/cases/${found.id}/verdict`, {
      as: await server.signedInAs('gent', 'nurse'),
      body: { onVersion: 1, verdict: 'confirmed' },
    });
    expect(verdict.statusCode).toBe(200);
    expect(await send()).toMatchObject({ delivered: 1, failed: 0, nextAt: null });
    const [{ headers, body } = { headers: {}, body: '' }] = heard;
    expect(JSON.parse(body)).toMatchObject({
      topic: 'case.confirmed',
      site: 'gent',
      ids: { case: found.id, person: found.person },
    });
    expect(body).not.toContain('Geheim');
    const expected = createHmac('sha256', secret)
      .update(`${headers['breekpunt-timestamp']}.${body}`)
      .digest('hex');
    expect(headers['breekpunt-signature']).toBe(`v1=${expected}`);
    expect(JSON.stringify(await list())).not.toContain(secret);
    expect(await newest()).toMatchObject({ state: 'delivered', attempts: 1, lastStatus: 200 });
  });

  test('is not told when it was undone, and not told to who did not ask', async () => {
    const before = heard.length;
    const broken = database.in('gent', async (tx) => {
      await tellWebhooks(tx, [{ topic: 'case.confirmed', ids: { case: 1 } }]);
      throw new Error('undone');
    });
    await expect(broken).rejects.toThrow('undone');
    await database.in('gent', (tx) => tellWebhooks(tx, [{ topic: 'alarm.red', ids: { entry: 1 } }]));
    expect(await send()).toMatchObject({ delivered: 0, failed: 0 });
    expect(heard.length).toBe(before);
  });

  test('of a contact whose window opened is told once, and not of one whose window is still closed', async () => {
    const today = dayAt(server.context.now(), 'Europe/Brussels');
    const found = await database.in('gent', (tx) => foundCase(tx));
    const planned = (daysAgo: number, moment: '16-weeks' | '52-weeks' | 'yearly') => ({
      person: found.person,
      case: found.id,
      moment,
      channel: 'phone' as const,
      plannedOn: addDays(today, -daysAgo),
      doneOn: null,
      outcome: null,
      medicineStarted: 'not-recorded' as const,
      medicineStartedOn: null,
      stillPrescribed: 'not-recorded' as const,
      dispensed: 'not-recorded' as const,
      exerciseStarted: 'not-recorded' as const,
      sideEffects: 'not-recorded' as const,
      thighOrGroinPain: 'not-recorded' as const,
      dentalEvent: 'not-recorded' as const,
      newFall: 'not-recorded' as const,
      newFracture: 'not-recorded' as const,
      note: null,
      recordedBy: null,
      recordedAt: new Date(),
    });
    await database.in('gent', async (tx) => {
      await addContacts(tx, [planned(-10, '16-weeks'), planned(0, '52-weeks'), planned(40, 'yearly')]);
      // Of the first the window opened today, though the day it is planned for lies ahead; of the second it is still closed.
      for (const [moment, days] of [
        ['16-weeks', 0],
        ['52-weeks', 3],
      ] as const)
        await tx.db
          .updateTable('contact')
          .set({ window_from_on: addDays(today, days), window_until_on: addDays(today, 20) })
          .where('fls_case_id', '=', found.id)
          .where('moment', '=', moment)
          .execute();
      await nightlyWebhooks(tx, today);
    });
    await database.in('gent', (tx) => nightlyWebhooks(tx, today));
    expect(await send()).toMatchObject({ delivered: 1 });
    expect(JSON.parse(heard.at(-1)?.body ?? '')).toMatchObject({
      topic: 'contact.due',
      ids: { case: found.id },
    });
  });

  test('of a denosumab that became overdue is told once, and not of one in time', async () => {
    const today = dayAt(server.context.now(), 'Europe/Brussels');
    const dose = (daysAgo: number, given: boolean) => ({
      medicine: 'M05BX04',
      dueOn: given ? null : addDays(today, -daysAgo),
      givenOn: given ? addDays(today, -daysAgo) : null,
      nextDueOn: null,
      notGivenReason: null,
      recordedBy: null,
      recordedAt: new Date(),
    });
    const late = await database.in('gent', async (tx) => {
      const [one, another] = [await foundCase(tx), await foundCase(tx)];
      const of = (found: FoundCase) => ({ person: found.person, case: found.id });
      await tx.db
        .updateTable('fls_case')
        .set({ state: 'open', stage: 'follow-up' })
        .where('site_id', '=', tx.site)
        .where('fls_case_id', 'in', [one.id, another.id])
        .execute();
      await addInjections(tx, [
        { ...of(one), ...dose(250, true) },
        { ...of(one), ...dose(67, false) },
        { ...of(another), ...dose(185, true) },
        { ...of(another), ...dose(2, false) },
      ]);
      await nightlyWebhooks(tx, today);
      return one;
    });
    await database.in('gent', (tx) => nightlyWebhooks(tx, today));
    expect(await send()).toMatchObject({ delivered: 1 });
    expect(JSON.parse(heard.at(-1)?.body ?? '')).toMatchObject({
      topic: 'dose.overdue',
      ids: { case: late.id, person: late.person },
    });
  });
});

describe('a message that the other side does not take', () => {
  test.each([
    ['an error', 500, 'refused', 500],
    ['a redirect, which is not followed', 302, 'redirected', null],
  ])('waits after %s', async (_name, answer, problem, came) => {
    status = answer;
    await ping();
    const sent = await send();
    status = 200;
    expect(sent).toMatchObject({ delivered: 0, failed: 1 });
    expect(sent.nextAt?.getTime()).toBeGreaterThan(server.context.now().getTime());
    expect(await newest()).toMatchObject({ state: 'waiting', lastProblem: problem, lastStatus: came });
    expect(other.asked.some((asked) => asked.includes('elsewhere'))).toBe(false);
    // Not before its time.
    expect(await send()).toMatchObject({ delivered: 0, failed: 0 });
    server.later(31_000);
    expect(await send()).toMatchObject({ delivered: 1, failed: 0 });
  });

  test('is tried ever more seldom, given up after a day and a bit, and can be sent again by hand', async () => {
    status = 503;
    await ping();
    let attempts = 0;
    for (; attempts < 50; attempts++) {
      const { nextAt } = await send();
      if (nextAt === null) break;
      server.later(nextAt.getTime() - server.context.now().getTime() + 1);
    }
    expect(attempts).toBe(7);
    const given = await newest();
    expect(given).toMatchObject({ state: 'given-up', attempts: 8, lastStatus: 503 });
    status = 200;
    const again = async () =>
      server.ask('POST', `/api/webhook-deliveries/${given?.id}/again`, { as: await lead() });
    expect((await again()).statusCode).toBe(204);
    expect(await send()).toMatchObject({ delivered: 1 });
    expect((await again()).statusCode).toBe(404);
  });

  test('waits altogether between one and two days, each time longer', () => {
    const pauses = Array.from({ length: 7 }, (_each, index) => pauseAfter(index + 1) ?? 0);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    const hours = pauses.reduce((sum, each) => sum + each, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(24);
    expect(hours).toBeLessThan(48);
    expect(pauseAfter(8)).toBeNull();
  });

  test('is sent again when the process was killed in the middle of it', async () => {
    await ping();
    // As a process leaves it that took the message and died.
    await database.asOwner((owner) =>
      owner.query("update webhook_delivery set attempts = 1, next_at = $1 where state = 'waiting'", [
        new Date(server.context.now().getTime() + 120_000),
      ]),
    );
    expect(await send()).toMatchObject({ delivered: 0 });
    server.later(121_000);
    expect(await send()).toMatchObject({ delivered: 1 });
  });
});

test('a receiver that does not answer keeps no other waiting', async () => {
  const slow = new Promise<ServerResponse>((asked) => {
    other.handlers.set('/slow', (_request, response) => asked(response));
  });
  const added = await server.ask('POST', '/api/webhooks', {
    as: await lead(),
    body: { name: 'Traag', url: `${other.address}/slow`, network: 'own', topics: ['alarm.red'] },
  });
  await database.in('gent', (tx) => tellWebhooks(tx, [{ topic: 'alarm.red', ids: { entry: 1 } }]));
  await ping();
  const before = heard.length;
  const sending = send();
  await expect.poll(() => heard.length).toBe(before + 1);
  (await slow).end();
  expect(await sending).toMatchObject({ delivered: 2, failed: 0 });
  await server.ask('DELETE', `/api/webhooks/${added.json().id}`, { as: await lead() });
});

test('what arrived more than 90 days ago is forgotten; what was given up is not', async () => {
  await ping();
  await send();
  await database.asOwner(async (owner) => {
    await owner.query(
      "update webhook_delivery set state = 'given-up', delivered_at = null where webhook_delivery_id = (select max(webhook_delivery_id) from webhook_delivery)",
    );
    await owner.query("update webhook_delivery set delivered_at = delivered_at - interval '100 days'");
    await owner.query("update webhook_event set happened_at = happened_at - interval '100 days'");
  });
  await database.in('gent', (tx) => nightlyWebhooks(tx, dayAt(server.context.now(), 'Europe/Brussels')));
  expect((await list()).deliveries.map(({ state }) => state)).toEqual(['given-up']);
  const left = await database.asOwner((owner) => owner.query('select 1 from webhook_event'));
  expect(left.rowCount).toBe(1);
});

describe('where it may go', () => {
  test.each([
    ['http over the internet', 'http://example.com/hook', 'public'],
    ['an address of this machine', 'https://127.0.0.1/hook', 'public'],
    ['an address of a private network', 'https://10.1.2.3/hook', 'public'],
    ['an IPv4 address written as IPv6', 'https://[::ffff:10.1.2.3]/hook', 'public'],
    ['the metadata service of a cloud, own network or not', 'http://169.254.169.254/latest', 'own'],
    ['an address with a password in it', 'https://a:b@example.com/hook', 'public'],
  ])('is never %s', async (_name, url, network) => {
    const body = { name: 'x', url, network, topics: ['case.found'] };
    const answer = await server.ask('POST', '/api/webhooks', { as: await lead(), body });
    expect([400, 422]).toContain(answer.statusCode);
  });

  test('is judged again by the address behind the name when it is sent', async () => {
    // A name that leads to this machine, registered as one of the internet.
    const body = { name: 'x', url: 'https://localhost/hook', network: 'public', topics: ['alarm.red'] };
    const added = await server.ask('POST', '/api/webhooks', { as: await lead(), body });
    expect(added.statusCode).toBe(201);
    await database.in('gent', (tx) => tellWebhooks(tx, [{ topic: 'alarm.red', ids: { entry: 1 } }]));
    expect(await send()).toMatchObject({ failed: 1 });
    expect(await newest()).toMatchObject({ lastProblem: 'not-allowed' });
    await server.ask('DELETE', `/api/webhooks/${added.json().id}`, { as: await lead() });
    expect((await list()).deliveries.some(({ topic }) => topic === 'alarm.red')).toBe(false);
  });
});

test('the running server sends by itself as soon as something happened', async () => {
  await server.context.events.ready();
  const stop = await webhooksPart.start(server.context, pino({ level: 'silent' }));
  const arrived = new Promise<string>((done) => {
    other.handlers.set('/hook', (_request, response, body) => {
      response.end();
      done(body);
    });
  });
  await ping();
  expect(JSON.parse(await arrived)).toMatchObject({ topic: 'ping', ids: {} });
  await stop();
});
