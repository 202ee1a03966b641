// The record of a patient without a case, while emergency access lasts: read, never changed.

import type { EmergencyRecord } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { personRecordQuery } from '../api/queries.ts';
import { refusalFrom } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { reportName } from '../case/report-name.ts';
import { Timeline } from '../case/timeline.tsx';
import { clockTime, dayInWords } from '../format/dates.ts';
import { nameOf, sexAndAge } from '../format/people.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import '../case/case.css';
import './emergency.css';

export default function PersonRecord(): ReactElement {
  const say = useSay();
  const { id } = useParams<{ id: string }>();
  const record = useQuery(personRecordQuery(Number(id)));
  if (record.isPending) return <GreyRows rows={6} />;
  if (!record.isError) return <Record record={record.data} />;
  return (
    <div className="stack">
      <Failure error={record.error} />
      {refusalFrom(record.error).code === 'outside-scope' && (
        <p>
          <Link href="/emergency">{say('emergency.title')}</Link>
        </p>
      )}
    </div>
  );
}

function Record({ record }: { readonly record: EmergencyRecord }): ReactElement {
  const say = useSay();
  const { site, today } = useSession();
  const { patient, identifiers, access, reports, timeline, deathDate, generalPractitioner, phone } = record;
  return (
    <div className="stack emergency-record">
      <p className="emergency-warning" role="status">
        {say('emergency.inForce', { until: clockTime(String(access.until), site.timeZone, say.language) })}{' '}
        <q>{access.reason}</q>
      </p>
      <h1>{nameOf(patient, say)}</h1>
      <p>
        {dayInWords(patient.birthDate, say)} · {sexAndAge(patient, today, say).spoken}
        {identifiers.map(({ system, value }) => (
          <span key={`${system} ${value}`}>
            {' · '}
            {say.of('system', system)} {value}
          </span>
        ))}
      </p>
      {deathDate !== null && <p>{say('emergency.died', { day: dayInWords(deathDate, say) })}</p>}
      <p className="muted">
        {say('emergency.doctor')} {generalPractitioner ?? <span className="unknown">{say('unknown')}</span>}
        {' · '}
        {say('emergency.phone')} {phone ?? <span className="unknown">{say('unknown')}</span>}
      </p>
      <Timeline entries={timeline} today={today} deathKnown={patient.deceased} />
      <h2>{say('emergency.reports')}</h2>
      {reports.length === 0 && <p className="panel">{say('emergency.noReports')}</p>}
      {reports.map((report) => (
        <article key={report.id} className="panel stack">
          <h3>{reportName(report, say)}</h3>
          {report.superseded && <p className="error-text">{say('report.superseded')}</p>}
          <p className="record-text" lang={report.language ?? undefined}>
            {report.body}
          </p>
        </article>
      ))}
    </div>
  );
}
