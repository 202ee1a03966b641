import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundCase } from '../../../test/found-case.ts';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../../test/test-server.ts';
import { dayAt } from '../../start/day-at.ts';
import { openUnplannedContact } from '../unplanned-contact.ts';
import { calendarText } from './calendar-text.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;
let colleague: Person;
let today: CalendarDate;
let ofCase: number;
let appointment: number;

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
  colleague = await server.signedInAs('gent', 'nurse');
  today = dayAt(server.context.now(), 'Europe/Brussels');
  [ofCase, appointment] = await database.in('gent', async (tx) => {
    const found = await foundCase(tx, { familyName: 'Geheimnaam' });
    await tx.db
      .updateTable('fls_case')
      .set({ state: 'open', stage: 'follow-up', owner_id: nurse.id })
      .where('fls_case_id', '=', found.id)
      .execute();
    await openUnplannedContact(tx, { person: found.person, case: found.id }, { user: nurse.id, today });
    const row = await tx.db
      .insertInto('appointment')
      .values({
        site_id: 'gent',
        person_id: found.person,
        source_system: 'test',
        source_id: '1',
        status: 'booked',
        starts_at: new Date(`${addDays(today, 10)}T13:30:00Z`),
        duration_minutes: 45,
        reason: 'DXA',
        place: 'Route 12',
      })
      .returning('appointment_id')
      .executeTakeFirstOrThrow();
    return [found.id, row.appointment_id] as const;
  });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function newFeed(as: Person): Promise<{ readonly id: number; readonly path: string }> {
  const made = await server.ask('POST', '/api/calendar-feeds', { as });
  expect(made.statusCode).toBe(201);
  const { id, address } = made.json();
  return { id, path: new URL(address).pathname };
}

