// The people of the hospital who may sign in, for who keeps the accounts: who there is, a new one, switching one off.

import type { User } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useRef } from 'react';
import { usersQuery } from '../api/queries.ts';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { moment } from '../format/dates.ts';
import { Failure, NotSaved } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { PasswordField, SentForm, textOf } from '../signin/sent-form.tsx';
import { useSay } from '../words/use-words.tsx';
import './accounts.css';

const roles = ['nurse', 'physician', 'lead', 'it', 'auditor'] as const;

export default function Accounts(): ReactElement {
  const say = useSay();
  const users = useQuery(usersQuery);
  return (
    <div className="stack">
      <h1>{say('accounts.title')}</h1>
      {users.isPending && <GreyRows rows={5} />}
      {users.isLoadingError && <Failure error={users.error} retry={() => void users.refetch()} />}
      {users.data !== undefined && (
        <table className="plain stacks">
          <thead>
            <tr>
              <th scope="col">{say('accounts.name')}</th>
              <th scope="col">{say('accounts.role')}</th>
              <th scope="col">{say('accounts.last')}</th>
              <th scope="col">{say('accounts.state')}</th>
            </tr>
          </thead>
          <tbody>
            {users.data.users.map((user) => (
              <Account key={user.id} account={user} />
            ))}
          </tbody>
        </table>
      )}
      <NewAccount />
    </div>
  );
}

function Account({ account }: { readonly account: User }): ReactElement {
  const say = useSay();
  const { user, site, today } = useSession();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (active: boolean) =>
      request('PUT', `/api/users/${account.id}`, {
        onVersion: account.version,
        displayName: account.displayName,
        role: account.role,
        language: account.language,
        active,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
  return (
    <tr>
      <td>
        {account.displayName}
        <br />
        <span className="muted small">{account.login}</span>
      </td>
      <td>{say.of('role', account.role)}</td>
      <td data-head={say('accounts.last')}>
        {account.signedInAt === null
          ? say('accounts.never')
          : moment(account.signedInAt, today, site.timeZone, say)}
      </td>
      <td>
        {account.active ? say('accounts.active') : say('accounts.off')}
        {account.hasSecondFactor && <span className="muted"> · {say('accounts.factorOn')}</span>}
        {account.lockedUntil !== null && <span className="error-text"> · {say('accounts.locked')}</span>}{' '}
        {account.id !== user.id && (
          <Button size="compact-sm" onClick={() => change.mutate(!account.active)}>
            {account.active ? say('accounts.turnOff') : say('accounts.turnOn')}
          </Button>
        )}
        <NotSaved error={change.error} />
      </td>
    </tr>
  );
}

function NewAccount(): ReactElement {
  const say = useSay();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const add = useMutation({
    mutationFn: (fields: FormData) =>
      request('POST', '/api/users', {
        login: fields.get('login'),
        displayName: fields.get('displayName'),
        role: fields.get('role'),
        language: null,
        password: fields.get('password'),
      }),
    onSuccess: async () => {
      form.current?.reset();
      await client.invalidateQueries({ queryKey: usersQuery.queryKey });
    },
  });
  return (
    <section className="panel stack account-form" aria-label={say('accounts.new')}>
      <h2>{say('accounts.new')}</h2>
      <SentForm
        ref={form}
        sent={add}
        button={say('accounts.add')}
        {...(add.isSuccess && { done: say('accounts.made', { name: textOf(add.variables, 'displayName') }) })}
      >
        <TextInput name="displayName" label={say('accounts.name')} autoComplete="off" required />
        <TextInput name="login" label={say('signIn.login')} autoComplete="off" required />
        <NativeSelect
          name="role"
          label={say('accounts.role')}
          required
          data={[
            { value: '', label: say('accounts.chooseRole') },
            ...roles.map((role) => ({ value: role, label: say(`role.${role}`) })),
          ]}
        />
        <PasswordField
          name="password"
          label={say('accounts.firstPassword')}
          description={say('accounts.firstPasswordHelp')}
          autoComplete="new-password"
        />
      </SentForm>
    </section>
  );
}
