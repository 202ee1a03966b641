// The hospital's bone densitometers, for the page that keeps them and for whoever enters a scan.

import type { DensitometerList } from '@breekpunt/server';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

export const densitometersQuery = queryOptions({
  queryKey: ['densitometers'],
  queryFn: () => request<DensitometerList>('GET', '/api/site/densitometers'),
});
