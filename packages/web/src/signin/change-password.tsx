// A password that somebody else chose is good for one sign-in: here one's own is chosen.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { sessionQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { useSay } from '../words/use-words.tsx';
import { PasswordField, SentForm } from './sent-form.tsx';
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

export function PasswordForm(): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (form: FormData) =>
      request('PUT', '/api/account/password', { current: form.get('current'), next: form.get('next') }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  return (
    <SentForm sent={change} button={say('password.button')} done={say('password.done')}>
      <PasswordField name="current" label={say('password.current')} autoComplete="current-password" />
      <PasswordField
        name="next"
        label={say('password.next')}
        description={say('password.rule')}
        autoComplete="new-password"
      />
    </SentForm>
  );
}
