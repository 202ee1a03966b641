// The id of a rule, wherever one is shown: one click opens what it says, its sources and who signed it. A rule that nobody
// confirmed or signed says so beside its id, so that no screen can show it as advice by forgetting to look.

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSay } from '../words/use-words.tsx';
import { draftsQuery } from './drafts-query.ts';

interface RuleLinkProps {
  readonly id: string;
  /** Where the status stands beside it already. */
  readonly bare?: true;
  /** What is written instead of the id: the sentence of the rule, or "source" for a number. */
  readonly name?: string;
}

/** Also for ids of numbers, models, sources and words of the case finder. */
export function RuleLink({ id, bare, name }: RuleLinkProps): ReactElement {
  const say = useSay();
  const { data: drafts } = useQuery(draftsQuery);
  const isDraft = bare === undefined && drafts?.has(id) === true;
  return (
    <>
      {name === undefined ? (
        <Link href={entryAddress(id)} className="rule" aria-label={say('rule.open', { id })}>
          {id}
        </Link>
      ) : (
        <Link href={entryAddress(id)} className="rule-sentence" title={id}>
          {name}
        </Link>
      )}
      {isDraft && <span className="rule-draft"> {say('rule.draft')}</span>}
    </>
  );
}

function entryAddress(id: string): string {
  return `/rules/entry?id=${encodeURIComponent(id)}`;
}
