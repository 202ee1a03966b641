// On which day a dose will be given, or that it was called off. Decision: no day is filled in beforehand.

import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { refusalFrom, request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import type { DosedDrug } from './dose-words.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function ArrangeForm({
  case: id,
  drug,
  arrangedOn,
  done,
}: {
  readonly case: number;
  readonly drug: DosedDrug;
  readonly arrangedOn: string | null;
  done(): void;
}): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const client = useQueryClient();
  const { today } = useSession();
  const [day, setDay] = useState('');
  const arrange = useMutation({
    mutationFn: (on: string | null) => request('PUT', `/api/cases/${id}/doses/arranged`, { drug, on }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['follow-up'] });
      done();
    },
  });
  return (
    <form
      className="stack inset"
      onSubmit={(event) => {
        event.preventDefault();
        arrange.mutate(day);
      }}
    >
      <TextInput
        type="date"
        label={own('arrange.day')}
        className="short-day"
        value={day}
        min={today}
        required
        error={
          arrange.isError &&
          (refusalFrom(arrange.error).code === 'refused'
            ? own('arrange.refused')
            : failureInWords(arrange.error, say))
        }
        onChange={({ currentTarget: { value } }) => setDay(value)}
      />
      <p className="line">
        <Button type="submit" loading={arrange.isPending}>
          {own('arrange.keep')}
        </Button>
        {arrangedOn !== null && (
          <Button variant="subtle" onClick={() => arrange.mutate(null)}>
            {own('arrange.off')}
          </Button>
        )}
      </p>
    </form>
  );
}
