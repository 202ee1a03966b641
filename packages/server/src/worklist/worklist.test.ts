import { addDays, knownDate } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundCase, newUser, today } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { giveVerdict } from '../case/give-verdict.ts';
import { addIdentifier } from '../records/person-identifier.ts';
import { assignCases } from './assign-cases.ts';
import { countFiltered, countLists } from './count-cases.ts';
import { exportWorklist } from './export-worklist.ts';
import { removeView, savedViews, saveView } from './saved-views.ts';
import { searchCases } from './search-cases.ts';
import { wakeSnoozed } from './wake-snoozed.ts';
import type { WorklistFilter } from './worklist-filter.ts';
import { worklistPage } from './worklist-page.ts';
import type { WorklistRow } from './worklist-row.ts';

let database: TestDatabase;
let els = 0;
let piet = 0;
const at = new Date('2026-11-21T09:42:00Z');

beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
  [els, piet] = await database.in('gent', async (tx) => [
    await newUser(tx, 'els', 'Els V.'),
    await newUser(tx, 'piet', 'Piet D.'),
  ]);
});
afterAll(() => database.close());

const all: WorklistFilter = { list: 'to-review', late: false, doubt: false, order: 'urgency' };

/** Every row of a list, read page by page. */
async function wholeList(filter: Partial<WorklistFilter> = {}, size = 2): Promise<WorklistRow[]> {
  const rows: WorklistRow[] = [];
  let after: string | null = null;
  do {
    const page = await database.in('gent', (tx) =>
      worklistPage(tx, { user: els, today }, { ...all, ...filter }, after, size),
    );
    if (!page.ok) throw new Error(page.error.kind);
    rows.push(...page.value.rows);
    after = page.value.next;
  } while (after !== null);
  return rows;
}

const setCorrection = (id: number, said: object | null): Promise<unknown> =>
  database.in('gent', (tx) =>
    tx.db
      .updateTable('fls_case')
      .set({ correction: said === null ? null : JSON.stringify(said) })
      .where('fls_case_id', '=', id)
      .execute(),
  );

