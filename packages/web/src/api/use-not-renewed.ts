// Why something on the screen could not be read anew and is perhaps old; null when everything could. Decision: what was read
// before stays on the screen, with what somebody is typing in it, and one notice for the whole page says so.

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

export function useNotRenewed(): Error | null {
  const client = useQueryClient();
  const subscribe = useCallback((tell: () => void) => client.getQueryCache().subscribe(tell), [client]);
  return useSyncExternalStore(subscribe, () => firstProblem(client));
}

function firstProblem(client: QueryClient): Error | null {
  const failed = client
    .getQueryCache()
    .getAll()
    .find((query) => query.state.status === 'error' && query.state.data !== undefined && query.isActive());
  return failed?.state.error ?? null;
}

/** Reads again what could not be read. */
export async function readAgain(client: QueryClient): Promise<void> {
  await client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
}
