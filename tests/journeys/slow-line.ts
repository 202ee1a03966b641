// A line between browser and server that can be made slow: every word waits half the round trip each way, a connection costs
// trips of its own, and the server's words come no faster than the line carries them. Decision: outside the browser, because
// its own throttling leaves out the service worker, and waits once for a request whatever its connection cost.

import { connect, createServer, type Socket } from 'node:net';

/** As for a telephone: what it waits for, and what it gets at a time. */
interface Slowness {
  /** There and back, in milliseconds. */
  readonly roundTripMs: number;
  /** From the server, a second. */
  readonly bytesPerSecond: number;
  /** Round trips before the browser's first word leaves: 1 for TCP, 2 with TLS 1.3 over it. */
  readonly tripsToConnect: number;
}

export interface SlowLine {
  /** Of the server, over this line. */
  readonly address: string;
  become(slowness: Slowness): void;
  /** How much later the server's words come, in milliseconds, and nothing else. */
  slowDown(ms: number): void;
  stop(): Promise<void>;
}

const quick: Slowness = { roundTripMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY, tripsToConnect: 0 };
/** What one packet carries. */
const packetBytes = 1_460;

export async function slowLine(server: string): Promise<SlowLine> {
  const { hostname, port } = new URL(server);
  let slow = quick;
  /** When the line is free for the server's next packet. */
  let freeAt = 0;
  const line = createServer((browser) => {
    const beyond = connect(Number(port), hostname);
    const openAt = performance.now() + slow.tripsToConnect * slow.roundTripMs;
    const [up, down] = [inOrder(beyond), inOrder(browser)];
    browser.on('data', (words) => up(words, Math.max(performance.now(), openAt) + slow.roundTripMs / 2));
    beyond.on('data', (words) => {
      for (let from = 0; from < words.length; from += packetBytes) {
        const packet = words.subarray(from, from + packetBytes);
        freeAt = Math.max(freeAt, performance.now()) + (packet.length / slow.bytesPerSecond) * 1_000;
        down(packet, freeAt + slow.roundTripMs / 2);
      }
    });
    beyond.on('close', () => setTimeout(() => browser.destroy(), slow.roundTripMs));
    browser.on('close', () => beyond.destroy());
    for (const end of [browser, beyond]) end.on('error', () => end.destroy());
  });
  await new Promise<void>((open) => line.listen(0, hostname, open));
  const at = line.address();
  if (at === null || typeof at === 'string') throw new Error('expected a port');
  return {
    address: `http://${hostname}:${at.port}`,
    become: (slowness) => {
      slow = slowness;
    },
    slowDown: (ms) => {
      slow = { ...quick, roundTripMs: ms };
    },
    stop: () => new Promise((closed) => line.close(() => closed())),
  };
}

/** Writes each word at its moment, and never before the one that came earlier. */
function inOrder(end: Socket): (words: Buffer, at: number) => void {
  let lastAt = 0;
  return (words, at) => {
    lastAt = Math.max(lastAt, at);
    setTimeout(() => end.write(words), Math.max(0, lastAt - performance.now()));
  };
}
