// The HTTP server over a test database, with a clock that the test moves, and people of any role signed in at once.
// Decision: when midnight is near, that clock begins after it. What a test counts from today is then asked on that same day, also
// when the tests run at midnight.

import type { CalendarDate } from '@breekpunt/core';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { type Logger, pino } from 'pino';
import { openEventHub } from '../src/events/event-hub.ts';
import { buildServer } from '../src/http/build-server.ts';
import type { Route } from '../src/http/route.ts';
import type { ServerContext } from '../src/http/server-context.ts';
import { openIntake } from '../src/intake/intake.ts';
import type { Role } from '../src/people/role.ts';
import { openSession } from '../src/people/session.ts';
import { setUpCodeOf } from '../src/people/set-up-code.ts';
import { addUser } from '../src/people/user.ts';
import type { ProviderSettings } from '../src/settings/settings.ts';
import { dayAt } from '../src/start/day-at.ts';
import { type TestDatabase, testKeys } from './test-database.ts';

export interface TestServer {
  readonly app: FastifyInstance;
  readonly context: ServerContext;
  /** Everything that was logged, as text. */
  logged(): string;
  /** The day on the clock of the hospitals. */
  today(): CalendarDate;
  /** Milliseconds later than now. */
  later(milliseconds: number): void;
  /** From now on time passes by `later` alone: for what changes with the half minute in which it is asked. */
  stopClock(): void;
  /** Of a new person. */
  signedInAs(site: string, role: Role): Promise<Person>;
  ask(method: Route['method'], url: string, options?: AskOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export interface Person {
  readonly id: number;
  readonly login: string;
  readonly cookie: string;
}

export interface AskOptions {
  readonly as?: Person | { readonly cookie: string };
  /** The key of a program. */
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The client's address; the same for all when absent. */
  readonly from?: string;
}

interface TestServerOptions {
  readonly routes?: readonly Route[];
  readonly perMinute?: number;
  readonly webApp?: string;
  readonly provider?: ProviderSettings;
  /** Milliseconds by which the clock begins later than now. */
  readonly ahead?: number;
}

const timeZone = 'Europe/Brussels';
/** Longer than a test file takes. */
const nearMidnightMs = 120_000;

export const testSetUpCode = 'TEST-TEST-TEST';

export async function testServer(
  database: TestDatabase,
  options: TestServerOptions = {},
): Promise<TestServer> {
  const { webApp = null, perMinute = 100_000, provider = null, ahead = pastMidnight(), ...routes } = options;
  const lines: string[] = [];
  const log: Logger = pino(
    { level: 'debug', base: null },
    { write: (line: string) => void lines.push(line) },
  );
  let shift = ahead;
  let stopped: number | null = null;
  const context: ServerContext = {
    database: { db: database.db, pool: database.pool, state: () => 'up' },
    keys: testKeys,
    web: {
      host: '127.0.0.1',
      port: 0,
      address: 'http://localhost:7300',
      proxies: [],
      idleMinutes: 15,
      sessionHours: 10,
      logLevel: 'debug',
      provider,
    },
    mllp: null,
    folder: null,
    intake: openIntake(database.pool),
    events: openEventHub(database.pool),
    guideScript: null,
    setUpCode: setUpCodeOf(testSetUpCode),
    now: () => new Date((stopped ?? Date.now()) + shift),
  };
  const app = await buildServer({ context, log, webApp, perMinute, ...routes });
  let people = 0;
  return {
    app,
    context,
    logged: () => lines.join(''),
    today: () => dayAt(context.now(), timeZone),
    later(milliseconds) {
      shift += milliseconds;
    },
    stopClock() {
      stopped ??= Date.now();
    },
    signedInAs: (site, role) =>
      database.in(site, async (tx) => {
        people += 1;
        const login = `${role}-${people}`;
        const added = await addUser(tx, {
          login,
          displayName: `Person ${people}`,
          role,
          language: null,
          passwordHash: null,
          mustChangePassword: false,
        });
        if (!added.ok) throw new Error('A login was given twice');
        const cookie = await openSession(tx, added.value, context.web, context.now(), '127.0.0.1');
        return { id: added.value, login, cookie: `breekpunt-session=${cookie}` };
      }),
    ask: (method, url, { as, key, body, headers = {}, from } = {}) =>
      app.inject({
        method,
        url,
        ...(from === undefined ? {} : { remoteAddress: from }),
        headers: {
          ...(as === undefined ? {} : { cookie: as.cookie }),
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
    async close() {
      await app.close();
      await context.intake.queue.close();
      await context.events.close();
    },
  };
}

/** The milliseconds until midnight has passed when it is near, for whoever needs the day before there is a server; else none. */
export function pastMidnight(): number {
  const soon = Date.now() + nearMidnightMs;
  return dayAt(new Date(), timeZone) === dayAt(new Date(soon), timeZone) ? 0 : nearMidnightMs;
}

/** The session cookie that an answer set, as a browser would send it back. */
export function cookieOf(answer: LightMyRequestResponse): { readonly cookie: string } {
  const [cookie] = answer.cookies.filter(({ name }) => name.endsWith('breekpunt-session'));
  return { cookie: `${cookie?.name}=${cookie?.value}` };
}
