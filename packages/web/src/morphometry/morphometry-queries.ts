// What measuring vertebrae asks the server.

import type { ComparableImages, ComparedImages, SpineImages } from '@breekpunt/server';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { loadGrey } from './grey-image.ts';

export const imagesQuery = (caseId: number) =>
  queryOptions({
    // Apart from the case: an image that is being read is not read anew because somebody else did something to the case.
    queryKey: ['spine-images', caseId],
    queryFn: () => request<SpineImages>('GET', `/api/cases/${caseId}/spine-images`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

/** Under the images of the case: what is saved or taken away makes both be asked again. */
export const comparableQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['spine-images', caseId, 'comparable'],
    queryFn: () => request<ComparableImages>('GET', `/api/cases/${caseId}/spine-images/comparable`),
  });

export const comparedQuery = (caseId: number, earlier: number, later: number) =>
  queryOptions({
    queryKey: ['spine-images', caseId, 'compared', earlier, later],
    queryFn: () =>
      request<ComparedImages>(
        'GET',
        `/api/cases/${caseId}/spine-images/compared?earlier=${earlier}&later=${later}`,
      ),
  });

export const contentQuery = (caseId: number, image: number) =>
  queryOptions({
    queryKey: ['spine-image', image],
    queryFn: () => loadGrey(`/api/cases/${caseId}/spine-images/${image}/content`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
