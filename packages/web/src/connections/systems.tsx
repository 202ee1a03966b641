// The connected systems: what each may do, what became of its cards, and the form to add or change one.

import type { ConnectionList } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { NotSaved } from '../shell/failure.tsx';
import { connectionsQuery } from './connection-queries.ts';
import { EndButton } from './end-button.tsx';
import { SystemForm } from './system-form.tsx';
import { useConnectionWords } from './use-connection-words.ts';

export type System = ConnectionList['systems'][number];

export function Systems({ systems }: { readonly systems: readonly System[] }): ReactElement {
  const words = useConnectionWords();
  /** The id of the one that is being changed; 'new' for another one. */
  const [open, setOpen] = useState<number | 'new' | null>(null);
  return (
    <section className="stack" aria-label={words('systems.title')}>
      <h2>{words('systems.title')}</h2>
      {systems.length === 0 && <p className="muted">{words('systems.none')}</p>}
      {systems.map((system) =>
        open === system.id ? (
          <SystemForm key={system.id} system={system} close={() => setOpen(null)} />
        ) : (
          <SystemPanel key={system.id} system={system} change={() => setOpen(system.id)} />
        ),
      )}
      {open === 'new' ? (
        <SystemForm system={null} close={() => setOpen(null)} />
      ) : (
        <p>
          <Button variant="filled" onClick={() => setOpen('new')}>
            {words('systems.add')}
          </Button>
        </p>
      )}
    </section>
  );
}

interface PanelProps {
  readonly system: System;
  readonly change: () => void;
}

function SystemPanel({ system, change }: PanelProps): ReactElement {
  const words = useConnectionWords();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => request('DELETE', `/api/connections/${system.id}`),
    onSettled: () => client.invalidateQueries({ queryKey: connectionsQuery.queryKey }),
  });
  const { cards } = system;
  const doors = [
    ...(system.issuer === null ? [] : [words('does.cards')]),
    ...(system.scopes.length === 0 ? [] : [words('does.fetch')]),
    ...(system.launchClient === null ? [] : [words('does.launch')]),
  ];
  return (
    <article className="panel stack" aria-label={system.name}>
      <h3>{system.name}</h3>
      <dl className="connection-facts">
        <Fact name={words('does')} value={doors.length === 0 ? words('does.nothing') : doors.join(' · ')} />
        {system.issuer !== null && (
          <Fact
            name={words('cards')}
            value={words('cards.counts', {
              given: cards.given,
              accepted: cards.accepted,
              overridden: cards.overridden,
            })}
          />
        )}
        {system.fhirBase !== null && <Fact name={words('field.fhirBase')} value={system.fhirBase} />}
        {system.scopes.length > 0 && <Fact name={words('field.client')} value={system.client} />}
        <Fact name={words('field.network')} value={words(`network.${system.network}`)} />
      </dl>
      <p className="line">
        <Button onClick={change}>{words('systems.change')}</Button>
        <EndButton means={words('systems.endSure')} end={() => end.mutate()} />
      </p>
      <NotSaved error={end.error} />
    </article>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
