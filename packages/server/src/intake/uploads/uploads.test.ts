import { afterAll, beforeAll, expect, test } from 'vitest';
import { oru } from '../../../test/hl7-messages.ts';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { type TestIntake, testIntake } from '../../../test/test-intake.ts';
import { type Person, type TestServer, testServer } from '../../../test/test-server.ts';

let database: TestDatabase;
let intake: TestIntake;
let server: TestServer;
let lead: Person;
beforeAll(async () => {
  database = await testDatabase('gent');
  intake = await testIntake(database);
  server = await testServer(database);
  lead = await server.signedInAs('gent', 'lead');
});
afterAll(async () => {
  await server.close();
  await intake.close();
  await database.close();
});

async function upload(path: string, text: string, query: Record<string, string>) {
  const answer = await server.app.inject({
    method: 'POST',
    url: `/api/imports${path}?${new URLSearchParams(query)}`,
    headers: { cookie: lead.cookie, 'content-type': 'text/csv' },
    payload: text,
  });
  return { status: answer.statusCode, body: answer.json() };
}

function rows(query: string): Promise<unknown[]> {
  return database.asOwner(async (owner) => (await owner.query(query)).rows);
}

const hip = 'Verplaatste pertrochantere femurfractuur links na val van stoel.';
const table = [
  'onderzoek;wie;geboren;wanneer;inhoud',
  `RX1;P1;06/05/1944;19/11/2026;"${hip}"`,
  'RX2;P2;07/05/1951;20/11/2026;"Geen fractuur."',
  'RX3;P3;31/02/1951;20/11/2026;"Geen fractuur."',
  'RX4;;07/05/1951;20/11/2026;"Geen fractuur."',
].join('\n');
const mapping = JSON.stringify({
  id: 'onderzoek',
  patient: 'wie',
  birthDate: 'geboren',
  date: 'wanneer',
  text: 'inhoud',
});

test('a table with headers nobody knows is mapped once, taken with its bad rows named, and read by itself next month', async () => {
  const first = await upload('/preview', table, { name: 'rx.csv' });
  expect(first.body).toMatchObject({ remembered: false, reports: 0, leftOut: 4, used: { kind: 1, text: 5 } });
  expect(first.body.table.columns[4]).toMatchObject({ samples: expect.arrayContaining(['Geen fractuur.']) });
  const shown = await upload('/preview', table, { name: 'rx.csv', mapping });
  expect(shown.body).toMatchObject({ items: 4, reports: 2, repeated: 0, leftOut: 2, refusal: null });
  expect(shown.body.reasons).toMatchObject([
    { line: 4, code: 'bad-date', field: 'birthDate' },
    { line: 5, code: 'no-patient-number' },
  ]);

  const taken = await upload('', table, { name: 'rx.csv', mapping });
  expect(taken.status).toBe(202);
  await intake.settled();
  const line = await server.ask('GET', `/api/inbox/${taken.body.message}`, { as: lead });
  expect(line.json()).toMatchObject({
    state: 'quarantined',
    reason: { code: 'rows-left-out' },
    counts: { reports: 2, rejects: 2 },
  });
  const leftOut = await server.ask('GET', `/api/inbox/${taken.body.message}/left-out`, { as: lead });
  const lines = leftOut.body.trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^line 4,.*RX3;P3;31\/02\/1951/);
  expect(lines[2]).toMatch(/^line 5,.*RX4;;07\/05\/1951/);
  expect(await rows('select state from fls_case')).toEqual([{ state: 'to-review' }]);

  expect((await upload('/preview', table, { name: 'rx-again.csv' })).body).toMatchObject({
    remembered: true,
    reports: 2,
    used: { id: 1, patient: 2, birthDate: 3, date: 4, text: 5 },
  });
  const next = `${table.split('\n')[0]}\nRX9;P1;06/05/1944;21/11/2026;"Controle. ${hip}"`;
  expect((await upload('', next, { name: 'rx-december.csv' })).status).toBe(202);
  await intake.settled();
  expect(await rows("select source_id from report where source_id = 'RX9'")).toHaveLength(1);
});

test('the same table again changes nothing', async () => {
  const before = await rows('select count(*)::int as n from report');
  expect((await upload('', table, { name: 'rx.csv', mapping })).body).toMatchObject({ again: true });
  await intake.settled();
  expect(await rows('select count(*)::int as n from report')).toEqual(before);
});

test('numbers in a table are those of the messages, so that both speak of one person', async () => {
  const client = await intake.client();
  await client.send(oru({ control: 'U1', patient: 'BOTH', order: 'FROM-RIS', text: 'Geen fractuur.' }));
  client.cut();
  await intake.settled();
  await upload('', `id,patient,text\nFROM-CSV,BOTH,"${hip}"`, { name: 'both.csv', assigner: 'HOSP' });
  await intake.settled();
  expect(
    await rows(
      "select count(distinct person_id)::int as people from report where source_id in ('FROM-RIS', 'FROM-CSV')",
    ),
  ).toEqual([{ people: 1 }]);
});

test('a file that is no table is refused with what was expected', async () => {
  const { status, body } = await upload('', 'Just a letter.', { name: 'letter.csv' });
  expect([status, body.code]).toEqual([422, 'refused']);
});

test('a table that was cut by a delimiter a person named is cut so by itself next month', async () => {
  const odd = (text: string): string => `nr|pat, id|verslagtekst\n1|ODD|${text}, na val\n`;
  const said = {
    name: 'odd.csv',
    mapping: JSON.stringify({ id: 1, patient: 2, text: 3 }),
    shape: JSON.stringify({ delimiter: '|', headerRow: true }),
  };
  expect((await upload('', odd('Polsfractuur links'), said)).status).toBe(202);
  const next = await upload('/preview', odd('Heupfractuur rechts'), { name: 'odd.csv' });
  expect(next.body).toMatchObject({
    remembered: true,
    table: { delimiter: '|' },
    used: { id: 1, patient: 2, text: 3 },
    reports: 1,
  });
});

test('a row that stands in the file twice is read and kept once', async () => {
  const row = 'TWICE,P77,"Polsfractuur links."';
  const { body } = await upload('', `id,patient,text\n${row}\n${row}\n`, { name: 'twice.csv' });
  await intake.settled();
  const line = await server.ask('GET', `/api/inbox/${body.message}`, { as: lead });
  expect(line.json()).toMatchObject({ state: 'processed', counts: { reports: 1, repeated: 1, rejects: 0 } });
});
