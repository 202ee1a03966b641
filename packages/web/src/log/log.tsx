// Who looked at this patient, or what happened lately in the whole hospital. Reading the log is itself logged, and the page
// says so.

import type { NamedEvent } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { logQuery } from '../api/queries.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { type Say, useSay } from '../words/use-words.tsx';

export default function Log(): ReactElement {
  const say = useSay();
  const { id } = useParams<{ id?: string }>();
  const { site, today } = useSession();
  const log = useQuery(logQuery(id === undefined ? null : Number(id)));
  return (
    <div className="stack">
      <h1>{id === undefined ? say('log.title') : say('log.person')}</h1>
      <p className="muted">{say('log.isLogged')}</p>
      {log.isPending && <GreyRows rows={6} />}
      {log.isLoadingError && <Failure error={log.error} retry={() => void log.refetch()} />}
      {log.data !== undefined && log.data.events.length === 0 && <p className="panel">{say('log.empty')}</p>}
      {log.data !== undefined && log.data.events.length > 0 && (
        <table className="plain stacks">
          <thead>
            <tr>
              <th scope="col">{say('log.when')}</th>
              <th scope="col">{say('log.who')}</th>
              <th scope="col">{say('log.what')}</th>
              <th scope="col">{say('log.where')}</th>
            </tr>
          </thead>
          <tbody>
            {log.data.events.map((line) => (
              <tr key={line.sequence}>
                <td>{moment(line.at, today, site.timeZone, say)}</td>
                <td>{line.actorName ?? say.of('actor', line.actor.kind)}</td>
                <td>
                  {deedWords(line, say)}
                  {id === undefined && line.person !== null && (
                    <>
                      {' · '}
                      <Link href={`/people/${line.person}/log`}>
                        {say('log.patient', { id: line.person })}
                      </Link>
                    </>
                  )}
                </td>
                <td data-head={say('log.where')}>
                  {line.address ?? <span className="unknown">{say('unknown')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function deedWords({ action, outcome, object, breakGlass }: NamedEvent, say: Say): string {
  const parts = [say.of('action', action)];
  if (object !== null) parts.push(say.of('object', object.type));
  if (outcome !== 'done') parts.push(say.of('outcome', outcome));
  if (breakGlass !== null) parts.push(say('log.breakGlass', { reason: breakGlass }));
  return parts.join(' · ');
}
