// What can happen to a patient in follow-up, each with its path and its effect on the figures: a new fracture told of in a call, two
// fractures on one day, death, a move, no more follow-up wanted.

import { addDays, type CalendarDate, type FractureSite } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { letters } from '@breekpunt/quality';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FoundCase, foundCase } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { indicatorIds, shownSets } from '../quality/shown-sets.ts';
import { addDecisions } from '../records/decision.ts';
import { addIdentifier } from '../records/person-identifier.ts';
import { dayAt } from '../start/day-at.ts';
import type { CallSheet } from './call-sheet.ts';
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

/** Confirmed, treated with a tablet and followed; of one person when one is given. */
async function followed(
  daysAgo: number,
  of: { site?: FractureSite; person?: number } = {},
): Promise<FoundCase> {
  return database.in('gent', async (tx) => {
    const on = addDays(today, -daysAgo);
    const found = await foundCase(tx, { reportedOn: on });
    const person = of.person ?? found.person;
    await tx.db
      .updateTable('fracture_episode')
      .set({
        person_id: person,
        mechanism: 'low-energy',
        ...(of.site === undefined ? {} : { fracture_site: of.site }),
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
        ...(of.site === undefined ? {} : { stated_site: of.site }),
      })
      .where('fls_case_id', '=', found.id)
      .execute();
    await addDecisions(tx, [
      {
        person,
        case: found.id,
        outcome: 'medicine',
        medicine: 'M05BA04',
        startPlannedOn: null,
        inputs: {},
        reasons: [],
        knowledgeVersion: 'test',
        overrideReason: null,
        decidedOn: addDays(on, 10),
        decidedBy: nurse.id,
        recordedAt: new Date(),
        replaces: null,
      },
    ]);
    return { ...found, person };
  });
}

const plan = () => planHospital(database.db, 'gent', today, server.context.now());

function contactsOf(
  found: FoundCase,
): Promise<{ id: number; moment: string; because: string | null; done: string | null }[]> {
  return database.in('gent', async (tx) => {
    const rows = await tx.db
      .selectFrom('contact')
      .select(['contact_id as id', 'moment', 'cancelled_because as because', 'done_on as done'])
      .where('site_id', '=', 'gent')
      .where('fls_case_id', '=', found.id)
      .orderBy('contact_id')
      .execute();
    return rows;
  });
}

async function sheetOf(found: FoundCase): Promise<CallSheet> {
  const [open] = (await contactsOf(found)).filter(({ because, done }) => because === null && done === null);
  return (await server.ask('GET', `/api/contacts/${open?.id}`, { as: nurse })).json();
}

/** How a case stands in a figure of IOF-2020, counted anew; null when it is not counted at all. */
async function standingOf({ id }: Pick<FoundCase, 'id'>, indicator: string): Promise<string | null> {
  expect((await server.ask('POST', '/api/quality/recount', { as: nurse })).statusCode).toBe(200);
  const place = indicatorIds(shownSets(loadKnowledge())).indexOf(indicator);
  const rows = await database.in('gent', (tx) =>
    tx.db
      .selectFrom('indicator_case')
      .select('standings')
      .where('site_id', '=', 'gent')
      .where('fls_case_id', '=', id)
      .execute(),
  );
  const letter = rows[0]?.standings[place];
  return Object.entries(letters).find(([, each]) => each === letter)?.[0] ?? null;
}

