import { addDays, knownDate } from '@breekpunt/core';
import { wilson } from '@breekpunt/quality';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FoundCase, foundCase, newUser, today, unflaggedReport } from '../../test/found-case.ts';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { caseById } from '../records/fls-case.ts';
import { addNote } from './case-notes.ts';
import { type CasePage, readCasePage } from './case-page.ts';
import { findingQuality } from './finding-quality.ts';
import { type CaseVerdict, giveVerdict } from './give-verdict.ts';
import { markReport } from './mark-report.ts';
import { moveCase } from './move-case.ts';
import { sampleReport } from './sample-report.ts';
import { addTask, readTasks, tickTask } from './tasks.ts';
import { undoVerdict } from './undo-verdict.ts';

let database: TestDatabase;
let els = 0;
let piet = 0;
const at = new Date('2026-11-21T09:42:00Z');

beforeAll(async () => {
  database = await testDatabase('gent', 'leeg');
  [els, piet] = await database.in('gent', async (tx) => [
    await newUser(tx, 'els', 'Els V.'),
    await newUser(tx, 'piet', 'Piet D.'),
  ]);
});
afterAll(() => database.close());

const newCase = (text?: string): Promise<FoundCase> =>
  database.in('gent', (tx) => foundCase(tx, text === undefined ? {} : { text }));

type Given = Awaited<ReturnType<typeof giveVerdict>>;

function decide(id: number, version: number, verdict: CaseVerdict, user: number = els): Promise<Given> {
  return database.in('gent', (tx) => giveVerdict(tx, id, version, verdict, { user, at, today }));
}

async function pageOf(id: number): Promise<CasePage> {
  const page = await database.in('gent', (tx) => readCasePage(tx, testKeys, today, id));
  if (page === null) throw new Error('There is no such case');
  return page;
}

describe('a verdict', () => {
  test('that confirms moves the case on to investigation', async () => {
    const { id } = await newCase();
    const given = await decide(id, 1, { verdict: 'confirmed' });
    expect(given).toMatchObject({ ok: true, value: { version: 2 } });
    expect((await pageOf(id)).row).toMatchObject({ list: 'investigate', version: 2 });
  });

  test('that rejects keeps its reason and takes the case off the list', async () => {
    const { id } = await newCase();
    await decide(id, 1, { verdict: 'rejected', reason: 'old-fracture' });
    expect((await pageOf(id)).row).toMatchObject({ list: 'ended', reason: 'old-fracture' });
    expect(await decide(id, 2, { verdict: 'confirmed' })).toEqual({
      ok: false,
      error: { kind: 'already-decided', state: 'rejected' },
    });
  });

  test('that corrects stands over what the sources say', async () => {
    const { id } = await newCase();
    const correction = {
      site: 'vertebra.thoracic',
      levels: ['T12'],
      fractureOn: knownDate('2026-11-01'),
    } as const;
    await decide(id, 1, { verdict: 'corrected', correction });
    expect((await pageOf(id)).row).toMatchObject({
      site: 'vertebra.thoracic',
      levels: ['T12'],
      days: 20,
      corrected: true,
      list: 'investigate',
    });
  });

  test('that puts off needs a day to come', async () => {
    const { id } = await newCase();
    expect(await decide(id, 1, { verdict: 'snoozed', until: today })).toEqual({
      ok: false,
      error: { kind: 'snooze-not-in-future' },
    });
    await decide(id, 1, { verdict: 'snoozed', until: addDays(today, 1) });
    expect((await pageOf(id)).row.list).toBe('snoozed');
  });

  test('of the second of two nurses is refused, and says who was first and when', async () => {
    const { id } = await newCase();
    await decide(id, 1, { verdict: 'confirmed' }, els);
    expect(await decide(id, 1, { verdict: 'rejected', reason: 'no-fracture' }, piet)).toEqual({
      ok: false,
      error: { kind: 'changed-meanwhile', version: 2, by: els, at },
    });
    expect((await pageOf(id)).row.list).toBe('investigate');
  });

  test.each<CaseVerdict>([
    { verdict: 'confirmed' },
    { verdict: 'corrected', correction: { side: 'left' } },
    { verdict: 'rejected', reason: 'no-fracture' },
    { verdict: 'not-useful', reason: 'life-expectancy' },
    { verdict: 'snoozed', until: addDays(today, 14) },
  ])('$verdict can be taken back, and stays on record', async (verdict) => {
    const { id } = await newCase();
    const before = await database.in('gent', (tx) => caseById(tx, id));
    await decide(id, 1, verdict);
    const undone = await database.in('gent', (tx) => undoVerdict(tx, id, 2, { user: els, at, today }));
    expect(undone).toMatchObject({ ok: true, value: { version: 3 } });
    expect(await database.in('gent', (tx) => caseById(tx, id))).toEqual({ ...before, version: 3 });
    const { row, deeds } = await pageOf(id);
    expect(row.corrected).toBe(false);
    expect(deeds.map(({ what, undone: gone }) => [what, gone])).toContainEqual([verdict.verdict, true]);
  });

  test('taken back under a correction brings the earlier correction back', async () => {
    const { id } = await newCase();
    await decide(id, 1, { verdict: 'corrected', correction: { side: 'left' } });
    await decide(id, 2, { verdict: 'corrected', correction: { side: 'right' } });
    expect((await pageOf(id)).row.side).toBe('right');
    await database.in('gent', (tx) => undoVerdict(tx, id, 3, { user: els, at, today }));
    expect((await pageOf(id)).row.side).toBe('left');
  });

  test('cannot be taken back from a version that a colleague has changed, nor when there is none', async () => {
    const { id } = await newCase();
    const undo = (version: number): Promise<unknown> =>
      database.in('gent', (tx) => undoVerdict(tx, id, version, { user: piet, at, today }));
    expect(await undo(1)).toEqual({ ok: false, error: { kind: 'nothing-to-undo' } });
    await decide(id, 1, { verdict: 'confirmed' });
    expect(await undo(1)).toMatchObject({ ok: false, error: { kind: 'changed-meanwhile', version: 2 } });
  });
});

