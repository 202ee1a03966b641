// Asks the server what the figures of a case are drawn from.

import type { CaseFigures } from '@breekpunt/server';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

export const figuresQuery = (id: number) =>
  queryOptions({
    // Under the case: whatever changes the case throws its figures away too.
    queryKey: ['case', id, 'figures'],
    queryFn: () => request<CaseFigures>('GET', `/api/cases/${id}/figures`),
  });
