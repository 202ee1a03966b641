// A byte stream that can be looked at before it is read. One decision: the head always has the same length
// (64 KiB, or the whole file), however the bytes were cut into chunks, so detection cannot depend on a network.

const headLength = 65_536;
/** Larger chunks are cut, so that one step's buffers stay small whatever the caller hands over. */
const largestChunk = 262_144;

export class ByteStream {
  readonly head: Uint8Array;
  /** Whether the head is the whole input. */
  readonly complete: boolean;
  readonly #rest: AsyncIterator<Uint8Array>;

  constructor(head: Uint8Array, complete: boolean, rest: AsyncIterator<Uint8Array>) {
    this.head = head;
    this.complete = complete;
    this.#rest = rest;
  }

  /** All bytes from the first one, head included. */
  async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* pieces(this.head);
      while (!this.complete) {
        const step = await this.#rest.next();
        if (step.done) return;
        yield* pieces(step.value);
      }
    } finally {
      await this.#rest.return?.();
    }
  }
}

function* pieces(chunk: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < chunk.length; at += largestChunk) yield chunk.subarray(at, at + largestChunk);
}

export async function openStream(bytes: AsyncIterable<Uint8Array>): Promise<ByteStream> {
  const iterator = bytes[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  let complete = false;
  while (length < headLength) {
    const step = await iterator.next();
    if (step.done) {
      complete = true;
      break;
    }
    parts.push(step.value);
    length += step.value.length;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  if (length <= headLength) return new ByteStream(all, complete, iterator);
  // The last chunk ran past the head: hand its tail back first.
  return new ByteStream(all.subarray(0, headLength), false, withFirst(all.subarray(headLength), iterator));
}

function withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterator<Uint8Array> {
  let given = false;
  return {
    next: async () => {
      if (given) return rest.next();
      given = true;
      return { done: false, value: first };
    },
    return: async () => {
      await rest.return?.();
      return { done: true, value: undefined };
    },
  };
}
