// Settings from the environment and the optional file, checked as a whole.
// Decision: all wrong settings are reported at once, so that an installation is not mended one start at a time.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { failure, type Result, success } from '@breekpunt/core';
import { type Setting, type SettingError, shownValue } from './setting.ts';
import { type Settings, settingsFileName, settingTable } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the program runs, as far as it decides what holds when nothing is set. */
export interface StartPlace {
  readonly folder: string;
  readonly isRoot: boolean;
}

function thisPlace(): StartPlace {
  return { folder: process.cwd(), isRoot: process.getuid?.() === 0 };
}

export function readSettings(
  environment: Environment,
  place: StartPlace = thisPlace(),
): Result<Settings, readonly SettingError[]> {
  const file = readFile(environment[settingsFileName], place);
  if (!file.ok) return file;
  const errors: SettingError[] = [...unknownNames(environment, file.value)];

  const read = <T>(setting: Setting<T>): T | null => {
    // An empty variable is how compose files and shells say "not set".
    const value = environment[setting.name] || file.value[setting.name];
    if (value === undefined || value === '') return null;
    const parsed = setting.schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const { name, expected, secret } = setting;
    errors.push({ setting: name, expected, came: shownValue(value, secret) });
    return null;
  };

  const given = {
    dataDirectory: read(settingTable.dataDirectory),
    keyFile: read(settingTable.keyFile),
    url: read(settingTable.url),
    ownerUrl: read(settingTable.ownerUrl),
    poolSize: read(settingTable.poolSize),
    programs: read(settingTable.programs),
    port: read(settingTable.port),
    host: read(settingTable.host),
    webPort: read(settingTable.webPort),
    address: read(settingTable.address),
    proxies: read(settingTable.proxies),
    idleMinutes: read(settingTable.idleMinutes),
    sessionHours: read(settingTable.sessionHours),
    logLevel: read(settingTable.logLevel),
    providerIssuer: read(settingTable.providerIssuer),
    providerClient: read(settingTable.providerClient),
    providerSecret: read(settingTable.providerSecret),
    providerClaim: read(settingTable.providerClaim),
    providerSite: read(settingTable.providerSite),
    mllpPort: read(settingTable.mllpPort),
    mllpHost: read(settingTable.mllpHost),
    mllpSite: read(settingTable.mllpSite),
    folder: read(settingTable.folder),
    folderSite: read(settingTable.folderSite),
  };
  if (given.ownerUrl !== null && given.url === null)
    errors.push({
      setting: settingTable.ownerUrl.name,
      expected: `${settingTable.url.name} beside it`,
      came: 'an owner alone',
    });
  const { providerIssuer: issuer, providerClient: client, providerSecret: secret } = given;
  const provider =
    issuer === null || client === null || secret === null
      ? null
      : {
          issuer,
          client,
          secret,
          claim: given.providerClaim ?? 'preferred_username',
          site: given.providerSite,
        };
  if (provider === null && (issuer ?? client ?? secret ?? given.providerClaim ?? given.providerSite) !== null)
    errors.push({
      setting: settingTable.providerIssuer.name,
      expected: `${settingTable.providerClient.name} and ${settingTable.providerSecret.name} beside it`,
      came: 'a part of the three',
    });
  if (errors.length > 0) return failure(errors);

  const standard = place.isRoot ? '/var/lib/breekpunt' : '.breekpunt';
  const dataDirectory = resolve(place.folder, given.dataDirectory ?? standard);
  const webPort = given.webPort ?? 7300;
  return success({
    dataDirectory,
    database:
      given.url === null
        ? { kind: 'embedded', programs: given.programs, port: given.port }
        : { kind: 'server', url: given.url, ownerUrl: given.ownerUrl ?? given.url },
    poolSize: given.poolSize ?? 10,
    keyFile: given.keyFile === null ? join(dataDirectory, 'key') : resolve(place.folder, given.keyFile),
    web: {
      host: given.host ?? '127.0.0.1',
      port: webPort,
      address: given.address ?? `http://localhost:${webPort}`,
      proxies: given.proxies ?? [],
      idleMinutes: given.idleMinutes ?? 15,
      sessionHours: given.sessionHours ?? 10,
      logLevel: given.logLevel ?? 'info',
      provider,
    },
    mllp:
      given.mllpPort === null
        ? null
        : { host: given.mllpHost ?? '127.0.0.1', port: given.mllpPort, site: given.mllpSite },
    folder:
      given.folder === null ? null : { path: resolve(place.folder, given.folder), site: given.folderSite },
  });
}

function readFile(path: string | undefined, place: StartPlace): Result<Environment, readonly SettingError[]> {
  if (path === undefined || path === '') return success({});
  try {
    return success(parseEnv(readFileSync(resolve(place.folder, path), 'utf8')));
  } catch {
    const expected = 'the path of a readable file with one NAME=value on each line';
    return failure([{ setting: settingsFileName, expected, came: shownValue(path, false) }]);
  }
}

/** In the file every name is ours; in the environment only those that begin like ours. */
function unknownNames(environment: Environment, file: Environment): SettingError[] {
  const known = new Set([settingsFileName, ...Object.values(settingTable).map(({ name }) => name)]);
  const ours = Object.keys(environment).filter((name) => name.startsWith('BREEKPUNT_'));
  return [...new Set([...ours, ...Object.keys(file)])]
    .filter((name) => !known.has(name))
    .map((name) => ({
      setting: name,
      expected: 'a setting that exists (docs/settings.md lists them)',
      came: 'an unknown name',
    }));
}
