// The central directory of a zip held in memory, and its entries unpacked with bounds (PKWARE APPNOTE 6.3, no zip64:
// the held file is far below 4 GB). One decision: the directory at the end is read, not the headers on the way,
// because only it is complete; sizes it claims are not believed. It does not read encrypted entries.

import { failure, type Result, success } from '@breekpunt/core';
import { UnpackRefused, unpacked } from '../inflate.ts';
import type { ReadLimits, RefusalReason } from '../report-record.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly headerOffset: number;
}

const endOfDirectory = 0x06054b50;
const directoryHeader = 0x02014b50;
const localHeader = 0x04034b50;

function damaged(what: string): Result<never, RefusalReason> {
  return failure({ kind: 'damaged', what });
}

export function readZipDirectory(
  bytes: Uint8Array,
  limits: ReadLimits,
): Result<Map<string, ZipEntry>, RefusalReason> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return damaged('the zip has no central directory (the file is cut off)');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count > limits.zipEntries) {
    return failure({
      kind: 'too-large',
      what: 'the zip directory',
      limit: limits.zipEntries,
      unit: 'entries',
    });
  }
  const entries = new Map<string, ZipEntry>();
  const names = new TextDecoder();
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryHeader)
      return damaged('the zip directory is broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = names.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
    entries.set(name.replace(/^\//, '').toLowerCase(), {
      name,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      headerOffset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return success(entries);
}

/** The end record stands in the last 64 KiB + 22 bytes, before an optional comment. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 65_557; at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return undefined;
}

/** The entry's bytes in pieces; throws UnpackRefused when damaged, encrypted or beyond the bounds. */
export async function* entryBytes(
  bytes: Uint8Array,
  entry: ZipEntry,
  limits: ReadLimits,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.encrypted) {
    throw new UnpackRefused({
      kind: 'not-supported',
      what: 'an encrypted workbook',
      hint: 'Save it without a password.',
    });
  }
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0) return yield* piecesOf(packed);
  if (entry.method !== 8)
    throw new UnpackRefused({ kind: 'damaged', what: `${entry.name} uses an unknown compression` });
  const bounds = { what: entry.name, size: limits.unpackedPartSize, ratio: limits.unpackedRatio };
  yield* unpacked(piecesOf(packed), 'deflate-raw', bounds);
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerOffset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localHeader) {
    throw new UnpackRefused({ kind: 'damaged', what: `${entry.name} is not where the zip directory says` });
  }
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedSize > bytes.length) {
    throw new UnpackRefused({ kind: 'damaged', what: `${entry.name} is cut off` });
  }
  return bytes.subarray(start, start + entry.packedSize);
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