describe('the page of a case', () => {
  test('shows every report with its findings, and each cue with what it did and by which rule', async () => {
    const { id, report } = await newCase('Recente inzakking van L1. Geen fractuur van het bekken.');
    const page = await pageOf(id);
    expect(page.reports.map((each) => each.id)).toEqual([report]);
    const [l1, pelvis] = page.reports[0]?.findings ?? [];
    expect(l1).toMatchObject({ site: 'vertebra.lumbar', presence: 'present', time: 'acute' });
    expect(pelvis).toMatchObject({ presence: 'absent', episode: null });
    expect(pelvis?.marks).toContainEqual({
      start: 26,
      end: 30,
      cue: 'negated',
      role: 'absent',
      rule: 'nl/cue/absent/geen',
    });
  });

  test('puts fractures, reports and bone density on one line of time, oldest first', async () => {
    const { id, person } = await newCase();
    await database.in('gent', (tx) =>
      tx.db
        .insertInto('dxa_scan')
        .values(
          (
            [
              ['lumbar-spine', -2.7],
              ['total-hip', -1.9],
            ] as const
          ).map(([region, score]) => ({
            site_id: tx.site,
            person_id: person,
            status: 'done' as const,
            scanned_on: knownDate('2023-05-04'),
            region,
            t_score: score,
            source: 'manual',
          })),
        )
        .execute(),
    );
    const { timeline } = await pageOf(id);
    expect(timeline.map(({ kind, on, word }) => [kind, on, word])).toEqual([
      ['dxa', '2023-05-04', '-2.7'],
      ['fracture', '2026-11-12', 'vertebra.lumbar'],
      ['report', '2026-11-12', 'ct'],
    ]);
  });

  test('tells who did what, newest first', async () => {
    const { id } = await newCase();
    await decide(id, 1, { verdict: 'confirmed' });
    const later = new Date('2026-11-21T10:00:00Z');
    await database.in('gent', (tx) => addNote(tx, id, 'Dochter belt morgen terug.', piet, later));
    expect((await pageOf(id)).deeds).toMatchObject([
      { by: 'Piet D.', kind: 'note', text: 'Dochter belt morgen terug.' },
      { by: 'Els V.', kind: 'verdict', what: 'confirmed', undone: false },
    ]);
  });

  test('of another hospital is not there', async () => {
    const { id } = await newCase();
    expect(await database.in('leeg', (tx) => readCasePage(tx, testKeys, today, id))).toBeNull();
  });
});

describe('moving a case on', () => {
  test('needs a confirmed case, and is written down', async () => {
    const { id } = await newCase();
    const move = (version: number): Promise<unknown> =>
      database.in('gent', (tx) => moveCase(tx, id, version, { stage: 'inform' }, { user: els, at, today }));
    expect(await move(1)).toEqual({ ok: false, error: { kind: 'not-confirmed' } });
    await decide(id, 1, { verdict: 'confirmed' });
    expect(await move(2)).toEqual({ ok: true, value: 3 });
    expect((await pageOf(id)).row.list).toBe('inform');
    expect((await pageOf(id)).deeds).toContainEqual(
      expect.objectContaining({ what: 'moved', before: 'investigate', after: 'inform' }),
    );
  });
});

