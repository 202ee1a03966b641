// The first start: whoever read the set-up code where the server was started names the hospital and becomes its first
// administrator.

import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { sessionQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { useSay } from '../words/use-words.tsx';
import { PasswordField, SentForm, textOf } from './sent-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

export function SetUp(): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const setUp = useMutation({
    mutationFn: (form: FormData) =>
      request('POST', '/api/set-up', {
        code: textOf(form, 'code'),
        site: { name: textOf(form, 'name'), country: textOf(form, 'country'), language: say.language },
        administrator: {
          login: textOf(form, 'login'),
          displayName: textOf(form, 'displayName'),
          password: textOf(form, 'password'),
        },
      }),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session as never),
  });
  return (
    <SignInFrame title={say('setUp.title')}>
      <p>{say('setUp.intro')}</p>
      <SentForm sent={setUp} button={say('setUp.button')}>
        <TextInput
          name="code"
          label={say('setUp.code')}
          description={say('setUp.codeHelp')}
          autoComplete="off"
          required
        />
        <TextInput name="name" label={say('setUp.hospital')} required />
        <NativeSelect
          name="country"
          label={say('setUp.country')}
          required
          data={[
            { value: '', label: say('setUp.chooseCountry') },
            { value: 'BE', label: say('country.BE') },
            { value: 'NL', label: say('country.NL') },
          ]}
        />
        <TextInput name="displayName" label={say('setUp.yourName')} autoComplete="name" required />
        <TextInput name="login" label={say('signIn.login')} autoComplete="username" required />
        <PasswordField
          name="password"
          label={say('signIn.password')}
          description={say('password.rule')}
          autoComplete="new-password"
        />
      </SentForm>
    </SignInFrame>
  );
}
