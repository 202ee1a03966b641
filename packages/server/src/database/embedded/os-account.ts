// Under which account of the operating system PostgreSQL runs: it refuses root, as in a container or on a server
// that was set up in a hurry. Then it runs as "postgres", an account that is made when it is not there.

import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { DatabaseTrouble } from '../database-error.ts';

/** Null: the account of this process. */
export type OsAccount = { readonly uid: number; readonly gid: number } | null;

const name = 'postgres';

export function accountForPostgres(): OsAccount {
  if (process.getuid === undefined) return null;
  if (process.getuid() !== 0) {
    try {
      userInfo();
      return null;
    } catch {
      throw new DatabaseTrouble({ kind: 'account-has-no-name' });
    }
  }
  const known = lookUp();
  if (known !== null) return known;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  const made = lookUp();
  if (made === null) throw new DatabaseTrouble({ kind: 'no-account-for-root' });
  return made;
}

/** Hands a file over to PostgreSQL's account. */
export function giveTo(account: OsAccount, path: string): void {
  if (account !== null) chownSync(path, account.uid, account.gid);
}

/** The nearest folder around a path that the account may not enter; null when it can reach the path. */
export function closedFolderAround(account: OsAccount, path: string): string | null {
  if (account === null) return null;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return folder;
    if (folder === dirname(folder)) return null;
  }
}

function lookUp(): OsAccount {
  const [uid = Number.NaN, gid = Number.NaN] = ['-u', '-g'].map((flag) => {
    const run = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return run.status === 0 ? Number(run.stdout.trim()) : Number.NaN;
  });
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : null;
}
