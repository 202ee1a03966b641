import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { testKeys } from '../../test/test-database.ts';
import { ensureSite } from '../records/site.ts';
import { describeDatabaseError } from './database-error.ts';
import { type Database, type OpenOptions, openDatabase } from './open-database.ts';
import { embeddedAccess, withClient } from './prepare-embedded.ts';
import { inSite } from './site-transaction.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'breekpunt-open-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

const programs = process.env['DATABASE_PROGRAMS'] ?? null;
const site = { name: 'Gent', country: 'BE', language: 'nl' } as const;

async function opened(options: OpenOptions): Promise<Database> {
  const database = await openDatabase(options);
  if (!database.ok) throw new Error(describeDatabaseError(database.error));
  return database.value;
}

async function refusal(options: OpenOptions): Promise<string> {
  const database = await openDatabase(options);
  if (!database.ok) return describeDatabaseError(database.error);
  await database.value.close();
  return 'opened';
}

async function addSite(database: Database, name: string): Promise<void> {
  await inSite(database.db, name, (tx) => ensureSite(tx, testKeys, site));
}

async function hasSite(database: Database, name: string): Promise<boolean> {
  const rows = await inSite(database.db, name, ({ db }) => db.selectFrom('site').selectAll().execute());
  return rows.length === 1;
}

describe('the embedded database', () => {
  const options = (): OpenOptions => ({
    dataDirectory: join(folder, "a folder, with 'marks' é"),
    database: { kind: 'embedded', programs, port: null },
    poolSize: 3,
    throwAway: true,
  });
  const versionFile = (): string => join(options().dataDirectory, 'postgres/cluster/PG_VERSION');

  test('makes its tables at the first start, and keeps what was recorded over a restart', async () => {
    const first = await opened(options());
    expect(first.migrated.length).toBeGreaterThan(0);
    await addSite(first, 'gent');
    await first.close();
    const second = await opened(options());
    expect(second.migrated).toEqual([]);
    expect(await hasSite(second, 'gent')).toBe(true);
    await second.close();
  });

  test('refuses a second program on its folder, and says which process has it', async () => {
    const first = await opened(options());
    const said = await refusal(options());
    expect(said).toContain(`is in use by another Breekpunt (process ${process.pid})`);
    expect(said).toContain('BREEKPUNT_DATA');
    expect(await hasSite(first, 'gent')).toBe(true);
    await first.close();
  });

  test('that is killed comes back by itself with everything it had acknowledged', async () => {
    const database = await opened(options());
    await addSite(database, 'luik');
    const states: string[] = [];
    const back = new Promise<void>((done) => {
      database.onState((state) => {
        states.push(state);
        if (state === 'up') done();
      });
    });
    const [pid = ''] = readFileSync(
      join(options().dataDirectory, 'postgres/cluster/postmaster.pid'),
      'utf8',
    ).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await back;
    expect(states).toEqual(['lost', 'up']);
    expect(await hasSite(database, 'luik')).toBe(true);
    await database.close();
  });

  test('made by another version of PostgreSQL is refused', async () => {
    const version = readFileSync(versionFile(), 'utf8');
    writeFileSync(versionFile(), '12\n');
    expect(await refusal(options())).toContain('was made by PostgreSQL 12');
    writeFileSync(versionFile(), version);
  });

  test('in a folder that cannot be a folder is refused', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const said = await refusal({ ...options(), dataDirectory: file });
    expect(said).toContain('cannot be used: ENOTDIR');
  });

  test.runIf(process.getuid?.() === 0)(
    'behind a folder that only root may enter is refused by its name',
    async () => {
      const closed = join(folder, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      const said = await refusal({ ...options(), dataDirectory: join(closed, 'data') });
      expect(said).toContain(`may not enter ${closed} and so cannot reach`);
    },
  );

  test('whose programs are not where they were said to be is refused by the setting', async () => {
    const said = await refusal({
      ...options(),
      database: { kind: 'embedded', programs: folder, port: null },
    });
    expect(said).toContain('do not run: ENOENT');
    expect(said).toContain('DATABASE_PROGRAMS');
  });
});

describe('a server of the hospital', () => {
  const name =
    `breekpunt_open_${process.pid}_${process.env['TZ']?.replaceAll(/\W/g, '') ?? ''}`.toLowerCase();
  beforeAll(async () => {
    await onServer(`create database ${name}`);
  });
  afterAll(async () => {
    await onServer(`drop database ${name} with (force)`);
  });

  async function onServer(statement: string): Promise<void> {
    await withClient(embeddedAccess(inject('postgres').owner, 'postgres'), (client) =>
      client.query(statement),
    );
  }
  function urlOf(account: 'owner' | 'app'): string {
    const { host, port, user, password } = inject('postgres')[account];
    const place = `host=${encodeURIComponent(host)}&port=${port}`;
    return `postgresql://${user}:${encodeURIComponent(password)}@/${name}?${place}`;
  }
  const options = (url: string, ownerUrl: string): OpenOptions => ({
    dataDirectory: folder,
    database: { kind: 'server', url, ownerUrl },
    poolSize: 2,
  });

  test('works with one account, which then works with few rights', async () => {
    const database = await opened(options(urlOf('owner'), urlOf('owner')));
    expect(database.migrated.length).toBeGreaterThan(0);
    await addSite(database, 'gent');
    expect(await hasSite(database, 'gent')).toBe(true);
    expect(await database.db.selectFrom('site').selectAll().execute()).toEqual([]);
    await database.close();
  });

  test('works with two accounts, of which the daily one cannot change tables', async () => {
    const database = await opened(options(urlOf('app'), urlOf('owner')));
    expect(await hasSite(database, 'gent')).toBe(true);
    await expect(database.pool.query('create table t (a int)')).rejects.toThrow('permission denied');
    await database.close();
  });

  test('is refused when its daily account passes by row-level security', async () => {
    const powerful = urlOf('owner').replace('?', '?application_name=x&');
    expect(await refusal(options(powerful, urlOf('owner')))).toContain('passes by row-level security');
  });

  test('that does not answer is refused without its password', async () => {
    const said = await refusal(
      options('postgresql://fls:geheim@127.0.0.1:1/fls', 'postgresql://fls:geheim@127.0.0.1:1/fls'),
    );
    expect(said).toContain('The server of DATABASE_URL cannot be used');
    expect(said).toContain('ECONNREFUSED');
    expect(said).not.toContain('geheim');
  });
});
