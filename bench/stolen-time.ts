// How much of the processors' time went to other machines on the same host while a benchmark ran: nothing in the machine
// itself shows it, and a figure taken then is slow for no reason of ours. Linux tells it; elsewhere it is not known.

import { readFileSync } from 'node:fs';

interface Ticks {
  readonly stolen: number;
  readonly all: number;
}

const atStart = ticks('/proc/stat');

/** Share of the processors' time, 0 to 1 with three decimals, since this module was loaded; null where it is not told. */
export function stolenShare(): number | null {
  return shareBetween(atStart, ticks('/proc/stat'));
}

export function shareBetween(before: Ticks | null, after: Ticks | null): number | null {
  if (before === null || after === null || after.all <= before.all) return null;
  return Math.round((1000 * (after.stolen - before.stolen)) / (after.all - before.all)) / 1000;
}

function ticks(path: string): Ticks | null {
  try {
    return ticksOf(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** The line of all processors: user, nice, system, idle, waiting, interrupts, soft interrupts, stolen; guests are in user. */
export function ticksOf(stat: string): Ticks | null {
  const counted = /^cpu +([\d ]+)$/m.exec(stat)?.[1]?.trim().split(' ').map(Number).slice(0, 8) ?? [];
  const stolen = counted[7];
  if (stolen === undefined) return null;
  return { stolen, all: counted.reduce((sum, each) => sum + each, 0) };
}
