import { randomUUID } from 'node:crypto';
import { addDays, type CalendarDate } from '@breekpunt/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { newFileCode, sealFile } from './sealed-file.ts';
import type { CaseTransfers } from './transfer-routes.ts';
import { stayingTables, travellingTables } from './travelling-rows.ts';

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
    await tx.db
      .insertInto('acute_hip_care')
      .values({
        site_id: 'gent',
        person_id: found.person,
        fls_case_id: found.id,
        version: 1,
        arrived_on: on,
        operated: 'yes',
        operated_on: addDays(on, 1),
        source: 'manual',
      })
      .execute();
    const task = { site_id: 'gent', person_id: found.person, fls_case_id: found.id, kind: 'call' };
    await tx.db
      .insertInto('task')
      .values([
        { ...task, title: 'Bel de dochter', due_on: today },
        { ...task, title: 'Al gedaan', due_on: on, done_at: at },
      ])
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
  const page = (await server.ask('GET', `/api/cases/${ofCase}`, { as: here })).json();
  expect(page.tasks.map(({ title }: { title: string }) => title)).toEqual(['Al gedaan']);
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

test('taken in, the case goes on with its history: drug, doses, stops, decisions, operation, tasks and notes', async () => {
  const [waiting] = await transfers(there);
  const taken = await server.ask('POST', `/api/case-transfers/${waiting?.id}/take-in`, { as: there });
  expect(taken.statusCode).toBe(201);
  const id = taken.json().case;
  const page = await server.ask('GET', `/api/cases/${id}`, { as: there });
  expect(page.statusCode).toBe(200);
  expect(page.json().row.patient.familyName).toBe('Peeters');
  const tasks: { title: string; owner: { id: number } | null; doneAt: string | null }[] = page.json().tasks;
  expect(tasks.map(({ title, owner, doneAt }) => [title, owner?.id, doneAt === null])).toEqual([
    ['Al gedaan', there.id, false],
    ['Bel de dochter', there.id, true],
  ]);
  const counts = await database.in('luik', (tx) =>
    sql<{ doses: number; stops: number; linked: number; decisions: number; notes: number; operated: number }>`
      select (select count(*)::int from injection where fls_case_id = ${id} and given_on is not null) as doses,
             (select count(*)::int from treatment_stop where fls_case_id = ${id}) as stops,
             (select count(*)::int from injection i join treatment_stop s using (site_id, treatment_stop_id)
               where i.fls_case_id = ${id}) as linked,
             (select count(*)::int from decision where fls_case_id = ${id}
               and taken_over ->> 'from' is not null and taken_over ->> 'by' is not null) as decisions,
             (select count(*)::int from case_note where fls_case_id = ${id} and body like '%na vier uur.') as notes,
             (select count(*)::int from acute_hip_care where fls_case_id = ${id} and operated = 'yes') as operated`.execute(
      tx.db,
    ),
  );
  expect(counts.rows[0]).toEqual({ doses: 1, stops: 1, linked: 1, decisions: 2, notes: 1, operated: 1 });
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

test('every table of a case is named as travelling or as staying, so that a new one is not forgotten', async () => {
  const named = await database.in('gent', (tx) =>
    sql<{ table_name: string }>`
      select table_name from information_schema.columns
       where table_schema = current_schema() and column_name = 'fls_case_id' order by table_name`.execute(
      tx.db,
    ),
  );
  const tables = named.rows.map((row) => row.table_name).filter((table) => table !== 'fls_case');
  expect(tables.length).toBeGreaterThan(20);
  const known = new Set([...travellingTables, ...Object.keys(stayingTables)]);
  expect(tables.filter((table) => !known.has(table))).toEqual([]);
});

describe('to a hospital of another installation', () => {
  let file: { code: string; name: string; file: string };
  let second: number;
  const bring = (content: string, code: string) =>
    server.ask('POST', '/api/case-transfers/files', {
      as: there,
      headers: { 'content-type': 'application/octet-stream', 'x-transfer-code': code },
      body: Buffer.from(content) as never,
    });

  test('a case goes as a file that only its code opens, made anew as often as it is lost', async () => {
    const found = await database.in('gent', async (tx) => {
      const one = await foundCase(tx, { familyName: 'Zonderling' });
      await tx.db
        .updateTable('fls_case')
        .set({ state: 'open', stage: 'follow-up', owner_id: here.id })
        .where('fls_case_id', '=', one.id)
        .execute();
      await tx.db
        .insertInto('case_note')
        .values({ site_id: 'gent', fls_case_id: one.id, body: 'Belt liever niet.', written_by: here.id })
        .execute();
      return one;
    });
    const to = { onVersion: 1, consentBy: 'patient' };
    const both = await server.ask('POST', `/api/cases/${found.id}/transfer`, {
      as: here,
      body: { ...to, to: 'luik', outside: 'AZ Elders' },
    });
    expect(both.statusCode).toBe(422);
    const handed = await server.ask('POST', `/api/cases/${found.id}/transfer`, {
      as: here,
      body: { ...to, to: null, outside: 'AZ Elders' },
    });
    expect(handed.statusCode).toBe(201);
    second = handed.json().id;
    expect(await transfers(here)).toMatchObject([{ direction: 'out', outside: true, other: 'AZ Elders' }]);
    expect((await server.ask('POST', `/api/case-transfers/${second}/deliver`, { as: here })).statusCode).toBe(
      404,
    );
    const first = (await server.ask('POST', `/api/case-transfers/${second}/file`, { as: here })).json();
    file = (await server.ask('POST', `/api/case-transfers/${second}/file`, { as: here })).json();
    expect(first.code).not.toBe(file.code);
    expect(file.file).not.toContain('Zonderling');
    expect(file.code).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){4}$/);
  });

  test('a wrong code, an altered file and another file are refused with what is wrong, and keep nothing', async () => {
    const altered = file.file.replace(/"sealed":"..../, '"sealed":"AAAA');
    for (const [content, code, because] of [
      [file.file, 'AAAA-AAAA-AAAA-AAAA-AAAA', 'does-not-open'],
      [altered, file.code, 'does-not-open'],
      ['{"format":"else"}', file.code, 'not-a-case-file'],
      ['no JSON', file.code, 'not-a-case-file'],
    ] as const) {
      const answer = await bring(content, code);
      expect([answer.statusCode, answer.json().because]).toEqual([422, because]);
    }
    expect(await transfers(there)).toEqual([]);
  });

  test('it is brought, waits once, and goes on there with its history', async () => {
    for (let times = 0; times < 2; times++)
      expect((await bring(file.file, file.code.toLowerCase())).statusCode).toBe(204);
    const [waiting, ...others] = await transfers(there);
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({ direction: 'in', outside: true, state: 'waiting' });
    const taken = await server.ask('POST', `/api/case-transfers/${waiting?.id}/take-in`, { as: there });
    expect(taken.statusCode).toBe(201);
    const page = await server.ask('GET', `/api/cases/${taken.json().case}`, { as: there });
    expect(page.json().row.patient.familyName).toBe('Zonderling');
    const notes = await database.in('luik', (tx) =>
      tx.db.selectFrom('case_note').select('body').where('fls_case_id', '=', taken.json().case).execute(),
    );
    expect(notes.map(({ body }) => body).join()).toContain('Belt liever niet.');
  });

  test('once it arrived there, nothing of it is kept here but that it went', async () => {
    expect((await server.ask('POST', `/api/case-transfers/${second}/arrived`, { as: here })).statusCode).toBe(
      204,
    );
    expect(await transfers(here)).toEqual([]);
    expect((await server.ask('POST', `/api/case-transfers/${second}/file`, { as: here })).statusCode).toBe(
      404,
    );
    const kept = await database.in('gent', (tx) =>
      tx.db.selectFrom('case_transfer').select('sealed').where('case_transfer_id', '=', second).execute(),
    );
    expect(kept).toEqual([{ sealed: null }]);
  });

  test('rows that this record cannot hold are refused whole', async () => {
    const code = newFileCode();
    const text = JSON.stringify({
      format: 'breekpunt-case',
      version: 1,
      person: { family_name: 'X', sex: 'neither' },
      identifiers: [],
      fracture: { fracture_site: 'tail' },
      case: {},
      rows: {},
      notes: [],
    });
    const bad = sealFile(code, { from: 'AZ Kapot', transferKey: randomUUID(), consentBy: 'patient', text });
    expect((await bring(bad, code)).statusCode).toBe(204);
    const waiting = (await transfers(there)).find(({ other }) => other === 'AZ Kapot');
    const taken = await server.ask('POST', `/api/case-transfers/${waiting?.id}/take-in`, { as: there });
    expect([taken.statusCode, taken.json().code]).toEqual([422, 'refused']);
  });
});
