// Who is signed in, for every screen below the sign-in.

import type { SessionView } from '@breekpunt/server';
import { createContext, useContext } from 'react';

export const SessionContext: React.Context<SessionView | null> = createContext<SessionView | null>(null);

export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('A screen for people who are signed in is shown to nobody');
  return session;
}
