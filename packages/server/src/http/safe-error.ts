// What the log may say about an error: its kind and where in the program it arose. Its message may hold a value of a
// record ("invalid input syntax: …"), so it is left out, and of PostgreSQL's errors only code and names of our own
// tables are kept.

export interface SafeError {
  readonly error: string;
  readonly code: string | null;
  readonly table: string | null;
  readonly constraint: string | null;
  /** Our own lines of the stack. */
  readonly where: readonly string[];
}

export function safeError(thrown: unknown): SafeError {
  if (!(thrown instanceof Error))
    return { error: typeof thrown, code: null, table: null, constraint: null, where: [] };
  const { code, table, constraint } = thrown as Error & Record<'code' | 'table' | 'constraint', unknown>;
  const where = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  return { error: thrown.name, code: word(code), table: word(table), constraint: word(constraint), where };
}

/** Codes and names are single words; anything else may be content. */
function word(value: unknown): string | null {
  return typeof value === 'string' && /^[\w-]{1,63}$/.test(value) ? value : null;
}
