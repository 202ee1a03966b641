import { type CalendarDate, knownDate } from '@breekpunt/core';
import type { Eligibility, Finding, FractureEpisode } from '@breekpunt/identify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { keysFrom } from '../secrets/keys.ts';
import { addFindings, findingsOf, withdrawFindings } from './finding.ts';
import { type CaseProgress, caseById, changeCase, openCase } from './fls-case.ts';
import { episodesOf, saveEpisode } from './fracture-episode.ts';
import { addPerson, changePerson, type PersonDetails, personById } from './person.ts';
import { addIdentifier, identifiersOf, personByIdentifier } from './person-identifier.ts';
import { addReport, markScanned, type NewReport, reportById } from './report.ts';
import { searchName } from './search-name.ts';
import { searchPersons } from './search-persons.ts';
import { ensureSite } from './site.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('gent', 'luik');
});
afterAll(() => database.close());

const details: PersonDetails = {
  familyName: 'De Smet-Maës',
  givenName: 'Eva',
  birthDate: knownDate('1948-03-01'),
  sex: 'female',
  language: 'nl',
  country: 'BE',
  deceased: 'not-recorded',
  deathDate: null,
};
const at = new Date('2026-11-21T09:30:00.500Z');

function newPerson(site = 'gent', change: Partial<PersonDetails> = {}): Promise<number> {
  return database.in(site, (tx) => addPerson(tx, { ...details, ...change }));
}

describe('a person', () => {
  test('comes back as recorded, and the birthday is the same day in every time zone', async () => {
    const id = await newPerson();
    expect(await database.in('gent', (tx) => personById(tx, id))).toEqual({
      ...details,
      id,
      mergedInto: null,
      version: 1,
    });
  });

  test.each(['1948', '1948-03', '1948-03-01'])('born %s is known no better than that', async (birth) => {
    const id = await newPerson('gent', { birthDate: birth as CalendarDate });
    expect((await database.in('gent', (tx) => personById(tx, id)))?.birthDate).toBe(birth);
  });

  test('of one hospital does not exist for another', async () => {
    const id = await newPerson('luik');
    expect(await database.in('gent', (tx) => personById(tx, id))).toBeNull();
  });

  test('cannot have died without being deceased', async () => {
    await expect(newPerson('gent', { deathDate: knownDate('2026-01-02') })).rejects.toThrow(
      'check constraint',
    );
  });

  test('changed by two people at once keeps the first change and tells the second', async () => {
    const id = await newPerson();
    const change = (sex: 'male' | 'other') =>
      database.in('gent', (tx) => changePerson(tx, id, 1, { ...details, sex }, at));
    expect(await change('male')).toEqual({ ok: true, value: 2 });
    expect(await change('other')).toEqual({
      ok: false,
      error: { kind: 'changed-meanwhile', version: 2, by: null, at },
    });
    expect((await database.in('gent', (tx) => personById(tx, id)))?.sex).toBe('male');
  });

  test('is found by the beginning of the name, with or without accents and hyphens, and by birthday', async () => {
    const id = await newPerson('luik', { familyName: 'Vän den Eýnde', givenName: 'Zoë' });
    const search = (name: string | null, birthDate: CalendarDate | null) =>
      database.in('luik', (tx) => searchPersons(tx, { name, birthDate }, 10));
    for (const name of ['van den ey', 'VAN-DEN-EYNDE, zoe', 'Vän'])
      expect((await search(name, null)).map((found) => found.id)).toEqual([id]);
    expect(await search('van', knownDate('1950-01-01'))).toEqual([]);
    expect((await search('van', knownDate('1948-03-01'))).map((found) => found.id)).toEqual([id]);
    expect(await search('%', null)).toEqual([]);
    expect(await search('', null)).toEqual([]);
  });

  test('a name is folded the same way however it was written', () => {
    expect(searchName("D'Hoöghe", 'Jean-Marie')).toBe('d hooghe jean marie');
    expect(searchName(null, null)).toBe('');
  });
});

