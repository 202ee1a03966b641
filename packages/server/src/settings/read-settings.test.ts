import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Environment, readSettings } from './read-settings.ts';
import { describeSettingError } from './setting.ts';

const place = { folder: '/srv/fls', isRoot: false };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'breekpunt-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function refusals(environment: Environment): string[] {
  const read = readSettings(environment, place);
  return read.ok ? [] : read.error.map(describeSettingError);
}

test('with nothing set, an embedded database lives in a folder beside the program', () => {
  expect(readSettings({ PATH: '/bin' }, place)).toEqual({
    ok: true,
    value: {
      dataDirectory: '/srv/fls/.breekpunt',
      database: { kind: 'embedded', programs: null, port: null },
      poolSize: 10,
      keyFile: '/srv/fls/.breekpunt/key',
      mllp: null,
      folder: null,
      web: {
        host: '127.0.0.1',
        port: 7300,
        address: 'http://localhost:7300',
        proxies: [],
        idleMinutes: 15,
        sessionHours: 10,
        logLevel: 'info',
        provider: null,
      },
    },
  });
});

test('root keeps its data where another account can reach it', () => {
  const read = readSettings({}, { ...place, isRoot: true });
  expect(read.ok && read.value.dataDirectory).toBe('/var/lib/breekpunt');
});

test('a database address replaces the embedded database, and its owner may be another account', () => {
  const read = readSettings(
    { DATABASE_URL: 'postgresql://app@db/fls', DATABASE_OWNER_URL: 'postgresql://owner@db/fls' },
    place,
  );
  expect(read.ok && read.value.database).toEqual({
    kind: 'server',
    url: 'postgresql://app@db/fls',
    ownerUrl: 'postgresql://owner@db/fls',
  });
});

test('a wrong value is refused with the name of the setting, what was expected and what came', () => {
  expect(refusals({ DATABASE_CONNECTIONS: 'many' })).toEqual([
    'DATABASE_CONNECTIONS: expected a whole number from 1 to 200; came "many".',
  ]);
});

test.each(['0', '201', '-1', '1e2', ' 5', '5.5'])('%j is no number of connections', (value) => {
  expect(refusals({ DATABASE_CONNECTIONS: value })).toHaveLength(1);
});

test('a wrong database address is refused without repeating the password in it', () => {
  const [said = ''] = refusals({ DATABASE_URL: 'mysql://fls:geheim@db/fls' });
  expect(said).toMatch(/^DATABASE_URL: expected postgresql:/);
  expect(said).not.toContain('geheim');
});

test('all wrong settings are told at once', () => {
  expect(refusals({ DATABASE_CONNECTIONS: 'x', DATABASE_PORT: '0', BREEKPUNT_DATUM: '/x' })).toHaveLength(3);
});

test('a name with a typing error is refused instead of ignored', () => {
  expect(refusals({ BREEKPUNT_DTA: '/data' })[0]).toContain('BREEKPUNT_DTA: expected a setting that exists');
});

test('the file is read, and the environment wins over it', () => {
  const file = join(folder, 'settings.env');
  writeFileSync(file, '# ours\nDATABASE_CONNECTIONS=5\nDATABASE_PORT=6000\n');
  const read = readSettings({ BREEKPUNT_SETTINGS: file, DATABASE_CONNECTIONS: '7' }, place);
  expect(read.ok && [read.value.poolSize, read.value.database]).toEqual([
    7,
    { kind: 'embedded', programs: null, port: 6000 },
  ]);
});

test('a file that is not there is refused by name', () => {
  expect(refusals({ BREEKPUNT_SETTINGS: join(folder, 'absent') })[0]).toContain(
    'BREEKPUNT_SETTINGS: expected',
  );
});

test('an unknown name in the file is refused', () => {
  const file = join(folder, 'typo.env');
  writeFileSync(file, 'DATABASE_CONECTIONS=5\n');
  expect(refusals({ BREEKPUNT_SETTINGS: file })[0]).toContain('DATABASE_CONECTIONS');
});

test('an owner without a database makes no sense', () => {
  expect(refusals({ DATABASE_OWNER_URL: 'postgresql://o@db/fls' })[0]).toContain('DATABASE_OWNER_URL');
});

test('the sign-in of the hospital needs its address, client and secret together', () => {
  const [first] = refusals({ BREEKPUNT_OIDC_ISSUER: 'https://login.hospital.example' });
  expect(first).toBe(
    'BREEKPUNT_OIDC_ISSUER: expected BREEKPUNT_OIDC_CLIENT and BREEKPUNT_OIDC_SECRET beside it; came a part of the three.',
  );
  expect(refusals({ BREEKPUNT_OIDC_ISSUER: 'http://login.hospital.example' })[0]).toContain('https://');
});

test('the address people type has no slash at the end, and behind it the proxies that are believed are a list', () => {
  const read = readSettings(
    { BREEKPUNT_ADDRESS: 'https://fls.hospital.example/', BREEKPUNT_PROXIES: '10.0.0.1, 10.1.0.0/16' },
    place,
  );
  expect(read.ok && read.value.web).toMatchObject({
    address: 'https://fls.hospital.example',
    proxies: ['10.0.0.1', '10.1.0.0/16'],
  });
});
