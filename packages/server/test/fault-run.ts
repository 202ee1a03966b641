// Kills the listener, the worker and the database again and again while messages stream in, and counts at the end what
// became of every message that was acknowledged. The senders do what interface engines do: a message without an
// answer, or answered with an error, is sent again.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startCluster } from '../src/database/embedded/cluster.ts';
import { keepAlive } from '../src/database/embedded/keep-alive.ts';
import { embeddedAccess, prepareEmbedded, withClient } from '../src/database/prepare-embedded.ts';
import { adt, oru } from './hl7-messages.ts';
import { type MllpClient, mllpClient } from './mllp-client.ts';

export interface FaultRun {
  readonly kills: number;
  /** A new folder. */
  readonly directory: string;
  /** Acknowledged messages between one kill and the next. */
  readonly between: number;
  readonly say?: (line: string) => void;
}

export interface FaultCounts {
  readonly kills: Readonly<Record<Victim, number>>;
  readonly acknowledged: number;
  /** Answers that did not come or were errors, so that the message was sent again. */
  readonly sentAgain: number;
  /** Acknowledged and not in the inbox: must be none. */
  readonly lost: number;
  /** In the inbox more than once: must be none. */
  readonly twice: number;
  /** Acknowledged reports that are not exactly one stored report: must be none. */
  readonly reportsAstray: number;
  /** People with more than one open case for their one fracture, or none: must be none. */
  readonly casesAstray: number;
  readonly quarantined: number;
}

type Victim = 'server' | 'worker' | 'database';
const victims: readonly Victim[] = ['server', 'worker', 'database'];
const site = 'gent';
const senders = 3;
const peopleOfSender = 12;
const hip = 'RX bekken. Verplaatste pertrochantere femurfractuur links na val van stoel.';

export async function faultRun({
  kills,
  directory,
  between,
  say = () => undefined,
}: FaultRun): Promise<FaultCounts> {
  const cluster = await startCluster({ directory, programs: null, port: null, throwAway: false });
  const life = keepAlive(cluster);
  const killed: Record<Victim, number> = { server: 0, worker: 0, database: 0 };
  try {
    await prepareEmbedded(cluster);
    const access = embeddedAccess(cluster.app);
    await withClient(embeddedAccess(cluster.owner), (owner) =>
      owner.query(
        "insert into site (site_id, name, country, language, key_check) values ($1, 'Gent', 'BE', 'nl', '')",
        [site],
      ),
    );
    const worker = keptChild({ role: 'worker', access, site, port: 0 });
    const server = keptChild({ role: 'server', access, site, port: 0 });
    const port = await server.port();
    await worker.port();
    const stream = new Stream(port);
    const sending = Array.from({ length: senders }, (_, sender) => stream.send(sender));
    for (let done = 0; done < kills; done++) {
      const victim = victims[done % victims.length] as Victim;
      await stream.further(between);
      if (victim === 'server') server.kill(port);
      else if (victim === 'worker') worker.kill(0);
      else killDatabase(directory);
      killed[victim] += 1;
      say(`${done + 1} of ${kills}: ${victim}; ${stream.acknowledged.length} messages acknowledged`);
    }
    await stream.further(between);
    stream.stop();
    await Promise.all(sending);
    const counts = await countAll(() => embeddedAccess(cluster.owner), stream, killed);
    server.end();
    worker.end();
    return counts;
  } finally {
    life.end();
    await cluster.stop();
  }
}

