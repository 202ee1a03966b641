// Keeps what is heard in a call as it is heard, one answer after the other. Decision: what was answered is shown at once and
// stays until the server has it; answers are sent in order, each on the version that the one before it left, and one that was
// not saved goes along with the next.

import type { CallSheet } from '@breekpunt/server';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Refusal, refusalFrom, request } from '../api/request.ts';
import { sheetQuery } from './follow-up-queries.ts';
import { isNothing, type SheetChange, stillWaiting, together } from './sheet-change.ts';

export type Saving =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'failed'; readonly error: Refusal; readonly again: (() => void) | null };

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

/** Trying the same again would be refused again. */
function isOfTheAnswer({ code }: Refusal): boolean {
  return code === 'not-valid' || code === 'refused';
}

export function useCallSheet(id: number): KeptSheet {
  const client = useQueryClient();
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const [waiting, setWaiting] = useState<SheetChange>({});
  const latest = useRef(waiting);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const { queryKey } = sheetQuery(id);
  const wait = (change: SheetChange): void => {
    latest.current = change;
    setWaiting(change);
  };
  const send = async (method: 'PATCH' | 'POST' | 'PUT', path: string, change: object): Promise<void> => {
    setSaving({ state: 'saving' });
    const onVersion = client.getQueryData(queryKey)?.version ?? 0;
    const body = method === 'PUT' ? change : { onVersion, ...change };
    const { sheet, at } = await request<Changed>(method, path, body);
    client.setQueryData(queryKey, sheet);
    void client.invalidateQueries({ queryKey: ['follow-up'] });
    setSaving({ state: 'saved', at });
  };
  const sendAnswers = async (): Promise<void> => {
    const change = latest.current;
    if (isNothing(change)) return;
    try {
      await send('PATCH', `/api/contacts/${id}`, change);
    } catch (thrown) {
      // What cannot be is said, and keeps nothing else from being saved.
      if (isOfTheAnswer(refusalFrom(thrown))) wait(stillWaiting(latest.current, change));
      throw thrown;
    }
    wait(stillWaiting(latest.current, change));
  };
  const queue = (work: () => Promise<void>): void => {
    line.current = line.current.then(async () => {
      try {
        await work();
      } catch (thrown) {
        const error = refusalFrom(thrown);
        // What a colleague wrote is read, so that the next try is made on it.
        if (error.code === 'changed-meanwhile') await client.refetchQueries({ queryKey });
        setSaving({ state: 'failed', error, again: isOfTheAnswer(error) ? null : () => queue(work) });
      }
    });
  };
  return {
    saving,
    waiting,
    keep(change) {
      wait(together(latest.current, change));
      queue(sendAnswers);
    },
    act(path, body) {
      queue(async () => {
        await sendAnswers();
        await send('POST', `/api/contacts/${id}/${path}`, body);
      });
    },
    phone(change) {
      queue(() => send('PUT', `/api/contacts/${id}/phone`, change));
    },
  };
}
