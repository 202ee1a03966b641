// Starts one throw-away PostgreSQL before the server's tests and stops it after them. DATABASE_PROGRAMS runs the same
// tests on another PostgreSQL (Debian's, for instance), DATABASE_URL_TEST on a server that is already there.
// Decision: the tables are made once, in a database that each test file copies: that takes a tenth of a second.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Cluster, startCluster } from '../src/database/embedded/cluster.ts';
import type { Connection } from '../src/database/embedded/frame.ts';
import { prepareEmbedded } from '../src/database/prepare-embedded.ts';

export interface PostgresForTests {
  readonly owner: Connection;
  readonly app: Connection;
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresForTests;
  }
}

interface Running {
  readonly postgres: PostgresForTests;
  stop(): Promise<void>;
}

/** The three time zones share one cluster: their set-ups run in one process, each with a module of its own. */
const shared = globalThis as { breekpuntTests?: { users: number; running: Promise<Running> } };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.breekpuntTests ??= { users: 0, running: start() };
  const mine = shared.breekpuntTests;
  mine.users += 1;
  const { postgres, stop } = await mine.running;
  project.provide('postgres', postgres);
  return async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    delete shared.breekpuntTests;
    await stop();
  };
}

async function start(): Promise<Running> {
  const template = `breekpunt_template_${process.pid}`;
  const given = process.env['DATABASE_URL_TEST'];
  if (given !== undefined) {
    const owner = connectionFrom(given);
    const app = { ...owner, user: 'breekpunt_app', password: 'for-tests-only' };
    await prepareEmbedded({ owner, app }, template);
    return { postgres: { owner, app, template }, stop: async () => undefined };
  }
  const directory = mkdtempSync(join(tmpdir(), 'breekpunt-tests-'));
  const programs = process.env['DATABASE_PROGRAMS'] ?? null;
  const cluster: Cluster = await startCluster({ directory, programs, port: null, throwAway: true });
  await prepareEmbedded(cluster, template);
  return {
    postgres: { owner: cluster.owner, app: cluster.app, template },
    async stop() {
      await cluster.stop();
      rmSync(directory, { recursive: true });
    },
  };
}

function connectionFrom(address: string): Connection {
  const { hostname, port, username, password, searchParams } = new URL(address);
  return {
    host: searchParams.get('host') ?? hostname,
    port: port === '' ? 5432 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}
