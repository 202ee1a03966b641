// The answer to a "what if", to be shown to a board and printed: what changes over 1, 5 and 10 years with its interval, what was asked,
// how well the simulation meets published figures, and what it misses.

import type { Simulation, SimulationAnswer } from '@breekpunt/server';
import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { dayInWords, dayOf } from '../format/dates.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { simulationQuery } from './dashboard-queries.ts';
import { numberInWords } from './figure-words.ts';
import { useSay } from './use-dashboard-words.ts';
import { Asked } from './what-if-asked.tsx';
import { Changes, NowAndPlan, rounded, signed } from './what-if-changes.tsx';
import { Trust } from './what-if-trust.tsx';
import './dashboard.css';

export default function WhatIfAnswer(): ReactElement {
  const say = useSay();
  const { site } = useSession();
  const { id } = useParams<{ id: string }>();
  const asked = useQuery(simulationQuery(Number(id)));
  return (
    <div className="stack figures-page what-if">
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
            {site.name} · {asked.data.askedBy} · {dayInWords(dayOf(asked.data.askedAt, site.timeZone), say)} ·{' '}
            {say('fig.knowledge')} {asked.data.knowledgeVersion.slice(0, 8)}
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
  return (
    <>
      <Headline result={result} />
      <Changes horizons={result.horizons} draws={result.draws} />
      <NowAndPlan horizons={result.horizons} />
      <Asked simulation={simulation} />
      <Trust result={result} />
    </>
  );
}

/** Two sentences that a board can take with it: patients and hours, then money. */
function Headline({ result }: { readonly result: SimulationAnswer }): ReactElement | null {
  const say = useSay();
  const last = result.horizons.at(-1);
  if (last === undefined) return null;
  const { difference, now, years } = last;
  return (
    <div className="stack tight what-if-headline">
      <p>
        {say('whatif.headline', {
          years,
          fractures: numberInWords(-difference.fractures.middle, say),
          low: numberInWords(-difference.fractures.high, say),
          high: numberInWords(-difference.fractures.low, say),
          of: numberInWords(now.fractures.middle, say),
          hours: numberInWords(difference['nurse-hours'].middle / years, say),
        })}
      </p>
      <p>
        {say('whatif.money', {
          care: signed(difference['care-cost'].middle, say),
          fractures: signed(difference['fracture-cost'].middle, say),
          net: signed(difference['net-cost'].middle, say),
          low: signed(difference['net-cost'].low, say),
          high: signed(difference['net-cost'].high, say),
        })}{' '}
        {difference.fractures.middle < 0 &&
          say('whatif.perFracture', {
            cost: rounded(difference['care-cost'].middle / -difference.fractures.middle, say),
          })}
      </p>
    </div>
  );
}
