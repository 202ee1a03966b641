import { addDays, type CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundCase } from '../../../test/found-case.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../../test/test-server.ts';
import { addDecisions } from '../../records/decision.ts';
import { addInjections } from '../../records/injection.ts';
import { addIdentifier } from '../../records/person-identifier.ts';
import { addTreatmentStop } from '../../records/treatment-stop.ts';
import { dayAt } from '../../start/day-at.ts';
import type { FollowUpList } from '../follow-up-list.ts';
import { planHospital } from '../plan-hospital.ts';
import type { CaseTransfers } from './transfer-routes.ts';

let database: TestDatabase;
let server: TestServer;
let here: Person;
let there: Person;
let today: CalendarDate;
let ofCase: number;

const insz = { system: 'be-insz', assigner: '', value: '41031200264' } as const;

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  here = await server.signedInAs('gent', 'nurse');
  there = await server.signedInAs('luik', 'nurse');
  today = dayAt(server.context.now(), 'Europe/Brussels');
  ofCase = await database.in('gent', async (tx) => {
    const found = await foundCase(tx);
    const on = addDays(today, -500);
    const at = server.context.now();
    const common = { person: found.person, case: found.id, recordedAt: at };
    await addIdentifier(tx, testKeys, found.person, insz);
    await tx.db
      .updateTable('fls_case')
      .set({ state: 'open', stage: 'follow-up', owner_id: here.id, fracture_on: on, opened_on: on })
      .where('fls_case_id', '=', found.id)
      .execute();
    const decision = {
      ...common,
      outcome: 'medicine' as const,
      startPlannedOn: null,
      inputs: {},
      reasons: ['TX1'],
      knowledgeVersion: 'test',
      overrideReason: null,
      decidedBy: here.id,
      replaces: null,
    };
    await addDecisions(tx, [
      { ...decision, medicine: 'M05BX04', decidedOn: addDays(on, 20) },
      { ...decision, medicine: 'M05BX04', decidedOn: addDays(today, -250) },
    ]);
    const stop = await addTreatmentStop(tx, {
      ...common,
      medicine: 'M05BX04',
      stoppedOn: addDays(today, -300),
      because: 'other',
      plan: 'drug',
      nextMedicine: 'M05BX04',
      nextOn: addDays(today, -260),
      nextBy: null,
      note: null,
      recordedBy: here.id,
    });
    const dose = { ...common, medicine: 'M05BX04', nextDueOn: null, recordedBy: here.id };
    await addInjections(tx, [
      { ...dose, dueOn: addDays(today, -300), givenOn: null, notGivenReason: 'stopped', stop },
      { ...dose, dueOn: addDays(today, -240), givenOn: addDays(today, -240), notGivenReason: null },
    ]);
    await tx.db
      .insertInto('case_note')
      .values({
        site_id: 'gent',
        fls_case_id: found.id,
        body: 'Belt liefst na vier uur.',
        written_by: here.id,
      })
      .execute();
    return found.id;
  });
  await planHospital(database.db, 'gent', today, server.context.now());
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function transfers(as: Person): Promise<CaseTransfers['transfers']> {
  return (await server.ask('GET', '/api/case-transfers', { as })).json<CaseTransfers>().transfers;
}

let transfer: number;

test('a case is handed over once its patient said yes, and closes here with all that was owed', async () => {
  const { version } = await database.in('gent', (tx) =>
    tx.db
      .selectFrom('fls_case')
      .select('version')
      .where('fls_case_id', '=', ofCase)
      .executeTakeFirstOrThrow(),
  );
  const nowhere = await server.ask('POST', `/api/cases/${ofCase}/transfer`, {
    as: here,
    body: { onVersion: version, to: 'gent', consentBy: 'patient' },
  });
  expect(nowhere.statusCode).toBe(422);
  const handed = await server.ask('POST', `/api/cases/${ofCase}/transfer`, {
    as: here,
    body: { onVersion: version, to: 'luik', consentBy: 'patient' },
  });
  expect(handed.statusCode).toBe(201);
  transfer = handed.json().id;
  expect(await transfers(here)).toMatchObject([{ direction: 'out', state: 'sent', case: ofCase }]);
  const open = await database.in('gent', (tx) =>
    tx.db
      .selectFrom('contact')
      .select('cancelled_because')
      .distinct()
      .where('fls_case_id', '=', ofCase)
      .where('done_on', 'is', null)
      .execute(),
  );
  expect(open).toEqual([{ cancelled_because: 'moved-away' }]);
});

test('it waits at the other hospital, once, also when it was handed over twice', async () => {
  for (let times = 0; times < 2; times++) {
    const brought = await server.ask('POST', `/api/case-transfers/${transfer}/deliver`, { as: here });
    expect(brought.statusCode).toBe(204);
  }
  expect(await transfers(here)).toEqual([]);
  expect(await transfers(there)).toMatchObject([{ direction: 'in', state: 'waiting', case: null }]);
});

test('nobody reads it in the database: it is encrypted until it is taken in', async () => {
  const rows = await database.in('luik', (tx) =>
    tx.db.selectFrom('case_transfer').select('sealed').execute(),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.sealed?.toString('utf8')).not.toContain('Peeters');
});

test('taken in, the case goes on with its history: drug, doses, stops, decisions and notes', async () => {
  const [waiting] = await transfers(there);
  const taken = await server.ask('POST', `/api/case-transfers/${waiting?.id}/take-in`, { as: there });
  expect(taken.statusCode).toBe(201);
  const id = taken.json().case;
  const page = await server.ask('GET', `/api/cases/${id}`, { as: there });
  expect(page.statusCode).toBe(200);
  expect(page.json().row.patient.familyName).toBe('Peeters');
  const counts = await database.in('luik', (tx) =>
    sql<{ doses: number; stops: number; linked: number; decisions: number; notes: number }>`
      select (select count(*)::int from injection where fls_case_id = ${id} and given_on is not null) as doses,
             (select count(*)::int from treatment_stop where fls_case_id = ${id}) as stops,
             (select count(*)::int from injection i join treatment_stop s using (site_id, treatment_stop_id)
               where i.fls_case_id = ${id}) as linked,
             (select count(*)::int from decision where fls_case_id = ${id}
               and taken_over ->> 'from' is not null and taken_over ->> 'by' is not null) as decisions,
             (select count(*)::int from case_note where fls_case_id = ${id} and body like '%na vier uur.') as notes`.execute(
      tx.db,
    ),
  );
  expect(counts.rows[0]).toEqual({ doses: 1, stops: 1, linked: 1, decisions: 2, notes: 1 });
  const list = (await server.ask('GET', '/api/follow-up', { as: there })).json<FollowUpList>();
  expect(list.doses.map((dose) => [dose.case, dose.standing.state])).toEqual([[id, 'overdue']]);
  expect(await transfers(there)).toEqual([]);
});

test('a person whom the other hospital knows by number keeps one record there', async () => {
  const people = await database.in('luik', (tx) =>
    tx.db
      .selectFrom('person_identifier')
      .select('person_id')
      .where('site_id', '=', 'luik')
      .where('system', '=', 'be-insz')
      .execute(),
  );
  expect(people).toHaveLength(1);
});

test('the old hospital keeps what it did', async () => {
  const page = await server.ask('GET', `/api/cases/${ofCase}`, { as: here });
  expect(page.json().row.reason).toBe('transferred');
  expect(page.json().row.list).toBe('ended');
});
