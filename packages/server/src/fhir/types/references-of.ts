// The references that stand in a resource under a path, for _include.

import type { Resource } from '@medplum/fhirtypes';

export function referencesOf(
  ...path: readonly string[]
): (resource: Resource) => readonly (string | undefined)[] {
  return (resource) => {
    let found: unknown[] = [resource];
    for (const name of path)
      found = found.flatMap((one) => {
        const next = (one as Readonly<Record<string, unknown>> | undefined)?.[name];
        return Array.isArray(next) ? next : [next];
      });
    return found.map((one) => (one as { readonly reference?: string } | undefined)?.reference);
  };
}
