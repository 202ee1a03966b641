// The places of the app and who goes there. The server checks every request; this only keeps doors that would not open
// out of sight.

import type { SessionView } from '@breekpunt/server';
import type { WordKey } from '../words/use-words.tsx';

type Role = SessionView['user']['role'];

interface Place {
  readonly path: string;
  readonly name: WordKey;
  readonly roles: readonly Role[];
}

const carers: readonly Role[] = ['nurse', 'physician', 'lead'];

const places: readonly Place[] = [
  { path: '/worklist', name: 'place.worklist', roles: carers },
  { path: '/follow-up', name: 'place.followUp', roles: carers },
  { path: '/tasks', name: 'place.tasks', roles: carers },
  { path: '/figures', name: 'place.figures', roles: carers },
  { path: '/finding', name: 'place.finding', roles: carers },
  { path: '/inbox', name: 'place.inbox', roles: ['nurse', 'physician', 'lead', 'it'] },
  { path: '/rules', name: 'place.rules', roles: [...carers, 'it', 'auditor'] },
  { path: '/aids', name: 'place.aids', roles: carers },
  { path: '/claims', name: 'place.claims', roles: carers },
  { path: '/connections', name: 'place.connections', roles: ['lead', 'it'] },
  { path: '/services', name: 'place.services', roles: ['lead', 'it'] },
  { path: '/accounts', name: 'place.accounts', roles: ['it'] },
  { path: '/log', name: 'place.log', roles: ['auditor'] },
  { path: '/emergency/log', name: 'place.emergency', roles: ['lead', 'auditor'] },
];

export function placesOf(role: Role): readonly Place[] {
  return places.filter(({ roles }) => roles.includes(role));
}

/** Who may see who looked at a patient. */
export function readsLogOf(role: Role): boolean {
  return role === 'auditor' || role === 'lead' || role === 'physician';
}

export function homeOf(role: Role): string {
  return placesOf(role)[0]?.path ?? '/settings';
}
