// The plan of a night: what a confirmed case is owed, and in which order it stands on the list.

import { addDays, knownDate } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FollowedHospital, followedHospital } from '../../test/followed-hospital.ts';
import { planHospital } from './plan-hospital.ts';

let hospital: FollowedHospital;

beforeAll(async () => {
  hospital = await followedHospital();
});
afterAll(() => hospital.close());

describe('the plan of a night', () => {
  test('gives a case with a drug its contacts, and a second night changes nothing', async () => {
    const found = await hospital.cared({ daysAgo: 90 });
    expect((await hospital.plan()).added).toBeGreaterThanOrEqual(2);
    expect(await hospital.openOf(found)).toEqual(['16-weeks', '52-weeks']);
    expect(await hospital.plan()).toEqual({ added: 0, moved: 0, ended: 0 });
  });

  test('plans the next denosumab from the last one given, and writes the dose down as owed', async () => {
    const found = await hospital.cared({ daysAgo: 300, medicine: 'M05BX04', dosesDaysAgo: [250] });
    await hospital.plan();
    expect(await hospital.openOf(found)).toContain('injection');
    const owed = await hospital.database.in('gent', (tx) =>
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
    const older = await hospital.cared({ daysAgo: 90 });
    await hospital.plan();
    const newer = await hospital.cared({ daysAgo: 5, person: older.person });
    await hospital.plan();
    expect(await hospital.openOf(older)).toEqual([]);
    expect(await hospital.openOf(newer)).toEqual(['16-weeks', '52-weeks']);
  });

  test('puts whom to call now before whom to call later', async () => {
    const later = await hospital.cared({ daysAgo: 76 });
    const now = await hospital.cared({ daysAgo: 91 });
    await hospital.plan();
    const { contacts } = await hospital.list();
    const places = [now, later].map(({ id }) => contacts.findIndex((each) => each.case === id));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
  });

  test('counts days as the rule says, whatever leap day or day of the week lies between', async () => {
    const found = await hospital.cared({ daysAgo: 10, medicine: null });
    await hospital.database.in('gent', (tx) =>
      tx.db
        .updateTable('fls_case')
        .set({ fracture_on: knownDate('2024-02-29') })
        .where('fls_case_id', '=', found.id)
        .execute(),
    );
    const { database, server } = hospital;
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
});

describe('two fractures on one day', () => {
  test('are followed as one, under the case that the figures count: the hip before the wrist', async () => {
    const wrist = await hospital.cared({ daysAgo: 130, site: 'wrist.distal-radius' });
    const hip = await hospital.cared({ daysAgo: 130, site: 'hip.femoral-neck', person: wrist.person });
    await hospital.plan();
    expect(await hospital.openOf(hip)).toEqual(['16-weeks', '52-weeks']);
    expect(await hospital.contactsOf(wrist)).toEqual([]);
    const sheet = await hospital.sheetOf(hip);
    await hospital.endCall(sheet);
    await hospital.database.in('gent', (tx) =>
      tx.db
        .updateTable('contact')
        // As if the call had been in time.
        .set({ done_on: addDays(hospital.today, -30) })
        .where('contact_id', '=', sheet.id)
        .execute(),
    );
    expect(await hospital.standingOf(hip, 'iof.7')).toBe('achieved');
    expect(await hospital.standingOf(wrist, 'iof.7')).toBe('left-out');
  });

  test('found one after the other, lose no contact: those of the first end because the other is followed', async () => {
    const rib = await hospital.cared({ daysAgo: 30, site: 'rib' });
    await hospital.plan();
    expect((await hospital.contactsOf(rib)).map(({ because }) => because)).toEqual([null, null]);
    const hip = await hospital.cared({ daysAgo: 30, site: 'hip.femoral-neck', person: rib.person });
    await hospital.plan();
    expect((await hospital.contactsOf(rib)).map(({ because }) => because)).toEqual(['same-day', 'same-day']);
    expect((await hospital.contactsOf(hip)).map(({ because }) => because)).toEqual([null, null]);
  });

  test('go on under the other when one of them is closed', async () => {
    const wrist = await hospital.cared({ daysAgo: 30, site: 'wrist.distal-radius' });
    const hip = await hospital.cared({ daysAgo: 30, site: 'hip.femoral-neck', person: wrist.person });
    await hospital.database.in('gent', (tx) =>
      tx.db
        .updateTable('fls_case')
        .set({ state: 'closed', reason: 'completed', closed_at: new Date() })
        .where('fls_case_id', '=', hip.id)
        .execute(),
    );
    await hospital.plan();
    expect((await hospital.contactsOf(wrist)).map(({ because }) => because)).toEqual([null, null]);
  });
});