test('a task is listed by its day, ticked off once, and refused on an old version', async () => {
  const found = await newCase();
  await database.in('gent', async (tx) => {
    const of = { person: found.person, case: found.id };
    await addTask(
      tx,
      of,
      { kind: 'call', title: 'Bel de dochter', dueOn: addDays(today, 3), owner: els },
      els,
    );
    const late = await addTask(
      tx,
      of,
      { kind: 'dxa', title: 'DXA', dueOn: addDays(today, -1), owner: els },
      els,
    );
    const mine = await readTasks(tx, today, { owner: els }, 10);
    expect(mine.map(({ title, late: isLate }) => [title, isLate])).toEqual([
      ['DXA', true],
      ['Bel de dochter', false],
    ]);
    expect(await tickTask(tx, late, 1, true, els, at)).toEqual({ ok: true, value: 2 });
    expect(await tickTask(tx, late, 1, true, piet, at)).toMatchObject({
      ok: false,
      error: { kind: 'changed-meanwhile', by: els },
    });
    expect((await readTasks(tx, today, { owner: els }, 10)).map(({ title }) => title)).toEqual([
      'Bel de dochter',
    ]);
  });
});

describe('how well case finding works here', () => {
  test('says nothing where nothing was judged: no share, not 0 and not 100 %', async () => {
    const quality = await database.in('leeg', (tx) => findingQuality(tx));
    expect(quality.right).toEqual({ count: 0, of: 0, share: null, low: null, high: null });
    expect(quality.missedInSample.share).toBeNull();
  });

  test('counts a right finding that is not for the service apart from a wrong one, and a taken-back verdict not at all', async () => {
    const before = await database.in('gent', (tx) => findingQuality(tx));
    const judge = async (verdict: CaseVerdict): Promise<number> => {
      const { id } = await newCase();
      await decide(id, 1, verdict);
      return id;
    };
    await judge({ verdict: 'confirmed' });
    await judge({ verdict: 'rejected', reason: 'high-energy' });
    await judge({ verdict: 'rejected', reason: 'no-fracture' });
    await judge({ verdict: 'snoozed', until: addDays(today, 3) });
    const undone = await judge({ verdict: 'rejected', reason: 'no-fracture' });
    await database.in('gent', (tx) => undoVerdict(tx, undone, 2, { user: els, at, today }));
    const after = await database.in('gent', (tx) => findingQuality(tx));
    expect([after.right.count - before.right.count, after.right.of - before.right.of]).toEqual([2, 3]);
    expect([
      after.forTheService.count - before.forTheService.count,
      after.forTheService.of - before.forTheService.of,
    ]).toEqual([1, 3]);
  });

  test('draws reports without a flag, the same for everybody, and none twice', async () => {
    const one = await database.in('gent', (tx) => unflaggedReport(tx, 'Normale longen.'));
    const other = await database.in('gent', (tx) => unflaggedReport(tx, 'Een wervel is wat platter.'));
    const draw = (): Promise<number | undefined> =>
      database.in('gent', async (tx) => (await sampleReport(tx, '2026-11'))?.id);
    const first = await draw();
    expect([one, other]).toContain(first);
    expect(await draw()).toBe(first);
    const mark = (id: number, start: number, end: number): Promise<unknown> =>
      database.in('gent', (tx) =>
        id === other
          ? markReport(tx, id, { mark: 'missed', start, end, site: 'vertebra.unspecified' }, els, at)
          : markReport(tx, id, { mark: 'nothing-missed' }, els, at),
      );
    await mark(one, 0, 0);
    expect(await mark(other, 4, 400)).toEqual({ ok: false, error: { kind: 'not-in-the-text' } });
    await mark(other, 4, 26);
    expect(await draw()).toBeUndefined();
    const { missedInSample, marked } = await database.in('gent', (tx) => findingQuality(tx));
    expect(missedInSample).toMatchObject({ count: 1, of: 2, share: 0.5 });
    expect(marked).toEqual({ wrong: 0, missed: 1 });
  });

  test('shows a finding that somebody called wrong as such, in its report', async () => {
    const { id, report, findings } = await newCase();
    const finding = findings[0] ?? 0;
    await database.in('gent', (tx) => markReport(tx, report, { mark: 'wrong', finding }, els, at));
    expect((await pageOf(id)).reports[0]?.findings[0]).toMatchObject({ id: finding, refused: true });
    const elsewhere = await newCase();
    expect(
      await database.in('gent', (tx) =>
        markReport(tx, elsewhere.report, { mark: 'wrong', finding }, els, at),
      ),
    ).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  test('gives 81 of 263 the interval that Newcombe (1998) published: 25.5 % to 36.6 %', () => {
    const { low, high } = wilson(81, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });
});