test('whoever has the address reads the contacts and appointments of its owner, and no patient is named', async () => {
  const { path } = await newFeed(nurse);
  const read = await server.ask('GET', path);
  expect([read.statusCode, read.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(read.body).toContain(`dossier ${ofCase}`);
  expect(read.body).toContain('DURATION:PT45M');
  expect(read.body).toContain(`DTSTART:${addDays(today, 10).replaceAll('-', '')}T133000Z`);
  expect(read.body).not.toMatch(/geheimnaam/i);
});

test('a colleague’s calendar holds what is the colleague’s', async () => {
  const { path } = await newFeed(colleague);
  expect((await server.ask('GET', path)).body).not.toContain('BEGIN:VEVENT');
});

test('an address that was ended opens nothing, and nobody ends another’s', async () => {
  const { id, path } = await newFeed(nurse);
  const byColleague = await server.ask('DELETE', `/api/calendar-feeds/${id}`, { as: colleague });
  expect(byColleague.statusCode).toBe(404);
  expect((await server.ask('GET', path)).statusCode).toBe(200);
  expect((await server.ask('DELETE', `/api/calendar-feeds/${id}`, { as: nurse })).statusCode).toBe(204);
  expect((await server.ask('GET', path)).statusCode).toBe(404);
});

test('the address of one hospital opens nothing at another', async () => {
  const { path } = await newFeed(nurse);
  expect((await server.ask('GET', path.replace('gent', 'luik'))).statusCode).toBe(404);
  expect((await server.ask('GET', '/calendar/gent/x.ics')).statusCode).toBe(404);
});

test('each reading stands in the audit log', async () => {
  const { id, path } = await newFeed(nurse);
  await server.ask('GET', path);
  const rows = await database.in('gent', (tx) =>
    tx.db
      .selectFrom('audit_event')
      .select(['action', 'app_user_id'])
      .where('object_type', '=', 'calendar-feed')
      .where('object_id', '=', String(id))
      .where('action', '=', 'export')
      .execute(),
  );
  expect(rows).toHaveLength(1);
});

test('one appointment is a file for a calendar', async () => {
  const saved = await server.ask('GET', `/api/appointments/${appointment}/calendar`, { as: nurse });
  expect(saved.statusCode).toBe(200);
  expect(saved.body).toContain('LOCATION:Route 12');
});

/** As a program that subscribes reads it: what breaks RFC 5545 throws. */
function eventsIn(calendar: string): ICAL.Event[] {
  expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const whole = new ICAL.Component(ICAL.parse(calendar));
  expect([whole.name, whole.getFirstPropertyValue('version')]).toEqual(['vcalendar', '2.0']);
  return whole.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

async function change(
  set: { status?: 'changed' | 'cancelled'; starts_at?: Date },
  sequence: number,
): Promise<void> {
  await database.in('gent', (tx) =>
    tx.db
      .updateTable('appointment')
      .set({ ...set, calendar_sequence: sequence })
      .where('site_id', '=', 'gent')
      .where('appointment_id', '=', appointment)
      .execute(),
  );
}

test('a strict reader finds every entry, at its hour, with its name and its count of changes', async () => {
  const { path } = await newFeed(nurse);
  const [contact, visit] = eventsIn((await server.ask('GET', path)).body);
  expect(contact?.startDate.isDate).toBe(true);
  expect(contact?.uid).toMatch(/^gent-contact-\d+$/);
  expect(visit?.startDate.toJSDate()).toEqual(new Date(`${addDays(today, 10)}T13:30:00Z`));
  expect(visit?.duration.toSeconds()).toBe(45 * 60);
  expect(visit?.sequence).toBe(0);
});

test('an appointment that was moved keeps its name and counts one more; one that was called off says so', async () => {
  const { path } = await newFeed(nurse);
  const visitIn = async () =>
    eventsIn((await server.ask('GET', path)).body).find(({ uid }) => uid.includes('appointment'));
  const before = await visitIn();
  await change({ status: 'changed', starts_at: new Date(`${addDays(today, 11)}T08:00:00Z`) }, 1);
  const moved = await visitIn();
  expect([moved?.uid, moved?.sequence]).toEqual([before?.uid, 1]);
  await change({ status: 'cancelled' }, 2);
  const off = await visitIn();
  expect([off?.sequence, off?.component.getFirstPropertyValue('status')]).toEqual([2, 'CANCELLED']);
  expect(off?.summary).toMatch(/^Vervallen: afspraak/);
  await change({ status: 'changed' }, 3);
});

test('patients are named only where the lead of the hospital chose so, and no longer when that is taken back', async () => {
  const { path } = await newFeed(nurse);
  const lead = await server.signedInAs('gent', 'lead');
  const choose = (as: Person, withNames: boolean) =>
    server.ask('PUT', '/api/calendar-feeds/names', { as, body: { withNames } });
  expect((await choose(nurse, true)).statusCode).toBe(403);
  expect((await choose(lead, true)).statusCode).toBe(204);
  expect(eventsIn((await server.ask('GET', path)).body).map(({ summary }) => summary)).toEqual([
    `Contact · dossier ${ofCase} · Geheimnaam Maria`,
    `Afspraak · dossier ${ofCase} · Geheimnaam Maria`,
  ]);
  expect((await choose(lead, false)).statusCode).toBe(204);
  expect((await server.ask('GET', path)).body).not.toMatch(/geheimnaam/i);
});

test('the hour is that of the hospital on both sides of the change of the clock', () => {
  const at = (day: string): ICAL.Event => {
    const written = calendarText(
      [
        {
          ...{
            kind: 'appointment',
            id: 1,
            case: 3,
            minutes: 30,
            place: 'Rue de l’Hôpital 12, entrée principale, à côté de la pharmacie, près de l’accueil',
          },
          ...{ at: new Date(day), cancelled: false, sequence: 0, patient: null },
        },
      ],
      { site: 'gent', address: 'https://breekpunt.example', language: 'fr' },
    );
    return eventsIn(written)[0] as ICAL.Event;
  };
  const inBrussels = (event: ICAL.Event): string =>
    event.startDate
      .toJSDate()
      .toLocaleTimeString('nl-BE', { timeZone: 'Europe/Brussels', timeStyle: 'short' });
  // Summer time ends on 25 October 2026.
  expect([at('2026-10-24T12:30:00Z'), at('2026-10-26T13:30:00Z')].map(inBrussels)).toEqual([
    '14:30',
    '14:30',
  ]);
  expect(at('2026-10-26T13:30:00Z').location).toContain('près de l’accueil');
});

test('a contact is the whole of its day, also when a leap day follows', () => {
  const written = calendarText(
    [
      {
        kind: 'contact',
        id: 7,
        case: 3,
        moment: '16-weeks',
        on: knownDate('2028-02-29'),
        until: knownDate('2028-02-29'),
        sequence: 2,
        patient: null,
      },
    ],
    { site: 'gent', address: 'https://breekpunt.example', language: 'fr' },
  );
  expect(written).toContain('DTSTART;VALUE=DATE:20280229');
  expect(written).toContain('Contact de suivi 16 semaines');
  expect(written).toContain('UID:gent-contact-7');
  expect(eventsIn(written)[0]?.sequence).toBe(2);
});
