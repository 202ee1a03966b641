// The hospital's own codes for acute hip care, and what a code can stand for.

import type { HipCareCodesPage } from '@breekpunt/server';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

export const hipCodesQuery = queryOptions({
  queryKey: ['hip-codes'],
  queryFn: () => request<HipCareCodesPage>('GET', '/api/hip-care/codes'),
});
