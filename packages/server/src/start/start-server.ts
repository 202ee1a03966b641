// Starts everything and stops it in the other order: records, the parts that run beside HTTP, HTTP.

import { failure, type Result, success } from '@breekpunt/core';
import { type DestinationStream, type Logger, pino } from 'pino';
import { openEventHub } from '../events/event-hub.ts';
import { buildServer } from '../http/build-server.ts';
import type { ServerContext } from '../http/server-context.ts';
import { openIntake } from '../intake/intake.ts';
import { openRecords, type Records } from '../open-records.ts';
import { newSetUpCode } from '../people/set-up-code.ts';
import { listSites } from '../records/site-directory.ts';
import type { Settings } from '../settings/settings.ts';
import { guideScriptIn } from './guide-script.ts';
import { parts } from './part.ts';
import { webAppFolder } from './web-app-folder.ts';

const patienceMs = 10_000;

export interface StartOptions {
  /** Before anybody can sign in: loads the synthetic hospital, for instance. */
  readonly prepare?: (records: Records) => Promise<Result<void, { readonly message: string }>>;
  /** Hears what is going on at the start, in words for people. */
  readonly say: (line: string) => void;
  /** Where the log goes; standard output when absent. */
  readonly logTo?: DestinationStream;
}

export interface RunningServer {
  /** What to type in a browser. */
  readonly address: string;
  /** Opens the first-administrator set-up; null when there is a hospital. */
  readonly setUpCode: string | null;
  readonly context: ServerContext;
  /** Answers what is under way, and ends when all is closed. */
  stop(): Promise<void>;
}

export async function startServer(
  settings: Settings,
  { prepare, say, logTo }: StartOptions,
): Promise<Result<RunningServer, { readonly message: string }>> {
  const records = await openRecords(settings);
  if (!records.ok) return failure({ message: records.error.message });
  const { database, keys } = records.value;
  const undo: (() => Promise<unknown>)[] = [() => database.close()];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const prepared = (await prepare?.(records.value)) ?? success(undefined);
    if (!prepared.ok) {
      await stop();
      return prepared;
    }
    const log: Logger = pino({ level: settings.web.logLevel, base: null }, logTo ?? pino.destination(1));
    database.onState((state) => log.warn({ state }, 'the database'));
    const events = openEventHub(database.pool);
    undo.push(() => events.close());
    const webApp = await webAppFolder(say);
    const setUpCode = newSetUpCode();
    const context: ServerContext = {
      database,
      keys,
      web: settings.web,
      mllp: settings.mllp,
      folder: settings.folder,
      intake: openIntake(database.pool, (error) =>
        log.warn({ reason: error.message }, 'the queue of the inbox'),
      ),
      events,
      guideScript: guideScriptIn(webApp),
      setUpCode,
      now: () => new Date(),
    };
    for (const part of parts) undo.push(await part.start(context, log));
    const app = await buildServer({ context, log, webApp });
    undo.push(async () => {
      // Whoever does not take an answer in this time is let go.
      const patience = setTimeout(() => app.server.closeAllConnections(), patienceMs);
      await app.close();
      clearTimeout(patience);
    });
    const port = await listening(app.listen({ host: settings.web.host, port: settings.web.port }));
    if (port === null) {
      await stop();
      return failure({
        message: `BREEKPUNT_HOST and BREEKPUNT_PORT: expected a free address; ${settings.web.host}:${settings.web.port} cannot be used (another program has it, or the host is not of this machine).`,
      });
    }
    const empty = (await listSites(database.db)).length === 0;
    const address = settings.web.port === 0 ? `http://localhost:${port}` : settings.web.address;
    return success({ address, setUpCode: empty ? setUpCode.text : null, context, stop });
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

/** The port; null when the address cannot be had. */
async function listening(opened: Promise<string>): Promise<number | null> {
  try {
    return Number(new URL(await opened).port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND')
      return null;
    throw error;
  }
}
