import { addDays } from '@breekpunt/core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import type { LettersPage } from './letter-routes.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let physician: Person;
let lead: Person;
let id: number;

beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  physician = await server.signedInAs('gent', 'physician');
  lead = await server.signedInAs('gent', 'lead');
  const today = server.today();
  const found = await database.in('gent', (tx) =>
    foundCase(tx, {
      text: 'Recente osteoporotische inzakkingsfractuur L1.',
      birthDate: '1941-03-12',
      reportedOn: addDays(today, -14),
    }),
  );
  id = found.id;
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const url = (rest = ''): string => `/api/cases/${id}/letters${rest}`;
const page = async (): Promise<LettersPage> => (await server.ask('GET', url(), { as: nurse })).json();

async function draft(kind = 'general-practitioner'): Promise<number> {
  const answer = await server.ask('POST', url(), { as: nurse, body: { kind, language: 'nl' } });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: number }>().id;
}

async function textOf(letter: number): Promise<string> {
  const { rawPayload, headers } = await server.ask('GET', url(`/${letter}/pdf`), { as: nurse });
  expect(headers['content-type']).toBe('application/pdf');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), {
    mergePages: true,
  });
  return text.replaceAll(/\s+/g, ' ');
}

test('a letter is drafted from the record, edited, signed by a physician, and then never changes', async () => {
  const letter = await draft();
  const [kept] = (await page()).letters;
  expect(kept?.content.sections.find(({ id: section }) => section === 'findings')?.body).toContain('L1');
  expect(kept?.content.sections.find(({ id: section }) => section === 'dxa')?.body).toContain(
    'Er is geen botmeting geregistreerd.',
  );
  expect(await textOf(letter)).toContain('ONTWERP: niet getekend');

  const edit = (version: number, body: string) =>
    server.ask('PUT', url(`/${letter}`), { as: nurse, body: { onVersion: version, bodies: { ask: body } } });
  expect((await edit(1, '- Graag controle bij ≥ 65 jaar.')).json()).toEqual({ version: 2 });
  expect((await edit(1, 'te laat')).statusCode).toBe(409);

  const sign = (as: Person) =>
    server.ask('POST', url(`/${letter}/signature`), { as, body: { onVersion: 2 } });
  expect((await sign(nurse)).statusCode).toBe(403);
  expect((await sign(physician)).statusCode).toBe(200);
  expect((await edit(3, 'na tekenen')).statusCode).toBe(422);
  const text = await textOf(letter);
  expect(text).toContain('Graag controle bij ≥ 65 jaar.');
  expect(text).toContain('Getekend door');
  expect(text).not.toContain('ONTWERP');
});

test('only a signed letter is sent, and the list says how, to whom and by whom', async () => {
  const letter = await draft('patient');
  const send = () =>
    server.ask('POST', url(`/${letter}/sendings`), {
      as: nurse,
      body: { way: 'post', recipient: 'de patiënt' },
    });
  expect((await send()).statusCode).toBe(422);
  await server.ask('POST', url(`/${letter}/signature`), { as: physician, body: { onVersion: 1 } });
  expect((await send()).statusCode).toBe(201);
  const kept = (await page()).letters.find((each) => each.id === letter);
  expect(kept?.sendings).toMatchObject([{ way: 'post', recipient: 'de patiënt' }]);
});

test('the head of the letters is set by the lead, and a signed page keeps the old one', async () => {
  const before = await draft('referral-falls');
  await server.ask('POST', url(`/${before}/signature`), { as: physician, body: { onVersion: 1 } });
  const head = { department: 'Fractuurpreventie', address: 'Dorp 1', phone: '09 000 00 00', email: '' };
  expect((await server.ask('PUT', '/api/letterhead', { as: nurse, body: head })).statusCode).toBe(403);
  expect((await server.ask('PUT', '/api/letterhead', { as: lead, body: head })).statusCode).toBe(204);
  expect((await page()).head).toMatchObject({ phone: '09 000 00 00', email: null });
  expect(await textOf(before)).not.toContain('09 000 00 00');
  expect(await textOf(await draft('referral-falls'))).toContain('tel. 09 000 00 00');
});

test('a letter that replaces another names it, and one of another case cannot be named', async () => {
  const first = await draft('referral-dentist');
  const body = { kind: 'referral-dentist', language: 'fr', replaces: first };
  const second = await server.ask('POST', url(), { as: nurse, body });
  expect((await page()).letters.find((each) => each.id === second.json<{ id: number }>().id)).toMatchObject({
    replaces: first,
    language: 'fr',
  });
  const wrong = await server.ask('POST', url(), { as: nurse, body: { ...body, replaces: 999_999 } });
  expect(wrong.statusCode).toBe(404);
});
