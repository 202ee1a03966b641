// The drawn side view as a PNG file, written without compression so that nothing but arithmetic is needed.

import { drawnGreys, drawnSize } from './drawn-spine.ts';

export function drawnPng(): Uint8Array {
  const { width, height } = drawnSize;
  const greys = drawnGreys();
  const rows = joined(
    Array.from({ length: height }, (_, y) => [
      Uint8Array.of(0),
      greys.subarray(y * width, (y + 1) * width),
    ]).flat(),
  );
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', joined([big(width), big(height), Uint8Array.of(8, 0, 0, 0, 0)])),
    chunk('IDAT', stored(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A zlib stream of blocks that are stored as they are. */
function stored(bytes: Uint8Array): Uint8Array {
  const most = 65_535;
  const blocks: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at < bytes.length; at += most) {
    const part = bytes.subarray(at, at + most);
    const [low, high] = [part.length & 0xff, part.length >> 8];
    blocks.push(Uint8Array.of(at + most >= bytes.length ? 1 : 0, low, high, low ^ 0xff, high ^ 0xff), part);
  }
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return joined([...blocks, big(b * 65_536 + a)]);
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = joined([new TextEncoder().encode(name), content]);
  return joined([big(content.length), named, big(cyclicCheck(named))]);
}

/** CRC-32 as PNG asks for it. */
function cyclicCheck(bytes: Uint8Array): number {
  let check = 0xff_ff_ff_ff;
  for (const byte of bytes) {
    check ^= byte;
    for (let bit = 0; bit < 8; bit += 1) check = (check >>> 1) ^ (check & 1 ? 0xed_b8_83_20 : 0);
  }
  return (check ^ 0xff_ff_ff_ff) >>> 0;
}

/** Four bytes, big end first. */
function big(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
