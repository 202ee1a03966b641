// A real PostgreSQL on this machine, of which this process is the only user; started again when it dies.

import { appRole } from '../app-role.ts';
import { holdFolder } from './folder-hold.ts';
import { type ClusterOptions, type Connection, connectionOf, prepareFrame } from './frame.ts';
import { ensureInitialised, ensureRunning, ownerRole, stopServer } from './server-process.ts';

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
  const start = await ensureRunning(frame);
  let hold = await holdFolder(frame, lost);

  return {
    owner: connectionOf(frame, ownerRole, frame.passwords.owner),
    app: connectionOf(frame, appRole, frame.passwords.app),
    major: frame.software.major,
    takenOver: start === 'was-running',
    onLost: (listener) => listeners.push(listener),
    async revive() {
      if (alive) return;
      await ensureRunning(frame);
      hold = await holdFolder(frame, lost);
      alive = true;
    },
    async stop() {
      hold.expectEnd();
      await stopServer(frame);
    },
  };
}
