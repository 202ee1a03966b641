// How follow-up ends before its time and is taken up again: the path of each, and the figures before and after.

import { addDays } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FollowedHospital, followedHospital } from '../../test/followed-hospital.ts';
import type { FoundCase } from '../../test/found-case.ts';

let hospital: FollowedHospital;

beforeAll(async () => {
  hospital = await followedHospital();
});
afterAll(() => hospital.close());

/** Somebody whose sixteenth week has passed. */
async function followed(): Promise<FoundCase> {
  const found = await hospital.cared({ daysAgo: 130 });
  await hospital.plan();
  return found;
}

async function end(found: FoundCase, body: object): Promise<void> {
  const ended = await hospital.onCase(found, 'follow-up-end', body);
  expect([ended.statusCode, ended.body.slice(0, ended.statusCode === 200 ? 0 : 300)]).toEqual([200, '']);
}

const endings = async (found: FoundCase): Promise<Set<string | null>> =>
  new Set((await hospital.contactsOf(found)).map(({ because }) => because));

describe('follow-up that ends', () => {
  test.each(['declined', 'moved-away'])(
    'because the patient %s closes the case and its contacts, and counts as not followed up, as before',
    async (because) => {
      const found = await followed();
      expect(await hospital.standingOf(found, 'iof.7')).toBe('not-recorded');
      await end(found, { because });
      expect(await endings(found)).toEqual(new Set([because]));
      const { server, nurse } = hospital;
      const page = (await server.ask('GET', `/api/cases/${found.id}`, { as: nurse })).json();
      expect(page.row.reason).toBe(because);
      expect(await hospital.standingOf(found, 'iof.7')).toBe('not-recorded');
    },
  );

  test('by a death before the sixteenth week leaves the figure of that week, and stays in those before it', async () => {
    const found = await followed();
    expect(await hospital.standingOf(found, 'iof.7')).toBe('not-recorded');
    await end(found, { because: 'deceased', on: addDays(hospital.today, -60) });
    expect(await endings(found)).toEqual(new Set(['deceased']));
    expect(await hospital.standingOf(found, 'iof.7')).toBe('outside');
    expect(await hospital.standingOf(found, 'iof.3')).not.toBe('outside');
  });

  test('by a death after the sixteenth week counts in the figure of that week', async () => {
    const found = await followed();
    await end(found, { because: 'deceased', on: addDays(hospital.today, -10) });
    expect(await hospital.standingOf(found, 'iof.7')).toBe('not-recorded');
  });

  test('by a death whose day nobody knows leaves the figures that ask who was alive, and stays in the others', async () => {
    const found = await followed();
    await end(found, { because: 'deceased', on: null });
    expect(await hospital.standingOf(found, 'iof.7')).toBe('outside');
    expect(await hospital.standingOf(found, 'iof.3')).not.toBe('outside');
  });

  test('by a death in the future is refused', async () => {
    const found = await followed();
    const on = addDays(hospital.today, 1);
    const ended = await hospital.onCase(found, 'follow-up-end', { because: 'deceased', on });
    expect([ended.statusCode, ended.json().at]).toEqual([422, 'body.on']);
  });
});

describe('follow-up that is taken up again', () => {
  test.each(['declined', 'moved-away'])(
    'after %s brings back the contacts that are still owed, and the case is open',
    async (because) => {
      const found = await followed();
      const before = await hospital.openOf(found);
      await end(found, { because });
      expect(await hospital.openOf(found)).toEqual([]);
      expect((await hospital.onCase(found, 'follow-up-resume')).statusCode).toBe(200);
      expect(await hospital.openOf(found)).toEqual(before);
    },
  );

  test('after a death that was a mistake counts among the living again', async () => {
    const found = await followed();
    await end(found, { because: 'deceased', on: addDays(hospital.today, -60) });
    expect(await hospital.standingOf(found, 'iof.7')).toBe('outside');
    expect((await hospital.onCase(found, 'follow-up-resume')).statusCode).toBe(200);
    expect(await hospital.standingOf(found, 'iof.7')).toBe('not-recorded');
    expect(await hospital.openOf(found)).toContain('16-weeks');
  });

  test('when it never ended is refused', async () => {
    const found = await followed();
    expect((await hospital.onCase(found, 'follow-up-resume')).statusCode).toBe(422);
  });
});
