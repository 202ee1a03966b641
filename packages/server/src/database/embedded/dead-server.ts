// Clears away what a killed server left when nobody reaps it, as in a container without an init: its number then counts
// as a running process for ever, and PostgreSQL refuses to start beside it.
// Decision: only when it is certain. The process must be a zombie, and no process may be at work in the data folder (all
// of a server's processes have it as their current folder); else the lock file stays where PostgreSQL wants it.

import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a dead server's lock file was removed. Linux only; elsewhere processes are reaped. */
export function clearDeadServer(data: string): boolean {
  if (process.platform !== 'linux') return false;
  const file = join(data, 'postmaster.pid');
  try {
    const [pid = ''] = readFileSync(file, 'utf8').split('\n');
    if (!isZombie(pid) || isAtWorkIn(realpathSync(data))) return false;
    rmSync(file);
    return true;
  } catch {
    // The file or the process went away while we looked: there is nothing to clear.
    return false;
  }
}

/** The state stands after the name, which is in brackets and may hold anything. */
function isZombie(pid: string): boolean {
  const stat = readFileSync(`/proc/${Number(pid)}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

function isAtWorkIn(folder: string): boolean {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch (error) {
        // Gone, or a zombie: it has no folder. One we may not look at is judged by its name.
        return (error as NodeJS.ErrnoException).code === 'EACCES' && isNamedPostgres(pid);
      }
    });
}

function isNamedPostgres(pid: string): boolean {
  return readFileSync(`/proc/${pid}/stat`, 'utf8').includes('(postgres)');
}
