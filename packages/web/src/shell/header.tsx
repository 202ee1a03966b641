// The bar: where one is, where one can go, the search, who one is.

import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { useSay } from '../words/use-words.tsx';
import { SearchBox } from '../worklist/search-box.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Logo } from './logo.tsx';
import { homeOf, placesOf } from './places.ts';

interface HeaderProps {
  openKeys(): void;
  openActions(): void;
}

export function Header({ openKeys, openActions }: HeaderProps): ReactElement {
  const say = useSay();
  const { user, site } = useSession();
  const [path, go] = useLocation();
  const client = useQueryClient();
  const signOut = async (): Promise<void> => {
    await request('DELETE', '/api/session');
    client.clear();
    location.assign('/');
  };
  const sees = ['nurse', 'physician', 'lead'].includes(user.role);
  return (
    <header className="bar noprint">
      <Link href={homeOf(user.role)} className="logo-link">
        <Logo />
      </Link>
      <nav aria-label={say('places')}>
        <ul>
          {placesOf(user.role).map((place) => (
            <li key={place.path}>
              <Link href={place.path} aria-current={path.startsWith(place.path) ? 'page' : undefined}>
                {say(place.name)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {sees && <SearchBox />}
      <div className="bar-end">
        <button type="button" className="bar-button" onClick={openKeys} aria-label={say('keys.title')}>
          <span aria-hidden="true">?</span>
        </button>
        <LanguageSwitch />
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className="bar-button">
              {user.displayName}
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
      </div>
    </header>
  );
}
