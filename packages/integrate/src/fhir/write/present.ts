// Building resources: FHIR has no null and no empty list, so what is not known is left out.

type WithAbsent<T> = { readonly [K in keyof T]: T[K] | undefined };

/** The fields that are there. */
export function present<T extends object>(fields: WithAbsent<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** The list, or nothing when it is empty. */
export function listed<T>(items: readonly (T | undefined)[]): T[] | undefined {
  const found = items.filter((item) => item !== undefined);
  return found.length === 0 ? undefined : found;
}

/** The value, or nothing when it is not known. */
export function known<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}
