// How many times something changed since the list was last read: the list waits until its reader wants it.

import { createContext, useContext } from 'react';

export interface Arrivals {
  readonly arrivals: number;
  seen(): void;
}

export const ArrivalsContext: React.Context<Arrivals> = createContext<Arrivals>({
  arrivals: 0,
  seen: () => undefined,
});

export function useArrivals(): Arrivals {
  return useContext(ArrivalsContext);
}