function killDatabase(directory: string): void {
  const [pid] = readFileSync(join(directory, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  try {
    process.kill(Number(pid), 'SIGKILL');
  } catch {
    // It is dead already and being started again.
  }
}

/** A child that is started again whenever it is killed, on the port it had. */
function keptChild(task: { role: string; access: unknown; site: string; port: number }) {
  let child: ChildProcess;
  let ended = false;
  let ready: Promise<number> = Promise.resolve(0);
  const start = (port: number): void => {
    ready = new Promise((done) => {
      child = spawn(process.execPath, [join(import.meta.dirname, 'children/intake-child.ts')], {
        env: { ...process.env, INTAKE: JSON.stringify({ ...task, port }) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const port = /ready (\d+)/.exec(text)?.[1];
        if (port !== undefined) done(Number(port));
      });
    });
  };
  start(task.port);
  return {
    port: () => ready,
    kill(port: number) {
      const victim = child;
      victim.once('exit', () => ended || start(port));
      victim.kill('SIGKILL');
    },
    end() {
      ended = true;
      child.kill('SIGKILL');
    },
  };
}

/** Senders that give up on nothing. */
class Stream {
  readonly acknowledged: { readonly control: string; readonly isReport: boolean }[] = [];
  sentAgain = 0;
  readonly #port: number;
  #stopped = false;
  #waiting: { readonly until: number; readonly done: () => void }[] = [];

  constructor(port: number) {
    this.#port = port;
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Ends when so many more messages were acknowledged. */
  further(count: number): Promise<void> {
    const until = this.acknowledged.length + count;
    return new Promise((done) => this.#waiting.push({ until, done }));
  }

  async send(sender: number): Promise<void> {
    let client: MllpClient | null = null;
    for (let n = 0; !this.#stopped; n++) {
      const patient = `P${sender}-${n % peopleOfSender}`;
      const control = `S${sender}-${n}`;
      // Of every person a first admission, then reports of one and the same fracture.
      const isReport = n >= peopleOfSender;
      const of = { control, patient, sender: `SENDER${sender}` };
      const message = isReport ? oru({ ...of, text: hip }) : adt('A04', of);
      for (let answer = ''; !/MSA\|AA/.test(answer); ) {
        try {
          client ??= await mllpClient(this.#port);
          answer = await client.send(message);
        } catch {
          client?.cut();
          client = null;
        }
        if (/MSA\|AA/.test(answer)) continue;
        this.sentAgain += 1;
        await pause(20);
      }
      this.acknowledged.push({ control, isReport });
      const reached = this.#waiting.filter(({ until }) => until <= this.acknowledged.length);
      this.#waiting = this.#waiting.filter(({ until }) => until > this.acknowledged.length);
      for (const { done } of reached) done();
    }
    client?.cut();
  }
}

async function countAll(
  access: () => Parameters<typeof withClient>[0],
  stream: Stream,
  kills: Record<Victim, number>,
): Promise<FaultCounts> {
  const ask = async (sql: string, values: unknown[] = []): Promise<number> => {
    for (;;)
      try {
        return await withClient(
          access(),
          async (owner) => (await owner.query<{ n: number }>(sql, values)).rows[0]?.n ?? 0,
        );
      } catch {
        await pause(100);
      }
  };
  while ((await ask("select count(*)::int as n from inbox_message where state = 'received'")) > 0)
    await pause(100);
  const controls = stream.acknowledged.map(({ control }) => control);
  const reports = stream.acknowledged
    .filter(({ isReport }) => isReport)
    .map(({ control }) => `ORD-${control}`);
  return {
    kills,
    acknowledged: controls.length,
    sentAgain: stream.sentAgain,
    lost: await ask(
      `select count(*)::int as n from unnest($1::text[]) as c
        where not exists (select from inbox_message where control_id = c)`,
      [controls],
    ),
    twice: await ask(
      `select count(*)::int as n from (select control_id from inbox_message group by control_id having count(*) > 1) as t`,
    ),
    reportsAstray: await ask(
      `select count(*)::int as n from unnest($1::text[]) as r
        where 1 <> (select count(*) from report where source_id = r)`,
      [reports],
    ),
    casesAstray: await ask(
      `select count(*)::int as n from (select distinct person_id from report) as p
        where 1 <> (select count(*) from fls_case c where c.person_id = p.person_id and c.state = 'to-review')`,
    ),
    quarantined: await ask("select count(*)::int as n from inbox_message where state = 'quarantined'"),
  };
}
