// What the pages of figures ask the server for.

import type {
  HospitalsCompared,
  MissingData,
  PatientsBehind,
  QualityFigures,
  Simulation,
} from '@breekpunt/server';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

export const figuresQuery = (set: string) =>
  queryOptions({
    queryKey: ['figures', set],
    queryFn: () => request<QualityFigures>('GET', `/api/quality/figures?set=${encodeURIComponent(set)}`),
  });

export const behindQuery = (search: string, after: number) =>
  queryOptions({
    queryKey: ['figures', 'patients', search, after],
    queryFn: () => {
      const query = new URLSearchParams(search);
      query.set('after', String(after));
      return request<PatientsBehind>('GET', `/api/quality/patients?${query}`);
    },
  });

export const missingQuery = (before: number | null) =>
  queryOptions({
    queryKey: ['figures', 'missing', before],
    queryFn: () =>
      request<MissingData>('GET', `/api/quality/missing${before === null ? '' : `?before=${before}`}`),
  });

export const comparedQuery = (set: string, indicator: string) =>
  queryOptions({
    queryKey: ['figures', 'compared', set, indicator],
    queryFn: () =>
      request<HospitalsCompared>('GET', `/api/quality/compared?set=${set}&indicator=${indicator}`),
  });

export interface WhatIfStart {
  readonly patients: number;
  readonly expected: number | null;
  readonly now: Readonly<Record<string, number | null>>;
  /** Percent, in the order of the steps. */
  readonly unmeasured: readonly number[];
  /** Percent found and contacted. */
  readonly planned: readonly number[];
}

export const whatIfStartQuery = queryOptions({
  queryKey: ['figures', 'what-if-start'],
  queryFn: () => request<WhatIfStart>('GET', '/api/quality/what-if-start'),
});

export const simulationsQuery = queryOptions({
  queryKey: ['figures', 'simulations'],
  queryFn: () =>
    request<{ simulations: readonly Omit<Simulation, 'result'>[] }>('GET', '/api/quality/simulations'),
});

export const simulationQuery = (id: number) =>
  queryOptions({
    queryKey: ['figures', 'simulation', id],
    queryFn: () => request<Simulation>('GET', `/api/quality/simulations/${id}`),
    // While it is worked out, ask again.
    refetchInterval: ({ state }) =>
      state.data !== undefined && (state.data.failed || state.data.result !== null) ? false : 700,
  });
