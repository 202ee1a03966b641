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
    // While a large hospital is counted, ask how far it is; after a failure, whether it went well by now.
    refetchInterval: ({ state: { data } }) => {
      if (data?.counting != null) return 1500;
      return data?.failed == null ? false : 30_000;
    },
  });

/** A place in a list, as an address has it. */
export type Place = NonNullable<PatientsBehind['next']>;

function placeIn(query: URLSearchParams, name: string, place: Place | null): void {
  if (place !== null) query.set(name, `${place.month}.${place.case}`);
}

export const behindQuery = (search: string, after: Place | null) =>
  queryOptions({
    queryKey: ['figures', 'patients', search, after],
    queryFn: () => {
      const query = new URLSearchParams(search);
      placeIn(query, 'after', after);
      return request<PatientsBehind>('GET', `/api/quality/patients?${query}`);
    },
  });

/** `search`: which figure, whose cases. */
export const missingQuery = (search: string, before: Place | null) =>
  queryOptions({
    queryKey: ['figures', 'missing', search, before],
    queryFn: () => {
      const query = new URLSearchParams(search);
      placeIn(query, 'before', before);
      return request<MissingData>('GET', `/api/quality/missing?${query}`);
    },
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
