// Hears what any process announced and hands it to the listeners of that hospital. One connection per process, taken
// anew when it breaks, apart from the pool: a listener keeps it for ever.
// Decision: whoever listens is told when the line was down ('missed'), because what was announced meanwhile is not said
// again; a screen then reads everything anew.

import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { channel } from './announce.ts';
import { readEvent, type SiteEvent } from './site-event.ts';

export type Heard = SiteEvent | 'missed';

export interface EventHub {
  /** Calls back until the returned function is called. */
  listen(site: string, listener: (heard: Heard) => void): () => void;
  /** Ends when the line is open; for those who must not miss the first event. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;

export function openEventHub(pool: pg.Pool): EventHub {
  const listeners = new Map<string, Set<(heard: Heard) => void>>();
  const closing = new AbortController();
  let line: pg.Client | null = null;
  const waiting: (() => void)[] = [];
  let wasOpen = false;

  const tellAll = (heard: Heard): void => {
    for (const group of listeners.values()) for (const listener of group) listener(heard);
  };
  const openLine = async (): Promise<void> => {
    const client = new pg.Client(pool.options);
    const broken = (): void => {
      if (line !== client) return;
      line = null;
      void keepLine();
    };
    client.on('error', broken);
    client.on('end', broken);
    client.on('notification', ({ payload = '' }) => {
      const event = readEvent(payload);
      if (event === null) return;
      const { site, ...rest } = event;
      for (const listener of listeners.get(site) ?? []) listener(rest);
    });
    await client.connect();
    await client.query(`listen ${channel}`);
    if (closing.signal.aborted) await client.end();
    else line = client;
  };
  const keepLine = async (): Promise<void> => {
    for (let pause = firstPauseMs; !closing.signal.aborted; pause = Math.min(2 * pause, longestPauseMs)) {
      try {
        await openLine();
        for (const go of waiting.splice(0)) go();
        if (wasOpen) tellAll('missed');
        wasOpen = true;
        return;
      } catch {
        // The database is away; whoever asks for something is told so. Here it is only waited for.
        await wait(pause, undefined, { ref: false, signal: closing.signal }).catch(() => undefined);
      }
    }
  };
  void keepLine();

  return {
    listen(site, listener) {
      const group = listeners.get(site) ?? new Set();
      listeners.set(site, group.add(listener));
      return () => {
        group.delete(listener);
        if (group.size === 0 && listeners.get(site) === group) listeners.delete(site);
      };
    },
    ready: () =>
      new Promise((go) => {
        if (line === null) waiting.push(go);
        else go();
      }),
    async close() {
      closing.abort();
      const last = line;
      line = null;
      await last?.end();
    },
  };
}
