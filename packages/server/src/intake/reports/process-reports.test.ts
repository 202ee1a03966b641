import { knownDate } from '@breekpunt/core';
import type { ReportRecord } from '@breekpunt/integrate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { changeCase } from '../../records/fls-case.ts';
import { addPerson } from '../../records/person.ts';
import { prepareCaseFinding } from './case-finding.ts';
import type { IncomingReport } from './incoming-report.ts';
import { processInBulk } from './process-in-bulk.ts';
import { type ProcessedReports, processReports } from './process-reports.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('gent');
});
afterAll(() => database.close());

const finding = prepareCaseFinding();
const moment = { today: knownDate('2026-11-21'), now: new Date('2026-11-21T09:30:00Z') };
const place = { kind: 'file' } as const;

const hip: ReportRecord = {
  id: 'rx-1',
  text: 'RX bekken. Verplaatste pertrochantere femurfractuur links na val van stoel.',
  date: knownDate('2026-11-19'),
  kind: 'xray',
  language: 'nl',
  place,
};
const calm: ReportRecord = { ...hip, text: 'RX bekken. Geen fractuur.' };
const lumbar: ReportRecord = {
  ...hip,
  id: 'ct-1',
  text: 'CT lumbale wervelzuil. Recente inzakkingsfractuur van L1.',
  date: knownDate('2026-11-20'),
  kind: 'ct',
};

let systems = 0;
/** A person, and a way to send her reports from a system of her own. */
async function patient(born: string | null = '1944-05-06'): Promise<{
  person: number;
  send: (...records: (ReportRecord & { sentAt?: Date })[]) => Promise<ProcessedReports>;
}> {
  systems += 1;
  const sourceSystem = `ris-${systems}`;
  const person = await database.in('gent', (tx) =>
    addPerson(tx, {
      familyName: null,
      givenName: null,
      birthDate: born === null ? null : knownDate(born),
      sex: 'female',
      language: 'nl',
      country: 'BE',
      deceased: 'not-recorded',
      deathDate: null,
    }),
  );
  return {
    person,
    send: (...records) =>
      database.in('gent', (tx) =>
        processReports(
          tx,
          finding,
          records.map(({ sentAt, ...record }) => ({
            person,
            record,
            sourceSystem,
            ...(sentAt === undefined ? {} : { sentAt }),
          })),
          moment,
        ),
      ),
  };
}

function casesOf(person: number) {
  return database.in('gent', (tx) =>
    tx.db
      .selectFrom('fls_case as c')
      .innerJoin('fracture_episode as e', (join) =>
        join
          .onRef('e.site_id', '=', 'c.site_id')
          .onRef('e.fracture_episode_id', '=', 'c.fracture_episode_id'),
      )
      .select([
        'c.fls_case_id as id',
        'c.state',
        'c.reason',
        'c.news',
        'c.version',
        'c.opened_on',
        'c.due_on',
      ])
      .select(['c.fracture_on', 'e.fracture_site as site', 'e.fracture_episode_id as episode'])
      .where('c.site_id', '=', 'gent')
      .where('c.person_id', '=', person)
      .orderBy('c.fls_case_id')
      .execute(),
  );
}

async function workOn(id: number, version: number): Promise<void> {
  const user = await database.in('gent', (tx) =>
    tx.db
      .insertInto('app_user')
      .values({ site_id: 'gent', login: `nurse-${id}`, display_name: 'Nurse', role: 'nurse' })
      .returning('app_user_id')
      .executeTakeFirstOrThrow(),
  );
  const progress = {
    stage: 'investigate',
    state: 'open',
    dueOn: null,
    owner: user.app_user_id,
    snoozedUntil: null,
    reason: null,
    note: null,
  } as const;
  await database.in('gent', (tx) =>
    changeCase(tx, id, { onVersion: version, by: user.app_user_id, at: moment.now, progress }),
  );
}

