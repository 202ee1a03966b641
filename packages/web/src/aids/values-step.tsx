// What matters to the patient, weighed from 0 to 10, and turned into a few lines for the physician. Nothing is preset, and
// nothing is kept: the lines can be copied into a note.

import type { GridsAnswer } from '@breekpunt/server';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { Failure } from '../shell/failure.tsx';
import { useAidsWords } from './use-aids-words.ts';

const scale = Array.from({ length: 11 }, (_, n) => String(n));

export function ValuesStep({ grid }: { readonly grid: GridsAnswer['grids'][number] }): ReactElement {
  const say = useAidsWords();
  const [weights, setWeights] = useState<readonly string[]>(() => grid.values.map(() => ''));
  const [leaning, setLeaning] = useState('');
  const [questions, setQuestions] = useState('');
  const summary = useMutation({
    mutationFn: () =>
      request<{ text: string }>('POST', `/api/grids/${grid.id}/summary`, {
        language: grid.language,
        weights: weights.map((weight) => (weight === '' ? null : Number(weight))),
        leaning: leaning === '' ? null : leaning,
        questions,
      }),
  });
  const copy = useMutation({ mutationFn: (text: string) => navigator.clipboard.writeText(text) });
  return (
    <section className="stack values-step" aria-label={say('values')}>
      <h2>{say('values')}</h2>
      <p className="muted">{say('values.scale')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          summary.mutate();
        }}
      >
        {grid.values.map((value, place) => (
          <NativeSelect
            key={value}
            label={value}
            lang={grid.language}
            value={weights[place] ?? ''}
            onChange={({ currentTarget: { value: weight } }) =>
              setWeights((now) => now.map((each, at) => (at === place ? weight : each)))
            }
            data={[{ value: '', label: say('weigh.none') }, ...scale.map((n) => ({ value: n, label: n }))]}
          />
        ))}
        <NativeSelect
          label={say('leaning')}
          value={leaning}
          onChange={({ currentTarget: { value } }) => setLeaning(value)}
          data={[
            { value: '', label: say('unsure') },
            ...grid.options.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Textarea
          label={say('questions')}
          value={questions}
          onChange={({ currentTarget: { value } }) => setQuestions(value)}
          rows={2}
          maxLength={2_000}
        />
        <p className="no-print">
          <Button type="submit">{say('summarise')}</Button>
        </p>
      </form>
      {summary.isError && <Failure error={summary.error} retry={() => summary.mutate()} />}
      {summary.isSuccess && (
        <section className="panel stack" aria-label={say('summary')}>
          <h3>{say('summary')}</h3>
          <p className="values-summary" lang={grid.language}>
            {summary.data.text}
          </p>
          <p className="line no-print">
            <Button variant="default" onClick={() => copy.mutate(summary.data.text)}>
              {say('copy')}
            </Button>
            <span role="status">{copy.isSuccess && say('copied')}</span>
          </p>
        </section>
      )}
    </section>
  );
}
