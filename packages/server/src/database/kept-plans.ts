// Statements whose plan PostgreSQL keeps on a connection: planning a search over eleven tables takes longer than running it.
// Decision: only what asks for it, by its first words, is kept, and so many a connection at most: a kept plan takes memory, and a
// plan that fits every value can be worse than one made for these values where those are spread unevenly.

import type pg from 'pg';

/** In front of a statement whose shape returns with other values. */
export const keepPlan = '/* kept plan */';

/** Shapes beyond these are planned each time, as every other statement is. */
const mostOfAConnection = 64;

/** To be called once for a new connection. */
export function keepPlansOf(client: pg.ClientBase): void {
  const names = new Map<string, string>();
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown;
  const asking = (...asked: unknown[]): unknown => {
    const [text, values, ...more] = asked;
    if (typeof text !== 'string' || !Array.isArray(values) || !text.startsWith(keepPlan))
      return ask(...asked);
    const name = names.get(text) ?? nameOf(names, text);
    return name === null ? ask(...asked) : ask({ name, text, values }, ...more);
  };
  client.query = asking as typeof client.query;
}

function nameOf(names: Map<string, string>, text: string): string | null {
  if (names.size >= mostOfAConnection) return null;
  const name = `kept_${names.size + 1}`;
  names.set(text, name);
  return name;
}
