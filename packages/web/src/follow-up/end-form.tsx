// Follow-up ends before its time: died, wants no more, moved away. Decision: each says beforehand what becomes of the contacts
// and of the figures, because that is what the person who presses it answers for.

import type { CallSheet } from '@breekpunt/server';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { caseQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { NotSaved } from '../shell/failure.tsx';
import { TransferForm } from './transfer-form.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

const endings = ['deceased', 'declined', 'moved-away'] as const;
/** Handed over is no end of the patient's follow-up, only of ours. */
const choices = [...endings, 'transferred'] as const;

export function EndForm({
  sheet: { case: id, id: contact, handoverFor, generalPractitioner },
  done,
}: {
  readonly sheet: CallSheet;
  done(): void;
}): ReactElement {
  const own = useFollowUpWords();
  const client = useQueryClient();
  const title = useId();
  const found = useQuery(caseQuery(id));
  const [because, setBecause] = useState<(typeof choices)[number] | null>(null);
  const [on, setOn] = useState('');
  const [nextDoseBy, setNextDoseBy] = useState('');
  const handsOn = handoverFor.some((each) => each === because);
  const end = useMutation({
    mutationFn: () =>
      request('POST', `/api/cases/${id}/follow-up-end`, {
        onVersion: found.data?.row.version ?? 0,
        because,
        on: because === 'deceased' && on !== '' ? on : null,
        nextDoseBy: handsOn ? nextDoseBy.trim() : null,
      }),
    onSuccess: done,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['contact', contact] });
      await client.invalidateQueries({ queryKey: ['follow-up'] });
      await client.invalidateQueries({ queryKey: ['case', id] });
    },
  });
  return (
    <div className="stack inset">
      <form
        className="stack"
        aria-labelledby={title}
        onSubmit={(event) => {
          event.preventDefault();
          if (because === null || because === 'transferred') return;
          if (!handsOn || nextDoseBy.trim() !== '') end.mutate();
        }}
      >
        <fieldset className="plain-set one-a-line">
          <legend id={title}>{own('endAll.why')}</legend>
          {choices.map((each) => (
            <label key={each} className="radio">
              <input type="radio" name={title} checked={because === each} onChange={() => setBecause(each)} />
              {own(`ends.${each}`)}
            </label>
          ))}
        </fieldset>
        {because === 'deceased' && (
          <TextInput
            type="date"
            className="short-day"
            label={own('ends.day')}
            value={on}
            onChange={({ currentTarget: { value } }) => setOn(value)}
          />
        )}
        {because !== null && <p>{own(`effect.${because}`)}</p>}
        {handsOn && (
          <TextInput
            className="middle-wide"
            label={own('ends.nextDoseBy')}
            description={own('ends.nextDoseWhy', { gp: generalPractitioner ?? own('ends.noGp') })}
            value={nextDoseBy}
            required
            maxLength={120}
            onChange={({ currentTarget: { value } }) => setNextDoseBy(value)}
          />
        )}
        <NotSaved error={end.error} />
        {because !== null && because !== 'transferred' && (
          <p>
            <Button type="submit" disabled={found.data === undefined} loading={end.isPending}>
              {own('endAll.keep')}
            </Button>
          </p>
        )}
      </form>
      {because === 'transferred' && <TransferForm case={id} done={done} />}
    </div>
  );
}
