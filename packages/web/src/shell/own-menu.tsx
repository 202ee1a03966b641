// Who is signed in, and what belongs to them: settings, keys, all actions, signing out. On a wide screen under their name, on
// a narrow one as the last part of the menu.

import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { useSay } from '../words/use-words.tsx';
import { LanguageSwitch } from './language-switch.tsx';

interface OwnProps {
  openKeys(): void;
  openActions(): void;
}

function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await request('DELETE', '/api/session');
    client.clear();
    location.assign('/');
  };
}

export function OwnMenu({ openActions }: Pick<OwnProps, 'openActions'>): ReactElement {
  const say = useSay();
  const { user, site } = useSession();
  const [, go] = useLocation();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="bar-button">
          {user.displayName}
          <span className="drop-mark" aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {say.of('role', user.role)} · {site.name}
        </Menu.Label>
        <Menu.Item onClick={() => go('/settings')}>{say('place.settings')}</Menu.Item>
        <Menu.Item onClick={openActions}>{say('actions.title')}</Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{say('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
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
          <button type="button" onClick={() => void signOut()}>
            {say('signOut')}
          </button>
        </li>
      </ul>
      <LanguageSwitch />
    </section>
  );
}
