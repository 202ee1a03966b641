// References from the other end, for _revinclude: which types refer to a type, by which of their parameters. Decision: found in
// the list of served types; a path counts when it can be included forwards and searched by, so that both directions agree.

import { servedTypes } from '../served-types.ts';
import type { ServedType } from './source.ts';

export interface RevInclude {
  readonly of: ServedType;
  /** The name after the colon, also a parameter of its search. */
  readonly parameter: string;
}

export function revIncludesTo(type: string): readonly RevInclude[] {
  return servedTypes.flatMap((of) =>
    Object.entries(of.includes).flatMap(([parameter, { target }]) =>
      target === type && of.parameters[parameter]?.type === 'reference' ? [{ of, parameter }] : [],
    ),
  );
}
