// Saves answers as they are given, one after the other, and knows of each what became of it. Decision: what somebody
// answered is shown at once and stays until the server has it; of several answers to one question given in haste only the
// last is sent; when a colleague was faster both answers are shown and nothing is overwritten.

import type { AssessmentPage, FieldAnswer } from '@breekpunt/server';
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Refusal, refusalFrom, request } from '../api/request.ts';
import { assessmentQuery } from './assessment-queries.ts';

export type Saving =
  | { readonly state: 'saving'; readonly answer: FieldAnswer }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly answer: FieldAnswer; readonly error: Refusal };

interface Answering {
  readonly page: AssessmentPage;
  /** By question. */
  readonly savings: ReadonlyMap<string, Saving>;
  /** When anything was last saved; null before. */
  readonly savedAt: string | null;
  save(field: string, answer: FieldAnswer): void;
  /** Forgets an answer that was not saved. */
  drop(field: string): void;
}

const context = createContext<Answering | null>(null);

export function useAnswers(): Answering {
  const answering = useContext(context);
  if (answering === null) throw new Error('A question stands outside an assessment');
  return answering;
}

interface Saved {
  readonly version: number;
  readonly at: string;
  readonly page: AssessmentPage;
}

export function AnswersProvider({
  page,
  children,
}: {
  readonly page: AssessmentPage;
  readonly children: ReactNode;
}): ReactElement {
  const client = useQueryClient();
  const [savings, setSavings] = useState<ReadonlyMap<string, Saving>>(new Map());
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const waiting = useRef(new Map<string, FieldAnswer>());
  const line = useRef(Promise.resolve());
  const id = page.case;
  const doing = useMemo((): Pick<Answering, 'save' | 'drop'> => {
    const mark = (field: string, saving: Saving | null): void =>
      setSavings((known) => {
        const next = new Map(known);
        if (saving === null) next.delete(field);
        else next.set(field, saving);
        return next;
      });
    const { queryKey } = assessmentQuery(id);
    const send = async (field: string): Promise<void> => {
      const answer = waiting.current.get(field);
      if (answer === undefined) return;
      waiting.current.delete(field);
      const known = client.getQueryData(queryKey)?.fields.find((each) => each.field === field);
      try {
        const body = { onVersion: known?.version ?? 0, answer };
        const saved = await request<Saved>('PUT', `/api/cases/${id}/assessment/${field}`, body);
        client.setQueryData(queryKey, saved.page);
        setSavedAt(saved.at);
        if (!waiting.current.has(field)) mark(field, { state: 'saved', at: saved.at });
      } catch (thrown) {
        const error = refusalFrom(thrown);
        // What the colleague answered is read, so that the next try is made on it.
        if (error.code === 'changed-meanwhile') await client.refetchQueries({ queryKey });
        mark(field, { state: 'failed', answer, error });
      }
    };
    return {
      save(field, answer) {
        waiting.current.set(field, answer);
        mark(field, { state: 'saving', answer });
        line.current = line.current.then(() => send(field));
      },
      drop: (field) => mark(field, null),
    };
  }, [client, id]);
  const value = useMemo(() => ({ page, savings, savedAt, ...doing }), [page, savings, savedAt, doing]);
  return <context.Provider value={value}>{children}</context.Provider>;
}
