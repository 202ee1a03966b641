// Every setting of the server, in one list: read, checked and documented from here.
// Decision: the environment wins over the settings file, and a name that nobody knows is refused, because a setting
// with a typing error would otherwise silently not apply. Where nothing is set, everything works on one machine.

import { z } from 'zod';
import type { Setting } from './setting.ts';

/** Where the records are kept. */
export type DatabaseSettings =
  | {
      readonly kind: 'embedded';
      /** Folder with initdb, pg_ctl and postgres; null for those that npm brought. */
      readonly programs: string | null;
      /** TCP port on the loopback address; null for a Unix socket only. */
      readonly port: number | null;
    }
  | {
      readonly kind: 'server';
      readonly url: string;
      /** Used for migrations only; the same as `url` when the hospital gives one account. */
      readonly ownerUrl: string;
    };

export interface Settings {
  readonly dataDirectory: string;
  readonly database: DatabaseSettings;
  /** Connections that one process keeps at most. */
  readonly poolSize: number;
  /** File with the secret key that encrypts identifiers and seals the audit log. */
  readonly keyFile: string;
}

export const settingsFileName = 'BREEKPUNT_SETTINGS';

const path = z.string().min(1);

function wholeNumber(least: number, most: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/);

export const settingTable = {
  dataDirectory: {
    name: 'BREEKPUNT_DATA',
    meaning: 'Folder for everything the program keeps: the embedded database, the key. Back it up whole.',
    expected: 'the path of a folder',
    whenAbsent: '`.breekpunt` in the current folder; `/var/lib/breekpunt` when started as root',
    secret: false,
    schema: path,
  } as Setting<string>,
  keyFile: {
    name: 'BREEKPUNT_KEY_FILE',
    meaning:
      'File with the key (32 bytes in base64) that encrypts national numbers and seals the audit log. Without the key neither can be read or checked: keep a copy apart from the database.',
    expected: 'the path of a file',
    whenAbsent: '`key` in the data folder, made at the first start with an embedded database',
    secret: false,
    schema: path,
  } as Setting<string>,
  url: {
    name: 'DATABASE_URL',
    meaning:
      'A PostgreSQL server (15 or later) in place of the embedded one. The account needs no more than membership of the role `breekpunt_app` when `DATABASE_OWNER_URL` is given too.',
    expected: 'postgresql://user:password@host:port/database',
    whenAbsent: 'the embedded PostgreSQL is used',
    secret: true,
    schema: postgresUrl,
  } as Setting<string>,
  ownerUrl: {
    name: 'DATABASE_OWNER_URL',
    meaning:
      'The same database with the account that owns the tables; used at start, to migrate, and never after.',
    expected: 'postgresql://user:password@host:port/database',
    whenAbsent: 'the account of `DATABASE_URL` migrates, and then works with the rights of `breekpunt_app`',
    secret: true,
    schema: postgresUrl,
  } as Setting<string>,
  poolSize: {
    name: 'DATABASE_CONNECTIONS',
    meaning: 'Connections that one process keeps at most.',
    expected: 'a whole number from 1 to 200',
    whenAbsent: '10',
    secret: false,
    schema: wholeNumber(1, 200),
  } as Setting<number>,
  programs: {
    name: 'DATABASE_PROGRAMS',
    meaning:
      'Folder with `initdb`, `pg_ctl` and `postgres` (15 or later) for the embedded database, such as `/usr/lib/postgresql/17/bin`.',
    expected: 'the path of a folder',
    whenAbsent: 'the programs that `npm ci` brought',
    secret: false,
    schema: path,
  } as Setting<string>,
  port: {
    name: 'DATABASE_PORT',
    meaning: 'Makes the embedded database listen on this port of 127.0.0.1 as well. Needed on Windows.',
    expected: 'a whole number from 1 to 65535',
    whenAbsent: 'a Unix socket in the data folder only, which no other machine and no other user can reach',
    secret: false,
    schema: wholeNumber(1, 65_535),
  } as Setting<number>,
};
