// The systems that meet this one, for the lead and for IT: what to tell them, which ones there are, and who is told what.

import type { ConnectionList } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useHipCareWords } from '../hip-care/use-hip-care-words.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { connectionsQuery } from './connection-queries.ts';
import { Systems } from './systems.tsx';
import { useConnectionWords } from './use-connection-words.ts';
import { Webhooks } from './webhooks.tsx';
import './connections.css';

export default function Connections(): ReactElement {
  const words = useConnectionWords();
  const hipWords = useHipCareWords();
  const found = useQuery(connectionsQuery);
  return (
    <div className="stack connections">
      <h1>{words('title')}</h1>
      <p>{words('about')}</p>
      <p>
        <Link href="/connections/hip-codes">{hipWords('codes.link')}</Link>
      </p>
      {found.isPending && <GreyRows rows={5} />}
      {found.isLoadingError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          <Addresses addresses={found.data.addresses} />
          <Systems systems={found.data.systems} />
        </>
      )}
      <Webhooks />
    </div>
  );
}

const shown = ['cdsServices', 'fhir', 'tokens', 'launch', 'launchReturns'] as const;

function Addresses({ addresses }: { readonly addresses: ConnectionList['addresses'] }): ReactElement {
  const words = useConnectionWords();
  return (
    <section className="panel stack" aria-label={words('addresses.title')}>
      <h2>{words('addresses.title')}</h2>
      <dl className="connection-facts">
        {shown.map((name) => (
          <div key={name}>
            <dt>{words(`addresses.${name}`)}</dt>
            <dd>
              <code>{addresses[name]}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
