/** What one place of a written list holds; empty when there is nothing to say. */
export type Cell = string | number | boolean | null | undefined;
