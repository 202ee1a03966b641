// Bytes to text, chunk by chunk. One decision: a byte that fits no character is kept as a lone low surrogate
// (U+DC80–U+DCFF, the byte in its low half), which valid text cannot hold, so the row that carries it can be
// rejected and its neighbours kept. It does not decide what to do with damaged text.

const loneSurrogate = /[\udc80-\udcff]/u;
const loneSurrogates = /[\udc80-\udcff]/gu;

/** Bytes looked at, from the first one that is not ASCII, before UTF-8 or Windows-1252 is settled. */
const decisionWindow = 65_536;

export function isDamaged(text: string): boolean {
  return loneSurrogate.test(text);
}

/** Damaged bytes shown as Latin-1, so that a person can read the rejected line. */
export function readable(text: string): string {
  return text.replace(loneSurrogates, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xdc00));
}

/** The canonical name of an encoding label, or undefined when this machine cannot decode it. */
export function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** The encoding a byte order mark, or the zero bytes of plain UTF-16, give away. */
export function encodingFromHead(head: Uint8Array): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  const length = Math.min(head.length, 512) & ~1;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  if (length >= 8 && odd > length * 0.3 && even === 0) return 'utf-16le';
  if (length >= 8 && even > length * 0.3 && odd === 0) return 'utf-16be';
  return undefined;
}

/**
 * UTF-8 unless more of the non-ASCII bytes contradict it than agree: accidental UTF-8 is rare in Windows-1252,
 * and a single broken row must not turn a whole UTF-8 file into mojibake.
 */
function guessEncoding(bytes: Uint8Array, final: boolean): 'utf-8' | 'windows-1252' {
  let valid = 0;
  let invalid = 0;
  for (let i = 0; i < bytes.length; ) {
    if ((bytes[i] as number) < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      valid++;
      i += length;
    } else if (length === 0 && !final) {
      break;
    } else {
      invalid++;
      i++;
    }
  }
  return invalid > valid ? 'windows-1252' : 'utf-8';
}

/** Length of the UTF-8 sequence at `i`; 0 when the bytes end inside what could become one; -1 when invalid. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] as number;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : -1;
  if (length === -1) return -1;
  for (let k = 1; k < length; k++) {
    const byte = bytes[i + k];
    if (byte === undefined) return 0;
    if (byte < 0x80 || byte > 0xbf) return -1;
    if (k === 1) {
      if (lead === 0xe0 && byte < 0xa0) return -1;
      if (lead === 0xed && byte > 0x9f) return -1;
      if (lead === 0xf0 && byte < 0x90) return -1;
      if (lead === 0xf4 && byte > 0x8f) return -1;
    }
  }
  return length;
}

/** Where the bytes end inside a character that a next chunk may complete. */
function completeLength(bytes: Uint8Array): number {
  for (let i = bytes.length - 1; i >= 0 && i >= bytes.length - 3; i--) {
    const byte = bytes[i] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return sequenceLength(bytes, i) === 0 ? i : bytes.length;
  }
  return bytes.length;
}

export class ByteDecoder {
  /** The encoding in use; undefined while everything so far was ASCII. */
  encoding: string | undefined;
  /** Whether any byte so far fitted no character. */
  damaged = false;
  #pending: Uint8Array = new Uint8Array(0);
  #start = true;
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #other: InstanceType<typeof TextDecoder> | undefined;

  constructor(encoding?: string) {
    this.encoding = encoding;
  }

  decode(chunk: Uint8Array): string {
    return this.#withoutMark(this.#decode(chunk, false));
  }

  end(): string {
    return this.#withoutMark(this.#decode(new Uint8Array(0), true));
  }

  #withoutMark(text: string): string {
    if (!this.#start || text === '') return text;
    this.#start = false;
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }

  #decode(chunk: Uint8Array, final: boolean): string {
    if (this.encoding === undefined) return this.#undecided(chunk, final);
    if (this.encoding === 'utf-8') return this.#utf8(chunk, final);
    this.#other ??= new TextDecoder(this.encoding, { ignoreBOM: true });
    return this.#other.decode(chunk, { stream: !final });
  }

  #undecided(chunk: Uint8Array, final: boolean): string {
    let ascii = '';
    if (this.#pending.length === 0) {
      const first = firstNonAscii(chunk);
      if (first === -1) return this.#strict.decode(chunk);
      ascii = this.#strict.decode(chunk.subarray(0, first));
      chunk = chunk.subarray(first);
    }
    const seen = joined(this.#pending, chunk);
    if (seen.length < decisionWindow && !final) {
      this.#pending = seen;
      return ascii;
    }
    this.#pending = new Uint8Array(0);
    if (seen.length === 0) return ascii;
    this.encoding = guessEncoding(seen.subarray(0, decisionWindow), seen.length <= decisionWindow && final);
    return ascii + this.#decode(seen, final);
  }

  #utf8(chunk: Uint8Array, final: boolean): string {
    const bytes = joined(this.#pending, chunk);
    const end = final ? bytes.length : completeLength(bytes);
    this.#pending = bytes.slice(end);
    const whole = bytes.subarray(0, end);
    try {
      return this.#strict.decode(whole);
    } catch {
      this.damaged = true;
      return this.#withDamage(whole);
    }
  }

  #withDamage(bytes: Uint8Array): string {
    let text = '';
    let good = 0;
    for (let i = 0; i < bytes.length; ) {
      const length = sequenceLength(bytes, i);
      if (length > 0) {
        i += length;
        continue;
      }
      text += this.#strict.decode(bytes.subarray(good, i));
      text += String.fromCharCode(0xdc00 + (bytes[i] as number));
      i++;
      good = i;
    }
    return text + this.#strict.decode(bytes.subarray(good));
  }
}

/** A plain loop: findIndex would call a function for every byte of every ASCII file. */
function firstNonAscii(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0x80) return i;
  return -1;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** A whole, short text (a message, a file) in one step. */
export function decodeWhole(
  bytes: Uint8Array,
  encoding?: string,
): { text: string; encoding: string; damaged: boolean } {
  const decoder = new ByteDecoder(encoding ?? encodingFromHead(bytes));
  const text = decoder.decode(bytes) + decoder.end();
  return { text, encoding: decoder.encoding ?? 'utf-8', damaged: decoder.damaged };
}
