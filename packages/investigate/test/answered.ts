// Takes the value out of a model's answer in a test, or fails with what came instead.

import type { Result } from '@breekpunt/core';

export function answered<A extends { readonly outcome: string }, E>(
  result: Result<A, E>,
): Extract<A, { readonly outcome: 'value' }> {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  if (result.value.outcome !== 'value') throw new Error(`no value: ${JSON.stringify(result.value)}`);
  return result.value as Extract<A, { readonly outcome: 'value' }>;
}
