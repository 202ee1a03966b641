// What the hospital says about itself for its figures: how many patients it expects, and whether others see its counts.

import type { QualityChoices } from '@breekpunt/server';
import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { NotSaved } from '../shell/failure.tsx';
import { useSay } from './use-dashboard-words.ts';

export function ChoicesForm({ choices }: { readonly choices: QualityChoices }): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const [patientsPerYear, setPatients] = useState<number | string>(choices.patientsPerYear ?? '');
  const [spinePercent, setSpine] = useState<number | string>(choices.spinePercent ?? '');
  const [shareFigures, setShare] = useState(choices.shareFigures);
  const save = useMutation({
    mutationFn: () =>
      request('PUT', '/api/quality/choices', {
        patientsPerYear: numberOr(patientsPerYear),
        spinePercent: numberOr(spinePercent),
        shareFigures,
        organisation: choices.organisation,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['figures'] }),
  });
  return (
    <section className="panel stack" aria-labelledby="choices-title">
      <h2 id="choices-title">{say('choices.title')}</h2>
      <form
        className="stack narrow"
        // What was saved is no longer what stands here.
        onChange={() => save.isSuccess && save.reset()}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <NumberInput
          label={say('choices.patients')}
          description={say('choices.patientsHelp')}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          hideControls
          value={patientsPerYear}
          onChange={setPatients}
        />
        <NumberInput
          label={say('choices.spine')}
          description={say('choices.spineHelp')}
          min={0}
          max={100}
          hideControls
          value={spinePercent}
          onChange={setSpine}
        />
        <Checkbox
          label={say('choices.share')}
          description={say('choices.shareHelp')}
          checked={shareFigures}
          onChange={({ currentTarget }) => setShare(currentTarget.checked)}
        />
        <p className="line">
          <Button type="submit" variant="filled" loading={save.isPending}>
            {say('choices.save')}
          </Button>
          <span role="status">{save.isSuccess && say('choices.saved')}</span>
        </p>
        <NotSaved error={save.error} />
      </form>
    </section>
  );
}

function numberOr(value: number | string): number | null {
  return typeof value === 'number' ? value : null;
}
