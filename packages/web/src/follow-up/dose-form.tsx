// An injection or infusion was given: on which day. Decision: no day is filled in beforehand; the next is counted from the one written.

import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { refusalFrom, request } from '../api/request.ts';
import { dayInWords } from '../format/dates.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { type DosedDrug, doseWords } from './dose-words.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function DoseForm({
  case: id,
  drug,
  done,
}: {
  readonly case: number;
  readonly drug: DosedDrug;
  done(): void;
}): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const client = useQueryClient();
  const words = doseWords(drug);
  const [day, setDay] = useState('');
  const give = useMutation({
    mutationFn: () =>
      request<{ nextDueOn: string }>('POST', `/api/cases/${id}/doses`, { drug, givenOn: day }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['contact'] });
      await client.invalidateQueries({ queryKey: ['case', id] });
    },
  });
  if (give.isSuccess)
    return (
      <p role="status" className="line">
        {own('given.next', { day: dayInWords(give.data.nextDueOn, say) })}
        <Button
          size="compact-md"
          onClick={() => {
            void client.invalidateQueries({ queryKey: ['follow-up'] });
            done();
          }}
        >
          {own('close')}
        </Button>
      </p>
    );
  const wrong = give.isError ? refusalFrom(give.error) : null;
  return (
    <form
      className="stack inset"
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate();
      }}
    >
      <TextInput
        type="date"
        label={own(words.day)}
        className="short-day"
        value={day}
        required
        error={
          wrong !== null &&
          (wrong.code === 'refused' ? own('given.refused') : failureInWords(give.error, say))
        }
        onChange={({ currentTarget: { value } }) => setDay(value)}
      />
      <p>
        <Button type="submit">{own(words.keep)}</Button>
      </p>
    </form>
  );
}
