import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, testKeys } from '../../test/test-database.ts';
import { addPerson, type PersonDetails } from '../records/person.ts';
import { keysFrom } from '../secrets/keys.ts';
import type { AuditEvent, RecordedEvent } from './audit-event.ts';
import { loggedSearch } from './logged-search.ts';
import { readAudit, whoLookedAt } from './read-audit.ts';
import { recordAudit } from './record-audit.ts';
import { type AuditAnchor, type AuditVerification, verifyAudit } from './verify-audit.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('gent', 'empty', 'people', 'busy', 'two');
});
afterAll(() => database.close());

const viewing: AuditEvent = {
  at: new Date('2026-11-21T10:00:00.123Z'),
  actor: { kind: 'user', user: 1, onBehalfOf: null },
  action: 'view',
  outcome: 'done',
  person: 7,
  shown: [],
  object: { type: 'fls_case', id: '12' },
  detail: { count: 2, by: 'name' },
  breakGlass: null,
  address: '10.0.0.8',
};

const nurse = { actor: viewing.actor, address: null, at: viewing.at };

/** Events that differ in every field a mutation may touch. */
const someEvents: readonly AuditEvent[] = Array.from({ length: 12 }, (_value, index) => ({
  ...viewing,
  at: new Date(viewing.at.getTime() + index * 1000),
  actor:
    index % 3 === 0
      ? { kind: 'system' as const }
      : { kind: 'user' as const, user: index, onBehalfOf: index % 2 === 0 ? 3 : null },
  person: index % 4 === 0 ? null : index,
  shown: index % 5 === 0 ? [1, 2, index] : [],
  breakGlass: index === 7 ? 'unconscious patient' : null,
}));

const here = "site_id = 'gent' and sequence";

/** What somebody with all rights in the database could do by hand, at one place in the chain or with two. */
const attacks: readonly ((at: number, other: number) => readonly string[])[] = [
  ...[
    "at = at + interval '1 ms'",
    "actor_kind = case actor_kind when 'system' then 'unknown' else 'system' end",
    "actor_kind = 'user', app_user_id = coalesce(app_user_id, 0) + 1",
    "actor_kind = 'user', on_behalf_of_id = coalesce(on_behalf_of_id, 0) + 1",
    'app_user_id = coalesce(app_user_id, 0) + 1',
    'on_behalf_of_id = coalesce(on_behalf_of_id, 0) + 1',
    'app_user_id = null, on_behalf_of_id = 5',
    "action = 'list'",
    "outcome = 'refused'",
    'person_id = coalesce(person_id, 0) + 1',
    'shown_person_ids = shown_person_ids || 9::bigint',
    "object_type = 'person'",
    'object_id = null',
    'object_type = null',
    'detail = detail || \'{"count": 3}\'',
    "detail = detail - 'by'",
    "break_glass_reason = 'none'",
    'address = null',
    'previous_seal = sha256(previous_seal)',
    'seal = sha256(seal)',
    "site_id = 'empty'",
  ].map((change) => (at: number) => [`update audit_event set ${change} where ${here} = ${at}`]),
  (at) => [`delete from audit_event where ${here} = ${at}`],
  (at) => [`delete from audit_event where ${here} >= ${at}`],
  (at) => [
    `delete from audit_event where ${here} = ${at}`,
    `update audit_event set sequence = sequence + 999 where ${here} > ${at}`,
    `update audit_event set sequence = sequence - 1000 where ${here} > 999`,
  ],
  (at, other) => [
    `update audit_event set sequence = 1000 where ${here} = ${at}`,
    `update audit_event set sequence = ${at} where ${here} = ${other}`,
    `update audit_event set sequence = ${other} where ${here} = 1000`,
  ],
  (at) => [
    `create temporary table taken on commit drop as select * from audit_event where ${here} = ${at}`,
    'update taken set sequence = 13',
    'insert into audit_event select * from taken',
  ],
  (at) => [
    `delete from audit_event where ${here} > ${at}`,
    `update audit_head set sequence = ${at - 1}, seal = (select seal from audit_event where ${here} = ${at}) where site_id = 'gent'`,
  ],
  () => ["update audit_head set sequence = sequence + 1 where site_id = 'gent'"],
  () => ["update audit_head set seal = sha256(seal) where site_id = 'gent'"],
  () => ["update audit_head set head_seal = sha256(head_seal) where site_id = 'gent'"],
  () => ["delete from audit_head where site_id = 'gent'"],
];

