// A value that today's knowledge must have. When it has not, that is a mistake of ours and throws.

import type { Result } from '@breekpunt/core';
import type { NoValueInForce } from '@breekpunt/knowledge';

export function inForce<T>(found: Result<T, NoValueInForce>): T {
  if (found.ok) return found.value;
  throw new Error(`The knowledge has no value in force: ${found.error.parameter}, ${found.error.reason}`);
}
