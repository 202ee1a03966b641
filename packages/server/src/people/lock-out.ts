// How long an account waits after wrong passwords: the first few cost nothing, then each doubles the wait.
// Decision: a wait and not a locked door. A locked door could be shut on a colleague by anybody who knows the login.

const freeTries = 4;
const firstWaitSeconds = 15;
const longestWaitSeconds = 15 * 60;

/** After so many wrong tries in a row. */
export function waitAfter(failures: number): number {
  if (failures <= freeTries) return 0;
  return Math.min(firstWaitSeconds * 2 ** (failures - freeTries - 1), longestWaitSeconds);
}
