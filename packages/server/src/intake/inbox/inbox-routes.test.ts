import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { morningOfMessages, oru } from '../../../test/hl7-messages.ts';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { type TestIntake, testIntake } from '../../../test/test-intake.ts';
import { type Person, type TestServer, testServer } from '../../../test/test-server.ts';

let database: TestDatabase;
let intake: TestIntake;
let server: TestServer;
let lead: Person;
let nurse: Person;
beforeAll(async () => {
  database = await testDatabase('gent');
  intake = await testIntake(database);
  server = await testServer(database, { ahead: morningOfMessages.getTime() - Date.now() });
  lead = await server.signedInAs('gent', 'lead');
  nurse = await server.signedInAs('gent', 'nurse');
});
afterAll(async () => {
  await server.close();
  await intake.close();
  await database.close();
});

const hip = 'RX bekken. Verplaatste pertrochantere femurfractuur links na val van stoel.';

async function sent(...messages: string[]): Promise<void> {
  const client = await intake.client();
  for (const message of messages) await client.send(message);
  client.cut();
  await intake.settled();
}

interface Line {
  readonly id: number;
  readonly state: string;
  readonly reason: { readonly code: string; readonly sentence: string; readonly place: string } | null;
}

async function quarantine(): Promise<Line[]> {
  const answer = await server.ask('GET', '/api/inbox?state=quarantined', { as: nurse });
  return (answer.json() as { messages: Line[] }).messages;
}

test('a message in quarantine says why to a nurse, comes back as it was, and is taken once what was wrong is mended', async () => {
  // The number is held by somebody with another name and birthday: a report would land in the wrong record.
  const report = oru({ control: 'Q1', patient: 'P9', text: hip, name: 'CLAES^ANNA', born: '19500101' });
  await sent(oru({ control: 'Q0', patient: 'P9', text: 'Geen fractuur.' }), report);
  const [line] = await quarantine();
  expect(line).toMatchObject({
    state: 'quarantined',
    reason: { code: 'another-person-under-this-number', place: 'PID' },
  });
  expect(JSON.stringify(line)).not.toMatch(/CLAES|P9|pertrochantere/);
  expect((await server.ask('GET', `/api/inbox/${line?.id}/raw`, { as: nurse })).statusCode).toBe(403);
  const raw = await server.ask('GET', `/api/inbox/${line?.id}/raw`, { as: lead });
  expect(raw.body).toBe(report);

  await database.asOwner((owner) =>
    owner.query(
      "update person set family_name = 'Claes', birth_date = '1950-01-01' where family_name = 'PEETERS'",
    ),
  );
  expect((await server.ask('POST', `/api/inbox/${line?.id}/retry`, { as: lead })).statusCode).toBe(204);
  await intake.settled();
  expect(await quarantine()).toEqual([]);
  expect(
    await database.asOwner(async (owner) => (await owner.query('select state from fls_case')).rows),
  ).toEqual([{ state: 'to-review' }]);
});

describe('records merged by hand', () => {
  test('are one, and apart again are each what they were, with what came meanwhile for the old number', async () => {
    await sent(
      oru({ control: 'M1', patient: 'A1', order: 'MA', text: hip, name: 'ADAM^A' }),
      oru({ control: 'M2', patient: 'B1', order: 'MB', text: hip, name: 'BERG^B' }),
    );
    const person = async (order: string): Promise<number> =>
      database.asOwner(
        async (owner) =>
          (await owner.query('select person_id from report where source_id = $1', [order])).rows[0].person_id,
      );
    const open = (who: number): Promise<number> =>
      database.asOwner(
        async (owner) =>
          (
            await owner.query(
              "select count(*)::int as n from fls_case where person_id = $1 and state = 'to-review'",
              [who],
            )
          ).rows[0].n,
      );
    const [first, second] = [await person('MA'), await person('MB')];
    const merged = await server.ask('POST', `/api/persons/${second}/merge`, {
      as: lead,
      body: { into: first },
    });
    expect(merged.statusCode).toBe(200);
    await sent(oru({ control: 'M3', patient: 'B1', order: 'MC', text: hip, name: 'BERG^B' }));
    expect([await person('MB'), await person('MC'), await open(first)]).toEqual([first, first, 1]);

    expect((await server.ask('POST', `/api/persons/${second}/unmerge`, { as: lead })).statusCode).toBe(200);
    expect([await person('MA'), await person('MB'), await person('MC')]).toEqual([first, second, second]);
    expect([await open(first), await open(second)]).toEqual([1, 1]);
  });
});
