// The lists as one row of links with their counts: what waits for a verdict, then the stages of care.

import type { ListCounts } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSay, type WordKey } from '../words/use-words.tsx';
import { listOf, withFilter } from './address.ts';

export const lists = [
  'to-review',
  'investigate',
  'inform',
  'intervene',
  'integrate',
  'follow-up',
  'snoozed',
  'ended',
] as const;

interface ListTabsProps {
  readonly counts: ListCounts | undefined;
  readonly search: string;
}

export function ListTabs({ counts, search }: ListTabsProps): ReactElement {
  const say = useSay();
  const current = listOf(search);
  return (
    <nav className="list-tabs" aria-label={say('list.lists')}>
      <ul>
        {lists.map((list) => (
          <li key={list} className={list === 'snoozed' ? 'apart' : undefined}>
            <Link
              href={`/worklist?${withFilter(search, 'list', list)}`}
              aria-current={list === current ? 'page' : undefined}
            >
              {say(`list.${list}` as WordKey)}
              {counts !== undefined && <span className="count">{counts[list].all}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
