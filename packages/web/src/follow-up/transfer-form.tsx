// A patient goes on at another hospital: which one, and who said yes. Decision: the case is closed here first and handed over
// next; when the second step fails the page of follow-up shows it, and it can be done again.

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { caseQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { NotSaved } from '../shell/failure.tsx';
import { transfersQuery } from './follow-up-queries.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

/** In the list of hospitals: one of another installation. */
const elsewhere = '*';

export function TransferForm({ case: id, done }: { readonly case: number; done(): void }): ReactElement {
  const own = useFollowUpWords();
  const client = useQueryClient();
  const title = useId();
  const found = useQuery(caseQuery(id));
  const others = useQuery(transfersQuery);
  const [to, setTo] = useState('');
  const [outside, setOutside] = useState('');
  const [consentBy, setConsentBy] = useState<'patient' | 'representative' | null>(null);
  const hand = useMutation({
    mutationFn: async () => {
      const onVersion = found.data?.row.version ?? 0;
      const isOutside = to === elsewhere;
      const where = isOutside ? { to: null, outside } : { to };
      const body = { onVersion, consentBy, ...where };
      const { id: transfer } = await request<{ id: number }>('POST', `/api/cases/${id}/transfer`, body);
      if (!isOutside) await request('POST', `/api/case-transfers/${transfer}/deliver`);
    },
    onSuccess: done,
    onSettled: async () => {
      for (const queryKey of [['contact'], ['follow-up'], ['case-transfers'], ['case', id]])
        await client.invalidateQueries({ queryKey });
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const isNamed = to !== elsewhere || outside.trim() !== '';
        if (to !== '' && isNamed && consentBy !== null) hand.mutate();
      }}
    >
      <p>{own('transfer.what')}</p>
      <NativeSelect
        label={own('transfer.to')}
        value={to}
        required
        onChange={({ currentTarget: { value } }) => setTo(value)}
        data={[
          { value: '', label: own('choose') },
          ...(others.data?.hospitals ?? []).map(({ id: value, name: label }) => ({ value, label })),
          { value: elsewhere, label: own('transfer.elsewhere') },
        ]}
      />
      {to === elsewhere && (
        <>
          <TextInput
            className="middle-wide"
            label={own('transfer.name')}
            value={outside}
            required
            maxLength={200}
            onChange={({ currentTarget: { value } }) => setOutside(value)}
          />
          <p>{own('transfer.asFile')}</p>
        </>
      )}
      <fieldset className="plain-set one-a-line">
        <legend>{own('transfer.consent')}</legend>
        {(['patient', 'representative'] as const).map((each) => (
          <label key={each} className="radio">
            <input
              type="radio"
              name={title}
              required
              checked={consentBy === each}
              onChange={() => setConsentBy(each)}
            />
            {own(`transfer.${each}`)}
          </label>
        ))}
      </fieldset>
      <NotSaved error={hand.error} />
      <p>
        <Button type="submit" loading={hand.isPending}>
          {own('transfer.hand')}
        </Button>
      </p>
    </form>
  );
}
