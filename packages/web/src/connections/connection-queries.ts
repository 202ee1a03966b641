// What the page about connections asks the server.

import type { ConnectionList, WebhookList } from '@breekpunt/server';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: () => request<ConnectionList>('GET', '/api/connections'),
});

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => request<WebhookList>('GET', '/api/webhooks'),
});
