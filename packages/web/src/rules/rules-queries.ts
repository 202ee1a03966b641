// What the pages of rules and sources ask the server.

import type { KnowledgeEntry, KnowledgeIndex } from '@breekpunt/server';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

export const rulesQuery = (country: string, on: string) =>
  queryOptions({
    queryKey: ['knowledge', country, on],
    queryFn: () => {
      const query = new URLSearchParams();
      if (country !== '') query.set('country', country);
      if (on !== '') query.set('on', on);
      return request<KnowledgeIndex>('GET', `/api/knowledge?${query}`);
    },
    // What is shown stays while another day or country is fetched.
    placeholderData: (shown) => shown,
    staleTime: 300_000,
  });

export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ['knowledge', 'entry', id],
    queryFn: () => request<KnowledgeEntry>('GET', `/api/knowledge/entry?id=${encodeURIComponent(id)}`),
    staleTime: 300_000,
  });