describe('the worklist', () => {
  test('shows a found case with its patient, its fracture, and the sentence that proves it with its cues', async () => {
    const found = await database.in('gent', (tx) =>
      foundCase(tx, {
        text: 'Geen pneumothorax. Recente inzakking van L1. Artrose.',
        familyName: 'Adriaens',
      }),
    );
    const row = (await wholeList()).find(({ id }) => id === found.id);
    expect(row).toMatchObject({
      patient: { familyName: 'Adriaens', givenName: 'Maria', birthDate: '1941-03-12', sex: 'female' },
      site: 'vertebra.lumbar',
      levels: ['L1'],
      status: 'present',
      eligibility: 'eligible',
      days: 9,
      owner: null,
      late: false,
    });
    expect(row?.proof?.pieces.map(({ text }) => text).join('')).toBe('Recente inzakking van L1.');
    expect(row?.proof?.pieces.find(({ cue }) => cue === 'fracture')?.text).toContain('inzakking');
  });

  test('puts hip and spine before the wrist, and the newer before the older', async () => {
    await database.in('gent', async (tx) => {
      await foundCase(tx, { text: 'Distale radiusfractuur links.', familyName: 'Pols' });
      await foundCase(tx, { text: 'Femurhalsfractuur rechts.', familyName: 'Heup' });
      await foundCase(tx, {
        text: 'Recente inzakking van T12.',
        familyName: 'Vroeger',
        reportedOn: addDays(today, -60),
      });
    });
    const names = (await wholeList()).map(({ patient }) => patient.familyName ?? '');
    expect(names.indexOf('Heup')).toBeLessThan(names.indexOf('Pols'));
    expect(names.indexOf('Heup')).toBeLessThan(names.indexOf('Vroeger'));
    expect(names.indexOf('Vroeger')).toBeLessThan(names.indexOf('Pols'));
  });

  test.each(['urgency', 'due', 'newest'] as const)(
    'read page by page shows every case once, ordered by %s',
    async (order) => {
      const ids = (await wholeList({ order }, 2)).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.toSorted((a, b) => a - b)).toEqual(
        (await wholeList({ order }, 100)).map(({ id }) => id).toSorted((a, b) => a - b),
      );
      expect(ids).toEqual((await wholeList({ order }, 100)).map(({ id }) => id));
    },
  );

  test.each(['', 'x', 'WyIxIl0', 'bm8'])('refuses %j as a place in the list', async (place) => {
    const page = await database.in('gent', (tx) => worklistPage(tx, { user: els, today }, all, place, 10));
    expect(page.ok).toBe(false);
  });

  test('filters by place, lateness, doubt and owner, and counts what is left', async () => {
    const [late, doubt] = await database.in('gent', async (tx) => [
      await foundCase(tx, { text: 'Ribfractuur links.', familyName: 'Laat', dueOn: addDays(today, -1) }),
      await foundCase(tx, { text: 'Mogelijke wervelinzakking L3.', familyName: 'Twijfel' }),
    ]);
    const namesOf = async (filter: Partial<WorklistFilter>): Promise<(string | null)[]> =>
      (await wholeList(filter)).map(({ patient }) => patient.familyName);
    expect(await namesOf({ place: 'hip' })).toEqual(['Heup']);
    expect(await namesOf({ late: true })).toEqual(['Laat']);
    expect(await namesOf({ doubt: true })).toEqual(['Twijfel']);
    expect(await namesOf({ place: 'other' })).toEqual(expect.arrayContaining(['Laat', 'Pols']));
    expect(await namesOf({ place: 'vertebra' })).toContain('Twijfel');
    // What a person corrected counts before what the sources say.
    await setCorrection(doubt.id, { site: 'rib' });
    expect(await namesOf({ place: 'vertebra' })).not.toContain('Twijfel');
    expect(await namesOf({ place: 'other' })).toContain('Twijfel');
    await setCorrection(doubt.id, null);
    await database.in('gent', (tx) => assignCases(tx, els, at, [{ id: late.id, version: 1 }], els));
    expect(await namesOf({ owner: 'me' })).toEqual(['Laat']);
    expect(await namesOf({ owner: piet })).toEqual([]);
    expect(await namesOf({ owner: 'nobody' })).not.toContain('Laat');
    const asker = { user: els, today };
    const doubtful = { ...all, doubt: true };
    expect(await database.in('gent', (tx) => countFiltered(tx, asker, doubtful).executeTakeFirst())).toEqual({
      count: 1,
    });
    const counts = await database.in('gent', (tx) => countLists(tx, asker));
    expect(counts['to-review']).toEqual({ all: (await wholeList()).length, late: 1, mine: 1 });
    expect(counts.inform).toEqual({ all: 0, late: 0, mine: 0 });
  });

  test('gives many cases away at once, and leaves the one that a colleague changed meanwhile', async () => {
    const [one, other] = await database.in('gent', async (tx) => [await foundCase(tx), await foundCase(tx)]);
    await database.in('gent', (tx) => assignCases(tx, els, at, [{ id: one.id, version: 1 }], els));
    const given = await database.in('gent', (tx) =>
      assignCases(
        tx,
        piet,
        at,
        [
          { id: one.id, version: 1 },
          { id: other.id, version: 1 },
        ],
        piet,
      ),
    );
    expect(given).toEqual({ done: [{ id: other.id, version: 2 }], left: [one.id] });
  });

  test('shows a case that was put off again from its day on, and not before', async () => {
    const until = addDays(today, 7);
    const found = await database.in('gent', (tx) => foundCase(tx, { familyName: 'Uitgesteld' }));
    await database.in('gent', (tx) =>
      giveVerdict(tx, found.id, 1, { verdict: 'snoozed', until }, { user: els, at, today }),
    );
    expect((await wholeList({ list: 'snoozed' })).map(({ snoozedUntil }) => snoozedUntil)).toEqual([until]);
    expect(await database.in('gent', (tx) => wakeSnoozed(tx, addDays(until, -1)))).toBe(0);
    expect(await database.in('gent', (tx) => wakeSnoozed(tx, until))).toBe(1);
    expect((await wholeList()).map(({ patient }) => patient.familyName)).toContain('Uitgesteld');
  });

  test('of one hospital shows nothing of another', async () => {
    await database.in('luik', (tx) => foundCase(tx, { familyName: 'Lambert' }));
    expect((await wholeList()).map(({ patient }) => patient.familyName)).not.toContain('Lambert');
  });
});