describe('a new fracture told of in a call', () => {
  let older: FoundCase;
  let sheet: CallSheet;
  const tell = (body: object) =>
    server.ask('POST', `/api/contacts/${sheet.id}/fracture`, {
      as: nurse,
      body: { onVersion: sheet.version, ...body },
    });

  beforeAll(async () => {
    older = await followed(100);
    await plan();
    sheet = await sheetOf(older);
    expect(sheet.told).toBeNull();
  });

  test('opens a case at once, with its place and day, to be confirmed like any other', async () => {
    const told = await tell({ site: 'wrist.distal-radius', side: 'left', on: addDays(today, -6) });
    expect(told.statusCode).toBe(200);
    const now: CallSheet = told.json().sheet;
    expect(now.answers.fracture).toBe('yes');
    expect(now.told).toMatchObject({
      site: 'wrist.distal-radius',
      side: 'left',
      on: addDays(today, -6),
      state: 'to-review',
    });
    expect(now.told?.case).not.toBe(older.id);
    const page = (await server.ask('GET', `/api/cases/${now.told?.case}`, { as: nurse })).json();
    expect(page.row.site).toBe('wrist.distal-radius');
    expect(page.row.patient.id).toBe(older.person);
    sheet = now;
  });

  test('is told once; what was heard wrong is put right on its case', async () => {
    const again = await tell({ site: 'hip.femoral-neck', side: 'left', on: addDays(today, -6) });
    expect([again.statusCode, again.json().at]).toEqual([422, 'body.site']);
    expect((await tell({ site: 'rib', on: addDays(today, 1) })).statusCode).toBe(422);
  });

  test('once confirmed, is followed in place of the older one, which stays in the figures', async () => {
    const id = sheet.told?.case ?? 0;
    const { version } = (await server.ask('GET', `/api/cases/${id}`, { as: nurse })).json().row;
    const confirmed = await server.ask('POST', `/api/cases/${id}/verdict`, {
      as: nurse,
      body: { onVersion: version, verdict: 'confirmed' },
    });
    expect(confirmed.statusCode).toBe(200);
    await plan();
    expect(new Set((await contactsOf(older)).map(({ because }) => because))).toEqual(
      new Set(['new-fracture']),
    );
    expect(await standingOf(older, 'iof.7')).not.toBeNull();
    expect(await standingOf({ ...older, id }, 'iof.3')).not.toBeNull();
  });

  test('the letter of the emergency department that comes later opens no second case', async () => {
    const before = await casesOf(older.person);
    const it = await server.signedInAs('gent', 'it');
    const number = await database.in('gent', async (tx) => {
      const value = `T-${older.person}`;
      await addIdentifier(tx, testKeys, older.person, { system: 'local', assigner: '', value });
      return value;
    });
    const posted = await server.ask('POST', '/fhir', {
      as: it,
      body: {
        resourceType: 'DiagnosticReport',
        id: 'spoed',
        status: 'final',
        code: { text: 'spoedverslag' },
        subject: { identifier: { value: number } },
        effectiveDateTime: addDays(today, -5),
        presentedForm: [
          {
            contentType: 'text/plain',
            data: Buffer.from(
              'Gisteren gevallen van stahoogte. Distale radiusfractuur links, gipsspalk.',
            ).toString('base64'),
          },
        ],
      },
    });
    expect(posted.statusCode).toBe(200);
    expect(await casesOf(older.person)).toEqual(before);
  });
});

function casesOf(person: number): Promise<number[]> {
  return database.in('gent', async (tx) => {
    const rows = await tx.db
      .selectFrom('fls_case')
      .select('fls_case_id')
      .where('site_id', '=', 'gent')
      .where('person_id', '=', person)
      .orderBy('fls_case_id')
      .execute();
    return rows.map((row) => row.fls_case_id);
  });
}

describe('two fractures on one day', () => {
  test('are followed as one, under the case that the figures count: the hip before the wrist', async () => {
    const wrist = await followed(130, { site: 'wrist.distal-radius' });
    const hip = await followed(130, { site: 'hip.femoral-neck', person: wrist.person });
    await plan();
    expect((await contactsOf(hip)).map(({ moment, because }) => [moment, because])).toEqual([
      ['16-weeks', null],
      ['52-weeks', null],
    ]);
    expect(await contactsOf(wrist)).toEqual([]);
    const sheet = await sheetOf(hip);
    await server.ask('POST', `/api/contacts/${sheet.id}/end`, {
      as: nurse,
      body: { onVersion: sheet.version, channel: 'clinic' },
    });
    await database.in('gent', (tx) =>
      tx.db
        .updateTable('contact')
        .set({ done_on: addDays(today, -30) })
        .where('contact_id', '=', sheet.id)
        .execute(),
    );
    expect(await standingOf(hip, 'iof.7')).toBe('achieved');
    expect(await standingOf(wrist, 'iof.7')).toBe('left-out');
  });

  test('found one after the other, lose no contact: those of the first end because the other is followed', async () => {
    const rib = await followed(30, { site: 'rib' });
    await plan();
    expect((await contactsOf(rib)).map(({ because }) => because)).toEqual([null, null]);
    const hip = await followed(30, { site: 'hip.femoral-neck', person: rib.person });
    await plan();
    expect((await contactsOf(rib)).map(({ because }) => because)).toEqual(['same-day', 'same-day']);
    expect((await contactsOf(hip)).map(({ because }) => because)).toEqual([null, null]);
  });

  test('go on under the other when one of them is closed', async () => {
    const wrist = await followed(30, { site: 'wrist.distal-radius' });
    const hip = await followed(30, { site: 'hip.femoral-neck', person: wrist.person });
    await database.in('gent', (tx) =>
      tx.db
        .updateTable('fls_case')
        .set({ state: 'closed', reason: 'completed', closed_at: new Date() })
        .where('fls_case_id', '=', hip.id)
        .execute(),
    );
    await plan();
    expect((await contactsOf(wrist)).map(({ because }) => because)).toEqual([null, null]);
  });
});

