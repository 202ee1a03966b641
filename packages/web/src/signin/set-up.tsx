// The first start: whoever read the set-up code where the server was started names the hospital and becomes its first
// administrator.

import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { sessionQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

export function SetUp(): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const setUp = useMutation({
    mutationFn: (form: FormData) => {
      const value = (name: string): string => String(form.get(name) ?? '');
      return request('POST', '/api/set-up', {
        code: value('code'),
        site: { name: value('name'), country: value('country'), language: say.language },
        administrator: {
          login: value('login'),
          displayName: value('displayName'),
          password: value('password'),
        },
      });
    },
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session as never),
  });
  return (
    <SignInFrame title={say('setUp.title')}>
      <p>{say('setUp.intro')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setUp.mutate(new FormData(event.currentTarget));
        }}
      >
        <TextInput
          name="code"
          label={say('setUp.code')}
          description={say('setUp.codeHelp')}
          autoComplete="off"
          required
          withAsterisk={false}
        />
        <TextInput name="name" label={say('setUp.hospital')} required withAsterisk={false} />
        <NativeSelect
          name="country"
          label={say('setUp.country')}
          required
          withAsterisk={false}
          data={[
            { value: '', label: say('setUp.chooseCountry') },
            { value: 'BE', label: say('country.BE') },
            { value: 'NL', label: say('country.NL') },
          ]}
        />
        <TextInput
          name="displayName"
          label={say('setUp.yourName')}
          autoComplete="name"
          required
          withAsterisk={false}
        />
        <TextInput
          name="login"
          label={say('signIn.login')}
          autoComplete="username"
          required
          withAsterisk={false}
        />
        <PasswordInput
          name="password"
          label={say('signIn.password')}
          description={say('password.rule')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': say('signIn.showPassword'), tabIndex: 0 }}
          required
          withAsterisk={false}
        />
        {setUp.isError && (
          <p className="error-text" role="alert">
            {failureInWords(setUp.error, say)}
          </p>
        )}
        <Button type="submit" variant="filled" size="md">
          {say('setUp.button')}
        </Button>
      </form>
    </SignInFrame>
  );
}
