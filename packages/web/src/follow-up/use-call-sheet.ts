// Keeps what is heard in a call as it is heard, one answer after the other. Decision: what was answered is shown at once and
// stays until the server has it; answers are sent in order, each on the version that the one before it left.

import type { CallSheet } from '@breekpunt/server';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Refusal, refusalFrom, request } from '../api/request.ts';
import { sheetQuery } from './follow-up-queries.ts';

export type CallQuestion = CallSheet['questions'][number];
export type CallAnswer = CallSheet['answers'][CallQuestion];

export interface SheetChange {
  readonly answers?: Partial<Record<CallQuestion, CallAnswer>>;
  readonly startedOn?: string | null;
  readonly note?: string | null;
  readonly owner?: number | null;
}

export type Saving =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly error: Refusal; readonly again: () => void };

export interface KeptSheet {
  readonly saving: Saving;
  /** Answered and not yet known to the server. */
  readonly waiting: SheetChange;
  keep(change: SheetChange): void;
  /** Something else than an answer: an attempt, the end, a new fracture. Waits for the answers before it. */
  act(path: 'attempts' | 'end' | 'fracture', body: object): void;
  /** Of the patient, not of this contact: the number, and whether they may be rung. */
  phone(change: { readonly phone?: string; readonly notByPhone?: boolean }): void;
}

interface Changed {
  readonly sheet: CallSheet;
  readonly at: string;
}

export function useCallSheet(id: number): KeptSheet {
  const client = useQueryClient();
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const [waiting, setWaiting] = useState<SheetChange>({});
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const { queryKey } = sheetQuery(id);
  const send = async (method: 'PATCH' | 'POST' | 'PUT', path: string, change: object): Promise<void> => {
    const onVersion = client.getQueryData(queryKey)?.version ?? 0;
    const body = method === 'PUT' ? change : { onVersion, ...change };
    setSaving({ state: 'saving' });
    try {
      const { sheet, at } = await request<Changed>(method, path, body);
      client.setQueryData(queryKey, sheet);
      void client.invalidateQueries({ queryKey: ['follow-up'] });
      setSaving({ state: 'saved', at });
      setWaiting({});
    } catch (thrown) {
      const error = refusalFrom(thrown);
      // What a colleague wrote is read, so that the next try is made on it.
      if (error.code === 'changed-meanwhile') await client.refetchQueries({ queryKey });
      const again = (): void => queue(() => send(method, path, change));
      setSaving({ state: 'failed', error, again });
    }
  };
  const queue = (work: () => Promise<void>): void => {
    line.current = line.current.then(work);
  };
  return {
    saving,
    waiting,
    keep(change) {
      setWaiting((known) => ({ ...known, ...change, answers: { ...known.answers, ...change.answers } }));
      queue(() => send('PATCH', `/api/contacts/${id}`, change));
    },
    act(path, body) {
      queue(() => send('POST', `/api/contacts/${id}/${path}`, body));
    },
    phone(change) {
      queue(() => send('PUT', `/api/contacts/${id}/phone`, change));
    },
  };
}
