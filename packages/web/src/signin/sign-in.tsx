// Signing in with an account of the hospital: login and password, then the code of the second factor when there is one.

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { type Start, sessionQuery } from '../api/queries.ts';
import { Refusal, request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { PasswordField, SentForm } from './sent-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

interface SignInProps extends Pick<Start, 'sites' | 'provider'> {
  /** Somebody's page waits behind this one. */
  readonly again: boolean;
}

export function SignIn({ sites, provider, again }: SignInProps): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const [askCode, setAskCode] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);
  const signIn = useMutation({
    mutationFn: (form: FormData) => request('POST', '/api/session', whatWasTyped(form)),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session as never),
    onError: (error) => {
      if (asksForCode(error)) setAskCode(true);
    },
  });
  useEffect(() => {
    if (askCode) codeField.current?.focus();
  }, [askCode]);
  // The hospital's own sign-in opens in another tab, so that what waits here is not lost.
  useEffect(() => {
    if (!again) return;
    const look = (): void => void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [again, client]);
  // Why the hospital's own sign-in sent us back here.
  const cameBackWith = new URLSearchParams(location.search).get('sign-in');
  return (
    <SignInFrame
      title={say('signIn.title')}
      synthetic={sites.some(({ synthetic }) => synthetic)}
      over={again}
    >
      {again && <p role="status">{say('signIn.again')}</p>}
      {cameBackWith !== null && (
        <p className="error-text" role="alert">
          {failureInWords(new Refusal(cameBackWith, ''), say)}
        </p>
      )}
      {provider !== null && (
        <>
          <Button
            component="a"
            href={provider.start}
            variant="filled"
            size="md"
            {...(again && { target: '_blank', rel: 'noreferrer' })}
          >
            {say('signIn.provider', { name: provider.name })}
          </Button>
          <p>{say('signIn.or')}</p>
        </>
      )}
      <SentForm sent={signIn} button={say('signIn.button')} asksMore={asksForCode(signIn.error)}>
        {sites.length > 1 && (
          <NativeSelect
            name="site"
            label={say('signIn.site')}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextInput name="login" label={say('signIn.login')} autoComplete="username" required />
        <PasswordField name="password" label={say('signIn.password')} autoComplete="current-password" />
        {askCode && (
          <TextInput
            ref={codeField}
            name="code"
            label={say('signIn.code')}
            description={say('signIn.codeHelp')}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
        )}
      </SentForm>
    </SignInFrame>
  );
}

function asksForCode(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'second-factor-needed';
}

function whatWasTyped(form: FormData): Readonly<Record<string, string>> {
  const filled = [...form].filter(([, value]) => value !== '');
  return Object.fromEntries(filled.map(([name, value]) => [name, String(value)]));
}
