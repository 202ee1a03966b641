// The places of the app, who goes there, and which of them somebody needs every day: those stand in the bar, the others
// under one menu, by what they are for. The server checks every request; this only keeps doors that would not open out of
// sight.

import type { SessionView } from '@breekpunt/server';
import type { WordKey } from '../words/use-words.tsx';

type Role = SessionView['user']['role'];

/** In the order in which the menu shows them. */
export const placeGroups = ['everyday', 'finding', 'knowledge', 'management'] as const;
export type PlaceGroup = (typeof placeGroups)[number];

export interface Place {
  readonly path: string;
  readonly name: WordKey;
  readonly group: PlaceGroup;
  readonly roles: readonly Role[];
}

const carers: readonly Role[] = ['nurse', 'physician', 'lead'];

const places: readonly Place[] = [
  { path: '/worklist', name: 'place.worklist', group: 'everyday', roles: carers },
  { path: '/follow-up', name: 'place.followUp', group: 'everyday', roles: carers },
  { path: '/tasks', name: 'place.tasks', group: 'everyday', roles: carers },
  { path: '/figures', name: 'place.figures', group: 'everyday', roles: carers },
  { path: '/inbox', name: 'place.inbox', group: 'finding', roles: [...carers, 'it'] },
  { path: '/finding', name: 'place.finding', group: 'finding', roles: carers },
  { path: '/rules', name: 'place.rules', group: 'knowledge', roles: [...carers, 'it', 'auditor'] },
  { path: '/aids', name: 'place.aids', group: 'knowledge', roles: carers },
  { path: '/claims', name: 'place.claims', group: 'knowledge', roles: carers },
  { path: '/connections', name: 'place.connections', group: 'management', roles: ['lead', 'it'] },
  { path: '/services', name: 'place.services', group: 'management', roles: ['lead', 'it'] },
  { path: '/densitometers', name: 'place.densitometers', group: 'management', roles: ['lead'] },
  { path: '/accounts', name: 'place.accounts', group: 'management', roles: ['it'] },
  { path: '/log', name: 'place.log', group: 'management', roles: ['auditor'] },
  { path: '/emergency/log', name: 'place.emergency', group: 'management', roles: ['lead', 'auditor'] },
];

export function placesOf(role: Role): readonly Place[] {
  return places.filter(({ roles }) => roles.includes(role));
}

/** As many places as the bar shows without a menu. */
const mostInBar = 5;

export interface BarPlaces {
  /** Always in sight. */
  readonly shown: readonly Place[];
  /** Under the menu; none when all of them fit. */
  readonly others: readonly Place[];
}

/**
 * What stands in the bar: the everyday places and the one where somebody is now, wherever that belongs; without an address
 * only the everyday ones, where there is no room for more.
 */
export function barPlaces(all: readonly Place[], path: string | null): BarPlaces {
  if (all.length <= mostInBar) return { shown: all, others: [] };
  const here = path === null ? undefined : placeAt(all, path);
  return {
    shown: all.filter((place) => place.group === 'everyday' || place === here),
    others: all.filter(({ group }) => group !== 'everyday'),
  };
}

/** The place that an address belongs to. */
export function placeAt(all: readonly Place[], path: string): Place | undefined {
  return all.find((place) => path === place.path || path.startsWith(`${place.path}/`));
}

/** Who may see who looked at a patient. */
export function readsLogOf(role: Role): boolean {
  return role === 'auditor' || role === 'lead' || role === 'physician';
}

export function homeOf(role: Role): string {
  return placesOf(role)[0]?.path ?? '/settings';
}
