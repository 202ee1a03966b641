// The listener for HL7 v2 messages over TCP. Each connection's messages are kept in order and answered in order.
// Decision: messages that wait on one connection are kept together in one transaction, so that a sender that does not
// wait for each answer gains the speed of one disk write for many; all their answers are sent after that commit.

import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { HospitalFacts } from '@breekpunt/integrate';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from '../database/generated/tables.ts';
import { inSite } from '../database/site-transaction.ts';
import { saysDiskFull } from '../http/database-lost.ts';
import { hospitalFacts } from '../intake/inbox/hospital-facts.ts';
import { receive } from '../intake/inbox/receive.ts';
import type { InboxQueue } from '../intake/jobs/inbox-queue.ts';
import type { Keys } from '../secrets/keys.ts';
import { answerTo, type Judged, judgeMessage } from './answer-message.ts';
import { type Framed, FrameReader, framed } from './frame-reader.ts';

export interface MllpOptions {
  readonly db: Kysely<Tables>;
  readonly keys: Keys;
  readonly queue: InboxQueue;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly host: string;
  readonly port: number;
  /** The hospital whose messages come here; null as long as there is none. */
  readonly site: () => Promise<string | null>;
  now(): Date;
}

export interface MllpListener {
  readonly port: number;
  /** Takes no new connections, answers what it has, and ends. */
  close(): Promise<void>;
}

export const largestMessage = 10_000_000;
const mostConnections = 100;
const mostTogether = 64;
const idleMilliseconds = 30 * 60_000;

export async function startMllpListener(options: MllpOptions): Promise<MllpListener> {
  const open = new Set<Connection>();
  const server: Server = createServer((socket) => {
    const connection = new Connection(socket, options);
    open.add(connection);
    socket.on('close', () => open.delete(connection));
  });
  server.maxConnections = mostConnections;
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(options.port, options.host, done);
  });
  server.on('error', (error) => options.log.warn({ reason: error.message }, 'the MLLP listener'));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      await Promise.all([...open].map((connection) => connection.finish()));
      await closed;
    },
  };
}

class Connection {
  readonly #socket: Socket;
  readonly #options: MllpOptions;
  readonly #reader = new FrameReader(largestMessage);
  readonly #waiting: Framed[] = [];
  #working: Promise<void> = Promise.resolve();
  #busy = false;
  #answers = 0;

  constructor(socket: Socket, options: MllpOptions) {
    this.#socket = socket;
    this.#options = options;
    socket.setNoDelay(true);
    socket.setTimeout(idleMilliseconds, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('close', () => {
      if (this.#reader.unfinished)
        options.log.warn({}, 'a connection ended in the middle of a message, which was not kept');
    });
  }

  async finish(): Promise<void> {
    this.#socket.pause();
    await this.#working;
    this.#socket.end();
    this.#socket.destroySoon();
  }

  #take(chunk: Buffer): void {
    const before = this.#reader.skipped;
    this.#waiting.push(...this.#reader.push(chunk));
    if (this.#reader.skipped > before)
      this.#options.log.warn(
        { bytes: this.#reader.skipped - before },
        'bytes outside MLLP frames were skipped',
      );
    if (this.#waiting.length > 0 && !this.#busy) {
      this.#busy = true;
      this.#working = this.#workOff();
    }
    if (this.#waiting.length >= mostTogether) this.#socket.pause();
  }

  async #workOff(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, mostTogether);
      this.#socket.resume();
      const answers = await this.#answer(batch);
      if (!this.#socket.destroyed && answers.length > 0) this.#socket.write(Buffer.concat(answers));
    }
    this.#busy = false;
  }

  async #answer(batch: readonly Framed[]): Promise<Buffer[]> {
    const { now } = this.#options;
    const results = await this.#keep(batch);
    return results.flatMap(({ result, judged, reason }) => {
      this.#answers += 1;
      const id = `${now().getTime().toString(36)}-${this.#answers}`;
      const text = answerTo(result, judged?.header, reason, now(), id);
      return text === null ? [] : [framed(text)];
    });
  }

  async #keep(batch: readonly Framed[]): Promise<Result[]> {
    const { db, queue, keys, site: ask, log } = this.#options;
    let judged: readonly Judged[] = [];
    try {
      const site = await ask();
      if (site === null)
        return batch.map(() => ({
          result: 'not-kept',
          reason: 'there is no hospital set up here yet; send it again later',
        }));
      await inSite(db, site, async (tx) => {
        const hospital = await hospitalFacts(tx);
        judged = batch.map((one) => judgeFramed(one, hospital, keys, site));
        const fresh: (Buffer | null)[] = [];
        for (const one of judged) {
          if (one.kind === 'refuse') continue;
          const received = await receive(tx, one.arrival);
          if (!received.again && received.state === 'received') fresh.push(one.arrival.orderKey ?? null);
        }
        await queue.send(tx, fresh);
      });
      queue.wake();
      return judged.map((one) =>
        one.kind === 'keep'
          ? { result: 'kept', judged: one }
          : { result: 'refused', judged: one, reason: one.reason },
      );
    } catch (error) {
      const { code, message } = error as { readonly code?: string; readonly message: string };
      log.warn({ code, reason: code === undefined ? message : undefined }, 'messages could not be kept');
      return batch.map((_one, index) => {
        const before = judged[index];
        const reason = saysDiskFull(error)
          ? 'the disk of the database is full and the message was not stored; make room and send it again'
          : 'the message could not be stored now; send it again';
        return { result: 'not-kept', reason, ...(before === undefined ? {} : { judged: before }) };
      });
    }
  }
}

interface Result {
  readonly result: 'kept' | 'refused' | 'not-kept';
  readonly judged?: Judged;
  readonly reason?: string;
}

function judgeFramed(one: Framed, hospital: HospitalFacts, keys: Keys, site: string): Judged {
  if (one.kind === 'message') return judgeMessage(one.bytes, hospital, keys, site);
  const reason = `the message is larger than ${largestMessage} bytes, the limit for one message; send the document by itself`;
  const head = judgeMessage(one.beginning, hospital, keys, site);
  return { kind: 'refuse', header: head.header, reason };
}
