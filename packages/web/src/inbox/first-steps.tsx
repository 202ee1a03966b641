// What an empty hospital needs before it can work, in order, each with the way to it: for the administrator of a first start.

import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { placesOf } from '../shell/places.ts';
import { useSay, type WordKey } from '../words/use-words.tsx';

const steps: readonly (readonly [path: string, what: WordKey, why: WordKey])[] = [
  ['/accounts', 'first.accounts', 'first.accountsWhy'],
  ['/inbox/upload', 'first.upload', 'first.uploadWhy'],
  ['/connections', 'first.connections', 'first.connectionsWhy'],
  ['/services', 'first.services', 'first.servicesWhy'],
];

export function FirstSteps(): ReactElement {
  const say = useSay();
  const { user } = useSession();
  const paths = placesOf(user.role).map(({ path }) => path);
  if (user.role !== 'physician') paths.push('/inbox/upload');
  return (
    <section className="panel stack" aria-label={say('first.title')}>
      <h2>{say('first.title')}</h2>
      <ol className="first-steps">
        {steps
          .filter(([path]) => paths.includes(path))
          .map(([path, what, why]) => (
            <li key={path}>
              <Link href={path}>{say(what)}</Link>
              <p className="muted">{say(why)}</p>
            </li>
          ))}
      </ol>
    </section>
  );
}
