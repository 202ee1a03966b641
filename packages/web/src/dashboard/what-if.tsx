// "What if": how the service works now, how it could, and what that would change. The numbers of now come from the hospital's own
// figures where it has them; everything can be put right before asking.

import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { Failure, NotDone } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { simulationsQuery, type WhatIfStart, whatIfStartQuery } from './dashboard-queries.ts';
import { useSay } from './use-dashboard-words.ts';
import { bodyOf, firstGuess, type Guess, stepNames } from './what-if-guess.ts';
import './dashboard.css';

export default function WhatIf(): ReactElement {
  const say = useSay();
  const start = useQuery(whatIfStartQuery);
  return (
    <div className="stack figures-page">
      <p>
        <Link href="/figures">{say('behind.back')}</Link>
      </p>
      <h1>{say('whatif.title')}</h1>
      <p>{say('whatif.intro')}</p>
      {start.isPending && <GreyRows rows={6} />}
      {start.isLoadingError && <Failure error={start.error} retry={() => void start.refetch()} />}
      {start.data !== undefined && <Question start={start.data} />}
      <Earlier />
    </div>
  );
}

function Question({ start }: { readonly start: WhatIfStart }): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [name, setName] = useState('');
  const [guess, setGuess] = useState<Guess>(() => firstGuess(start));
  const ask = useMutation({
    mutationFn: () =>
      request<{ id: number }>('POST', '/api/quality/simulations', {
        name: name.trim() === '' ? say('whatif.unnamed') : name,
        ...bodyOf(guess),
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: simulationsQuery.queryKey });
      go(`/figures/what-if/${id}`);
    },
  });
  return (
    <form
      className="stack panel"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <div className="what-if-grid">
        <span />
        <strong>{say('whatif.now')}</strong>
        <strong>{say('whatif.plan')}</strong>
        {stepNames.map((step) => (
          <Step key={step} step={step} guess={guess} change={setGuess} known={start.now[step] != null} />
        ))}
      </div>
      <div className="line what-if-rest">
        {(['patientsPerYear', 'nurseHourCost', 'scanCost', 'medicineCost'] as const).map((field) => (
          <TextInput
            key={field}
            label={say.of('whatif', field)}
            inputMode="numeric"
            value={guess[field]}
            onChange={({ currentTarget: { value } }) => setGuess((known) => ({ ...known, [field]: value }))}
          />
        ))}
      </div>
      <p className="small muted">{say('whatif.ours')}</p>
      <TextInput
        className="narrow"
        label={say('whatif.name')}
        maxLength={120}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <p>
        <Button type="submit" variant="filled" loading={ask.isPending}>
          {say('whatif.ask')}
        </Button>
      </p>
      <NotDone error={ask.error} />
    </form>
  );
}

function Step({
  step,
  guess,
  change,
  known,
}: {
  readonly step: (typeof stepNames)[number];
  readonly guess: Guess;
  readonly change: (to: (known: Guess) => Guess) => void;
  readonly known: boolean;
}): ReactElement {
  const say = useSay();
  const label = say.of('whatif', step);
  const unit = step.endsWith('PerMonth') ? '' : ' %';
  return (
    <>
      <span>
        {label}
        {unit}
        {known && <span className="small muted"> {say('whatif.measured')}</span>}
      </span>
      {(['now', 'plan'] as const).map((side) => (
        <TextInput
          key={side}
          aria-label={`${label}, ${say(side === 'now' ? 'whatif.now' : 'whatif.plan')}`}
          inputMode="decimal"
          value={guess[side][step]}
          placeholder={unit === '' ? say('whatif.enough') : undefined}
          onChange={({ currentTarget: { value } }) =>
            change((before) => ({ ...before, [side]: { ...before[side], [step]: value } }))
          }
        />
      ))}
    </>
  );
}

function Earlier(): ReactElement | null {
  const say = useSay();
  const { site, today } = useSession();
  const earlier = useQuery(simulationsQuery);
  if (earlier.data === undefined || earlier.data.simulations.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{say('whatif.earlier')}</h2>
      <ul>
        {earlier.data.simulations.map(({ id, name, askedAt, askedBy }) => (
          <li key={id}>
            <Link href={`/figures/what-if/${id}`}>{name}</Link>
            <span className="muted small">
              {' '}
              {moment(askedAt, today, site.timeZone, say)} · {askedBy}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
