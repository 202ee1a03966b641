// The id of a rule, wherever one is shown: one click opens what it says, its sources and who signed it.

import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSay } from '../words/use-words.tsx';

/** Also for ids of numbers, models, sources and words of the case finder. */
export function RuleLink({ id }: { readonly id: string }): ReactElement {
  const say = useSay();
  return (
    <Link href={entryAddress(id)} className="rule" aria-label={say('rule.open', { id })}>
      {id}
    </Link>
  );
}

function entryAddress(id: string): string {
  return `/rules/entry?id=${encodeURIComponent(id)}`;
}
