// Sets the second factor: the secret goes into an app on the telephone, a first code proves that it is there.

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { sessionQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

export function SetSecondFactor(): ReactElement {
  const say = useSay();
  return (
    <SignInFrame title={say('factor.title')}>
      <SecondFactorForm />
    </SignInFrame>
  );
}

interface Offer {
  readonly secret: string;
  readonly uri: string;
  /** The address as a QR code. */
  readonly squares: { readonly size: number; readonly path: string };
}

export function SecondFactorForm(): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const offer = useQuery({
    queryKey: ['second-factor-offer'],
    queryFn: () => request<Offer>('POST', '/api/account/second-factor'),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const set = useMutation({
    mutationFn: (form: FormData) =>
      request('PUT', '/api/account/second-factor', {
        secret: offer.data?.secret,
        code: form.get('code'),
        password: form.get('password'),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  if (offer.isPending) return <GreyRows rows={3} />;
  if (offer.isError) return <Failure error={offer.error} retry={() => void offer.refetch()} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate(new FormData(event.currentTarget));
      }}
    >
      <p>{say('factor.how')}</p>
      <p>{say('factor.scan')}</p>
      <svg
        className="factor-squares"
        viewBox={`0 0 ${offer.data.squares.size} ${offer.data.squares.size}`}
        role="img"
        aria-label={say('factor.qr')}
        shapeRendering="crispEdges"
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path d={offer.data.squares.path} fill="#000" />
      </svg>
      <p>
        <a href={offer.data.uri}>{say('factor.open')}</a>
      </p>
      <p>
        {say('factor.type')}
        <br />
        <span className="code-box">{offer.data.secret.replaceAll(/(.{4})/g, '$1 ').trim()}</span>
      </p>
      <TextInput
        name="code"
        label={say('signIn.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
      />
      <PasswordInput
        name="password"
        label={say('password.current')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': say('signIn.showPassword'), tabIndex: 0 }}
        required
        withAsterisk={false}
      />
      {set.isError && (
        <p className="error-text" role="alert">
          {failureInWords(set.error, say)}
        </p>
      )}
      {set.isSuccess && <p role="status">{say('factor.done')}</p>}
      <Button type="submit" variant="filled" size="md">
        {say('factor.button')}
      </Button>
    </form>
  );
}
