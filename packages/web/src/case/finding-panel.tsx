// The fracture of this case, what speaks for and against it with the rules that say so, and the finding that is looked at.

import type { CasePage, MarkedReport } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { request } from '../api/request.ts';
import { dayInWords } from '../format/dates.ts';
import { placeInWords } from '../format/fractures.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { NotDone } from '../shell/failure.tsx';
import { type Say, useSay } from '../words/use-words.tsx';
import { missingFactsInWords } from './missing-facts.ts';

type Finding = MarkedReport['findings'][number];

interface FindingPanelProps {
  readonly page: CasePage;
  readonly report: MarkedReport | null;
  readonly finding: Finding | null;
  readonly place: { readonly at: number; readonly of: number } | null;
  step(steps: number): void;
  /** What there is to decide, right under the fracture it is about. */
  readonly children: ReactNode;
}

export function FindingPanel({
  page,
  report,
  finding,
  place,
  step,
  children,
}: FindingPanelProps): ReactElement {
  const say = useSay();
  const { row } = page;
  const [episode] = page.episodes;
  const { unknown, contradiction } = missingFactsInWords(episode.missing, say);
  // How hard the fall was stands in the line above, corrected where a nurse corrected it.
  const flags = episode.flags.filter((flag) => flag !== 'low-energy' && flag !== 'high-energy');
  return (
    <>
      <div>
        <h2>{capital(placeInWords(row, say))}</h2>
        <p>
          {[
            say.of('status', row.status),
            say.of('onset', row.onset),
            row.fractureOn === null ? say('row.dayUnknown') : fractureDay(page, say),
            say.of('mechanism', row.mechanism),
          ].join(' · ')}
        </p>
        {row.corrected && <p className="muted small">{say('case.corrected')}</p>}
        {flags.length > 0 && <p>{flags.map((flag) => say.of('flag', flag)).join(', ')}</p>}
      </div>
      {children}
      <div className="why">
        <h3>{say.of('eligibility', episode.eligibility)}</h3>
        <ul>
          {episode.reasons.map(({ rule, speaks }) => (
            <li key={`${rule} ${speaks}`}>
              {say.of('reason', rule)} <RuleLink id={rule} />
            </li>
          ))}
          {contradiction !== null && (
            <li>
              <strong>{contradiction}</strong>
            </li>
          )}
          {unknown !== null && (
            <li>
              <span className="unknown">{say('row.missing')}</span>
              {say('colon')} {unknown}
            </li>
          )}
          {episode.notes.map((note) => (
            <li key={note}>{say.of('note', note)}</li>
          ))}
        </ul>
      </div>
      {finding !== null && place !== null && report !== null && (
        <ShownFinding finding={finding} report={report} caseId={row.id} place={place} step={step} />
      )}
    </>
  );
}

function ShownFinding({
  finding,
  report,
  caseId,
  place,
  step,
}: {
  readonly finding: Finding;
  readonly report: MarkedReport;
  readonly caseId: number;
  readonly place: { readonly at: number; readonly of: number };
  step(steps: number): void;
}): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const mark = useMutation({
    mutationFn: () =>
      request('POST', `/api/reports/${report.id}/marks`, { mark: 'wrong', finding: finding.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  // One line for each word that decided, however often it stands there.
  const because = new Map(
    finding.marks
      .filter(({ rule }) => rule !== '')
      .map(({ start, end, role, rule }) => {
        const words = report.body.slice(start, end);
        return [`${rule} ${words}`, { words, role, rule }];
      }),
  );
  return (
    <div className="shown-finding" aria-live="polite">
      <div className="line">
        <h3>{say('finding.place', { at: place.at + 1, of: place.of })}</h3>
        <span className="push">
          <Button size="compact-sm" onClick={() => step(-1)} aria-disabled={place.at === 0}>
            {say('finding.previous')} <kbd aria-hidden="true">p</kbd>
          </Button>{' '}
          <Button size="compact-sm" onClick={() => step(1)} aria-disabled={place.at === place.of - 1}>
            {say('finding.next')} <kbd aria-hidden="true">n</kbd>
          </Button>
        </span>
      </div>
      <p>
        {capital(placeInWords(finding, say))}
        {say('colon')} {say.of('presence', finding.presence)}, {say.of('time', finding.time)}
        {finding.experiencer !== 'patient' && `, ${say.of('experiencer', finding.experiencer)}`}
        {finding.conflict && `. ${say('finding.conflict')}`}
      </p>
      <dl className="because">
        {[...because].map(([key, { words, role, rule }]) => (
          <div key={key}>
            <dt>“{words}”</dt>
            <dd>
              {say.of('cueRole', role)} <RuleLink id={rule} name={say('rule.why')} />
            </dd>
          </div>
        ))}
      </dl>
      {finding.refused ? (
        <p className="muted">{say('finding.refused')}</p>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => mark.mutate()}>
          {say('finding.wrong')}
        </Button>
      )}
      <NotDone error={mark.error} />
    </div>
  );
}

/** A day that only bounds the fracture is never shown as its day. */
function fractureDay({ row, episodes: [{ dates }] }: CasePage, say: Say): string {
  const day = dayInWords(row.fractureOn, say);
  const isDay = row.corrected || dates.basis === 'stated-day' || dates.earliest === dates.latest;
  return isDay ? day : say('case.atMost', { day });
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
