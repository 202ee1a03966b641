import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
import type { ReportRecord } from '@breekpunt/integrate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../test/test-server.ts';
import { processReports } from '../intake/reports/process-reports.ts';
import { addPerson } from '../records/person.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let today: CalendarDate;
beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  today = server.today();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function patient(...records: readonly Partial<ReportRecord>[]): Promise<number> {
  const person = await database.in('gent', (tx) =>
    addPerson(tx, {
      familyName: null,
      givenName: null,
      birthDate: knownDate('1944-05-06'),
      sex: 'female',
      language: 'nl',
      country: 'BE',
      deceased: 'no',
      deathDate: null,
    }),
  );
  await send(person, ...records);
  return person;
}

const send = (person: number, ...records: readonly Partial<ReportRecord>[]): Promise<unknown> =>
  database.in('gent', (tx) =>
    processReports(
      tx,
      server.context.intake.finding(),
      records.map((record, index) => ({
        person,
        sourceSystem: `ris-${person}`,
        record: {
          id: `r${index}`,
          text: '',
          date: addDays(today, -2),
          kind: 'xray',
          language: 'nl',
          place: { kind: 'file' },
          ...record,
        },
      })),
      { today, now: server.context.now() },
    ),
  );

const rows = <T>(query: string, person: number): Promise<T[]> =>
  database.asOwner(async (owner) => (await owner.query(query, [person])).rows as T[]);
const casesOf = (person: number) =>
  rows<{
    fls_case_id: number;
    state: string;
    version: number;
    news: string[];
    urgency: number;
    fracture_on: string;
  }>('select * from fls_case where person_id = $1 order by fls_case_id', person);
const episodesOf = (person: number) =>
  rows<{ fracture_site: string; eligibility: string; mechanism: string }>(
    `select fracture_site, eligibility, mechanism from fracture_episode
      where person_id = $1 and withdrawn_at is null order by fracture_site`,
    person,
  );

async function decide(id: number, onVersion: number, body: object, path = 'verdict') {
  const answer = await server.ask('POST', `/api/cases/${id}/${path}`, {
    as: nurse,
    body: { onVersion, ...body },
  });
  expect(answer.statusCode).toBe(200);
  return answer.json() as { version: number };
}

const hip = { text: 'Pertrochantere femurfractuur links na val van stoel.' };
const wrist = { id: 'w', text: 'Distale radiusfractuur links na val.' };

describe('a fracture whose place a nurse corrects', () => {
  test('is merged and judged at the place she says, under the same case, and she is not told of her own deed', async () => {
    const person = await patient(wrist);
    const [before] = await casesOf(person);
    const id = Number(before?.fls_case_id);
    const given = await decide(id, 1, {
      verdict: 'corrected',
      correction: { site: 'hip.trochanteric', fractureOn: addDays(today, -11) },
    });
    const [after, ...others] = await casesOf(person);
    expect(others).toEqual([]);
    expect(after).toMatchObject({ state: 'open', news: [], version: given.version });
    expect(Number(after?.urgency)).toBeGreaterThan(Number(before?.urgency));
    expect(await episodesOf(person)).toMatchObject([{ fracture_site: 'hip.trochanteric' }]);
    // The next report of the same hip finds the corrected fracture there.
    await send(person, { ...hip, id: 'later' });
    expect(await episodesOf(person)).toHaveLength(1);
    expect(await casesOf(person)).toHaveLength(1);
  });

  test('becomes one with the fracture that is known there', async () => {
    const person = await patient(hip, wrist);
    const [first] = await casesOf(person);
    await decide(Number(first?.fls_case_id), 1, {
      verdict: 'corrected',
      correction: { site: 'wrist.distal-radius', side: 'left' },
    });
    expect(await episodesOf(person)).toMatchObject([{ fracture_site: 'wrist.distal-radius' }]);
    expect((await casesOf(person)).filter(({ state }) => state === 'open')).toHaveLength(1);
  });

  test('is again what the sources say when the verdict is taken back', async () => {
    const person = await patient(wrist);
    const [{ fls_case_id: id } = { fls_case_id: 0 }] = await casesOf(person);
    const { version } = await decide(Number(id), 1, {
      verdict: 'corrected',
      correction: { site: 'hip.trochanteric' },
    });
    await decide(Number(id), version, {}, 'undo');
    expect(await episodesOf(person)).toMatchObject([{ fracture_site: 'wrist.distal-radius' }]);
    expect(await casesOf(person)).toMatchObject([{ state: 'to-review' }]);
  });

  test('stays so when its report is revised, and somebody is told to read the new words', async () => {
    const person = await patient(wrist);
    const [{ fls_case_id: id } = { fls_case_id: 0 }] = await casesOf(person);
    await decide(Number(id), 1, { verdict: 'corrected', correction: { site: 'hip.trochanteric' } });
    await send(person, {
      ...wrist,
      text: 'Aangepast verslag. Distale radiusfractuur links na val op straat.',
    });
    expect(await episodesOf(person)).toMatchObject([{ fracture_site: 'hip.trochanteric' }]);
    expect(await casesOf(person)).toMatchObject([{ state: 'open', news: ['evidence-corrected'] }]);
  });
});

test('a mechanism that a nurse corrects decides whether the fracture counts', async () => {
  const person = await patient(wrist);
  const [{ fls_case_id: id } = { fls_case_id: 0 }] = await casesOf(person);
  await decide(Number(id), 1, { verdict: 'corrected', correction: { mechanism: 'high-energy' } });
  expect(await episodesOf(person)).toMatchObject([{ mechanism: 'high-energy', eligibility: 'not-eligible' }]);
  expect(await casesOf(person)).toMatchObject([{ news: ['no-longer-eligible'] }]);
});

test('a fracture that a nurse marks as missed opens a case, and leaves with her mark', async () => {
  const text = 'Status: val. Knik ter hoogte van de pols links.';
  const person = await patient({ text });
  expect(await casesOf(person)).toEqual([]);
  const [{ report_id: report } = { report_id: 0 }] = await rows<{ report_id: number }>(
    'select report_id from report where person_id = $1',
    person,
  );
  const mark = (body: object) => server.ask('POST', `/api/reports/${report}/marks`, { as: nurse, body });
  const words = { mark: 'missed', start: 13, end: 17 };
  expect((await mark({ ...words, site: null })).statusCode).toBe(200);
  expect(await casesOf(person)).toEqual([]);
  expect((await mark({ ...words, site: 'wrist.distal-radius', time: 'acute' })).statusCode).toBe(200);
  expect(await casesOf(person)).toMatchObject([{ state: 'to-review' }]);
  expect(await episodesOf(person)).toMatchObject([{ fracture_site: 'wrist.distal-radius' }]);
  const [{ finding_id: finding } = { finding_id: 0 }] = await rows<{ finding_id: number }>(
    'select finding_id from finding where person_id = $1 and withdrawn_at is null',
    person,
  );
  expect((await mark({ mark: 'wrong', finding: Number(finding) })).statusCode).toBe(200);
  expect(await casesOf(person)).toMatchObject([{ state: 'closed' }]);
});
