// Whether an error says that the database is away, which is a state to report (503) and not a mistake of ours.

/** Connection failures (08), operator intervention (57P), out of resources (53): PostgreSQL, appendix A. */
const ofPostgres = /^(08\w{3}|57P\d\d|53\w{3})$/;
const ofTheLine = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** PostgreSQL's disk_full: it answers, but can keep nothing more. */
export function saysDiskFull(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown as NodeJS.ErrnoException).code === '53100';
}

export function saysDatabaseLost(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const { code, syscall } = thrown as NodeJS.ErrnoException;
  // A client that hung up while it sent its body has the same code as a broken line to the database.
  if (thrown.message === 'aborted') return false;
  if (typeof code === 'string')
    return ofPostgres.test(code) || (ofTheLine.has(code) && (syscall === undefined || syscall !== 'open'));
  // pg has no code for these three.
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    thrown.message,
  );
}
