// The answer to a "what if", to be shown to a board and printed: what changes over 1, 5 and 10 years with its interval, what was asked,
// how well the simulation meets published figures, and what it misses.

import type { Simulation, SimulationAnswer } from '@breekpunt/server';
import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { dayInWords, moment } from '../format/dates.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { simulationQuery } from './dashboard-queries.ts';
import { numberInWords } from './figure-words.ts';
import { type Say, useSay } from './use-dashboard-words.ts';
import { stepNames } from './what-if-guess.ts';
import './dashboard.css';

type Horizon = SimulationAnswer['horizons'][number];
type Effect = keyof Horizon['difference'];

const shown: readonly Effect[] = [
  'fractures',
  'hip-fractures',
  'deaths',
  'bed-days',
  'patients-treated',
  'nurse-hours',
  'scans',
  'fracture-cost',
  'care-cost',
  'net-cost',
];

export default function WhatIfAnswer(): ReactElement {
  const say = useSay();
  const { site, today } = useSession();
  const { id } = useParams<{ id: string }>();
  const asked = useQuery(simulationQuery(Number(id)));
  return (
    <div className="stack figures-page">
      <p className="noprint">
        <Link href="/figures/what-if">{say('whatif.back')}</Link>
      </p>
      {asked.isPending && <GreyRows rows={6} />}
      {asked.isLoadingError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data !== undefined && (
        <>
          <div className="line">
            <h1>{asked.data.name}</h1>
            <Button className="push noprint" variant="default" onClick={() => window.print()}>
              {say('fig.print')}
            </Button>
          </div>
          <p className="muted small">
            {site.name} · {asked.data.askedBy} · {moment(asked.data.askedAt, today, site.timeZone, say)} ·{' '}
            {say('fig.knowledge')} {asked.data.knowledgeVersion}
          </p>
          <Answer simulation={asked.data} />
        </>
      )}
    </div>
  );
}

function Answer({ simulation }: { readonly simulation: Simulation }): ReactElement {
  const say = useSay();
  const { result, failed, progress } = simulation;
  if (failed)
    return (
      <p className="error-text" role="alert">
        {say('whatif.failed')}
      </p>
    );
  if (result === null)
    return (
      <div className="stack narrow" aria-live="polite">
        <p>{say('whatif.working', { percent: progress })}</p>
        <Progress value={progress} aria-label={say('whatif.progress')} />
      </div>
    );
  const ten = result.horizons.at(-1);
  return (
    <>
      {ten !== undefined && (
        <p className="what-if-headline">
          {say('whatif.headline', {
            years: ten.years,
            fractures: numberInWords(-ten.difference.fractures.middle, say),
            low: numberInWords(-ten.difference.fractures.high, say),
            high: numberInWords(-ten.difference.fractures.low, say),
            of: numberInWords(ten.now.fractures.middle, say),
            hours: numberInWords(ten.difference['nurse-hours'].middle / ten.years, say),
          })}
        </p>
      )}
      <section className="stack" aria-labelledby="changes-title">
        <h2 id="changes-title">{say('whatif.changes')}</h2>
        <Changes horizons={result.horizons} />
        <p className="muted small">{say('whatif.interval', { draws: result.draws })}</p>
      </section>
      <Asked simulation={simulation} />
      <Trust result={result} />
    </>
  );
}

function Changes({ horizons }: { readonly horizons: readonly Horizon[] }): ReactElement {
  const say = useSay();
  return (
    <div className="scrolls">
      <table className="plain changes">
        <thead>
          <tr>
            <th scope="col">{say('whatif.what')}</th>
            {horizons.map(({ years }) => (
              <th key={years} scope="col" className="number">
                {say.count('whatif.years', years)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((effect) => (
            <tr key={effect}>
              <th scope="row">{say.of('effect', effect)}</th>
              {horizons.map(({ years, difference }) => (
                <td key={years} className="number">
                  {signed(difference[effect].middle, say)}
                  <br />
                  <span className="muted small">
                    {say('whatif.from', {
                      low: signed(difference[effect].low, say),
                      high: signed(difference[effect].high, say),
                    })}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** With its sign; large amounts without false precision. */
function signed(value: number, say: Say): string {
  const step = Math.abs(value) >= 10_000 ? 1000 : Math.abs(value) >= 1000 ? 10 : 1;
  return new Intl.NumberFormat(say.language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
    .format(Math.round(value / step) * step)
    .replace('-', '−');
}

function Asked({ simulation: { question } }: { readonly simulation: Simulation }): ReactElement {
  const say = useSay();
  const said = (value: number | null, step: string): string => {
    if (value === null) return say('whatif.enough');
    return step.endsWith('PerMonth') ? numberInWords(value, say) : `${numberInWords(value * 100, say)} %`;
  };
  return (
    <section className="stack" aria-labelledby="asked-title">
      <h2 id="asked-title">{say('whatif.asked')}</h2>
      <p>
        {say('whatif.perYear', { n: numberInWords(question.patientsPerYear, say) })}{' '}
        {say('whatif.mix', { day: dayInWords(question.on, say) })}
      </p>
      <div className="scrolls">
        <table className="plain asked">
          <thead>
            <tr>
              <th scope="col">{say('whatif.step')}</th>
              <th scope="col" className="number">
                {say('whatif.now')}
              </th>
              <th scope="col" className="number">
                {say('whatif.plan')}
              </th>
            </tr>
          </thead>
          <tbody>
            {stepNames.map((step) => (
              <tr key={step} className={question.now[step] === question.plan[step] ? '' : 'changed'}>
                <th scope="row">{say.of('whatif', step)}</th>
                <td className="number">{said(question.now[step], step)}</td>
                <td className="number">{said(question.plan[step], step)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Trust({ result }: { readonly result: SimulationAnswer }): ReactElement {
  const say = useSay();
  const one = new Intl.NumberFormat(say.language, { maximumFractionDigits: 1 });
  const two = new Intl.NumberFormat(say.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <section className="stack" aria-labelledby="trust-title">
      <h2 id="trust-title">{say('whatif.trust')}</h2>
      <p>
        {say('whatif.fit')}{' '}
        {result.fit
          .map(({ years, target, reached }) =>
            say('whatif.fitOf', { years, target: one.format(target), reached: one.format(reached) }),
          )
          .join('; ')}
        .
      </p>
      <p>{say('whatif.checks')}</p>
      <div className="scrolls">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{say('whatif.what')}</th>
              <th scope="col" className="number">
                {say('whatif.published')}
              </th>
              <th scope="col" className="number">
                {say('whatif.simulated')}
              </th>
              <th scope="col" className="number">
                {say('whatif.ratio')}
              </th>
            </tr>
          </thead>
          <tbody>
            {result.checks.map(({ id, published, simulated, unit }) => {
              const ratio = simulated / published;
              const write = (value: number): string =>
                unit === 'percent' ? `${one.format(value)} %` : numberInWords(value, say);
              return (
                <tr key={id}>
                  <th scope="row">{say.of('check', id)}</th>
                  <td className="number">{write(published)}</td>
                  <td className="number">{write(simulated)}</td>
                  <td className="number">
                    {two.format(ratio)} {ratio < 0.8 || ratio > 1.25 ? say('whatif.miss') : ''}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="small muted">{say('whatif.limits')}</p>
    </section>
  );
}