describe('an identifier', () => {
  const insz = { system: 'be-insz', assigner: '', value: '85.07.30-033.28' } as const;

  test('is found however it is written, and read back from its seal', async () => {
    const person = await newPerson();
    await database.in('gent', async (tx) => {
      expect(await addIdentifier(tx, testKeys, person, insz)).toEqual({ ok: true, value: 'valid' });
      const other = { ...insz, value: '85073003328' };
      expect(await personByIdentifier(tx, testKeys, other)).toBe(person);
      expect(await identifiersOf(tx, testKeys, person)).toMatchObject([
        { value: '85073003328', check: 'valid' },
      ]);
    });
  });

  test('belongs to one person of a hospital; a second one is refused and told whose it is', async () => {
    const given = { system: 'local', assigner: 'UZ', value: 'P-1' } as const;
    const [first, second] = [await newPerson(), await newPerson()];
    await database.in('gent', async (tx) => {
      await addIdentifier(tx, testKeys, first, given);
      expect((await addIdentifier(tx, testKeys, first, given)).ok).toBe(true);
      expect(await addIdentifier(tx, testKeys, second, given)).toEqual({
        ok: false,
        error: { kind: 'identifier-of-another-person', person: first },
      });
    });
  });

  test('with a wrong check digit is recorded as such', async () => {
    const person = await newPerson();
    const wrong = { system: 'nl-bsn', assigner: '', value: '111222334' } as const;
    const added = await database.in('gent', (tx) => addIdentifier(tx, testKeys, person, wrong));
    expect(added).toEqual({ ok: true, value: 'invalid-check-digit' });
  });

  test('of one assigner is no identifier of another', async () => {
    const person = await newPerson();
    await database.in('gent', async (tx) => {
      await addIdentifier(tx, testKeys, person, { system: 'local', assigner: 'A', value: 'BC' });
      const shifted = { system: 'local', assigner: 'AB', value: 'C' } as const;
      expect(await personByIdentifier(tx, testKeys, shifted)).toBeNull();
    });
  });

  test('stands in the database neither in words nor comparable between hospitals', async () => {
    const number = '93051822361';
    for (const site of ['gent', 'luik']) {
      const person = await newPerson(site);
      const given = { ...insz, value: number };
      await database.in(site, (tx) => addIdentifier(tx, testKeys, person, given));
    }
    const rows = await database.asOwner((client) =>
      client.query<{ row: string; index: string }>(
        `select i::text as row, encode(blind_index, 'hex') as index from person_identifier i order by 1`,
      ),
    );
    const hex = Buffer.from(number).toString('hex');
    for (const { row } of rows.rows) expect(row).not.toMatch(new RegExp(`${number}|${hex}`));
    expect(new Set(rows.rows.map(({ index }) => index)).size).toBe(rows.rows.length);
  });

  test('of a record that was merged leads to the record it was merged into', async () => {
    const [kept, merged] = [await newPerson(), await newPerson()];
    const given = { system: 'local', assigner: 'UZ', value: 'P-2' } as const;
    await database.in('gent', async (tx) => {
      await addIdentifier(tx, testKeys, merged, given);
      await tx.db
        .updateTable('person')
        .set({ merged_into_id: kept })
        .where('site_id', '=', 'gent')
        .where('person_id', '=', merged)
        .execute();
      expect(await personByIdentifier(tx, testKeys, given)).toBe(kept);
    });
  });

  test('a program with another key is refused by the hospital instead of finding nobody', async () => {
    const other = keysFrom(Buffer.alloc(32, 9));
    const site = { name: 'Gent', country: 'BE', language: 'nl' } as const;
    expect(await database.in('gent', (tx) => ensureSite(tx, testKeys, site))).toEqual({
      ok: true,
      value: 'known',
    });
    expect(await database.in('gent', (tx) => ensureSite(tx, other, site))).toEqual({
      ok: false,
      error: { kind: 'wrong-key' },
    });
  });
});