describe('a report of a broken hip', () => {
  test('opens a case at once, due while an assessment is still in time', async () => {
    const { person, send } = await patient();
    const { fates, events } = await send(hip);
    expect(fates).toMatchObject([{ outcome: 'stored' }]);
    const cases = await casesOf(person);
    expect(cases).toMatchObject([
      {
        site: 'hip.trochanteric',
        state: 'to-review',
        opened_on: '2026-11-21',
        fracture_on: '2026-11-19',
        news: [],
      },
    ]);
    expect(cases[0]?.due_on).toMatch(/^2027-/);
    expect(events).toEqual([{ case: cases[0]?.id, person, what: 'opened', news: null }]);
  });

  test('sent again changes nothing, and nobody is told', async () => {
    const { person, send } = await patient();
    await send(hip);
    const before = await casesOf(person);
    const { fates, events } = await send(hip);
    expect([fates[0]?.outcome, events]).toEqual(['unchanged', []]);
    expect(await casesOf(person)).toEqual(before);
  });

  test('of somebody of 30 opens no case', async () => {
    const { person, send } = await patient('1996-05-06');
    await send(hip);
    expect(await casesOf(person)).toEqual([]);
  });

  test('of somebody whose birth date nobody knows opens a case: not knowing is not health', async () => {
    const { person, send } = await patient(null);
    await send(hip);
    expect(await casesOf(person)).toHaveLength(1);
  });
});

describe('a correction', () => {
  test('that takes the fracture back closes a case nobody touched, and says why', async () => {
    const { person, send } = await patient();
    await send(hip);
    const { fates, events } = await send({ ...calm, status: 'corrected' });
    expect(fates[0]?.outcome).toBe('revised');
    expect(await casesOf(person)).toMatchObject([
      { state: 'closed', reason: 'evidence-withdrawn', news: ['evidence-withdrawn'] },
    ]);
    expect(events).toMatchObject([{ what: 'closed', news: 'evidence-withdrawn' }]);
  });

  test('that takes the fracture back leaves a case open that a nurse works on, and marks it', async () => {
    const { person, send } = await patient();
    await send(hip);
    const [found] = await casesOf(person);
    await workOn(found?.id ?? 0, found?.version ?? 0);
    await send({ ...hip, text: '', status: 'withdrawn' });
    expect(await casesOf(person)).toMatchObject([
      { state: 'open', reason: null, news: ['evidence-withdrawn'] },
    ]);
  });

  test('that brings the fracture back brings the case back, the same one', async () => {
    const { person, send } = await patient();
    await send(hip);
    const [first] = await casesOf(person);
    await send({ ...hip, text: '', status: 'withdrawn' });
    await send({ ...hip, status: 'corrected', text: `${hip.text} Herlezen.` });
    expect(await casesOf(person)).toMatchObject([
      { id: first?.id, state: 'to-review', reason: null, news: ['eligible-again', 'evidence-withdrawn'] },
    ]);
  });

  test('that names another place in the text keeps the episode and its case', async () => {
    const { person, send } = await patient();
    await send(hip);
    const [first] = await casesOf(person);
    await send({ ...hip, status: 'corrected', text: `Geen wervelfractuur. ${hip.text}` });
    expect(await casesOf(person)).toMatchObject([
      { id: first?.id, episode: first?.episode, state: 'to-review' },
    ]);
  });

  test('from hip to vertebra never turns the hip of a case into a vertebra', async () => {
    const { person, send } = await patient();
    await send(hip);
    await send({ ...lumbar, id: hip.id, status: 'corrected' });
    expect(await casesOf(person)).toMatchObject([
      { site: 'hip.trochanteric', state: 'closed', reason: 'evidence-withdrawn' },
      { site: 'vertebra.lumbar', state: 'to-review' },
    ]);
  });

  test('sent for another patient moves the case with it', async () => {
    const wrong = await patient();
    await wrong.send(hip);
    const right = await patient();
    const sourceSystem = `ris-${systems - 1}`;
    await database.in('gent', (tx) =>
      processReports(tx, finding, [{ person: right.person, record: hip, sourceSystem }], moment),
    );
    expect(await casesOf(wrong.person)).toMatchObject([{ state: 'closed', reason: 'evidence-withdrawn' }]);
    expect(await casesOf(right.person)).toMatchObject([{ state: 'to-review' }]);
  });
});

describe('messages out of order', () => {
  const [early, late] = [new Date('2026-11-20T08:00:00Z'), new Date('2026-11-20T09:00:00Z')];

  test('a report that was taken back before it arrived opens no case', async () => {
    const { person, send } = await patient();
    await send({ ...hip, text: '', status: 'withdrawn', sentAt: late });
    const { fates } = await send({ ...hip, sentAt: early });
    expect([fates[0]?.outcome, await casesOf(person)]).toEqual(['older-than-known', []]);
  });

  test('a preliminary report after the final one changes nothing, whoever forgot the time', async () => {
    const { person, send } = await patient();
    await send({ ...calm, status: 'final' });
    const { fates } = await send({ ...hip, status: 'preliminary' });
    expect([fates[0]?.outcome, await casesOf(person)]).toEqual(['older-than-known', []]);
  });
});

