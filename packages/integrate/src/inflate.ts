// Unpacking with a bound, for gzip files and the parts of an XLSX. One decision: the size is measured while
// unpacking, never believed from the header, so a bomb stops at the limit and not at the end of the memory.

import { ratioFreeSize } from './read-limits.ts';
import type { RefusalReason } from './report-record.ts';

/** Thrown out of an unpacking stream and turned into a refusal by the reader that opened it. */
export class UnpackRefused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(reason.kind);
    this.reason = reason;
  }
}

export interface UnpackBounds {
  readonly what: string;
  readonly size: number;
  readonly ratio: number;
}

/** Throws UnpackRefused when the data is damaged or grows beyond the bounds. */
export async function* unpacked(
  packed: AsyncIterable<Uint8Array>,
  kind: 'gzip' | 'deflate-raw',
  bounds: UnpackBounds,
): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = packed[Symbol.asyncIterator]();
  let sourceFailure: { readonly error: unknown } | undefined;
  let taken = 0;
  let given = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      try {
        const step = await iterator.next();
        if (step.done) return controller.close();
        taken += step.value.length;
        controller.enqueue(step.value as Uint8Array<ArrayBuffer>);
      } catch (error) {
        sourceFailure = { error };
        controller.error(error);
      }
    },
  });
  const reader = source.pipeThrough(new DecompressionStream(kind)).getReader();
  try {
    for (;;) {
      const step = await nextOf(reader, bounds.what, () => sourceFailure);
      if (step.done) return;
      given += step.value.length;
      if (given > bounds.size) {
        throw new UnpackRefused({ kind: 'too-large', what: bounds.what, limit: bounds.size, unit: 'bytes' });
      }
      if (given > ratioFreeSize && given > taken * bounds.ratio) {
        throw new UnpackRefused({ kind: 'too-large', what: bounds.what, limit: bounds.ratio, unit: 'ratio' });
      }
      yield step.value;
    }
  } finally {
    await reader.cancel().catch(() => {});
    await iterator.return?.();
  }
}

async function nextOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  what: string,
  failed: () => { readonly error: unknown } | undefined,
): ReturnType<typeof reader.read> {
  try {
    return await reader.read();
  } catch {
    const failure = failed();
    if (failure) throw failure.error;
    throw new UnpackRefused({ kind: 'damaged', what: `${what} does not unpack (cut off or altered)` });
  }
}