async function verify(site: string, kept: AuditAnchor | null = null): Promise<AuditVerification> {
  return database.in(site, (tx) => verifyAudit(tx, testKeys, kept));
}

describe('the chain', () => {
  beforeAll(async () => {
    await database.in('gent', (tx) => recordAudit(tx, testKeys, someEvents.slice(0, 5)));
    await database.in('gent', (tx) => recordAudit(tx, testKeys, someEvents.slice(5)));
  });

  test('of a log as it was written is whole', async () => {
    expect(await verify('gent')).toMatchObject({ whole: true, events: 12 });
  });

  test('of a hospital where nothing happened yet is whole and empty', async () => {
    expect(await verify('empty')).toMatchObject({ whole: true, events: 0 });
  });

  test('cannot be verified with another key', async () => {
    const other = keysFrom(Buffer.alloc(32, 8));
    expect(await database.in('gent', (tx) => verifyAudit(tx, other))).toMatchObject({ whole: false });
  });

  test.each(['update audit_event set detail = detail', 'delete from audit_event', 'delete from audit_head'])(
    'cannot be changed by the program, which may only add: %s',
    async (statement) => {
      const attempt = database.in('gent', ({ db }) => sql.raw(statement).execute(db));
      await expect(attempt).rejects.toThrow('permission denied');
    },
  );

  test.each(attacks.map((attack) => [attack(5, 9).join('; '), attack] as const))(
    'shows what the owner of the database did: %s',
    async (_words, attack) => {
      expect(await afterAttack(attack(5, 9))).toMatchObject({ whole: false });
    },
  );

  test('shows any single change, removal, addition or exchange at any place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: attacks.length - 1 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        async (which, at, other) => {
          fc.pre(at !== other);
          expect(await afterAttack(attacks[which]?.(at, other) ?? [])).toMatchObject({ whole: false });
        },
      ),
      { seed: 20_261_121, numRuns: 120 },
    );
    expect(await verify('gent')).toMatchObject({ whole: true, events: 12 });
  });

  test('names the first event that was altered', async () => {
    expect(await afterAttack(['update audit_event set address = null where sequence = 6'])).toEqual({
      whole: false,
      problem: { kind: 'event-altered', sequence: 6 },
    });
  });

  test('with its head put back as it once was is found by an anchor that was kept elsewhere', async () => {
    const earlier = await database.in('busy', async (tx) => {
      await recordAudit(tx, testKeys, someEvents.slice(0, 3));
      return tx.db
        .selectFrom('audit_head')
        .selectAll()
        .where('site_id', '=', 'busy')
        .executeTakeFirstOrThrow();
    });
    await database.in('busy', (tx) => recordAudit(tx, testKeys, someEvents));
    const kept = await verify('busy');
    if (!kept.whole) throw new Error('The log should be whole');
    expect(await verify('busy', kept.anchor)).toMatchObject({ whole: true, events: 15 });
    await database.undone(async (db) => {
      await sql`delete from audit_event where site_id = 'busy' and sequence > 3`.execute(db);
      await db
        .updateTable('audit_head')
        .set({ sequence: 3, seal: earlier.seal, head_seal: earlier.head_seal })
        .where('site_id', '=', 'busy')
        .execute();
      const tx = { site: 'busy', db };
      expect(await verifyAudit(tx, testKeys)).toMatchObject({ whole: true, events: 3 });
      expect(await verifyAudit(tx, testKeys, kept.anchor)).toEqual({
        whole: false,
        problem: { kind: 'anchor-not-met', sequence: 15 },
      });
    });
  });

  test('stays in order when many write at once', async () => {
    await Promise.all(
      someEvents.map((event) => database.in('people', (tx) => recordAudit(tx, testKeys, [event, event]))),
    );
    expect(await verify('people')).toMatchObject({ whole: true, events: 24 });
  });

  test('goes on where it ends, whoever wrote there last', async () => {
    // Two processes of one installation: each remembers where it wrote last, and neither hears of the other.
    const here = { audit: Buffer.from(testKeys.audit) };
    const there = { audit: Buffer.from(testKeys.audit) };
    for (const keys of [here, there, there, here, here, there])
      await database.in('two', (tx) => recordAudit(tx, keys, someEvents.slice(0, 2)));
    const failing = database.in('two', async (tx) => {
      await recordAudit(tx, here, someEvents);
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    await database.in('two', (tx) => recordAudit(tx, here, someEvents.slice(0, 1)));
    expect(await verify('two')).toMatchObject({ whole: true, events: 13 });
  });

  test('is not continued from a place that was made up', async () => {
    const attempt = database.in('two', async (tx) => {
      await sql`update audit_head set sequence = sequence + 5 where site_id = 'two'`.execute(tx.db);
      await recordAudit(tx, testKeys, someEvents.slice(0, 1));
      expect(await verifyAudit(tx, testKeys)).toMatchObject({ whole: false });
      throw new Error('afterwards');
    });
    await expect(attempt).rejects.toThrow('afterwards');
  });

  test('holds nothing of a transaction that failed', async () => {
    const before = await verify('gent');
    const failing = database.in('gent', async (tx) => {
      await recordAudit(tx, testKeys, someEvents);
      throw new Error('afterwards');
    });
    await expect(failing).rejects.toThrow('afterwards');
    expect(await verify('gent')).toEqual(before);
  });
});