describe('the search', () => {
  test.each([
    ['a name without its accents', 'dewitte'],
    ['the beginning of a name', 'Dewit'],
    ['a day of birth as people write it', '7/5/1950'],
    ['a day of birth in ISO', '1950-05-07'],
    ['a national number with dots', '50.05.07-002.02'],
    ['a number of the hospital', 'P-881'],
  ])('finds a case by %s', async (_how, typed) => {
    const known = await database.in('gent', (tx) => searchCases(tx, testKeys, today, 'Dewitté'));
    if (known.rows.length === 0)
      await database.in('gent', async (tx) => {
        const { person } = await foundCase(tx, { familyName: 'Dewitté', birthDate: '1950-05-07' });
        await addIdentifier(tx, testKeys, person, { system: 'be-insz', assigner: '', value: '50050700202' });
        await addIdentifier(tx, testKeys, person, { system: 'local', assigner: 'ZIS', value: 'P-881' });
      });
    const { rows, persons } = await database.in('gent', (tx) => searchCases(tx, testKeys, today, typed));
    expect(rows.map(({ patient }) => patient.familyName)).toEqual(['Dewitté']);
    expect(persons).toHaveLength(1);
  });

  test.each(['', '   ', 'nobody', '99999999999', '31/02/1950'])('finds nobody for %j', async (typed) => {
    const found = await database.in('gent', (tx) => searchCases(tx, testKeys, today, typed));
    expect(found).toEqual({ rows: [], withoutCase: 0, persons: [] });
  });
});

test('a filter can be kept under a name, replaced, and thrown away, by its owner alone', async () => {
  await database.in('gent', async (tx) => {
    const id = await saveView(tx, els, 'Laat en van mij', 'late=true');
    expect(await saveView(tx, els, 'Laat en van mij', 'late=true&owner=me')).toBe(id);
    expect(await savedViews(tx, els)).toEqual([{ id, name: 'Laat en van mij', query: 'late=true&owner=me' }]);
    expect(await savedViews(tx, piet)).toEqual([]);
    expect(await removeView(tx, piet, id)).toBe(false);
    expect(await removeView(tx, els, id)).toBe(true);
  });
});

describe('the list as a file', () => {
  test('holds every case of the list with its whole sentence, whatever the pages, and names everybody in it', async () => {
    const rows = await wholeList({}, 100);
    const written = await database.in('gent', (tx) =>
      exportWorklist(tx, { user: els, today }, all, 'csv', 'nl'),
    );
    const lines = written.file.toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]).toContain('dossier,familienaam');
    expect(lines.find((line) => line.includes('Adriaens'))).toContain('Recente inzakking van L1.');
    expect(new Set(written.persons)).toEqual(new Set(rows.map(({ patient }) => patient.id)));
  });

  test('is a workbook that a spreadsheet opens', async () => {
    const { file, rows } = await database.in('gent', (tx) =>
      exportWorklist(tx, { user: els, today }, { ...all, place: 'hip' }, 'xlsx', 'en'),
    );
    expect(rows).toBe(1);
    expect(file.subarray(0, 2).toString()).toBe('PK');
  });
});

test('days since the fracture are counted in calendar days, in every time zone', async () => {
  const reportedOn = knownDate('2026-10-24');
  const found = await database.in('gent', (tx) => foundCase(tx, { reportedOn }));
  expect((await wholeList()).find(({ id }) => id === found.id)?.days).toBe(28);
});
