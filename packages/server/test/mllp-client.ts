// A sender of HL7 v2 messages, as an interface engine is one.

import { connect, type Socket } from 'node:net';

export interface MllpClient {
  /** The whole answer to one message. */
  send(message: string | Buffer): Promise<string>;
  /** Bytes as they are, and no waiting. */
  write(bytes: Buffer): void;
  /** The next answer that nobody waited for. */
  next(): Promise<string>;
  /** Ends without a farewell. */
  cut(): void;
  close(): Promise<void>;
}

export const frame = (message: string | Buffer): Buffer =>
  Buffer.concat([Buffer.of(0x0b), Buffer.from(message), Buffer.of(0x1c, 0x0d)]);

export async function mllpClient(port: number): Promise<MllpClient> {
  const socket: Socket = connect({ port, host: '127.0.0.1' });
  await new Promise<void>((done, fail) => {
    socket.once('connect', done);
    socket.once('error', fail);
  });
  let rest = Buffer.alloc(0);
  const waiting: { done: (answer: string) => void; fail: (error: Error) => void }[] = [];
  const early: string[] = [];
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0x1c); end !== -1; end = rest.indexOf(0x1c)) {
      const answer = rest.subarray(rest.indexOf(0x0b) + 1, end).toString('utf8');
      rest = rest.subarray(end + 2);
      const first = waiting.shift();
      if (first === undefined) early.push(answer);
      else first.done(answer);
    }
  });
  const lost = (): void => {
    for (const { fail } of waiting.splice(0)) fail(new Error('the connection ended without an answer'));
  };
  socket.on('error', lost);
  socket.on('close', lost);
  const next = (): Promise<string> =>
    new Promise((done, fail) => {
      const answer = early.shift();
      if (answer !== undefined) done(answer);
      else if (socket.destroyed) fail(new Error('the connection ended without an answer'));
      else waiting.push({ done, fail });
    });
  return {
    send(message) {
      const answer = next();
      socket.write(frame(message));
      return answer;
    },
    write: (bytes) => void socket.write(bytes),
    next,
    cut: () => socket.destroy(),
    close: () =>
      new Promise((done) => {
        socket.once('close', () => done());
        socket.end();
      }),
  };
}
