// Saves answers as they are given, one after the other, and knows of each what became of it. Decision: what somebody
// answered is shown at once and stays until the server has it; of several answers to one question given in haste only the
// last is sent; when a colleague was faster both answers are shown and nothing is overwritten. Every question follows only
// itself: there are more than a hundred on the page, and an answer to one leaves the others as they were drawn.

import type { AssessmentPage, FieldAnswer, ShownField } from '@breekpunt/server';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { type Refusal, refusalFrom, request } from '../api/request.ts';
import { assessmentQuery } from './assessment-queries.ts';

export type Saving =
  | { readonly state: 'saving'; readonly answer: FieldAnswer }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly answer: FieldAnswer; readonly error: Refusal };

export interface Answering {
  subscribe(changed: () => void): () => void;
  /** Undefined: not asked of this case. */
  field(id: string): ShownField | undefined;
  /** Undefined: not answered since the page opened. */
  saving(id: string): Saving | undefined;
  /** What the last answers came to; null before the first. */
  state(): Saving['state'] | null;
  /** When anything was last saved; null before. */
  savedAt(): string | null;
  show(page: AssessmentPage): void;
  save(field: string, answer: FieldAnswer): void;
  /** Forgets an answer that was not saved. */
  drop(field: string): void;
}

interface Saved {
  readonly version: number;
  readonly at: string;
  readonly page: AssessmentPage;
}

function answeringOf(client: QueryClient, opened: AssessmentPage): Answering {
  const { queryKey } = assessmentQuery(opened.case);
  const listeners = new Set<() => void>();
  const savings = new Map<string, Saving>();
  const waiting = new Map<string, FieldAnswer>();
  let fields = byName(opened);
  let savedAt: string | null = null;
  let line = Promise.resolve();
  let state: Saving['state'] | null = null;
  const changed = (): void => {
    const states = new Set([...savings.values()].map((each) => each.state));
    state = (['saving', 'failed', 'saved'] as const).find((each) => states.has(each)) ?? null;
    for (const tell of listeners) tell();
  };
  const mark = (field: string, saving: Saving): void => {
    savings.set(field, saving);
    changed();
  };
  const show = (page: AssessmentPage): void => {
    fields = byName(page);
    changed();
  };
  const send = async (field: string): Promise<void> => {
    const answer = waiting.get(field);
    if (answer === undefined) return;
    waiting.delete(field);
    const version = client.getQueryData(queryKey)?.fields.find((each) => each.field === field)?.version;
    try {
      const saved = await request<Saved>('PUT', `/api/cases/${opened.case}/assessment/${field}`, {
        onVersion: version ?? 0,
        answer,
      });
      savedAt = saved.at;
      // Only what changed is another object in what is kept, so that the rest stays as it was drawn.
      show(client.setQueryData(queryKey, saved.page) ?? saved.page);
      if (!waiting.has(field)) mark(field, { state: 'saved', at: saved.at });
    } catch (thrown) {
      const error = refusalFrom(thrown);
      // What the colleague answered is read, so that the next try is made on it.
      if (error.code === 'changed-meanwhile') await client.refetchQueries({ queryKey });
      mark(field, { state: 'failed', answer, error });
    }
  };
  return {
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    field: (id) => fields.get(id),
    saving: (id) => savings.get(id),
    state: () => state,
    savedAt: () => savedAt,
    show,
    save(field, answer) {
      waiting.set(field, answer);
      mark(field, { state: 'saving', answer });
      line = line.then(() => send(field));
    },
    drop(field) {
      savings.delete(field);
      changed();
    },
  };
}

function byName({ fields }: AssessmentPage): ReadonlyMap<string, ShownField> {
  return new Map(fields.map((field) => [field.field, field]));
}

const context = createContext<Answering | null>(null);

/** The answering of the page, which stays the same: what is read of it is followed by `useOfAnswers`. */
export function useAnswering(): Answering {
  const answering = useContext(context);
  if (answering === null) throw new Error('A question stands outside an assessment');
  return answering;
}

/** Draws anew only when what is read became another. */
export function useOfAnswers<Read>(read: (answering: Answering) => Read): Read {
  const answering = useAnswering();
  return useSyncExternalStore(answering.subscribe, () => read(answering));
}

export function AnswersProvider({
  page,
  children,
}: {
  readonly page: AssessmentPage;
  readonly children: ReactNode;
}): ReactElement {
  const client = useQueryClient();
  const [answering] = useState(() => answeringOf(client, page));
  useLayoutEffect(() => answering.show(page), [answering, page]);
  return <context.Provider value={answering}>{children}</context.Provider>;
}
