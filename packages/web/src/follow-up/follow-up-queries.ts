// What follow-up asks the server.

import type { CallSheet, CaseTransfers, FollowUpList } from '@breekpunt/server';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

export const followUpQuery = (whose: 'me' | 'all') =>
  queryOptions({
    queryKey: ['follow-up', whose],
    queryFn: () => request<FollowUpList>('GET', `/api/follow-up?whose=${whose}`),
  });

export const sheetQuery = (id: number) =>
  queryOptions({
    queryKey: ['contact', id],
    queryFn: () => request<CallSheet>('GET', `/api/contacts/${id}`),
  });

export const transfersQuery = queryOptions({
  queryKey: ['case-transfers'],
  queryFn: () => request<CaseTransfers>('GET', '/api/case-transfers'),
});
