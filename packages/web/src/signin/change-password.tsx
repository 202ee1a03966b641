// A password that somebody else chose is good for one sign-in: here one's own is chosen.

import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { sessionQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

export function ChangePassword(): ReactElement {
  const say = useSay();
  return (
    <SignInFrame title={say('password.title')}>
      <p>{say('password.firstTime')}</p>
      <PasswordForm />
    </SignInFrame>
  );
}

export function PasswordForm({ done }: { readonly done?: () => void }): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (form: FormData) =>
      request('PUT', '/api/account/password', { current: form.get('current'), next: form.get('next') }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      done?.();
    },
  });
  const toggle = { 'aria-label': say('signIn.showPassword'), tabIndex: 0 };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(new FormData(event.currentTarget));
      }}
    >
      <PasswordInput
        name="current"
        label={say('password.current')}
        autoComplete="current-password"
        visibilityToggleButtonProps={toggle}
        required
        withAsterisk={false}
      />
      <PasswordInput
        name="next"
        label={say('password.next')}
        description={say('password.rule')}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        required
        withAsterisk={false}
      />
      {change.isError && (
        <p className="error-text" role="alert">
          {failureInWords(change.error, say)}
        </p>
      )}
      {change.isSuccess && <p role="status">{say('password.done')}</p>}
      <Button type="submit" variant="filled" size="md">
        {say('password.button')}
      </Button>
    </form>
  );
}
