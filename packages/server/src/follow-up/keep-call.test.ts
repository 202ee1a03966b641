// A call at 16 weeks: what is kept of it, what it leaves behind, and who does it.

import { addDays } from '@breekpunt/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FollowedHospital, followedHospital } from '../../test/followed-hospital.ts';

let hospital: FollowedHospital;

beforeAll(async () => {
  hospital = await followedHospital();
});
afterAll(() => hospital.close());

test('each answer is kept as it is given, and unasked stays not recorded', async () => {
  const { sheet } = await hospital.due();
  expect(sheet.questions[0]).toBe('started');
  expect(new Set(Object.values(sheet.answers))).toEqual(new Set(['not-recorded']));
  const kept = await hospital.say(sheet, { started: 'yes' });
  expect(kept.answers.started).toBe('yes');
  expect(kept.answers.fall).toBe('not-recorded');
  expect(kept.version).toBe(sheet.version + 1);
});

test('the second of two people is told that the first was faster', async () => {
  const { sheet } = await hospital.due();
  await hospital.say(sheet, { fall: 'no' });
  const late = await hospital.server.ask('PATCH', `/api/contacts/${sheet.id}`, {
    as: hospital.nurse,
    body: { onVersion: sheet.version, answers: { fall: 'yes' } },
  });
  expect([late.statusCode, late.json().code]).toEqual([409, 'changed-meanwhile']);
});

test('who never began is not asked how it goes', async () => {
  const { sheet } = await hospital.due();
  const { open, afterStart } = await hospital.say(sheet, { started: 'no' });
  expect(open).toEqual(['thigh-or-groin-pain', 'jaw', 'fall', 'fracture', 'exercises', 'questions']);
  expect(afterStart).toEqual(['still-taking', 'side-effects']);
});

test('what needs somebody is a task, once, however often it is heard', async () => {
  const { found, sheet } = await hospital.due();
  const answered = await hospital.say(sheet, {
    started: 'yes',
    'still-taking': 'yes',
    'thigh-or-groin-pain': 'yes',
    fall: 'yes',
  });
  expect(answered.leads.map(({ kind, question }) => [kind, question])).toEqual([
    ['femur-x-rays', 'thigh-or-groin-pain'],
    ['falls-again', 'fall'],
  ]);
  expect((await hospital.endCall(answered)).statusCode).toBe(200);
  const tasks = await hospital.tasksOf(found);
  expect(tasks.map((task) => task.due_on)).toEqual([addDays(hospital.today, 1), addDays(hospital.today, 7)]);
  expect(tasks[0]?.title).toContain('dijbenen');
  expect(await hospital.openOf(found)).toEqual(['52-weeks']);
  // By two at the same moment: it is one contact.
  const opened = await Promise.all([1, 2].map(() => hospital.onCase(found, 'contacts')));
  expect(opened.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  expect(await hospital.openOf(found)).toEqual(['unplanned', '52-weeks']);
  const again = await hospital.say(await hospital.sheetOf(found, 'unplanned'), { fall: 'yes' });
  await hospital.endCall(again);
  expect(await hospital.tasksOf(found)).toHaveLength(2);
});

test('a contact is given to a colleague, and ended by the way in which it was made', async () => {
  const { sheet } = await hospital.due();
  const other = await hospital.server.signedInAs('gent', 'nurse');
  const given = await hospital.server.ask('PATCH', `/api/contacts/${sheet.id}`, {
    as: hospital.nurse,
    body: { onVersion: sheet.version, owner: other.id },
  });
  expect(given.json().sheet.owner).toBe(other.id);
  const ended = await hospital.post(given.json().sheet, 'end', { channel: 'video' });
  expect(ended.json().sheet.channel).toBe('video');
});
