// Who is signed in, and what belongs to them: settings, keys, all actions, the language, signing out. On a wide screen under
// their name, on a narrow one as the last part of the menu.

import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { request, sessionPath } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { useSay } from '../words/use-words.tsx';
import { failureInWords } from './failure.tsx';
import { LanguageSwitch } from './language-switch.tsx';

interface OwnProps {
  openKeys(): void;
  openActions(): void;
}

function useSignOut(): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await request('DELETE', sessionPath);
      client.clear();
      location.assign('/');
    },
  });
}

export function OwnPart({
  openKeys,
  openActions,
  close,
}: OwnProps & { readonly close: () => void }): ReactElement {
  const say = useSay();
  const { user, site } = useSession();
  const signOut = useSignOut();
  const afterClosing = (act: () => void) => (): void => {
    close();
    act();
  };
  return (
    <section aria-label={user.displayName}>
      <p className="drop-title">
        {user.displayName} · {say.of('role', user.role)} · {site.name}
      </p>
      <ul>
        <li>
          <Link href="/settings" onClick={close}>
            {say('place.settings')}
          </Link>
        </li>
        <li className="for-keys">
          <button type="button" onClick={afterClosing(openKeys)}>
            {say('keys.title')}
          </button>
        </li>
        <li className="for-keys">
          <button type="button" onClick={afterClosing(openActions)}>
            {say('actions.title')}
          </button>
        </li>
        <li>
          <button type="button" onClick={() => signOut.mutate()}>
            {say('signOut')}
          </button>
        </li>
      </ul>
      {signOut.isError && (
        <p className="error-text" role="alert">
          {say('signOut.not')} {failureInWords(signOut.error, say)}
        </p>
      )}
      <LanguageSwitch />
    </section>
  );
}
