// Who is signed in, for every screen below the sign-in, and whether they are signed out while their page waits for them.

import type { SessionView } from '@breekpunt/server';
import { createContext, useContext } from 'react';

export type Session = SessionView;

export const SessionContext: React.Context<Session | null> = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('A screen for people who are signed in is shown to nobody');
  return session;
}

/** True while a page waits, out of sight, until whoever it belongs to has signed in again. */
export const AwayContext: React.Context<boolean> = createContext(false);

export function useAway(): boolean {
  return useContext(AwayContext);
}
