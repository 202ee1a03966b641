// Every emergency access, for the lead who goes through them and the auditor who checks that somebody does.

import type { EmergencyList } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { emergencyLogQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { Failure, NotSaved } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';

export default function EmergencyLog(): ReactElement {
  const say = useSay();
  const log = useQuery(emergencyLogQuery);
  return (
    <div className="stack">
      <h1>{say('place.emergency')}</h1>
      <p>{say('emergency.logIntro')}</p>
      {log.isPending && <GreyRows rows={4} />}
      {log.isLoadingError && <Failure error={log.error} retry={() => void log.refetch()} />}
      {log.data !== undefined && log.data.accesses.length === 0 && (
        <p className="panel">{say('emergency.none')}</p>
      )}
      {log.data !== undefined && log.data.accesses.length > 0 && (
        <table className="plain stacks">
          <thead>
            <tr>
              <th scope="col">{say('log.when')}</th>
              <th scope="col">{say('log.who')}</th>
              <th scope="col">{say('emergency.patient')}</th>
              <th scope="col">{say('emergency.why')}</th>
              <th scope="col">{say('emergency.reviewed')}</th>
            </tr>
          </thead>
          <tbody>
            {log.data.accesses.map((access) => (
              <Line key={access.id} access={access} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Line({ access }: { readonly access: EmergencyList['accesses'][number] }): ReactElement {
  const say = useSay();
  const { user, site, today } = useSession();
  const client = useQueryClient();
  const review = useMutation({
    mutationFn: () => request('POST', `/api/emergency-access/${access.id}/review`),
    onSettled: () => client.invalidateQueries({ queryKey: emergencyLogQuery.queryKey }),
  });
  const at = (day: Date): string => moment(day, today, site.timeZone, say);
  return (
    <tr>
      <td>{at(access.openedAt)}</td>
      <td>{access.by}</td>
      <td>
        {access.personName ?? say('log.patient', { id: access.person })}
        <br />
        <Link href={`/people/${access.person}/log`} className="small">
          {say('log.person')}
        </Link>
      </td>
      <td data-head={say('emergency.why')}>{access.reason}</td>
      <td>
        {access.reviewed !== null ? (
          `${access.reviewed.by}, ${at(access.reviewed.at)}`
        ) : user.role === 'lead' ? (
          <Button size="compact-sm" onClick={() => review.mutate()}>
            {say('emergency.review')}
          </Button>
        ) : (
          <span className="unknown">{say('emergency.notReviewed')}</span>
        )}
        <NotSaved error={review.error} />
      </td>
    </tr>
  );
}
