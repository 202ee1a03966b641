// What was said here and is not on the server yet, when the server took a part of it: what was said anew meanwhile stays.

export function stillSaid<T extends object>(said: T, taken: object): Partial<T> {
  const kept = new Map<string, unknown>(Object.entries(taken));
  return Object.fromEntries(
    Object.entries(said).filter(([name, value]) => !kept.has(name) || kept.get(name) !== value),
  ) as Partial<T>;
}
