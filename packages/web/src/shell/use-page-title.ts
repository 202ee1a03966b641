// The title of the window: the place somebody is at. Decision: the pages of a case name themselves, never by the patient's
// name, because a title is kept in the history of the browser.

import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { useSay, type WordKey } from '../words/use-words.tsx';
import { placeAt, placesOf } from './places.ts';

/** Pages that are no place of the menu: where their address begins, and what they are called. */
const others: readonly (readonly [start: string, name: WordKey])[] = [
  ['/settings', 'place.settings'],
  ['/emergency', 'place.emergency'],
  ['/people', 'log.person'],
  ['/decisions', 'tasks.changedDecisions'],
];

export function usePageTitle(): void {
  const say = useSay();
  const { user } = useSession();
  const [path] = useLocation();
  const place = placeAt(placesOf(user.role), path)?.name;
  const name = place ?? others.find(([start]) => path.startsWith(start))?.[1];
  const namesItself = path.startsWith('/cases/');
  useEffect(() => {
    if (!namesItself) document.title = name === undefined ? 'Breekpunt' : `${say(name)} · Breekpunt`;
  }, [say, name, namesItself]);
}
