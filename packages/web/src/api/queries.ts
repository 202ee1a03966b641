// What the app asks the server for, under names by which answers are kept and thrown away. One place knows the addresses.

import type {
  CasePage,
  EmergencyList,
  EmergencyRecord,
  FindingQuality,
  InboxLine,
  InboxState,
  ListCounts,
  NamedEvent,
  SampledReport,
  SavedView,
  SessionView,
  Task,
  User,
  WorklistAnswer,
  WorklistRow,
} from '@breekpunt/server';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { Refusal, request, sessionPath } from './request.ts';

export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    // Also when the browser believes to be offline: the attempt fails and says so, instead of waiting without an end.
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof Refusal && ['no-connection', 'database-lost'].includes(error.code),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

// What is being written waits as long as the app is open.
queryClient.setQueryDefaults(['draft'], { gcTime: Number.POSITIVE_INFINITY });

export interface Colleague {
  readonly id: number;
  readonly displayName: string;
  readonly role: string;
}

export interface Start {
  readonly sites: readonly { readonly id: string; readonly name: string; readonly synthetic: boolean }[];
  readonly setUpNeeded: boolean;
  /** The hospital's own sign-in, when it has one. */
  readonly provider: { readonly name: string; readonly start: string } | null;
}

export interface SearchAnswer {
  readonly rows: readonly WorklistRow[];
  readonly withoutCase: number;
}

export const startQuery = queryOptions({
  queryKey: ['start'],
  queryFn: () => request<Start>('GET', '/api/start'),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<SessionView | null> => {
    try {
      return await request<SessionView>('GET', sessionPath);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not-signed-in') return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const countsQuery = queryOptions({
  queryKey: ['worklist', 'counts'],
  queryFn: () => request<ListCounts>('GET', '/api/worklist/counts'),
});

function worklistUrl(search: string, after: string | null): string {
  const query = new URLSearchParams(search);
  if (after !== null) query.set('after', after);
  return `/api/worklist?${query}`;
}

export const fetchWorklist = (search: string, after: string | null): Promise<WorklistAnswer> =>
  request<WorklistAnswer>('GET', worklistUrl(search, after));

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: () => request<{ views: readonly SavedView[] }>('GET', '/api/views'),
});

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  queryFn: () => request<{ colleagues: readonly Colleague[] }>('GET', '/api/colleagues'),
  staleTime: 300_000,
});

export const caseQuery = (id: number) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: () => request<CasePage>('GET', `/api/cases/${id}`),
  });

export const searchQuery = (typed: string) =>
  queryOptions({
    queryKey: ['search', typed],
    // A body, so that no name or number stands in an address that a proxy writes down.
    queryFn: () => request<SearchAnswer>('POST', '/api/search', { typed }),
    enabled: typed.trim().length >= 2,
    staleTime: 30_000,
  });

export const tasksQuery = (whose: 'me' | 'all') =>
  queryOptions({
    queryKey: ['tasks', whose],
    queryFn: () => request<{ tasks: readonly Task[] }>('GET', `/api/tasks?whose=${whose}`),
  });

export const inboxQuery = (state: InboxState) =>
  queryOptions({
    queryKey: ['inbox', state],
    queryFn: () =>
      request<{
        counts: Readonly<Record<InboxState, number>>;
        messages: readonly InboxLine[];
      }>('GET', `/api/inbox?state=${state}`),
  });

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: () => request<{ users: readonly User[] }>('GET', '/api/users'),
});

export const qualityQuery = queryOptions({
  queryKey: ['quality'],
  queryFn: () => request<FindingQuality>('GET', '/api/finding-quality'),
});

export const sampleQuery = queryOptions({
  queryKey: ['sample'],
  queryFn: () => request<{ report: SampledReport | null }>('GET', '/api/finding-quality/sample'),
  staleTime: Number.POSITIVE_INFINITY,
});

export const emergencyLogQuery = queryOptions({
  queryKey: ['emergency', 'log'],
  queryFn: () => request<EmergencyList>('GET', '/api/emergency-access'),
});

export const personRecordQuery = (person: number) =>
  queryOptions({
    queryKey: ['person', person],
    queryFn: () => request<EmergencyRecord>('GET', `/api/persons/${person}/record`),
    // Each look stands in the log: only a person asks for one.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

/** Of one person, or of the whole hospital. */
export const logQuery = (person: number | null) =>
  queryOptions({
    queryKey: ['log', person],
    queryFn: () =>
      request<{ events: readonly NamedEvent[] }>(
        'GET',
        person === null ? '/api/audit' : `/api/persons/${person}/audit`,
      ),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
