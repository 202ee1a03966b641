// For whoever leads: the open cases whose signed decision would come out differently with the knowledge of today.

import type { ReviewedDecisions } from '@breekpunt/server';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { dayInWords } from '../format/dates.ts';
import { nameOf } from '../format/people.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import './assessment.css';
import { changedDecisionsQuery } from './assessment-queries.ts';
import { changesInWords } from './change-in-words.ts';
import { choiceInWords } from './choice-in-words.ts';
import { useAssessmentWords } from './use-assessment-words.ts';

const linesShown = 4;

export default function ChangedDecisions(): ReactElement {
  const own = useAssessmentWords();
  const found = useQuery(changedDecisionsQuery);
  if (found.isPending) return <GreyRows rows={6} />;
  if (found.isLoadingError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { looked, knowledgeVersion, differing } = found.data;
  return (
    <div className="stack">
      <h1>{own('changed.title')}</h1>
      <p className="muted">{own('changed.looked', { n: looked, version: knowledgeVersion.slice(0, 8) })}</p>
      {differing.length === 0 ? <p>{own('changed.none')}</p> : <Differing rows={differing} />}
    </div>
  );
}

function Differing({ rows }: { readonly rows: ReviewedDecisions['differing'] }): ReactElement {
  const own = useAssessmentWords();
  const say = useSay();
  return (
    <div className="table-scroll">
      <table className="plain stacks">
        <thead>
          <tr>
            <th scope="col">{own('changed.who')}</th>
            <th scope="col">{own('changed.was')}</th>
            <th scope="col">{own('changed.what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.decision}>
              <td>
                <Link href={`/cases/${row.case}/assessment`}>{nameOf(row, say)}</Link>
              </td>
              <td>
                {own(`topic.${row.topic}`)}: {choiceInWords(row.topic, row.choice, own)}
                <br />
                <span className="muted small">
                  {dayInWords(row.on, say)} ·{' '}
                  {own('signed.version', { version: row.knowledgeVersion.slice(0, 8) })}
                </span>
              </td>
              <td>
                {row.changes === null ? (
                  own('changed.noValue')
                ) : (
                  <Changes topic={row.topic} changes={row.changes} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Changes({
  topic,
  changes,
}: {
  readonly topic: string;
  readonly changes: NonNullable<ReviewedDecisions['differing'][number]['changes']>;
}): ReactElement {
  const own = useAssessmentWords();
  const lines = changesInWords(topic, changes, own);
  const [first, rest] = [lines.slice(0, linesShown), lines.slice(linesShown)];
  return (
    <>
      <ul className="plain-list">
        {first.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{own('changed.more', { n: rest.length })}</summary>
          <ul className="plain-list">
            {rest.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
