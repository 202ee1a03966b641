// Rules and sources: everything the product claims, by country and day, with its status, its source and who signed it.
// The filters stand in the address, so that a list can be sent to a colleague.

import type { KnowledgeIndex } from '@breekpunt/server';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, Route, Switch, useLocation, useSearch } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { ModelLines, ParameterLines, SourceLines } from './knowledge-lines.tsx';
import { RuleEntry } from './rule-entry.tsx';
import { RuleLines } from './rule-lines.tsx';
import { rulesQuery } from './rules-queries.ts';
import { useRulesWords } from './use-rules-words.ts';
import './rules.css';

const lists = ['rules', 'parameters', 'models', 'sources'] as const;
type List = (typeof lists)[number];

export default function Rules(): ReactElement {
  return (
    <Switch>
      <Route path="/rules/entry">
        <RuleEntry />
      </Route>
      <Route>
        <RulesList />
      </Route>
    </Switch>
  );
}

function RulesList(): ReactElement {
  const say = useRulesWords();
  const { today } = useSession();
  const search = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const chosen = (name: string): string => search.get(name) ?? '';
  const what = lists.find((each) => each === chosen('what')) ?? 'rules';
  const addressWith = (name: string, value: string): string => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    return `/rules?${next}`;
  };
  const choose = (name: string) => (event: { readonly currentTarget: { readonly value: string } }) =>
    go(addressWith(name, event.currentTarget.value), { replace: true });
  const found = useQuery(rulesQuery(chosen('country'), chosen('on')));
  return (
    <div className="stack rules">
      <h1>{say('title')}</h1>
      <p>{say('intro')}</p>
      <div className="rules-filters" role="search">
        <TextInput label={say('search')} type="search" value={chosen('q')} onChange={choose('q')} />
        <NativeSelect
          label={say('country')}
          value={chosen('country') === '' ? (found.data?.country ?? 'any') : chosen('country')}
          onChange={choose('country')}
          data={(['BE', 'NL', 'UK', 'any'] as const).map((value) => ({
            value,
            label: say(`country.${value}`),
          }))}
        />
        <TextInput
          label={say('on')}
          type="date"
          value={chosen('on') === '' ? today : chosen('on')}
          onChange={choose('on')}
        />
        <NativeSelect
          label={say('status')}
          value={chosen('status')}
          onChange={choose('status')}
          data={[
            { value: '', label: say('status.any') },
            { value: 'confirmed', label: say('status.confirmed') },
            { value: 'draft', label: say('status.draft') },
          ]}
        />
      </div>
      <nav aria-label={say('title')}>
        <ul className="rules-tabs">
          {lists.map((each) => (
            <li key={each}>
              <Link
                href={addressWith('what', each === 'rules' ? '' : each)}
                aria-current={each === what ? 'page' : undefined}
              >
                {say(`what.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {found.isPending && <GreyRows rows={8} />}
      {found.isLoadingError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          <p className="muted small">{say('version', { version: found.data.version })}</p>
          <Lines what={what} index={found.data} searched={{ words: chosen('q'), status: chosen('status') }} />
        </>
      )}
    </div>
  );
}

interface LinesProps {
  readonly what: List;
  readonly index: KnowledgeIndex;
  readonly searched: { readonly words: string; readonly status: string };
}

function Lines({ what, ...rest }: LinesProps): ReactElement {
  switch (what) {
    case 'rules':
      return <RuleLines {...rest} />;
    case 'parameters':
      return <ParameterLines {...rest} />;
    case 'models':
      return <ModelLines {...rest} />;
    default:
      return <SourceLines {...rest} />;
  }
}
