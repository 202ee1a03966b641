// A hospital whose patients are followed: fractures that were confirmed, with what was decided and given since, contacts planned as
// of tonight, and a nurse who calls. For tests about what happens after the decision.

import { addDays, type CalendarDate, type FractureSite } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { letters } from '@breekpunt/quality';
import { expect } from 'vitest';
import type { CallSheet } from '../src/follow-up/call-sheet.ts';
import type { FollowUpList } from '../src/follow-up/follow-up-list.ts';
import { planHospital } from '../src/follow-up/plan-hospital.ts';
import { indicatorIds, shownSets } from '../src/quality/shown-sets.ts';
import { addDecisions } from '../src/records/decision.ts';
import { addInjections } from '../src/records/injection.ts';
import { dayAt } from '../src/start/day-at.ts';
import { type FoundCase, foundCase } from './found-case.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { type Person, type TestServer, testServer } from './test-server.ts';

export interface Story {
  readonly daysAgo: number;
  /** ATC; null: no drug was advised. A tablet when absent. */
  readonly medicine?: string | null;
  readonly dosesDaysAgo?: readonly number[];
  readonly site?: FractureSite;
  /** Of somebody who is there already. */
  readonly person?: number;
}

export interface PlannedRow {
  readonly id: number;
  readonly moment: string;
  /** Why it was cancelled. */
  readonly because: string | null;
  readonly done: CalendarDate | null;
}

export interface FollowedHospital {
  readonly database: TestDatabase;
  readonly server: TestServer;
  readonly nurse: Person;
  readonly today: CalendarDate;
  /** Confirmed ten days before the decision, in follow-up, the nurse's. */
  cared(story: Story): Promise<FoundCase>;
  plan(): ReturnType<typeof planHospital>;
  /** Somebody on a tablet whose first contact is due. */
  due(): Promise<{ readonly found: FoundCase; readonly sheet: CallSheet }>;
  contactsOf(found: Pick<FoundCase, 'id'>): Promise<PlannedRow[]>;
  /** The moments that are still to be made. */
  openOf(found: Pick<FoundCase, 'id'>): Promise<string[]>;
  sheetOf(found: Pick<FoundCase, 'id'>, moment?: string): Promise<CallSheet>;
  say(sheet: CallSheet, answers: Readonly<Record<string, string>>): Promise<CallSheet>;
  /** A post about a contact, on the version of its sheet. */
  post(sheet: CallSheet, what: string, body: object): ReturnType<TestServer['ask']>;
  endCall(sheet: CallSheet): ReturnType<TestServer['ask']>;
  /** A post about a case, on its newest version. */
  onCase(found: Pick<FoundCase, 'id'>, what: string, body?: object): ReturnType<TestServer['ask']>;
  list(): Promise<FollowUpList>;
  tasksOf(found: Pick<FoundCase, 'id'>): Promise<{ title: string; due_on: CalendarDate | null }[]>;
  /** How a case stands in a figure, counted anew; null when it is not counted at all. */
  standingOf(found: Pick<FoundCase, 'id'>, indicator: string): Promise<string | null>;
  close(): Promise<void>;
}

const hospital = 'gent';

