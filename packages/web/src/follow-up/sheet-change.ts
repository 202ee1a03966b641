// What was said in a call and the server does not know yet. Pure: changes are put together, and what the server took is taken
// out again, unless another answer came meanwhile.

import type { CallSheet } from '@breekpunt/server';
import { stillSaid } from '../api/still-said.ts';

export type CallQuestion = CallSheet['questions'][number];
export type CallAnswer = CallSheet['answers'][CallQuestion];

export interface SheetChange {
  readonly answers?: Partial<Record<CallQuestion, CallAnswer>>;
  readonly startedOn?: string | null;
  readonly note?: string | null;
  readonly owner?: number | null;
}

export function together(known: SheetChange, more: SheetChange): SheetChange {
  const answers = { ...known.answers, ...more.answers };
  return { ...known, ...more, ...(Object.keys(answers).length > 0 && { answers }) };
}

/** What still waits when `sent` was taken. */
export function stillWaiting(known: SheetChange, sent: SheetChange): SheetChange {
  const { answers = {}, ...rest } = known;
  const open = stillSaid(answers, sent.answers ?? {});
  return { ...stillSaid(rest, sent), ...(Object.keys(open).length > 0 && { answers: open }) };
}

export function isNothing(change: SheetChange): boolean {
  return Object.keys(change).length === 0;
}
