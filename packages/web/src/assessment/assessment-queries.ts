// What the assessment asks the server.

import type { AssessmentPage, ReviewedDecisions } from '@breekpunt/server';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** Under the case's own name, so that whatever changes the case reads it anew. */
export const assessmentQuery = (id: number) =>
  queryOptions({
    queryKey: ['case', id, 'assessment'],
    queryFn: () => request<AssessmentPage>('GET', `/api/cases/${id}/assessment`),
  });

export const changedDecisionsQuery = queryOptions({
  queryKey: ['decisions', 'changed'],
  queryFn: () => request<ReviewedDecisions>('GET', '/api/decisions/changed'),
});