describe('follow-up that ends', () => {
  const end = async (found: FoundCase, body: object): Promise<void> => {
    const { version } = (await server.ask('GET', `/api/cases/${found.id}`, { as: nurse })).json().row;
    const ended = await server.ask('POST', `/api/cases/${found.id}/follow-up-end`, {
      as: nurse,
      body: { onVersion: version, ...body },
    });
    expect([ended.statusCode, ended.body.slice(0, ended.statusCode === 200 ? 0 : 300)]).toEqual([200, '']);
  };

  test.each([
    ['declined', 'wants no more of it', 'declined'],
    ['moved-away', 'moved away', 'moved-away'],
  ])(
    'because the patient %s (%s) closes the case and its contacts, and counts as not followed up',
    async (because, _why, ended) => {
      const found = await followed(130);
      await plan();
      await end(found, { because });
      expect(new Set((await contactsOf(found)).map((contact) => contact.because))).toEqual(new Set([ended]));
      const page = (await server.ask('GET', `/api/cases/${found.id}`, { as: nurse })).json();
      expect(page.row.reason).toBe(because);
      expect(await standingOf(found, 'iof.7')).toBe('not-recorded');
    },
  );

  test('because the patient died before the sixteenth week leaves the figure of that week, and stays in those before it', async () => {
    const found = await followed(130);
    await plan();
    await end(found, { because: 'deceased', on: addDays(today, -60) });
    expect(new Set((await contactsOf(found)).map(({ because }) => because))).toEqual(new Set(['deceased']));
    expect(await standingOf(found, 'iof.7')).toBe('outside');
    expect(await standingOf(found, 'iof.3')).not.toBe('outside');
  });

  test('by a death after the sixteenth week counts in the figure of that week', async () => {
    const found = await followed(130);
    await end(found, { because: 'deceased', on: addDays(today, -10) });
    expect(await standingOf(found, 'iof.7')).toBe('not-recorded');
  });

  test('by a death whose day nobody knows leaves the figures that ask who was alive, and stays in the others', async () => {
    const found = await followed(130);
    await end(found, { because: 'deceased', on: null });
    expect(await standingOf(found, 'iof.7')).toBe('outside');
    expect(await standingOf(found, 'iof.3')).not.toBe('outside');
  });

  test('in the future is refused', async () => {
    const found = await followed(130);
    const ended = await server.ask('POST', `/api/cases/${found.id}/follow-up-end`, {
      as: nurse,
      body: { onVersion: 1, because: 'deceased', on: addDays(today, 1) },
    });
    expect([ended.statusCode, ended.json().at]).toEqual([422, 'body.on']);
  });
});

test('a contact is given to a colleague, and ended by the way in which it was made', async () => {
  const found = await followed(100);
  await plan();
  const sheet = await sheetOf(found);
  const other = await server.signedInAs('gent', 'nurse');
  const given = await server.ask('PATCH', `/api/contacts/${sheet.id}`, {
    as: nurse,
    body: { onVersion: sheet.version, owner: other.id },
  });
  expect(given.json().sheet.owner).toBe(other.id);
  const ended = await server.ask('POST', `/api/contacts/${sheet.id}/end`, {
    as: nurse,
    body: { onVersion: sheet.version + 1, channel: 'video' },
  });
  expect(ended.json().sheet.channel).toBe('video');
});
