// The bar: where one is, where one can go, the search, who one is. Decision: one row at every width. A wide screen shows the
// everyday places and who one is; a tablet keeps the places and puts the rest under "Menu"; a telephone puts all under it.

import { useMediaQuery } from '@mantine/hooks';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { useSay } from '../words/use-words.tsx';
import { SearchBox } from '../worklist/search-box.tsx';
import { DropPanel } from './drop-panel.tsx';
import { Logo } from './logo.tsx';
import { OwnPart } from './own-part.tsx';
import { GroupedPlaces, PlaceLink } from './place-links.tsx';
import { barPlaces, homeOf, type Place, placeAt, placesOf } from './places.ts';

interface HeaderProps {
  openKeys(): void;
  openActions(): void;
}

/** Media queries know only sizes of the browser, so the widths of shell.css stand here once more. */
const wideScreen = '(min-width: 78em)';
const tablet = '(min-width: 48em)';
const atOnce = { getInitialValueInEffect: false };

export function Header({ openKeys, openActions }: HeaderProps): ReactElement {
  const say = useSay();
  const { user } = useSession();
  const [path] = useLocation();
  const wide = useMediaQuery(wideScreen, true, atOnce);
  const telephone = !useMediaQuery(tablet, true, atOnce);
  const all = placesOf(user.role);
  const { shown, others } = barPlaces(all, wide ? path : null);
  const sees = ['nurse', 'physician', 'lead'].includes(user.role);
  const own = { openKeys, openActions };
  return (
    <header className="bar noprint">
      <Link href={homeOf(user.role)} className="logo-link">
        <Logo />
      </Link>
      {!telephone && (
        <nav aria-label={say('places')}>
          <ul>
            {shown.map((place) => (
              <li key={place.path}>
                <PlaceLink place={place} here={placeAt(all, path)} />
              </li>
            ))}
            {wide && others.length > 0 && (
              <li>
                <DropPanel label={say('places.others')} className="drop-places">
                  {(close) => <GroupedPlaces places={others} chosen={close} />}
                </DropPanel>
              </li>
            )}
          </ul>
        </nav>
      )}
      {sees && <SearchBox />}
      {wide ? (
        <div className="bar-end">
          <button type="button" className="bar-button" onClick={openKeys} aria-label={say('keys.title')}>
            <span aria-hidden="true">?</span>
          </button>
          <DropPanel label={user.displayName} className="drop-own">
            {(close) => <OwnPart {...own} close={close} />}
          </DropPanel>
        </div>
      ) : (
        <NarrowMenu places={telephone ? all : others} isNavigation={telephone} {...own} />
      )}
    </header>
  );
}

function NarrowMenu({
  places,
  isNavigation,
  ...own
}: HeaderProps & { readonly places: readonly Place[]; readonly isNavigation: boolean }): ReactElement {
  const say = useSay();
  const menu = (
    <DropPanel label={say('menu')} icon={<Bars />} className="drop-menu">
      {(close) => (
        <>
          <GroupedPlaces places={places} chosen={close} />
          <OwnPart {...own} close={close} />
        </>
      )}
    </DropPanel>
  );
  return isNavigation ? <nav aria-label={say('places')}>{menu}</nav> : menu;
}

function Bars(): ReactElement {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M1 3h14M1 8h14M1 13h14" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