export async function followedHospital(...others: string[]): Promise<FollowedHospital> {
  const database = await testDatabase(hospital, ...others);
  const server = await testServer(database);
  const nurse = await server.signedInAs(hospital, 'nurse');
  const today = dayAt(server.context.now(), 'Europe/Brussels');
  const get = (url: string) => server.ask('GET', url, { as: nurse });
  const contactsOf: FollowedHospital['contactsOf'] = ({ id }) =>
    database.in(hospital, (tx) =>
      tx.db
        .selectFrom('contact')
        .select(['contact_id as id', 'moment', 'cancelled_because as because', 'done_on as done'])
        .where('site_id', '=', hospital)
        .where('fls_case_id', '=', id)
        .orderBy('planned_on')
        .orderBy('contact_id')
        .execute(),
    );
  const open = async (found: Pick<FoundCase, 'id'>): Promise<PlannedRow[]> =>
    (await contactsOf(found)).filter(({ because, done }) => because === null && done === null);
  const post: FollowedHospital['post'] = (sheet, what, body) =>
    server.ask('POST', `/api/contacts/${sheet.id}/${what}`, {
      as: nurse,
      body: { onVersion: sheet.version, ...body },
    });
  const plan = () => planHospital(database.db, hospital, today, server.context.now());
  const sheetOf: FollowedHospital['sheetOf'] = async (found, moment) => {
    const rows = await open(found);
    const row = rows.find((each) => moment === undefined || each.moment === moment);
    const answer = await get(`/api/contacts/${row?.id}`);
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };
  return {
    database,
    server,
    nurse,
    today,
    cared: (story) => cared(database, nurse, today, story),
    plan,
    async due() {
      const found = await cared(database, nurse, today, { daysAgo: 100 });
      await plan();
      return { found, sheet: await sheetOf(found, '16-weeks') };
    },
    contactsOf,
    openOf: async (found) => (await open(found)).map(({ moment }) => moment),
    sheetOf,
    async say(sheet, answers) {
      const answer = await server.ask('PATCH', `/api/contacts/${sheet.id}`, {
        as: nurse,
        body: { onVersion: sheet.version, answers },
      });
      expect(answer.statusCode).toBe(200);
      return answer.json().sheet;
    },
    post,
    endCall: (sheet) => post(sheet, 'end', { channel: 'phone' }),
    async onCase({ id }, what, body = {}) {
      const { version } = (await get(`/api/cases/${id}`)).json().row;
      return server.ask('POST', `/api/cases/${id}/${what}`, {
        as: nurse,
        body: { onVersion: version, ...body },
      });
    },
    list: async () => (await get('/api/follow-up')).json(),
    tasksOf: ({ id }) =>
      database.in(hospital, (tx) =>
        tx.db
          .selectFrom('task')
          .select(['title', 'due_on'])
          .where('site_id', '=', hospital)
          .where('fls_case_id', '=', id)
          .orderBy('due_on')
          .orderBy('task_id')
          .execute(),
      ),
    async standingOf({ id }, indicator) {
      expect((await server.ask('POST', '/api/quality/recount', { as: nurse })).statusCode).toBe(200);
      const place = indicatorIds(shownSets(loadKnowledge())).indexOf(indicator);
      const rows = await database.in(hospital, (tx) =>
        tx.db
          .selectFrom('indicator_case')
          .select('standings')
          .where('site_id', '=', hospital)
          .where('fls_case_id', '=', id)
          .execute(),
      );
      const letter = rows[0]?.standings[place];
      return Object.entries(letters).find(([, each]) => each === letter)?.[0] ?? null;
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}

function cared(
  database: TestDatabase,
  nurse: Person,
  today: CalendarDate,
  { daysAgo, medicine = 'M05BA04', dosesDaysAgo = [], site, person: known }: Story,
): Promise<FoundCase> {
  return database.in(hospital, async (tx) => {
    const on = addDays(today, -daysAgo);
    const found = await foundCase(tx, { reportedOn: on });
    const person = known ?? found.person;
    await tx.db
      .updateTable('fracture_episode')
      .set({
        person_id: person,
        mechanism: 'low-energy',
        ...(site === undefined ? {} : { fracture_site: site }),
      })
      .where('fracture_episode_id', '=', found.episode)
      .execute();
    await tx.db
      .updateTable('fls_case')
      .set({
        person_id: person,
        state: 'open',
        stage: 'follow-up',
        owner_id: nurse.id,
        fracture_on: on,
        opened_on: on,
        ...(site === undefined ? {} : { stated_site: site }),
      })
      .where('fls_case_id', '=', found.id)
      .execute();
    const common = { person, case: found.id, recordedAt: new Date() };
    await addDecisions(tx, [
      {
        ...common,
        outcome: medicine === null ? 'not-indicated' : 'medicine',
        medicine,
        startPlannedOn: null,
        inputs: {},
        reasons: [],
        knowledgeVersion: 'test',
        overrideReason: null,
        decidedOn: addDays(on, 10),
        decidedBy: nurse.id,
        replaces: null,
      },
    ]);
    await addInjections(
      tx,
      dosesDaysAgo.map((days) => ({
        ...common,
        medicine: medicine ?? '',
        dueOn: addDays(today, -days),
        givenOn: addDays(today, -days),
        nextDueOn: null,
        notGivenReason: null,
        recordedBy: nurse.id,
      })),
    );
    return { ...found, person };
  });
}
