// A real PostgreSQL on this machine, of which this process is the only user; started again when it dies.

import { setTimeout as wait } from 'node:timers/promises';
import { appRole } from '../app-role.ts';
import { DatabaseTrouble } from '../database-error.ts';
import { type FolderHold, holdFolder, NotAnswering } from './folder-hold.ts';
import { type ClusterOptions, type Connection, connectionOf, type Frame, prepareFrame } from './frame.ts';
import { ensureInitialised, ensureRunning, ownerRole, patienceMs, stopServer } from './server-process.ts';

export interface Cluster {
  readonly owner: Connection;
  readonly app: Connection;
  readonly major: number;
  /** Whether the server was still running, left behind by a process that was killed. */
  readonly takenOver: boolean;
  /** Called each time the server is lost. */
  onLost(listener: () => void): void;
  /** Starts the server again when it is lost, and takes the folder again; does nothing when all is well. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const frame = await prepareFrame(options);
  await ensureInitialised(frame);
  const listeners: (() => void)[] = [];
  let alive = true;
  const lost = (): void => {
    alive = false;
    for (const listener of listeners) listener();
  };
  const first = await startAndHold(frame, lost);
  let { hold } = first;

  return {
    owner: connectionOf(frame, ownerRole, frame.passwords.owner),
    app: connectionOf(frame, appRole, frame.passwords.app),
    major: frame.software.major,
    takenOver: first.start === 'was-running',
    onLost: (listener) => listeners.push(listener),
    async revive() {
      if (alive) return;
      ({ hold } = await startAndHold(frame, lost));
      alive = true;
    },
    async stop() {
      hold.expectEnd();
      await stopServer(frame);
    },
  };
}

interface Started {
  readonly start: 'was-running' | 'started';
  readonly hold: FolderHold;
}

/** A server killed a moment ago still counts as running for a while, and a recovering one does not answer yet. */
async function startAndHold(frame: Frame, lost: () => void): Promise<Started> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const start = await ensureRunning(frame);
    try {
      return { start, hold: await holdFolder(frame, lost) };
    } catch (error) {
      if (!(error instanceof NotAnswering)) throw error;
      if (Date.now() > until)
        throw new DatabaseTrouble({ kind: 'did-not-start', log: frame.log, reason: error.message });
      await wait(100);
    }
  }
}
