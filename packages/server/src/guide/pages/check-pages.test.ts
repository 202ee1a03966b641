// The alarm check as a patient goes through it, and what stands before the nurse afterwards.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { form } from '../../../test/guide-guest.ts';
import { fractures, type GuideHospital, guideHospital, type Reader } from '../../../test/guide-hospital.ts';

let hospital: GuideHospital;

beforeAll(async () => {
  hospital = await guideHospital();
});
afterAll(() => hospital.close());

async function replyTo(one: Reader, given: (question: number) => string): Promise<string> {
  let at = await hospital.send(one, '/check', {});
  for (let steps = 0; steps < 40 && !at.startsWith('/check/uitslag'); steps += 1) {
    const body = await hospital.page(one, at);
    expect(body).not.toContain('checked');
    at = await hospital.send(one, at, { answer: given(Number(at.split('/')[2])) });
  }
  return at;
}

test('a red yes ends the check with 112, stands at once before the nurse, and makes one task however often it is sent', async () => {
  const one = await hospital.reader(fractures.hip);
  const end = await replyTo(one, () => 'yes');
  expect(end).toMatch(/^\/check\/uitslag\/ambulance-now\?e=\d+$/);
  const card = await hospital.page(one, end);
  expect(card).toContain('tel:112');
  expect(card).toContain('Het team heeft het nog niet gezien');
  await replyTo(one, () => 'yes');
  const { alarms } = (await hospital.server.ask('GET', '/api/guide-alarms', { as: hospital.nurse })).json();
  const own = alarms.filter((alarm: { case: number }) => alarm.case === one.found.id);
  expect(own).toHaveLength(2);
  expect(own[0]).toMatchObject({ level: 'ambulance-now', inDoubt: false, byCarer: false });
  expect(own[0].because).toHaveLength(1);
  const { tasks } = (
    await hospital.server.ask('GET', `/api/cases/${one.found.id}`, { as: hospital.nurse })
  ).json();
  expect(tasks.map(({ kind }: { kind: string }) => kind)).toEqual(['guide-alarm']);
  await hospital.server.ask('POST', `/api/guide-alarms/${own[1].id}/seen`, { as: hospital.nurse });
  const entries = [own[0].id, own[1].id].map((id) =>
    hospital.page(one, `/check/uitslag/ambulance-now?e=${id}`),
  );
  const [first, second] = await Promise.all(entries);
  expect([first, second].filter((body) => body?.includes('Het team heeft uw antwoord gezien'))).toHaveLength(
    1,
  );
});

test('"I do not know" on a red sign is asked once more, and never gives a milder card than a yes', async () => {
  const one = await hospital.reader(fractures.spine);
  const begun = await hospital.send(one, '/check', {});
  expect(await hospital.send(one, begun, { answer: 'unknown' })).toBe('/check/1/nog');
  expect(await hospital.send(one, '/check/1/nog', { answer: 'unknown' })).toBe('/check/2');
  const end = await replyTo(one, (question) => (question === 1 ? 'unknown' : 'no'));
  expect(end).toMatch(/^\/check\/uitslag\/ambulance-now\/twijfel\?e=/);
});

test('all answers no is care at home: no task, and nothing before the nurse', async () => {
  const one = await hospital.reader(fractures.wrist);
  expect(await replyTo(one, () => 'no')).toMatch(/^\/check\/uitslag\/at-home\?e=/);
  const { alarms } = (await hospital.server.ask('GET', '/api/guide-alarms', { as: hospital.nurse })).json();
  expect(alarms.filter((alarm: { case: number }) => alarm.case === one.found.id)).toEqual([]);
  const { tasks } = (
    await hospital.server.ask('GET', `/api/cases/${one.found.id}`, { as: hospital.nurse })
  ).json();
  expect(tasks).toEqual([]);
});

test('a check made without connection is taken once however often the phone sends it', async () => {
  const one = await hospital.reader(fractures.hip);
  const { questions } = JSON.parse(await hospital.page(one, '/check.json'));
  const fields = {
    sentId: 'phone-0123456789',
    at: hospital.server.context.now().toISOString(),
    replies: JSON.stringify({ [questions[0].id]: 'yes' }),
  };
  for (let times = 0; times < 3; times += 1) {
    const answer = await hospital.server.ask('POST', `${one.path}/check/nagekomen`, {
      ...form(fields),
      as: one.as,
    });
    expect(answer.statusCode).toBe(204);
  }
  const { alarms } = (await hospital.server.ask('GET', '/api/guide-alarms', { as: hospital.nurse })).json();
  expect(alarms.filter((alarm: { case: number }) => alarm.case === one.found.id)).toHaveLength(1);
});
