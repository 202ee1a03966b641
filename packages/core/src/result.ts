// What a computation gives when bad input is ordinary: a value, or an error as data.
// A broken promise of our own throws instead; see docs/decisions/0004-errors.md.

export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function success<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function failure<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
