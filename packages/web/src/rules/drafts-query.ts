// The rules that are drafts at this hospital, asked for once by all who show a rule.

import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

export const draftsQuery = queryOptions({
  // Under the knowledge: a signature throws it away.
  queryKey: ['knowledge', 'drafts'],
  queryFn: async () =>
    new Set((await request<{ drafts: readonly string[] }>('GET', '/api/knowledge/drafts')).drafts),
  staleTime: 300_000,
  refetchOnWindowFocus: false,
});