describe('several fractures', () => {
  test('known together are one case, for the most urgent', async () => {
    const { person, send } = await patient();
    await send(hip, lumbar);
    expect(await casesOf(person)).toHaveLength(1);
    await send({ ...lumbar, id: 'ct-2', text: 'CT thorax. Oude fractuur van T8.' });
    expect(await casesOf(person)).toMatchObject([{ news: ['another-fracture'] }]);
  });

  test('of which one happens after the case was opened have a case each', async () => {
    const { person, send } = await patient();
    await send({ ...hip, date: knownDate('2026-11-19') });
    await database.asOwner((client) =>
      client.query("update fls_case set opened_on = '2026-01-05' where person_id = $1", [person]),
    );
    await send(lumbar);
    expect(await casesOf(person)).toMatchObject([{ site: 'hip.trochanteric' }, { site: 'vertebra.lumbar' }]);
  });

  test('told twice by two reports are one episode', async () => {
    const { person, send } = await patient();
    await send(hip);
    await send({ ...hip, id: 'ontslag-1', kind: 'discharge', date: knownDate('2026-11-21') });
    expect(await casesOf(person)).toMatchObject([{ news: [] }]);
  });
});

test('a code without a report opens a case, and leaves with the message that brought it', async () => {
  const { person, send } = await patient();
  const coded: ReportRecord = {
    id: 'adt-1',
    text: '',
    date: knownDate('2026-11-20'),
    codes: [{ system: 'icd-10', code: 'S72.1' }],
    place,
  };
  await send(coded);
  expect(await casesOf(person)).toMatchObject([{ site: 'hip.trochanteric', state: 'to-review' }]);
  await send({ ...coded, status: 'withdrawn' });
  expect(await casesOf(person)).toMatchObject([{ state: 'closed', reason: 'evidence-withdrawn' }]);
});

test('the same report sent by eight messages at once opens one case', async () => {
  const { person, send } = await patient();
  const sent = await Promise.all(Array.from({ length: 8 }, () => send(hip)));
  expect(sent.flatMap(({ fates }) => fates.map(({ outcome }) => outcome)).toSorted()).toEqual([
    'stored',
    ...Array.from({ length: 7 }, () => 'unchanged'),
  ]);
  expect(await casesOf(person)).toHaveLength(1);
});

test('six hundred reports in bulk end as they would one by one', async () => {
  const people = await Promise.all(Array.from({ length: 60 }, () => patient()));
  const texts = [hip, calm, lumbar];
  const reports = Array.from({ length: 600 }, (_, index): IncomingReport => {
    const record = texts[index % 3] as ReportRecord;
    return {
      person: people[Math.trunc(index / 10)]?.person ?? 0,
      record: { ...record, id: `bulk-${index}` },
      sourceSystem: 'archive',
    };
  });
  const done = await processInBulk(database.db, finding, reports, { site: 'gent', momentOf: () => moment });
  expect(done.fates.every(({ outcome }) => outcome === 'stored')).toBe(true);
  expect(done.events.filter(({ what }) => what === 'opened')).toHaveLength(60);
  const again = await processInBulk(database.db, finding, reports, { site: 'gent', momentOf: () => moment });
  expect(again.fates.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
  expect(again.events).toEqual([]);
});

test('after all this every case says of its fracture what its episode says, for the filters of the worklist', async () => {
  const rows = await database.asOwner(
    async (owner) =>
      (
        await owner.query<{ cases: number; wrong: number }>(`
          select count(*)::int as cases,
                 count(*) filter (where (c.stated_site, c.stated_status)
                   is distinct from (e.fracture_site, e.status))::int as wrong
            from fls_case c join fracture_episode e
              on e.site_id = c.site_id and e.fracture_episode_id = c.fracture_episode_id`)
      ).rows,
  );
  expect(rows[0]?.cases).toBeGreaterThan(70);
  expect(rows[0]?.wrong).toBe(0);
});

test('a report that turns a possible fracture into a certain one takes its case out of doubt', async () => {
  const { person, send } = await patient();
  const doubt = { ...lumbar, text: 'CT lumbale wervelzuil. Mogelijke recente inzakkingsfractuur van L1.' };
  const stated = (): Promise<unknown[]> =>
    database.asOwner(
      async (owner) =>
        (await owner.query('select stated_status, place_group from fls_case where person_id = $1', [person]))
          .rows,
    );
  await send(doubt);
  expect(await stated()).toEqual([{ stated_status: 'possible', place_group: 'vertebra' }]);
  await send(lumbar);
  expect(await stated()).toEqual([{ stated_status: 'present', place_group: 'vertebra' }]);
});
