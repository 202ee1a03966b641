// Follow-up from the confirmed case to the figure: what is planned, what a call leaves behind, and what the record refuses.

import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FoundCase, foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { addDecisions } from '../records/decision.ts';
import { addInjections } from '../records/injection.ts';
import { dayAt } from '../start/day-at.ts';
import type { CallSheet } from './call-sheet.ts';
import type { FollowUpList } from './follow-up-list.ts';
import { planHospital } from './plan-hospital.ts';

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

interface Story {
  readonly fractureDaysAgo: number;
  /** ATC; null: no drug was advised. */
  readonly medicine: string | null;
  readonly dosesDaysAgo?: readonly number[];
}

/** A confirmed fracture with a decision, and the doses given since. */
async function cared({ fractureDaysAgo, medicine, dosesDaysAgo = [] }: Story): Promise<FoundCase> {
  return database.in('gent', async (tx) => {
    const found = await foundCase(tx, { reportedOn: addDays(today, -fractureDaysAgo) });
    await tx.db
      .updateTable('fls_case')
      .set({
        state: 'open',
        stage: 'follow-up',
        owner_id: nurse.id,
        fracture_on: addDays(today, -fractureDaysAgo),
        opened_on: addDays(today, -fractureDaysAgo),
      })
      .where('fls_case_id', '=', found.id)
      .execute();
    await addDecisions(tx, [
      {
        person: found.person,
        case: found.id,
        outcome: medicine === null ? 'not-indicated' : 'medicine',
        medicine,
        startPlannedOn: null,
        inputs: {},
        reasons: [],
        knowledgeVersion: 'test',
        overrideReason: null,
        decidedOn: addDays(today, -fractureDaysAgo + 20),
        decidedBy: nurse.id,
        recordedAt: new Date(),
        replaces: null,
      },
    ]);
    await addInjections(
      tx,
      dosesDaysAgo.map((days) => ({
        person: found.person,
        case: found.id,
        medicine: medicine ?? '',
        dueOn: addDays(today, -days),
        givenOn: addDays(today, -days),
        nextDueOn: null,
        notGivenReason: null,
        recordedBy: nurse.id,
        recordedAt: new Date(),
      })),
    );
    return found;
  });
}

function plan(): ReturnType<typeof planHospital> {
  return planHospital(database.db, 'gent', today, server.context.now());
}

async function openOf({ id }: FoundCase): Promise<{ id: number; moment: string }[]> {
  const rows = await database.in('gent', (tx) =>
    tx.db
      .selectFrom('contact')
      .select(['contact_id', 'moment'])
      .where('site_id', '=', 'gent')
      .where('fls_case_id', '=', id)
      .where('done_on', 'is', null)
      .where('cancelled_at', 'is', null)
      .orderBy('planned_on')
      .execute(),
  );
  return rows.map((row) => ({ id: row.contact_id, moment: row.moment }));
}

