import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { addPerson } from '../records/person.ts';
import { addIdentifier } from '../records/person-identifier.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let other: Person;
let lead: Person;
let auditor: Person;
let stranger: number;

const reason = 'Belt zelf: val gisteren, hevige rugpijn.';

async function invented(familyName: string, number: string): Promise<number> {
  return database.in('gent', async (tx) => {
    const person = await addPerson(tx, {
      familyName,
      givenName: 'Vera',
      birthDate: null,
      sex: 'female',
      language: 'nl',
      country: 'BE',
      deceased: 'no',
      deathDate: null,
    });
    await addIdentifier(tx, testKeys, person, { system: 'local', assigner: 'ZIS', value: number });
    return person;
  });
}

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  other = await server.signedInAs('gent', 'nurse');
  lead = await server.signedInAs('gent', 'lead');
  auditor = await server.signedInAs('gent', 'auditor');
  stranger = await invented('Vreemd', 'N-1');
  await invented('Dubbel', 'N-2');
  await invented('Dubbel', 'N-3');
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const ask = (as: Person, typed: string, why = reason) =>
  server.ask('POST', '/api/emergency-access', { as, body: { typed, reason: why } });
const look = (as: Person, person = stranger) => server.ask('GET', `/api/persons/${person}/record`, { as });
const logged = (): Promise<{ action: string; app_user_id: number; break_glass_reason: string }[]> =>
  database.asOwner(
    async (owner) =>
      (
        await owner.query(
          'select action, app_user_id, break_glass_reason from audit_event where person_id = $1 order by sequence',
          [stranger],
        )
      ).rows,
  );

test('the record of a patient without a case stays closed until somebody says why', async () => {
  expect((await look(nurse)).json()).toMatchObject({ code: 'outside-scope' });
  expect((await ask(nurse, 'N-1', 'te kort')).statusCode).toBe(400);
  const asked = await ask(nurse, 'N-1');
  expect(asked.statusCode).toBe(201);
  expect(asked.json()).toMatchObject({ person: stranger });
  expect((await look(nurse)).json()).toMatchObject({
    patient: { familyName: 'Vreemd' },
    identifiers: [{ value: 'N-1' }],
    access: { reason },
  });
});

test('each look stands in the log with the reason, and who looked', async () => {
  const lines = await logged();
  expect(lines.filter(({ break_glass_reason: why }) => why === reason)).toHaveLength(2);
  expect(new Set(lines.map((line) => Number(line.app_user_id)))).toEqual(new Set([nurse.id]));
});

test('what one opened is not open to a colleague, and closes after half an hour', async () => {
  expect((await look(other)).json().code).toBe('outside-scope');
  await database.asOwner((owner) =>
    owner.query(
      "update emergency_access set opened_at = opened_at - interval '31 min', until = until - interval '31 min'",
    ),
  );
  expect((await look(nurse)).json().code).toBe('outside-scope');
});

test('when several patients are meant none is shown', async () => {
  expect((await ask(nurse, 'Dubbel')).json()).toMatchObject({ code: 'refused', at: 'body.typed' });
  expect((await ask(nurse, 'Niemand')).statusCode).toBe(404);
});

test('a patient with a case is in everybody’s scope and needs no emergency access', async () => {
  await database.in('gent', (tx) => foundCase(tx, { familyName: 'Gekend' }));
  expect((await ask(nurse, 'Gekend')).statusCode).toBe(404);
});

test('the lead sees who opened what and why, and says that it was gone through, once', async () => {
  const { accesses } = (await server.ask('GET', '/api/emergency-access', { as: lead })).json();
  expect(accesses).toMatchObject([{ person: stranger, personName: 'Vreemd, Vera', reason, reviewed: null }]);
  const review = () => server.ask('POST', `/api/emergency-access/${accesses[0].id}/review`, { as: lead });
  expect([(await review()).statusCode, (await review()).statusCode]).toEqual([204, 404]);
  const after = (await server.ask('GET', '/api/emergency-access', { as: lead })).json();
  expect(after.accesses[0].reviewed).not.toBeNull();
});

test('the auditor sees the same without the patient’s name', async () => {
  const { accesses } = (await server.ask('GET', '/api/emergency-access', { as: auditor })).json();
  expect(accesses).toMatchObject([{ person: stranger, personName: null, reason }]);
});

test.each(['it', 'auditor'] as const)('%s cannot open a record, whatever the reason', async (role) => {
  const person = await server.signedInAs('gent', role);
  expect((await ask(person, 'N-1')).json()).toMatchObject({ code: 'wrong-role' });
});

test('a nurse of another hospital finds nobody to open', async () => {
  const far = await server.signedInAs('luik', 'nurse');
  expect((await ask(far, 'N-1')).statusCode).toBe(404);
});
