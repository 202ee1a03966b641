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

/** How the server is reached, and how long somebody stays signed in. */
export interface WebSettings {
  /** Where it listens. */
  readonly host: string;
  readonly port: number;
  /** What people type: scheme, host and port, without a slash at the end. */
  readonly address: string;
  /** Addresses of proxies whose word about the client's address is believed. */
  readonly proxies: readonly string[];
  readonly idleMinutes: number;
  readonly sessionHours: number;
  readonly logLevel: LogLevel;
  /** The hospital's own sign-in; null when only local accounts sign in. */
  readonly provider: ProviderSettings | null;
}

/** An OpenID Connect provider. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** The claim of the ID token that holds the login. */
  readonly claim: string;
  /** Whose people it knows; null where there is one hospital. */
  readonly site: string | null;
}

/** Where messages of the hospital's systems come in; null when they do not. */
export interface MllpSettings {
  readonly host: string;
  readonly port: number;
  /** The hospital they are for; null when there is only one. */
  readonly site: string | null;
}

/** A folder in which another system lays files; null when there is none. */
export interface FolderSettings {
  readonly path: string;
  /** The hospital they are for; null when there is only one. */
  readonly site: string | null;
}

export type LogLevel = (typeof logLevels)[number];

export interface Settings {
  readonly dataDirectory: string;
  readonly database: DatabaseSettings;
  /** Connections that one process keeps at most. */
  readonly poolSize: number;
  /** File with the secret key that encrypts identifiers and seals the audit log. */
  readonly keyFile: string;
  readonly web: WebSettings;
  readonly mllp: MllpSettings | null;
  readonly folder: FolderSettings | null;
}

export const settingsFileName = 'BREEKPUNT_SETTINGS';

