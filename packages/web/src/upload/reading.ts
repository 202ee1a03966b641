// What somebody says about a table before it is read: which column is what, and how the file is cut. Pure.
// Decision: one field has one column. Giving a column a field that another column had takes it from that other one.

export const fields = [
  'id',
  'patient',
  'birthDate',
  'sex',
  'date',
  'text',
  'conclusion',
  'codes',
  'kind',
  'language',
] as const;

export type Field = (typeof fields)[number];

/** Column numbers from 1. */
export type Used = { readonly [F in Field]?: number };

export interface Shape {
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
  readonly headerRow: boolean;
}

export function fieldOf(used: Used, column: number): Field | null {
  return fields.find((field) => used[field] === column) ?? null;
}

/** The column is read as the field, or as nothing. */
export function withColumn(used: Used, column: number, field: Field | null): Used {
  const others = fields.filter((each) => used[each] !== undefined && used[each] !== column && each !== field);
  const kept = Object.fromEntries(others.map((each) => [each, used[each]]));
  return field === null ? kept : { ...kept, [field]: column };
}

/** What the server must know beside the file; nothing was said when `said` is null. */
export function addressOf(
  path: string,
  name: string,
  said: { readonly used: Used | null; readonly shape: Shape } | null,
  assigner: string | null = null,
): string {
  const query = new URLSearchParams({ name });
  if (said?.used) query.set('mapping', JSON.stringify(said.used));
  if (said !== null) query.set('shape', JSON.stringify(said.shape));
  if (assigner !== null && assigner !== '') query.set('assigner', assigner);
  return `${path}?${query}`;
}