async function firstContact(found: FoundCase, moment = '16-weeks'): Promise<CallSheet> {
  const contact = (await openOf(found)).find((each) => each.moment === moment);
  const answer = await server.ask('GET', `/api/contacts/${contact?.id}`, { as: nurse });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

async function say(sheet: CallSheet, answers: Record<string, string>): Promise<CallSheet> {
  const answer = await server.ask('PATCH', `/api/contacts/${sheet.id}`, {
    as: nurse,
    body: { onVersion: sheet.version, answers },
  });
  expect(answer.statusCode).toBe(200);
  return answer.json().sheet;
}

function endCall(sheet: CallSheet): ReturnType<TestServer['ask']> {
  return server.ask('POST', `/api/contacts/${sheet.id}/end`, {
    as: nurse,
    body: { onVersion: sheet.version, channel: 'phone' },
  });
}

describe('the plan of a night', () => {
  test('gives a case with a drug its contacts, and a second night changes nothing', async () => {
    const found = await cared({ fractureDaysAgo: 90, medicine: 'M05BA04' });
    expect((await plan()).added).toBeGreaterThanOrEqual(2);
    expect((await openOf(found)).map(({ moment }) => moment)).toEqual(['16-weeks', '52-weeks']);
    expect(await plan()).toEqual({ added: 0, moved: 0, ended: 0 });
  });

  test('plans the next denosumab from the last one given, and writes the dose down as owed', async () => {
    const found = await cared({ fractureDaysAgo: 300, medicine: 'M05BX04', dosesDaysAgo: [250] });
    await plan();
    expect((await openOf(found)).map(({ moment }) => moment)).toContain('injection');
    const owed = await database.in('gent', (tx) =>
      tx.db
        .selectFrom('injection')
        .select(['due_on'])
        .where('site_id', '=', 'gent')
        .where('fls_case_id', '=', found.id)
        .where('given_on', 'is', null)
        .execute(),
    );
    expect(owed).toHaveLength(1);
  });

  test('ends what is owed when a newer fracture is confirmed', async () => {
    const older = await cared({ fractureDaysAgo: 90, medicine: 'M05BA04' });
    await plan();
    const newer = await cared({ fractureDaysAgo: 5, medicine: 'M05BA04' });
    await database.in('gent', (tx) =>
      tx.db
        .updateTable('fls_case')
        .set({ person_id: older.person })
        .where('fls_case_id', '=', newer.id)
        .execute(),
    );
    await plan();
    expect(await openOf(older)).toEqual([]);
    expect((await openOf(newer)).map(({ moment }) => moment)).toEqual(['16-weeks', '52-weeks']);
  });
});

describe('a call at 16 weeks', () => {
  test('keeps each answer as it is given, and unasked stays not recorded', async () => {
    const found = await cared({ fractureDaysAgo: 100, medicine: 'M05BA04' });
    await plan();
    const sheet = await firstContact(found);
    expect(sheet.questions[0]).toBe('started');
    expect(new Set(Object.values(sheet.answers))).toEqual(new Set(['not-recorded']));
    const kept = await say(sheet, { started: 'yes' });
    expect(kept.answers.started).toBe('yes');
    expect(kept.answers.fall).toBe('not-recorded');
    expect(kept.version).toBe(sheet.version + 1);
  });

  test('tells the second of two people that the first was faster', async () => {
    const found = await cared({ fractureDaysAgo: 100, medicine: 'M05BA04' });
    await plan();
    const sheet = await firstContact(found);
    await say(sheet, { fall: 'no' });
    const late = await server.ask('PATCH', `/api/contacts/${sheet.id}`, {
      as: nurse,
      body: { onVersion: sheet.version, answers: { fall: 'yes' } },
    });
    expect([late.statusCode, late.json().code]).toEqual([409, 'changed-meanwhile']);
  });

  test('counts in the figures, and what needs somebody is a task', async () => {
    const found = await cared({ fractureDaysAgo: 100, medicine: 'M05BA04' });
    await plan();
    const sheet = await say(await firstContact(found), {
      started: 'yes',
      'still-taking': 'yes',
      'thigh-or-groin-pain': 'yes',
      fall: 'yes',
    });
    expect(sheet.leads.map(({ kind }) => kind)).toEqual(['femur-x-rays', 'falls-again']);
    expect((await endCall(sheet)).statusCode).toBe(200);
    const tasks = await database.in('gent', (tx) =>
      tx.db
        .selectFrom('task')
        .select(['title', 'due_on'])
        .where('site_id', '=', 'gent')
        .where('fls_case_id', '=', found.id)
        .orderBy('due_on')
        .execute(),
    );
    expect(tasks.map((task) => task.due_on)).toEqual([addDays(today, 1), addDays(today, 7)]);
    expect(tasks[0]?.title).toContain('dijbenen');
    expect((await openOf(found)).map(({ moment }) => moment)).toEqual(['52-weeks']);
  });

  test('that failed three times counts as not reached and is not owed again', async () => {
    const found = await cared({ fractureDaysAgo: 100, medicine: 'M05BA04' });
    await plan();
    let sheet = await firstContact(found);
    for (let tries = 1; tries <= 3; tries++) {
      const answer = await server.ask('POST', `/api/contacts/${sheet.id}/attempts`, {
        as: nurse,
        body: { onVersion: sheet.version, outcome: 'no-answer', channel: 'phone' },
      });
      sheet = answer.json().sheet;
      expect(sheet.attempts).toHaveLength(tries);
    }
    expect([sheet.outcome, sheet.doneOn]).toEqual(['not-reached', today]);
    expect((await openOf(found)).map(({ moment }) => moment)).toEqual(['52-weeks']);
  });
});

test('whom to call now stands before whom to call later', async () => {
  const later = await cared({ fractureDaysAgo: 76, medicine: 'M05BA04' });
  const now = await cared({ fractureDaysAgo: 90, medicine: 'M05BA04' });
  await plan();
  const { contacts } = (await server.ask('GET', '/api/follow-up', { as: nurse })).json<FollowUpList>();
  const places = [now, later].map(({ id }) => contacts.findIndex((each) => each.case === id));
  expect(places[0]).toBeGreaterThanOrEqual(0);
  expect(places[1]).toBeGreaterThan(places[0] ?? 0);
});

describe('denosumab', () => {
  test('stands on top when it is overdue, the longest first', async () => {
    await cared({ fractureDaysAgo: 400, medicine: 'M05BX04', dosesDaysAgo: [260] });
    const longest = await cared({ fractureDaysAgo: 500, medicine: 'M05BX04', dosesDaysAgo: [420] });
    await plan();
    const list = (await server.ask('GET', '/api/follow-up', { as: nurse })).json<FollowUpList>();
    expect(list.doses[0]?.case).toBe(longest.id);
    expect(list.doses[0]?.standing.state).toBe('overdue');
    expect(list.doses[0]?.standing.reasons).toContain('FC8');
  });

  test('that is no longer given ends no call before what follows is written down', async () => {
    const found = await cared({ fractureDaysAgo: 360, medicine: 'M05BX04', dosesDaysAgo: [300, 118] });
    await plan();
    const sheet = await say(await firstContact(found, '52-weeks'), { 'still-taking': 'no' });
    expect(sheet.leads[0]?.kind).toBe('follow-on-plan');
    const refused = await endCall(sheet);
    expect([refused.statusCode, refused.json().because]).toEqual([422, 'plan-needed']);
    const without = await server.ask('POST', `/api/cases/${found.id}/treatment-stops`, {
      as: nurse,
      body: { drug: 'denosumab', stoppedOn: today, because: 'patient-wish', next: { plan: 'none' } },
    });
    expect([without.statusCode, without.json().rules]).toEqual([422, ['FU3', 'FU4']]);
    const anabolic = { plan: 'drug', drug: 'teriparatide', on: addDays(today, 30) };
    const wrong = await server.ask('POST', `/api/cases/${found.id}/treatment-stops`, {
      as: nurse,
      body: { drug: 'denosumab', stoppedOn: today, because: 'patient-wish', next: anabolic },
    });
    expect(wrong.json().because).toBe('follows-badly');
    const next = { plan: 'drug', drug: 'zoledronate', on: addDays(today, 30) };
    const stopped = await server.ask('POST', `/api/cases/${found.id}/treatment-stops`, {
      as: nurse,
      body: { drug: 'denosumab', stoppedOn: today, because: 'patient-wish', next },
    });
    expect(stopped.statusCode).toBe(201);
    const now = await server.ask('GET', `/api/contacts/${sheet.id}`, { as: nurse });
    expect(now.json<CallSheet>().leads).toEqual([]);
    expect(now.json<CallSheet>().drug).toBe('denosumab');
    expect((await endCall(now.json())).statusCode).toBe(200);
    expect((await openOf(found)).map(({ moment }) => moment)).toContain('following-drug');
  });

  test('cannot be dropped in the database itself, by anybody', async () => {
    const found = await cared({ fractureDaysAgo: 360, medicine: 'M05BX04', dosesDaysAgo: [200] });
    await plan();
    const owed = await database.in('gent', (tx) =>
      tx.db
        .selectFrom('injection')
        .select('injection_id')
        .where('site_id', '=', 'gent')
        .where('fls_case_id', '=', found.id)
        .where('given_on', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    await expect(
      database.in('gent', (tx) =>
        tx.db
          .updateTable('injection')
          .set({ not_given_reason: 'stopped' })
          .where('site_id', '=', 'gent')
          .where('injection_id', '=', owed.injection_id)
          .execute(),
      ),
    ).rejects.toThrow('denosumab_is_not_dropped');
    await expect(
      database.in('gent', (tx) =>
        tx.db
          .insertInto('treatment_stop')
          .values({
            site_id: 'gent',
            person_id: found.person,
            fls_case_id: found.id,
            medicine_atc: 'M05BX04',
            stopped_on: today,
            because: 'other',
            plan: 'none',
          })
          .execute(),
      ),
    ).rejects.toThrow('denosumab_is_followed');
  });

  test('that was given late is counted anew from the day it was given', async () => {
    const found = await cared({ fractureDaysAgo: 500, medicine: 'M05BX04', dosesDaysAgo: [230] });
    await plan();
    const given = await server.ask('POST', `/api/cases/${found.id}/doses`, {
      as: nurse,
      body: { drug: 'denosumab', givenOn: today },
    });
    expect(given.statusCode).toBe(201);
    expect(given.json().nextDueOn > addDays(today, 170)).toBe(true);
    const list = (await server.ask('GET', '/api/follow-up', { as: nurse })).json<FollowUpList>();
    expect(list.doses.map((dose) => dose.case)).not.toContain(found.id);
    const ahead = await server.ask('POST', `/api/cases/${found.id}/doses`, {
      as: nurse,
      body: { drug: 'denosumab', givenOn: addDays(today, 1) },
    });
    expect(ahead.statusCode).toBe(422);
  });

  test('runs on when the stop was a mistake', async () => {
    const found = await cared({ fractureDaysAgo: 400, medicine: 'M05BX04', dosesDaysAgo: [260] });
    await plan();
    const next = { plan: 'specialist', by: 'dr. A.', on: addDays(today, 20) };
    const stopped = await server.ask('POST', `/api/cases/${found.id}/treatment-stops`, {
      as: nurse,
      body: { drug: 'denosumab', stoppedOn: today, because: 'other', next },
    });
    const listed = async (): Promise<number[]> =>
      (await server.ask('GET', '/api/follow-up', { as: nurse }))
        .json<FollowUpList>()
        .doses.map((dose) => dose.case);
    expect(await listed()).not.toContain(found.id);
    const undone = await server.ask('DELETE', `/api/cases/${found.id}/treatment-stops/${stopped.json().id}`, {
      as: nurse,
    });
    expect(undone.statusCode).toBe(204);
    expect(await listed()).toContain(found.id);
  });
});

test.each(['deceased', 'declined', 'moved-away'])('%s ends all that was owed', async (because) => {
  const found = await cared({ fractureDaysAgo: 100, medicine: 'M05BA04' });
  await plan();
  const { version } = await database.in('gent', (tx) =>
    tx.db
      .selectFrom('fls_case')
      .select('version')
      .where('fls_case_id', '=', found.id)
      .executeTakeFirstOrThrow(),
  );
  const ended = await server.ask('POST', `/api/cases/${found.id}/follow-up-end`, {
    as: nurse,
    body: { onVersion: version, because, on: because === 'deceased' ? today : null },
  });
  expect(ended.statusCode).toBe(200);
  expect(await openOf(found)).toEqual([]);
  const rows = await database.in('gent', (tx) =>
    tx.db
      .selectFrom('contact')
      .select('cancelled_because')
      .distinct()
      .where('fls_case_id', '=', found.id)
      .execute(),
  );
  expect(rows).toEqual([{ cancelled_because: because }]);
});

test('a leap day and a day of the week change nothing: a contact is as many days after the fracture as the rule says', async () => {
  const on = knownDate('2024-02-29');
  const found = await cared({ fractureDaysAgo: 10, medicine: null });
  await database.in('gent', (tx) =>
    tx.db.updateTable('fls_case').set({ fracture_on: on }).where('fls_case_id', '=', found.id).execute(),
  );
  await planHospital(database.db, 'gent', knownDate('2024-03-20'), server.context.now());
  const row = await database.in('gent', (tx) =>
    tx.db
      .selectFrom('contact')
      .select(['window_from_on', 'window_until_on'])
      .where('fls_case_id', '=', found.id)
      .executeTakeFirstOrThrow(),
  );
  expect(row).toEqual({ window_from_on: '2024-05-23', window_until_on: '2024-06-20' });
});
