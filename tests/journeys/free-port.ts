// A port for a server whose address must be known before it starts. Decision: below the ports that the system hands out by itself
// (from 32768 on Linux), and of this process alone: between asking and listening, every connection that anybody opens could take
// one of those.

import { once } from 'node:events';
import { createServer } from 'node:net';

const lowest = 20_000;
/** Two blocks of ports overlap when their processes' numbers differ by a multiple of 750. */
const [blocks, blockSize] = [750, 16];
let tried = 0;

export async function freePort(host: string): Promise<number> {
  for (let left = blockSize; left > 0; left--) {
    const port = lowest + (process.pid % blocks) * blockSize + (tried++ % blockSize);
    const probe = createServer().listen(port, host);
    const free = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    if (!free) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
  throw new Error(`No port of this process is free on ${host}`);
}
