// Reproducible chance for the simulation: streams of uniform numbers, each one 32-bit state in an array (mulberry32).
// Decision: each patient has streams of their own, seeded by their number, so that two runs of different care meet the same
// luck and differ by the care alone.

/** Uniform in [0, 1); moves the stream on. */
export function nextOf(streams: Int32Array, stream: number): number {
  const state = ((streams[stream] as number) + 0x6d2b79f5) | 0;
  streams[stream] = state;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

/** How long until something that happens once a unit on average. */
export function nextWait(streams: Int32Array, stream: number): number {
  return -Math.log(1 - nextOf(streams, stream));
}

/** A state for one stream of one patient. */
export function seedFor(seed: number, patient: number, stream: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(patient + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16) ^ Math.imul(stream + 1, 0x27d4eb2f), 0x165667b1);
  return hash ^ (hash >>> 15);
}

/** From a bell curve around 0. */
export function nextNormal(streams: Int32Array, stream: number): number {
  return Math.sqrt(2 * nextWait(streams, stream)) * Math.cos(2 * Math.PI * nextOf(streams, stream));
}
