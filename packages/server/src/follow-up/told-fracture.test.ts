// A new fracture that a patient tells of in a call: its case, what becomes of the older one, and the letter that comes later.

import { addDays } from '@breekpunt/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FollowedHospital, followedHospital } from '../../test/followed-hospital.ts';
import type { FoundCase } from '../../test/found-case.ts';
import { testKeys } from '../../test/test-database.ts';
import { addIdentifier } from '../records/person-identifier.ts';
import type { CallSheet } from './call-sheet.ts';

let hospital: FollowedHospital;
let older: FoundCase;
let sheet: CallSheet;

beforeAll(async () => {
  hospital = await followedHospital();
  older = await hospital.cared({ daysAgo: 100 });
  await hospital.plan();
  sheet = await hospital.sheetOf(older);
  expect(sheet.told).toBeNull();
});
afterAll(() => hospital.close());

const tell = (body: object) => hospital.post(sheet, 'fracture', body);

test('opens a case at once, with its place and day, to be confirmed like any other', async () => {
  const on = addDays(hospital.today, -6);
  const told = await tell({ site: 'wrist.distal-radius', side: 'left', on });
  expect(told.statusCode).toBe(200);
  const now: CallSheet = told.json().sheet;
  expect(now.answers.fracture).toBe('yes');
  expect(now.told).toMatchObject({ site: 'wrist.distal-radius', side: 'left', on, state: 'to-review' });
  expect(now.told?.case).not.toBe(older.id);
  const { server, nurse } = hospital;
  const page = (await server.ask('GET', `/api/cases/${now.told?.case}`, { as: nurse })).json();
  expect(page.row.site).toBe('wrist.distal-radius');
  expect(page.row.patient.id).toBe(older.person);
  sheet = now;
});

test('is told once; what was heard wrong is put right on its case', async () => {
  const on = addDays(hospital.today, -6);
  const again = await tell({ site: 'hip.femoral-neck', side: 'left', on });
  expect([again.statusCode, again.json().at]).toEqual([422, 'body.site']);
  expect((await tell({ site: 'rib', on: addDays(hospital.today, 1) })).statusCode).toBe(422);
});

test('once confirmed, is followed in place of the older one, which stays in the figures', async () => {
  const id = sheet.told?.case ?? 0;
  expect((await hospital.onCase({ id }, 'verdict', { verdict: 'confirmed' })).statusCode).toBe(200);
  await hospital.plan();
  const ended = (await hospital.contactsOf(older)).map(({ because }) => because);
  expect(new Set(ended)).toEqual(new Set(['new-fracture']));
  expect(await hospital.standingOf(older, 'iof.7')).not.toBeNull();
  expect(await hospital.standingOf({ id }, 'iof.3')).not.toBeNull();
});

test('the letter of the emergency department that comes later opens no second case', async () => {
  const { database, server, today } = hospital;
  const before = await casesOf(older.person);
  const it = await server.signedInAs('gent', 'it');
  const value = `T-${older.person}`;
  await database.in('gent', (tx) =>
    addIdentifier(tx, testKeys, older.person, { system: 'local', assigner: '', value }),
  );
  const letter = 'Gisteren gevallen van stahoogte. Distale radiusfractuur links, gipsspalk.';
  const posted = await server.ask('POST', '/fhir', {
    as: it,
    body: {
      resourceType: 'DiagnosticReport',
      id: 'spoed',
      status: 'final',
      code: { text: 'spoedverslag' },
      subject: { identifier: { value } },
      effectiveDateTime: addDays(today, -5),
      presentedForm: [{ contentType: 'text/plain', data: Buffer.from(letter).toString('base64') }],
    },
  });
  expect(posted.statusCode).toBe(200);
  expect(await casesOf(older.person)).toEqual(before);
});

function casesOf(person: number): Promise<number[]> {
  return hospital.database.in('gent', async (tx) => {
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