const body = 'Besluit: recente inzakking van L1. Geen heupfractuur.';
const finding: Finding = {
  start: 18,
  end: 33,
  text: 'inzakking van L',
  kind: 'vertebral-deformity',
  site: 'vertebra.lumbar',
  side: null,
  levels: ['L1'],
  presence: 'present',
  absentScope: null,
  experiencer: 'patient',
  time: 'acute',
  flags: ['osteoporotic'],
  genant: 2,
  heightLossPercent: 32.5,
  displaced: 'not-recorded',
  section: 'conclusion',
  year: null,
  mentions: [{ start: 18, end: 27 }],
  conflict: false,
  evidence: [{ start: 9, end: 16, rule: 'nl/time:recent', role: 'time' }],
};

function reportOf(person: number, sourceId: string): NewReport {
  return {
    person,
    sourceSystem: 'RIS',
    sourceId,
    inboxMessage: null,
    kind: 'ct',
    title: null,
    reportedOn: knownDate('2026-11-20'),
    language: 'nl',
    body,
    status: 'final',
  };
}

describe('a report', () => {
  test('and its findings come back as they were, words and all', async () => {
    const person = await newPerson();
    await database.in('gent', async (tx) => {
      const { id } = await addReport(tx, reportOf(person, 'A1'));
      const scanned = { report: id, person, knowledgeVersion: 'k1' };
      await addFindings(tx, scanned, [{ ...finding, text: body.slice(18, 33) }]);
      await markScanned(tx, id, {
        triage: 'fracture',
        limitations: ['template-caveat'],
        language: 'nl',
        knowledgeVersion: 'k1',
        at,
      });
      expect(await reportById(tx, id)).toMatchObject({
        ...reportOf(person, 'A1'),
        revision: 1,
        superseded: false,
        triage: 'fracture',
        limitations: ['template-caveat'],
        scannedAt: at,
      });
      const [stored] = await findingsOf(tx, person);
      expect(stored).toMatchObject({ ...finding, text: body.slice(18, 33), report: id, episode: null });
    });
  });

  test('that is corrected becomes a new revision, and the findings of the old one speak no more', async () => {
    const person = await newPerson();
    await database.in('gent', async (tx) => {
      const first = await addReport(tx, reportOf(person, 'B1'));
      await addFindings(tx, { report: first.id, person, knowledgeVersion: 'k1' }, [finding, finding]);
      const second = await addReport(tx, { ...reportOf(person, 'B1'), status: 'corrected' });
      expect(second).toMatchObject({ revision: 2, replaced: first.id });
      expect(await withdrawFindings(tx, first.id, 'report-corrected', at)).toHaveLength(2);
      expect(await findingsOf(tx, person)).toEqual([]);
      expect((await reportById(tx, first.id))?.superseded).toBe(true);
    });
  });

  test('sent many times at once gets each revision number once', async () => {
    const person = await newPerson();
    const sent = await Promise.all(
      Array.from({ length: 6 }, () => database.in('gent', (tx) => addReport(tx, reportOf(person, 'C1')))),
    );
    expect(sent.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

const episode: FractureEpisode = {
  id: 'report 1 0',
  site: 'vertebra.lumbar',
  side: null,
  levels: ['L1'],
  firstSeen: knownDate('2026-11-20'),
  lastSeen: knownDate('2026-11-20'),
  dates: { earliest: knownDate('2026-10-09'), latest: knownDate('2026-11-20'), basis: 'called-acute' },
  status: 'present',
  excludedBy: null,
  onset: 'incident',
  aftercareOnly: false,
  kinds: ['vertebral-deformity'],
  flags: ['osteoporotic'],
  mechanism: 'not-recorded',
  genant: 2,
  heightLossPercent: 32.5,
  follows: null,
  evidence: [
    {
      source: { kind: 'report', report: '1', finding: 0 },
      date: knownDate('2026-11-20'),
      role: 'states',
    },
  ],
  notes: [],
};
const eligible: Eligibility = {
  outcome: 'eligible',
  reasons: [{ rule: 'CF8', speaks: 'for' }],
  missing: ['mechanism'],
};

describe('an episode', () => {
  test('keeps its id when it is merged anew with more evidence, and a later one knows what it follows', async () => {
    const person = await newPerson();
    await database.in('gent', async (tx) => {
      const first = await saveEpisode(tx, person, episode, eligible, 'k1');
      const grown: FractureEpisode = { ...episode, genant: 3, lastSeen: knownDate('2026-11-21') };
      expect(await saveEpisode(tx, person, grown, eligible, 'k2')).toBe(first);
      const later: FractureEpisode = {
        ...episode,
        id: 'report 2 0',
        firstSeen: knownDate('2026-11-25'),
        lastSeen: knownDate('2026-11-25'),
        follows: { episode: episode.id, as: 'new-event' },
      };
      await saveEpisode(tx, person, later, eligible, 'k2');
      const stored = await episodesOf(tx, person);
      expect(stored.map((one) => one.episode)).toEqual([grown, later]);
      expect(stored[0]).toMatchObject({
        eligibility: 'eligible',
        reasons: eligible.reasons,
        missing: ['mechanism'],
        knowledgeVersion: 'k2',
        version: 2,
      });
    });
  });

  test('that no source calls pathological is not recorded as such, and never as "no"', async () => {
    const person = await newPerson();
    const row = await database.in('gent', async (tx) => {
      const id = await saveEpisode(tx, person, episode, eligible, 'k1');
      return tx.db
        .selectFrom('fracture_episode')
        .select(['pathological', 'periprosthetic'])
        .where('site_id', '=', 'gent')
        .where('fracture_episode_id', '=', id)
        .executeTakeFirst();
    });
    expect(row).toEqual({ pathological: 'not-recorded', periprosthetic: 'not-recorded' });
  });
});

describe('a case', () => {
  async function openedCase(): Promise<number> {
    const person = await newPerson();
    return database.in('gent', async (tx) => {
      const id = await saveEpisode(tx, person, episode, eligible, 'k1');
      const found = {
        person,
        episode: id,
        openedOn: knownDate('2026-11-21'),
        fractureOn: knownDate('2026-11-20'),
        urgency: 40,
        dueOn: knownDate('2026-12-05'),
      };
      const opened = await openCase(tx, found);
      expect(await openCase(tx, found)).toEqual({ id: opened.id, opened: false });
      return opened.id;
    });
  }
  const progress: CaseProgress = {
    stage: 'investigate',
    state: 'open',
    dueOn: knownDate('2026-12-24'),
    owner: null,
    snoozedUntil: null,
    reason: null,
    note: null,
  };

  test('is opened once for each fracture', async () => {
    const id = await openedCase();
    expect(await database.in('gent', (tx) => caseById(tx, id))).toMatchObject({
      stage: 'identify',
      state: 'to-review',
      openedOn: '2026-11-21',
      dueOn: '2026-12-05',
      version: 1,
    });
  });

  test('changed by two nurses at once keeps the first change and tells the second', async () => {
    const id = await openedCase();
    const outcomes = await Promise.all(
      ['one', 'two'].map((note) =>
        database.in('gent', (tx) =>
          changeCase(tx, id, { onVersion: 1, by: null, at, progress: { ...progress, note } }),
        ),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({
      ok: false,
      error: { kind: 'changed-meanwhile', version: 2, by: null, at },
    });
  });

  test('is not rejected without a reason, nor snoozed without a day', async () => {
    const id = await openedCase();
    for (const state of ['rejected', 'snoozed'] as const)
      await expect(
        database.in('gent', (tx) =>
          changeCase(tx, id, { onVersion: 1, by: null, at, progress: { ...progress, state } }),
        ),
      ).rejects.toThrow('check constraint');
  });

  test('that does not exist is not found', async () => {
    const change = { onVersion: 1, by: null, at, progress };
    expect(await database.in('gent', (tx) => changeCase(tx, 999_999, change))).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
  });
});
