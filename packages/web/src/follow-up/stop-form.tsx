// A drug was stopped: since when, why, and what follows. Decision: for denosumab "nothing follows" is no choice, and the
// form says why with the rule; the server and the database refuse it too.

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { request } from '../api/request.ts';
import { RuleLink } from '../rules/rule-link.tsx';
import { NotSaved } from '../shell/failure.tsx';
import type { StoppableDrug } from './stop-plan.ts';
import { followers, missingInStop, type StopAnswers, stopBodyOf, stopReasons } from './stop-plan.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

const empty: StopAnswers = { stoppedOn: '', because: '', plan: '', drug: '', by: '', on: '' };

export function StopForm({
  case: id,
  drug,
  done,
}: {
  readonly case: number;
  readonly drug: StoppableDrug;
  done(): void;
}): ReactElement {
  const own = useFollowUpWords();
  const client = useQueryClient();
  const title = useId();
  const [answers, setAnswers] = useState<StopAnswers>(empty);
  const [tried, setTried] = useState(false);
  const stop = useMutation({
    mutationFn: () => request('POST', `/api/cases/${id}/treatment-stops`, stopBodyOf(drug, answers)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contact'] });
      await client.invalidateQueries({ queryKey: ['follow-up'] });
      await client.invalidateQueries({ queryKey: ['case', id] });
      done();
    },
  });
  const missing = missingInStop(drug, answers);
  const wrong = (field: keyof StopAnswers): string | undefined =>
    tried && missing.includes(field) ? own(`stop.missing.${field}`) : undefined;
  const set =
    (field: keyof StopAnswers) =>
    ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }): void =>
      setAnswers((known) => ({ ...known, [field]: value }));
  const plans =
    drug === 'denosumab' ? (['drug', 'specialist'] as const) : (['drug', 'specialist', 'none'] as const);
  return (
    <form
      className="stack inset"
      aria-labelledby={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.length === 0) stop.mutate();
      }}
    >
      <h3 id={title}>{own('stop.title', { drug: own(`drug.${drug}`) })}</h3>
      {drug === 'denosumab' && (
        <p className="why-plan">
          {own('stop.why')} <RuleLink id="FU3" /> <RuleLink id="FU4" />
        </p>
      )}
      <div className="line top">
        <TextInput
          type="date"
          className="short-day"
          label={own('stop.since')}
          value={answers.stoppedOn}
          error={wrong('stoppedOn')}
          onChange={set('stoppedOn')}
        />
        <NativeSelect
          label={own('stop.because')}
          value={answers.because}
          error={wrong('because')}
          onChange={set('because')}
          data={[
            { value: '', label: own('choose') },
            ...stopReasons.map((value) => ({ value, label: own(`because.${value}`) })),
          ]}
        />
      </div>
      <fieldset className="plain-set one-a-line">
        <legend>{own('stop.plan')}</legend>
        {plans.map((plan) => (
          <label key={plan} className="radio">
            <input
              type="radio"
              name={`${title}-plan`}
              value={plan}
              checked={answers.plan === plan}
              onChange={set('plan')}
            />
            {own(`plan.${plan}`)}
          </label>
        ))}
        {wrong('plan') !== undefined && (
          <p className="error-text" role="alert">
            {wrong('plan')}
          </p>
        )}
      </fieldset>
      {answers.plan === 'drug' && (
        <NativeSelect
          className="middle-wide"
          label={own('plan.whichDrug')}
          value={answers.drug}
          error={wrong('drug')}
          onChange={set('drug')}
          data={[
            { value: '', label: own('choose') },
            ...followers(drug).map((value) => ({ value, label: own(`drug.${value}`) })),
          ]}
        />
      )}
      {answers.plan === 'specialist' && (
        <TextInput
          className="middle-wide"
          label={own('plan.who')}
          value={answers.by}
          error={wrong('by')}
          onChange={set('by')}
        />
      )}
      {(answers.plan === 'drug' || answers.plan === 'specialist') && (
        <TextInput
          type="date"
          className="short-day"
          label={own(answers.plan === 'drug' ? 'plan.from' : 'plan.by')}
          value={answers.on}
          error={wrong('on')}
          onChange={set('on')}
        />
      )}
      <NotSaved error={stop.error} />
      <p className="line">
        <Button type="submit" loading={stop.isPending}>
          {own('stop.keep')}
        </Button>
        <Button variant="subtle" onClick={done}>
          {own('stop.not')}
        </Button>
      </p>
    </form>
  );
}
