// What a cluster needs before its first step: folders with the right owner, programs that run, passwords.

import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseTrouble } from '../database-error.ts';
import { socketPort } from './cluster-config.ts';
import { accountForPostgres, closedFolderAround, giveTo, type OsAccount } from './os-account.ts';
import { type Passwords, passwordsIn } from './passwords.ts';
import { findPrograms, type Programs } from './programs.ts';

export interface ClusterOptions {
  readonly directory: string;
  /** Folder with PostgreSQL's programs; null for those that npm brought. */
  readonly programs: string | null;
  readonly port: number | null;
  /** For tests: faster, and lost when the machine stops. */
  readonly throwAway: boolean;
}

export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

export interface Frame extends ClusterOptions {
  readonly account: OsAccount;
  /** PostgreSQL's own folder in the data folder. */
  readonly home: string;
  readonly data: string;
  readonly log: string;
  readonly socketFolder: string | null;
  readonly passwords: Passwords;
  readonly software: Programs;
}

export async function prepareFrame(options: ClusterOptions): Promise<Frame> {
  const { directory, port } = options;
  if (process.platform === 'win32' && port === null) throw new DatabaseTrouble({ kind: 'needs-port' });
  const account = accountForPostgres();
  const home = join(directory, 'postgres');
  try {
    mkdirSync(home, { recursive: true });
    const closed = closedFolderAround(account, directory);
    if (closed !== null) throw new DatabaseTrouble({ kind: 'directory-closed', directory, closed });
    // Root's folder must let PostgreSQL's account through; what stands in it stays closed.
    chmodSync(directory, account === null ? 0o700 : 0o711);
    ownFolder(home, account);
    const software = await findPrograms(options.programs, account, directory);
    const socketFolder = process.platform === 'win32' ? null : socketFolderFor(home);
    if (socketFolder !== null) ownFolder(socketFolder, account);
    const data = join(home, 'cluster');
    const log = join(home, 'server.log');
    const passwords = passwordsIn(directory);
    return { ...options, account, home, data, log, socketFolder, passwords, software };
  } catch (error) {
    if (error instanceof DatabaseTrouble) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? 'it could not be prepared';
    throw new DatabaseTrouble({ kind: 'directory-unusable', directory, reason });
  }
}

export function connectionOf(frame: Frame, user: string, password: string): Connection {
  const { socketFolder, port } = frame;
  return { host: socketFolder ?? '127.0.0.1', port: port ?? socketPort, user, password };
}

/** Closed to every account but PostgreSQL's (and root). */
function ownFolder(folder: string, account: OsAccount): void {
  mkdirSync(folder, { recursive: true });
  giveTo(account, folder);
  chmodSync(folder, 0o700);
}

/** A socket's path may have some 100 bytes; a deep data folder gets its socket elsewhere. */
function socketFolderFor(home: string): string {
  const near = join(home, 'socket');
  if (Buffer.byteLength(near) <= 85) return near;
  const name = Buffer.from(home).toString('hex').slice(-32);
  return join(tmpdir(), `breekpunt-${process.getuid?.() ?? 0}-${name}`);
}