describe('who looked at this patient', () => {
  test('shows views of the record and searches that listed the person, and is itself logged', async () => {
    const [anna, bert] = await database.in('empty', async (tx) => [
      await addPerson(tx, { ...nobody, familyName: 'Peeters', givenName: 'Anna' }),
      await addPerson(tx, { ...nobody, familyName: 'Peeters', givenName: 'Bert' }),
    ]);
    await database.in('empty', async (tx) => {
      await recordAudit(tx, testKeys, [
        { ...viewing, person: anna ?? 0 },
        { ...viewing, person: bert ?? 0 },
      ]);
      const found = await loggedSearch(tx, testKeys, nurse, { name: 'peet', birthDate: null }, 10);
      expect(found.map(({ givenName }) => givenName)).toEqual(['Anna', 'Bert']);
    });
    const day = { from: new Date('2026-11-21T00:00:00Z'), to: new Date('2026-11-22T00:00:00Z') };
    const look = (): Promise<RecordedEvent[]> =>
      database.in('empty', (tx) => whoLookedAt(tx, testKeys, nurse, anna ?? 0, day, 50));
    expect((await look()).map(({ action }) => action)).toEqual(['search', 'view']);
    expect((await look()).map(({ action }) => action)).toEqual(['read-log', 'search', 'view']);
  });

  test('a search is logged by the fields that were asked and the number found, never by the name', async () => {
    const log = await database.in('empty', (tx) => readAudit(tx, testKeys, nurse, null, 50));
    const search = log.find(({ action }) => action === 'search');
    expect(search?.detail).toEqual({ byName: true, byBirthDate: false, found: 2 });
    expect(JSON.stringify(log)).not.toMatch(/peet/i);
  });

  test('reading the log leaves a line in it', async () => {
    const newest = async (): Promise<RecordedEvent | undefined> =>
      (await database.in('empty', (tx) => readAudit(tx, testKeys, nurse, null, 1)))[0];
    await newest();
    expect((await newest())?.action).toBe('read-log');
    expect(await verify('empty')).toMatchObject({ whole: true });
  });
});

const nobody: PersonDetails = {
  familyName: null,
  givenName: null,
  birthDate: null,
  sex: 'not-recorded',
  language: null,
  country: null,
  deceased: 'not-recorded',
  deathDate: null,
};

/** Verifies in the middle of a transaction of the owner, which is then undone. */
async function afterAttack(statements: readonly string[]): Promise<AuditVerification> {
  return database.undone(async (db) => {
    for (const statement of statements) await sql.raw(`${statement}`).execute(db);
    return verifyAudit({ site: 'gent', db }, testKeys);
  });
}
