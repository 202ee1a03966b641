// What patients answered in the alarm check and nobody looked at yet: above every list, whatever list is open.

import type { PatientAlarm } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { nameOf } from '../format/people.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { alarmsQuery } from './guide-queries.ts';
import { useGuideWords } from './use-guide-words.ts';
import './guide.css';

export default function PatientAlarms(): ReactElement | null {
  const words = useGuideWords();
  const found = useQuery(alarmsQuery);
  const alarms = found.data?.alarms ?? [];
  if (alarms.length === 0) return null;
  return (
    <section className="alarms" aria-label={words('alarms.title')}>
      <h2>{words('alarms.title')}</h2>
      <ul className="plain-list">
        {alarms.map((alarm) => (
          <AlarmLine key={alarm.id} alarm={alarm} />
        ))}
      </ul>
    </section>
  );
}

function AlarmLine({ alarm }: { readonly alarm: PatientAlarm }): ReactElement {
  const say = useSay();
  const words = useGuideWords();
  const { site, today } = useSession();
  const client = useQueryClient();
  const seen = useMutation({
    mutationFn: () => request('POST', `/api/guide-alarms/${alarm.id}/seen`),
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const name = nameOf(alarm.patient, say);
  return (
    <li className="line alarm-line" data-level={alarm.level}>
      <strong className="alarm-level">{words.of('level', alarm.level)}</strong>
      <Link href={`/cases/${alarm.case}`}>{name}</Link>
      <span>{alarm.because.join('; ')}</span>
      <span className="muted small">
        {alarm.inDoubt && `${words('alarms.doubt')} · `}
        {alarm.byCarer && `${words('alarms.carer')} · `}
        {moment(alarm.answeredAt, today, site.timeZone, say)}
      </span>
      <Button
        size="compact-sm"
        className="push"
        aria-label={words('alarms.seenOf', { name })}
        onClick={() => seen.mutate()}
      >
        {words('alarms.seen')}
      </Button>
      {seen.isError && (
        <p className="error-text" role="alert">
          {say('notSaved')} {failureInWords(seen.error, say)}
        </p>
      )}
    </li>
  );
}
