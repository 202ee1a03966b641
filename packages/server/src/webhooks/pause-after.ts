// How long to wait after a message could not be handed over, and when to give up: little by little longer, a day in all and a
// bit more, so that a system that was down over night still hears everything.

const pausesSeconds = [30, 120, 600, 3_600, 10_800, 28_800, 57_600] as const;

/** Milliseconds after the nth attempt (from 1); null: no further attempt. */
export function pauseAfter(attempt: number): number | null {
  const seconds = pausesSeconds[attempt - 1];
  return seconds === undefined ? null : seconds * 1_000;
}
