// Doses that are due. The clock of denosumab: on top when it is overdue, counted from the last dose really given, and never stopped
// without what follows, whichever door somebody takes; and the infusion of zoledronate, which is arranged and given, not called.

import { addDays } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FollowedHospital, followedHospital } from '../../test/followed-hospital.ts';
import type { FoundCase } from '../../test/found-case.ts';
import { siteFollowUpRules } from './follow-up-rules.ts';
import { type WaitingDose, waitingDoses } from './waiting-doses.ts';

let hospital: FollowedHospital;

beforeAll(async () => {
  hospital = await followedHospital();
});
afterAll(() => hospital.close());

const denosumab = 'M05BX04';

async function on(dosesDaysAgo: readonly number[], daysAgo = 500): Promise<FoundCase> {
  const found = await hospital.cared({ daysAgo, medicine: denosumab, dosesDaysAgo });
  await hospital.plan();
  return found;
}

const listed = async (): Promise<number[]> => (await hospital.list()).doses.map((dose) => dose.case);

function stop(found: FoundCase, next: object): ReturnType<FollowedHospital['onCase']> {
  return hospital.server.ask('POST', `/api/cases/${found.id}/treatment-stops`, {
    as: hospital.nurse,
    body: { drug: 'denosumab', stoppedOn: hospital.today, because: 'patient-wish', next },
  });
}

/** How many flags another system sees on the patient. */
async function flagged({ person }: FoundCase): Promise<number> {
  const { body } = await hospital.server.ask('GET', `/fhir/Flag?patient=${person}&_total=accurate`, {
    as: hospital.nurse,
  });
  return JSON.parse(body).total;
}

/** What the cards of another system and the webhooks go by. */
function overdueOf({ person }: FoundCase): Promise<readonly WaitingDose[]> {
  return hospital.database.in('gent', async (tx) =>
    (await waitingDoses(tx, await siteFollowUpRules(tx, hospital.today), [person])).filter(
      ({ standing }) => standing.state === 'overdue',
    ),
  );
}

