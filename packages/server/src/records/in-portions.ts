// Many rows in few statements: PostgreSQL takes 65,535 values in one.

const rowsAtOnce = 500;

/** In their order, one portion after the other. */
export async function inPortions<T>(
  rows: readonly T[],
  work: (portion: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await work(rows.slice(from, from + rowsAtOnce));
}
