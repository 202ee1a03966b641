// How much of an input is taken in one piece. The defaults leave room for the largest honest export seen (reports
// of a few hundred kB) and keep a hostile file from filling the memory.

import type { ReadLimits } from './report-record.ts';

const megabyte = 1_000_000;

export const defaultLimits: ReadLimits = {
  itemSize: 10 * megabyte,
  heldFileSize: 256 * megabyte,
  unpackedSize: 8 * 1024 * megabyte,
  unpackedPartSize: 1024 * megabyte,
  unpackedRatio: 200,
  zipEntries: 2_000,
};

/** Below this the ratio is not looked at: small files compress well without malice. */
export const ratioFreeSize: number = 10 * megabyte;