describe('an infusion of zoledronate', () => {
  const zoledronate = 'M05BA08';
  const lineOf = async ({ id }: FoundCase) => (await hospital.list()).doses.find((dose) => dose.case === id);
  const arrange = (found: FoundCase, day: string | null) =>
    hospital.server.ask('PUT', `/api/cases/${found.id}/doses/arranged`, {
      as: hospital.nurse,
      body: { drug: 'zoledronate', on: day },
    });
  async function onInfusions(lastDaysAgo: number): Promise<FoundCase> {
    const story = { daysAgo: lastDaysAgo + 20, medicine: zoledronate, dosesDaysAgo: [lastDaysAgo] };
    const found = await hospital.cared(story);
    await hospital.plan();
    return found;
  }

  test('that is overdue stands among the doses and in no list of calls, below overdue denosumab', async () => {
    const infusion = await onInfusions(600);
    const injection = await on([250], 420);
    const { doses, contacts } = await hospital.list();
    const order = doses.map((dose) => dose.case);
    expect(order.indexOf(injection.id)).toBeLessThan(order.indexOf(infusion.id));
    const line = doses.find((dose) => dose.case === infusion.id);
    expect([line?.standing.drug, line?.standing.state, line?.arrangedOn]).toEqual([
      'zoledronate',
      'overdue',
      null,
    ]);
    expect(contacts.filter((each) => each.case === infusion.id && each.moment === 'injection')).toEqual([]);
  });

  test('that is arranged shows its day and makes way for what nobody arranged; given, it is gone', async () => {
    const later = await onInfusions(450);
    const arranged = await onInfusions(700);
    expect((await arrange(arranged, addDays(hospital.today, 9))).statusCode).toBe(204);
    expect((await lineOf(arranged))?.arrangedOn).toBe(addDays(hospital.today, 9));
    const order = (await hospital.list()).doses.map((dose) => dose.case);
    expect(order.indexOf(later.id)).toBeLessThan(order.indexOf(arranged.id));
    expect((await arrange(arranged, null)).statusCode).toBe(204);
    expect((await lineOf(arranged))?.arrangedOn).toBeNull();
    const past = await arrange(arranged, addDays(hospital.today, -1));
    expect([past.statusCode, past.json().at]).toEqual([422, 'body.on']);
    const given = await hospital.server.ask('POST', `/api/cases/${arranged.id}/doses`, {
      as: hospital.nurse,
      body: { drug: 'zoledronate', givenOn: hospital.today },
    });
    expect(given.statusCode).toBe(201);
    expect(await lineOf(arranged)).toBeUndefined();
  });

  test('that is arranged stands in the guide’s appointments, the calendar of the team and FHIR, and goes when it is called off', async () => {
    const found = await onInfusions(500);
    const day = addDays(hospital.today, 12);
    expect((await arrange(found, day)).statusCode).toBe(204);
    const feed = await hospital.server.ask('POST', '/api/calendar-feeds', { as: hospital.nurse });
    const calendar = async (): Promise<string> =>
      (await hospital.server.ask('GET', new URL(feed.json().address).pathname)).body;
    const before = await calendar();
    expect(before).toContain(`SUMMARY:Infuus gepland · dossier ${found.id}\r\n`);
    expect(before).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}\r\n`);
    expect(before).not.toContain(`Inspuiting of infuus te geven · dossier ${found.id}\r\n`);
    const fhir = async (what: string) =>
      (await hospital.server.ask('GET', `/fhir/${what}`, { as: hospital.nurse })).json();
    const { entry } = await fhir(`Appointment?patient=${found.person}&date=${day}`);
    expect(entry).toHaveLength(1);
    const { id, status, requestedPeriod } = entry[0].resource;
    expect([status, requestedPeriod]).toEqual(['booked', [{ start: day, end: day }]]);
    expect((await arrange(found, addDays(day, 7))).statusCode).toBe(204);
    const versions = (await fhir(`Appointment/${id}/_history`)).entry;
    expect(
      versions.map(
        ({ resource }: { resource: (typeof entry)[0]['resource'] }) => resource.requestedPeriod[0].start,
      ),
    ).toEqual([addDays(day, 7), day]);
    expect(await calendar()).toContain(`DTSTART;VALUE=DATE:${addDays(day, 7).replaceAll('-', '')}\r\n`);
    expect((await arrange(found, null)).statusCode).toBe(204);
    expect(await calendar()).not.toContain('Infuus gepland');
    expect((await fhir(`Appointment?patient=${found.person}`)).entry ?? []).toEqual([]);
  });

  test('that nobody waits for cannot be arranged', async () => {
    const found = await on([30], 100);
    expect((await arrange(found, addDays(hospital.today, 9))).statusCode).toBe(422);
  });

  test('of somebody who said that it is given no more is not asked for', async () => {
    const found = await onInfusions(600);
    expect(await lineOf(found)).toBeDefined();
    expect(await flagged(found)).toBe(1);
    await hospital.onCase(found, 'contacts');
    await hospital.say(await hospital.sheetOf(found, 'unplanned'), { 'still-taking': 'no' });
    expect((await hospital.endCall(await hospital.sheetOf(found, 'unplanned'))).statusCode).toBe(200);
    expect(await lineOf(found)).toBeUndefined();
    expect(await flagged(found)).toBe(0);
    expect(await overdueOf(found)).toEqual([]);
  });
});

test('stands on top when it is overdue, the longest first', async () => {
  await on([260], 400);
  const longest = await on([420]);
  const { doses, contacts } = await hospital.list();
  const [first] = doses;
  expect(first?.case).toBe(longest.id);
  expect(first?.standing.state).toBe('overdue');
  expect(first?.standing.reasons).toContain('FC8');
  // Its call is taken up there, and stands in no other list.
  expect(contacts.filter((each) => each.case === longest.id && each.moment === 'injection')).toEqual([]);
});

test('is flagged in FHIR from the day on which the page calls it overdue, and also when its stop was only told', async () => {
  const due = await on([190], 420);
  expect([(await listed()).includes(due.id), await flagged(due)]).toEqual([true, 0]);
  const late = await on([260], 420);
  await hospital.onCase(late, 'contacts');
  await hospital.say(await hospital.sheetOf(late, 'unplanned'), { 'still-taking': 'no' });
  expect([(await listed()).includes(late.id), await flagged(late), (await overdueOf(late)).length]).toEqual([
    true,
    1,
    1,
  ]);
});

test('that was given late is counted anew from the day it was given', async () => {
  const found = await on([230]);
  const give = (givenOn: string) =>
    hospital.server.ask('POST', `/api/cases/${found.id}/doses`, {
      as: hospital.nurse,
      body: { drug: 'denosumab', givenOn },
    });
  const given = await give(hospital.today);
  expect(given.statusCode).toBe(201);
  expect(given.json().nextDueOn > addDays(hospital.today, 170)).toBe(true);
  expect(await listed()).not.toContain(found.id);
  expect((await give(addDays(hospital.today, 1))).statusCode).toBe(422);
});

describe('that is no longer given', () => {
  test('ends no call before what follows is written down', async () => {
    const found = await on([300, 118], 360);
    const sheet = await hospital.say(await hospital.sheetOf(found, '52-weeks'), { 'still-taking': 'no' });
    expect(sheet.leads[0]?.kind).toBe('follow-on-plan');
    const refused = await hospital.endCall(sheet);
    expect([refused.statusCode, refused.json().because]).toEqual([422, 'plan-needed']);
    const without = await stop(found, { plan: 'none' });
    expect([without.statusCode, without.json().rules]).toEqual([422, ['FU3', 'FU4']]);
    const wrong = await stop(found, {
      plan: 'drug',
      drug: 'teriparatide',
      on: addDays(hospital.today, 30),
    });
    expect(wrong.json().because).toBe('follows-badly');
    const stopped = await stop(found, {
      plan: 'drug',
      drug: 'zoledronate',
      on: addDays(hospital.today, 30),
    });
    expect(stopped.statusCode).toBe(201);
    const now = await hospital.sheetOf(found, '52-weeks');
    expect([now.leads, now.drug]).toEqual([[], 'denosumab']);
    expect((await hospital.endCall(now)).statusCode).toBe(200);
    expect(await hospital.openOf(found)).toContain('following-drug');
  });

  test('asks on the day that was written down, not first when the six months are over', async () => {
    const found = await on([60], 360);
    const decides = addDays(hospital.today, 20);
    expect((await stop(found, { plan: 'specialist', by: 'reumatoloog', on: decides })).statusCode).toBe(201);
    const sheet = await hospital.sheetOf(found, 'following-drug');
    expect(sheet.due).toBe(decides);
    expect(sheet.rules.map(({ id }) => id)).toContain('FC22');
  });

  test('cannot be dropped in the database itself, by anybody', async () => {
    const found = await on([200], 360);
    const { database, today } = hospital;
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
            medicine_atc: denosumab,
            stopped_on: today,
            because: 'other',
            plan: 'none',
          })
          .execute(),
      ),
    ).rejects.toThrow('denosumab_is_followed');
  });

  test('runs on when the stop was a mistake', async () => {
    const found = await on([260], 400);
    const stopped = await stop(found, {
      plan: 'specialist',
      by: 'dr. A.',
      on: addDays(hospital.today, 20),
    });
    expect(await listed()).not.toContain(found.id);
    const undone = await hospital.server.ask(
      'DELETE',
      `/api/cases/${found.id}/treatment-stops/${stopped.json().id}`,
      { as: hospital.nurse },
    );
    expect(undone.statusCode).toBe(204);
    expect(await listed()).toContain(found.id);
  });
});

test('of somebody who was lost is still called about, and its stop can be heard', async () => {
  const found = await on([300], 700);
  await hospital.database.in('gent', (tx) =>
    tx.db
      .updateTable('fls_case')
      .set({ state: 'closed', reason: 'lost-to-follow-up', closed_at: new Date() })
      .where('fls_case_id', '=', found.id)
      .execute(),
  );
  await hospital.plan();
  expect(await listed()).toContain(found.id);
  await hospital.onCase(found, 'contacts');
  await hospital.say(await hospital.sheetOf(found, 'unplanned'), { 'still-taking': 'no' });
  const stopped = await stop(found, {
    plan: 'specialist',
    by: 'reumatoloog',
    on: addDays(hospital.today, 7),
  });
  expect(stopped.statusCode).toBe(201);
  expect((await hospital.endCall(await hospital.sheetOf(found, 'unplanned'))).statusCode).toBe(200);
});

describe('of somebody who leaves follow-up', () => {
  test('is handed to whoever gives the next one, by name, and a task says to tell them', async () => {
    const found = await on([100], 400);
    const refused = await hospital.onCase(found, 'follow-up-end', { because: 'declined' });
    expect([refused.statusCode, refused.json().because, refused.json().rules]).toEqual([
      422,
      'handover-needed',
      ['FC23'],
    ]);
    expect(await hospital.openOf(found)).not.toEqual([]);
    const ended = await hospital.onCase(found, 'follow-up-end', {
      because: 'declined',
      nextDoseBy: 'huisarts dr. Verzonnen',
    });
    expect(ended.statusCode).toBe(200);
    const [task] = await hospital.tasksOf(found);
    expect(task?.title).toMatch(
      /^Verwittig huisarts dr\. Verzonnen: volgende denosumab te geven op \d{1,2} \p{L}+ \d{4}, en nooit/u,
    );
    expect(task?.due_on).toBe(addDays(hospital.today, 1));
  });

  test('asks nothing when the patient died', async () => {
    const found = await on([100], 400);
    const ended = await hospital.onCase(found, 'follow-up-end', {
      because: 'deceased',
      on: hospital.today,
    });
    expect(ended.statusCode).toBe(200);
  });
});
