// How fast messages and resources come in, on a server with a durable database, clients on the same machine:
// npm run bench:intake -- --date 2026-11-21 --commit abc1234 [--messages 2000] [--bundles 40] [--folder DIR]
// --folder adds Bundles of one's own (Synthea's, for instance) as another figure. Without --date nothing is stored.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoPassword, demoSignIns } from '@breekpunt/server';
import { syntheticBundle, syntheticMessage } from './intake-traffic.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    messages: { type: 'string', default: '2000' },
    bundles: { type: 'string', default: '40' },
    cases: { type: 'string', default: '200' },
    folder: { type: 'string' },
  },
});

/** Of the last message made. */
let control = 0;

const directory = mkdtempSync(join(tmpdir(), 'breekpunt-bench-'));
const mllpPort = await freePort();
const child = spawn(process.execPath, [join(import.meta.dirname, 'children/intake-server.ts')], {
  env: {
    ...process.env,
    BREEKPUNT_DATA: directory,
    BREEKPUNT_PORT: '0',
    BREEKPUNT_LOG: 'error',
    BREEKPUNT_MLLP_PORT: String(mllpPort),
  },
  stdio: ['pipe', 'pipe', 'inherit'],
});
try {
  const address = await firstLine(child);
  const cookie = await signedIn(address);
  const messages = Number(values.messages);
  const figures: Record<string, number | string> = {
    'load of the machine before (1 minute)': Math.round((loadavg()[0] ?? 0) * 10) / 10,
    'MLLP, one sender that waits, messages/s acknowledged durably': await mllpRate(messages / 2, 1, 1),
    'MLLP, four senders that wait, messages/s': await mllpRate(messages, 4, 1),
    'MLLP, four senders, 32 messages under way each, messages/s': await mllpRate(messages, 4, 32),
    'all messages worked off after, seconds': await workedOff(address, cookie),
    'FHIR transactions of 100 resources through HTTP, resources/s': await fhirRate(
      address,
      cookie,
      Array.from({ length: Number(values.bundles) }, (_, index) => JSON.stringify(syntheticBundle(index))),
    ),
  };
  if (values.folder !== undefined)
    figures['FHIR Bundles of the folder given, resources/s'] = await fhirRate(
      address,
      cookie,
      bundlesIn(values.folder),
    );
  const waits = await eventWaits(address, cookie, Number(values.cases));
  figures['report sent by MLLP to event on an open screen, p50 ms'] = at(waits, 0.5);
  figures['report sent by MLLP to event on an open screen, p95 ms'] = at(waits, 0.95);
  console.table(figures);
  if (values.date !== undefined)
    console.log(
      storeRun('intake', {
        kind: 'intake',
        date: values.date,
        commit: required('commit', values.commit),
        machine: machine(),
        figures,
      }),
    );
} finally {
  child.stdin?.end();
  await new Promise((done) => child.once('exit', done));
  rmSync(directory, { recursive: true, force: true });
}

function nextMessage(fractured: boolean): Buffer {
  control += 1;
  return Buffer.concat([
    Buffer.of(0x0b),
    Buffer.from(syntheticMessage(control, fractured)),
    Buffer.of(0x1c, 0x0d),
  ]);
}

/** Messages a second until the last acknowledgement. */
async function mllpRate(count: number, senders: number, underWay: number): Promise<number> {
  const each = Math.ceil(count / senders);
  const started = performance.now();
  await Promise.all(Array.from({ length: senders }, () => sendAll(each, underWay)));
  return Math.round((each * senders * 1000) / (performance.now() - started));
}

async function sendAll(count: number, underWay: number): Promise<void> {
  const socket = await opened();
  let [sent, answered] = [0, 0];
  await new Promise<void>((done, fail) => {
    const send = (): void => {
      sent += 1;
      socket.write(nextMessage(sent % 10 === 0));
    };
    socket.on('error', fail);
    socket.on('data', (chunk: Buffer) => {
      for (const byte of chunk) {
        if (byte !== 0x1c) continue;
        answered += 1;
        if (sent < count) send();
        if (answered === count) done();
      }
    });
    while (sent < Math.min(count, underWay)) send();
  });
  socket.destroy();
}

function opened(): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect({ port: mllpPort, host: '127.0.0.1' }, () => done(socket));
    socket.setNoDelay(true);
    socket.once('error', fail);
  });
}

async function workedOff(address: string, cookie: string): Promise<number> {
  const started = performance.now();
  for (;;) {
    const answer = await fetch(`${address}/api/inbox?limit=1`, { headers: { cookie } });
    if (answer.status !== 200)
      throw new Error(`The inbox was answered ${answer.status}: ${await answer.text()}`);
    const { counts } = (await answer.json()) as { counts: { received: number } };
    if (counts.received === 0) return Math.round((performance.now() - started) / 100) / 10;
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** Resources a second, two Bundles at a time. */
async function fhirRate(address: string, cookie: string, bundles: readonly string[]): Promise<number> {
  const waiting = [...bundles];
  let resources = 0;
  const started = performance.now();
  const lane = async (): Promise<void> => {
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
      const answer = await fetch(`${address}/fhir`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/fhir+json' },
        body,
      });
      const taken = (await answer.json()) as { entry?: unknown[] };
      if (answer.status !== 200)
        throw new Error(`A Bundle was answered ${answer.status}: ${JSON.stringify(taken).slice(0, 300)}`);
      resources += taken.entry?.length ?? 0;
    }
  };
  await Promise.all([lane(), lane()]);
  return Math.round((resources * 1000) / (performance.now() - started));
}

function bundlesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.slice(0, 200).includes('"Bundle"'));
}

/** Milliseconds from sending a report with a fracture of a new patient to the event that a case was added, sorted. */
async function eventWaits(address: string, cookie: string, count: number): Promise<number[]> {
  const leave = new AbortController();
  const stream = await fetch(`${address}/api/events`, { headers: { cookie }, signal: leave.signal });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('The server tells no events');
  let text = '';
  const heard = async (word: string): Promise<void> => {
    for (;;) {
      const place = text.indexOf(word);
      if (place !== -1) {
        text = text.slice(place + word.length);
        return;
      }
      const { value, done } = await reader.read();
      if (done) throw new Error('The events ended');
      text += value;
    }
  };
  await heard('event: open');
  const socket = await opened();
  socket.resume();
  const waits: number[] = [];
  for (let i = 0; i < count; i++) {
    const started = performance.now();
    socket.write(nextMessage(true));
    await heard('"topic":"case","change":"added"');
    waits.push(performance.now() - started);
  }
  socket.destroy();
  leave.abort();
  return waits.toSorted((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

async function signedIn(address: string): Promise<string> {
  const lead = demoSignIns.find(({ role }) => role === 'lead');
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ site: 'sint-synthetica', login: lead?.login, password: demoPassword }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined)
    throw new Error(`The sign-in was answered ${answer.status}: ${await answer.text()}`);
  return cookie;
}

function firstLine(process: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    process.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end !== -1) done(text.slice(0, end));
    });
    process.once('exit', (code) => fail(new Error(`The server ended with ${code}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
