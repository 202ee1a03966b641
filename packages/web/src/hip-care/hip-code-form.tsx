// One more code: what it stands for, the code and its system. What is missing is said at its field.

import type { HipCareCodesPage } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { refusalFrom, request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { hipCodesQuery } from './hip-codes-query.ts';
import { useHipCareWords } from './use-hip-care-words.ts';

/** So that fields beside each other stand on one line. */
const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
const empty = { item: '', code: '', system: '' };

export function HipCodeForm({ items }: Pick<HipCareCodesPage, 'items'>): ReactElement {
  const say = useSay();
  const words = useHipCareWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: () => request('POST', '/api/hip-care/codes', typed),
    onSuccess: async () => {
      // The next code is mostly of the same system.
      setTyped({ ...empty, system: typed.system });
      setTried(false);
      await client.invalidateQueries({ queryKey: hipCodesQuery.queryKey });
    },
  });
  const field = (name: keyof typeof empty) => ({
    value: typed[name],
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      setTyped({ ...typed, [name]: currentTarget.value }),
  });
  const refused = add.isError ? refusalFrom(add.error) : null;
  return (
    <form
      className="panel stack"
      aria-label={words('codes.new')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (typed.item !== '' && typed.code.trim() !== '') add.mutate();
      }}
    >
      <h2>{words('codes.new')}</h2>
      <div className="hip-code-fields">
        <NativeSelect
          inputWrapperOrder={hintBelow}
          label={words('codes.item')}
          error={tried && typed.item === '' && words('codes.missing')}
          {...field('item')}
          data={[
            { value: '', label: words('codes.choose') },
            ...items.map((value) => ({ value, label: words.of('codes.item', value) })),
          ]}
        />
        <TextInput
          inputWrapperOrder={hintBelow}
          label={words('codes.code')}
          description={words('codes.codeHint')}
          error={tried && typed.code.trim() === '' && words('codes.missingCode')}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          {...field('code')}
        />
        <TextInput
          inputWrapperOrder={hintBelow}
          label={words('codes.system')}
          description={words('codes.systemHint')}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          {...field('system')}
        />
      </div>
      {refused !== null && (
        <p className="error-text" role="alert">
          {say('notSaved')}{' '}
          {refused.code === 'taken'
            ? words('codes.taken', { item: words.of('codes.item', String(refused.more['item'])) })
            : failureInWords(add.error, say)}
        </p>
      )}
      {add.isSuccess && !tried && <p role="status">{words('codes.added')}</p>}
      <p>
        <Button type="submit" variant="filled" loading={add.isPending}>
          {words('codes.add')}
        </Button>
      </p>
    </form>
  );
}
