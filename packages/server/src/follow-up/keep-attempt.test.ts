// What becomes of a contact when nobody is reached: abroad, in hospital, a wrong number, somebody who asks not to be rung.

import { addDays } from '@breekpunt/core';
import type { Bundle, Patient, Task } from '@medplum/fhirtypes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FollowedHospital, followedHospital } from '../../test/followed-hospital.ts';
import type { CallSheet } from './call-sheet.ts';

let hospital: FollowedHospital;

beforeAll(async () => {
  hospital = await followedHospital();
});
afterAll(() => hospital.close());

async function tried(sheet: CallSheet, outcome: string, again: string | null = null): Promise<CallSheet> {
  const answer = await hospital.post(sheet, 'attempts', { outcome, channel: 'phone', again });
  expect(answer.statusCode).toBe(200);
  return answer.json().sheet;
}

async function lineOf({ id }: { readonly id: number }) {
  return (await hospital.list()).contacts.find((each) => each.case === id && each.moment === '16-weeks');
}

test('three attempts that failed count as not reached, and the contact is not owed again', async () => {
  const { found, sheet } = await hospital.due();
  const once = await tried(sheet, 'no-answer');
  const twice = await tried(once, 'voicemail');
  const thrice = await tried(twice, 'no-answer');
  expect([once, twice, thrice].map(({ attempts }) => attempts.length)).toEqual([1, 2, 3]);
  expect([thrice.outcome, thrice.doneOn]).toEqual(['not-reached', hospital.today]);
  expect(await hospital.openOf(found)).toEqual(['52-weeks']);
});

test('somebody who is abroad is called from the day of coming back, and no day that was agreed on is a failed attempt', async () => {
  const { found, sheet } = await hospital.due();
  const back = addDays(hospital.today, 20);
  let now = await tried(sheet, 'no-answer');
  now = await tried(now, 'in-hospital', addDays(hospital.today, 9));
  now = await tried(now, 'later');
  now = await tried(now, 'abroad', back);
  expect(now.doneOn).toBeNull();
  expect(now.attempts.map(({ outcome, again }) => [outcome, again])).toEqual([
    ['no-answer', null],
    ['in-hospital', addDays(hospital.today, 9)],
    ['later', null],
    ['abroad', back],
  ]);
  const line = await lineOf(found);
  expect([line?.state, line?.tryOn]).toEqual(['waiting', back]);
});

test('a day to try again that has passed is refused', async () => {
  const { sheet } = await hospital.due();
  const refused = await hospital.post(sheet, 'attempts', {
    outcome: 'abroad',
    channel: 'phone',
    again: hospital.today,
  });
  expect([refused.statusCode, refused.json().at]).toEqual([422, 'body.again']);
});

test.each(['no-answer', 'not-by-phone'])('a day to try again is refused after "%s"', async (outcome) => {
  const { sheet } = await hospital.due();
  const refused = await hospital.post(sheet, 'attempts', {
    outcome,
    channel: 'phone',
    again: addDays(hospital.today, 3),
  });
  expect([refused.statusCode, refused.json().at]).toEqual([422, 'body.again']);
});

test('a wrong number is somebody’s task and stands as wrong until another is written down', async () => {
  const { found, sheet } = await hospital.due();
  const now = await tried(sheet, 'wrong-number');
  expect(now.phoneWrong).toBe(true);
  expect((await lineOf(found))?.phoneWrong).toBe(true);
  expect((await hospital.tasksOf(found)).map(({ title }) => title)).toEqual([
    'Telefoonnummer klopt niet: juiste nummer opzoeken',
  ]);
  const put = await hospital.server.ask('PUT', `/api/contacts/${sheet.id}/phone`, {
    as: hospital.nurse,
    body: { phone: '09 000 12 34' },
  });
  expect(put.json().sheet).toMatchObject({ phone: '09 000 12 34', phoneWrong: false });
  // Whoever reads the record elsewhere sees that it changed, and how it was.
  const fhir = (path: string) => hospital.server.ask('GET', `/fhir/${path}`, { as: hospital.nurse });
  const resourcesAt = async (path: string) =>
    ((await fhir(path)).json<Bundle>().entry ?? []).map(({ resource }) => resource);
  const people = (await resourcesAt(`Patient/${found.person}/_history`)) as Patient[];
  expect(people.map(({ telecom }) => telecom?.[0]?.value)).toEqual(['09 000 12 34', undefined]);
  const [task] = await resourcesAt(`Task?patient=${found.person}`);
  const tasks = (await resourcesAt(`Task/${task?.id}/_history`)) as Task[];
  expect(tasks.map(({ status }) => status)).toEqual(['completed', 'requested']);
  // The task is done by it, and the contact waits for nothing any more.
  const page = (await hospital.server.ask('GET', `/api/cases/${found.id}`, { as: hospital.nurse })).json();
  expect(page.tasks.map(({ doneAt }: { doneAt: string | null }) => doneAt === null)).toEqual([false]);
  expect((await lineOf(found))?.state).toBe('due');
});

test('a number is put right with a number, or with whether it may be rung', async () => {
  const { sheet } = await hospital.due();
  const put = await hospital.server.ask('PUT', `/api/contacts/${sheet.id}/phone`, {
    as: hospital.nurse,
    body: {},
  });
  expect(put.statusCode).toBe(400);
});

test('who asks not to be rung keeps the contact, and every list says so until it is taken back', async () => {
  const { found, sheet } = await hospital.due();
  const now = await tried(sheet, 'not-by-phone');
  expect([now.doneOn, now.notByPhone]).toEqual([null, true]);
  const line = await lineOf(found);
  expect([line?.state, line?.notByPhone]).toEqual(['due', true]);
  const back = await hospital.server.ask('PUT', `/api/contacts/${sheet.id}/phone`, {
    as: hospital.nurse,
    body: { notByPhone: false },
  });
  expect(back.json().sheet.notByPhone).toBe(false);
});
