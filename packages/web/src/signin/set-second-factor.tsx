// Sets the second factor: the secret goes into an app on the telephone, a first code proves that it is there.

import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { sessionQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { PasswordField, SentForm } from './sent-form.tsx';
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
  if (offer.isLoadingError) return <Failure error={offer.error} retry={() => void offer.refetch()} />;
  return (
    <SentForm sent={set} button={say('factor.button')} done={say('factor.done')}>
      <p>{say('factor.how')}</p>
      <Secret offer={offer.data} />
      <TextInput
        name="code"
        label={say('signIn.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
      <PasswordField name="password" label={say('password.current')} autoComplete="current-password" />
    </SentForm>
  );
}

/** The secret three times: to be scanned, to be opened on this device, to be typed. */
function Secret({ offer: { secret, uri, squares } }: { readonly offer: Offer }): ReactElement {
  const say = useSay();
  return (
    <>
      <p>{say('factor.scan')}</p>
      <svg
        className="factor-squares"
        viewBox={`0 0 ${squares.size} ${squares.size}`}
        role="img"
        aria-label={say('factor.qr')}
        shapeRendering="crispEdges"
      >
        <rect width="100%" height="100%" fill="#fff" />
        <path d={squares.path} fill="#000" />
      </svg>
      <p>
        <a href={uri}>{say('factor.open')}</a>
      </p>
      <p>
        {say('factor.type')}
        <br />
        <span className="code-box">{secret.replaceAll(/(.{4})/g, '$1 ').trim()}</span>
      </p>
    </>
  );
}
