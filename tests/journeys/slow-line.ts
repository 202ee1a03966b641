// A line between browser and server that can be made slow: what the server says comes later, in its order. Decision: outside
// the browser, because its own throttling leaves out the service worker, which is what is looked at here.

import { connect, createServer } from 'node:net';

export interface SlowLine {
  /** Of the server, over this line. */
  readonly address: string;
  /** How much later the server's words come, in milliseconds. */
  slowDown(ms: number): void;
  stop(): Promise<void>;
}

export async function slowLine(server: string): Promise<SlowLine> {
  const { hostname, port } = new URL(server);
  let later = 0;
  const line = createServer((browser) => {
    const beyond = connect(Number(port), hostname);
    browser.pipe(beyond);
    beyond.on('data', (words) => setTimeout(() => browser.write(words), later));
    beyond.on('close', () => setTimeout(() => browser.destroy(), later));
    browser.on('close', () => beyond.destroy());
    for (const end of [browser, beyond]) end.on('error', () => end.destroy());
  });
  await new Promise<void>((open) => line.listen(0, hostname, open));
  const at = line.address();
  if (at === null || typeof at === 'string') throw new Error('expected a port');
  return {
    address: `http://${hostname}:${at.port}`,
    slowDown: (ms) => {
      later = ms;
    },
    stop: () => new Promise((closed) => line.close(() => closed())),
  };
}