const logLevels = ['error', 'warn', 'info', 'debug'] as const;

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
  host: {
    name: 'BREEKPUNT_HOST',
    meaning:
      'The address of this machine on which the server listens. Outside 127.0.0.1 put a proxy that speaks https before it: the server itself speaks http.',
    expected: 'an IP address or a host name',
    whenAbsent: '127.0.0.1: only this machine reaches it',
    secret: false,
    schema: z.string().regex(/^[\w.:-]{1,253}$/),
  } as Setting<string>,
  webPort: {
    name: 'BREEKPUNT_PORT',
    meaning: 'The TCP port on which the server listens.',
    expected: 'a whole number from 0 to 65535 (0: any free one)',
    whenAbsent: '7300',
    secret: false,
    schema: wholeNumber(0, 65_535),
  } as Setting<number>,
  address: {
    name: 'BREEKPUNT_ADDRESS',
    meaning:
      'The address that people type, when it is another than where the server listens (behind a proxy). With https, cookies travel over https only.',
    expected: 'https://fls.hospital.example or http://host:port, without a path',
    whenAbsent: 'http://localhost and the port',
    secret: false,
    schema: z
      .string()
      .regex(/^https?:\/\/[\w.-]+(:\d{1,5})?\/?$/)
      .transform((text) => new URL(text).origin),
  } as Setting<string>,
  proxies: {
    name: 'BREEKPUNT_PROXIES',
    meaning:
      'Addresses of the proxies before the server. Only from them the header X-Forwarded-For is believed, which tells whose request it is.',
    expected: 'IP addresses or networks (10.0.0.0/8), separated by commas',
    whenAbsent: 'no proxy is believed',
    secret: false,
    schema: z
      .string()
      .regex(/^[\da-fA-F.:/]+(\s*,\s*[\da-fA-F.:/]+)*$/)
      .transform((text) => text.split(',').map((one) => one.trim())),
  } as unknown as Setting<readonly string[]>,
  idleMinutes: {
    name: 'BREEKPUNT_IDLE_MINUTES',
    meaning: 'Minutes without a request after which somebody is signed out.',
    expected: 'a whole number from 1 to 480',
    whenAbsent: '15',
    secret: false,
    schema: wholeNumber(1, 480),
  } as Setting<number>,
  sessionHours: {
    name: 'BREEKPUNT_SESSION_HOURS',
    meaning: 'Hours after which somebody must sign in again in any case.',
    expected: 'a whole number from 1 to 24',
    whenAbsent: '10',
    secret: false,
    schema: wholeNumber(1, 24),
  } as Setting<number>,
  logLevel: {
    name: 'BREEKPUNT_LOG',
    meaning: 'How much the server says, as one line of JSON each, on standard output.',
    expected: logLevels.join(', '),
    whenAbsent: 'info',
    secret: false,
    schema: z.enum(logLevels),
  } as Setting<LogLevel>,
  providerIssuer: {
    name: 'BREEKPUNT_OIDC_ISSUER',
    meaning:
      "The issuer of the hospital's OpenID Connect provider (Entra ID, Keycloak, ADFS …), as its discovery document names it. Its redirect address is the server's address followed by `/api/oidc/callback`. People whose account has no password sign in there, and the second factor is its affair.",
    expected: 'https://… (http only for localhost)',
    whenAbsent: 'people sign in with a password kept here',
    secret: false,
    schema: z
      .string()
      .regex(/^(https:\/\/[\w.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?(\/[\w./~-]*)?$/),
  } as Setting<string>,
  providerClient: {
    name: 'BREEKPUNT_OIDC_CLIENT',
    meaning: 'The client id under which the provider knows this server.',
    expected: 'a text without spaces',
    whenAbsent: 'needed when `BREEKPUNT_OIDC_ISSUER` is set',
    secret: false,
    schema: z.string().regex(/^\S{1,200}$/),
  } as Setting<string>,
  providerSecret: {
    name: 'BREEKPUNT_OIDC_SECRET',
    meaning: 'The client secret. Better in the settings file than in the environment.',
    expected: 'a text without spaces',
    whenAbsent: 'needed when `BREEKPUNT_OIDC_ISSUER` is set',
    secret: true,
    schema: z.string().regex(/^\S{1,500}$/),
  } as Setting<string>,
  providerClaim: {
    name: 'BREEKPUNT_OIDC_CLAIM',
    meaning:
      'The claim that holds the login of the account made here. It is looked at once; from then on the account belongs to the same subject at the provider, whatever the claim says.',
    expected: 'the name of a claim, such as preferred_username or email',
    whenAbsent: 'preferred_username',
    secret: false,
    schema: z.string().regex(/^[\w.:/-]{1,100}$/),
  } as Setting<string>,
  providerSite: {
    name: 'BREEKPUNT_OIDC_SITE',
    meaning: 'Whose people the provider knows, where one installation serves several hospitals.',
    expected: "a hospital's id, such as az-sint-jan",
    whenAbsent: 'the only hospital',
    secret: false,
    schema: z.string().regex(/^[a-z0-9][a-z0-9-]{0,38}$/),
  } as Setting<string>,
  mllpPort: {
    name: 'BREEKPUNT_MLLP_PORT',
    meaning:
      'The TCP port on which HL7 v2 messages come in (MLLP): admissions, merges, reports, documents, appointments. MLLP has no encryption and no sign-in: let only the interface engine reach it.',
    expected: 'a whole number from 0 to 65535 (0: any free one)',
    whenAbsent: 'no messages come in by MLLP',
    secret: false,
    schema: wholeNumber(0, 65_535),
  } as Setting<number>,
  mllpHost: {
    name: 'BREEKPUNT_MLLP_HOST',
    meaning: 'The address of this machine on which messages come in.',
    expected: 'an IP address or a host name',
    whenAbsent: '127.0.0.1: only this machine reaches it',
    secret: false,
    schema: z.string().regex(/^[\w.:-]{1,253}$/),
  } as Setting<string>,
  mllpSite: {
    name: 'BREEKPUNT_MLLP_SITE',
    meaning: 'The hospital for which messages come in, by its short name.',
    expected: 'the short name of a hospital of this installation',
    whenAbsent: 'the only hospital; with several, messages are answered with an error',
    secret: false,
    schema: z.string().regex(/^[a-z0-9][a-z0-9-]{0,38}$/),
  } as Setting<string>,
  folder: {
    name: 'BREEKPUNT_FOLDER',
    meaning:
      'A folder in which another system lays files: tables (CSV, TSV, XLSX, NDJSON, read as such a table was read before) and HL7 v2 messages (.hl7). A file is taken when it has stopped growing, and then lies in `done` or, with the reason beside it, in `rejected`. Empty these two in time: they hold patient data.',
    expected: 'the path of a folder in which the server may write',
    whenAbsent: 'no folder is looked after',
    secret: false,
    schema: path,
  } as Setting<string>,
  folderSite: {
    name: 'BREEKPUNT_FOLDER_SITE',
    meaning: 'The hospital for which files are laid in the folder, by its short name.',
    expected: 'the short name of a hospital of this installation',
    whenAbsent: 'the only hospital; with several, files stay where they are',
    secret: false,
    schema: z.string().regex(/^[a-z0-9][a-z0-9-]{0,38}$/),
  } as Setting<string>,
};
