// The links to the places: in a row, as the bar has them, and by what they are for, as a menu has them.

import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { useSay } from '../words/use-words.tsx';
import { type Place, placeAt, placeGroups } from './places.ts';

export function PlaceLink({
  place,
  here,
  chosen,
}: {
  readonly place: Place;
  readonly here: Place | undefined;
  chosen?(): void;
}): ReactElement {
  const say = useSay();
  return (
    <Link
      href={place.path}
      aria-current={place === here ? 'page' : undefined}
      {...(chosen && { onClick: chosen })}
    >
      {say(place.name)}
    </Link>
  );
}

/** Every group with its heading; the headings are left out when there is only one group. */
export function GroupedPlaces({
  places,
  chosen,
}: {
  readonly places: readonly Place[];
  chosen(): void;
}): ReactElement {
  const say = useSay();
  const [path] = useLocation();
  const here = placeAt(places, path);
  const groups = placeGroups.filter((each) => places.some(({ group }) => group === each));
  return (
    <>
      {groups.map((each) => (
        <section key={each} aria-label={say(`places.${each}`)}>
          {groups.length > 1 && (
            <p className="drop-title" aria-hidden="true">
              {say(`places.${each}`)}
            </p>
          )}
          <ul>
            {places
              .filter(({ group }) => group === each)
              .map((place) => (
                <li key={place.path}>
                  <PlaceLink place={place} here={here} chosen={chosen} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
