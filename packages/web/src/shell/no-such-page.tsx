// An address that leads nowhere: says so, and where to go instead.

import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { useSay } from '../words/use-words.tsx';
import { homeOf } from './places.ts';

export function NoSuchPage(): ReactElement {
  const say = useSay();
  const { user } = useSession();
  return (
    <div className="stack">
      <h1>{say('noSuchPage')}</h1>
      <p>
        <Link href={homeOf(user.role)}>{say('noSuchPage.home')}</Link>
      </p>
    </div>
  );
}
