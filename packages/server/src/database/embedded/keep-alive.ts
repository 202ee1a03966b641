// Brings a lost server back without a restart of the program, for as long as it takes.

import { setTimeout as wait } from 'node:timers/promises';
import type { DatabaseState } from '../open-database.ts';
import type { Cluster } from './cluster.ts';

export interface Life {
  state(): DatabaseState;
  onState(listener: (state: DatabaseState) => void): void;
  /** The server is about to be stopped on purpose. */
  end(): void;
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;

export function keepAlive(cluster: Cluster): Life {
  const listeners: ((state: DatabaseState) => void)[] = [];
  let state: DatabaseState = 'up';
  let ended = false;
  const become = (next: DatabaseState): void => {
    state = next;
    for (const listener of listeners) listener(next);
  };
  const bringBack = async (): Promise<void> => {
    for (let pause = firstPauseMs; !ended; pause = Math.min(2 * pause, longestPauseMs)) {
      try {
        await cluster.revive();
        become('up');
        return;
      } catch {
        // A full disk or a slow death: the reason stands in the server's own log; we ask again.
        await wait(pause, undefined, { ref: false });
      }
    }
  };
  cluster.onLost(() => {
    if (ended || state === 'lost') return;
    become('lost');
    void bringBack();
  });
  return {
    state: () => state,
    onState: (listener) => listeners.push(listener),
    end() {
      ended = true;
    },
  };
}
