// What somebody changes on this screen, laid over what the record holds. Decision: the two are kept apart, so that a colleague
// who saves meanwhile takes nothing away and is not overwritten: what was changed here stays, all the rest follows the record,
// and the form says that it happened.

import { useState } from 'react';
import { stillSaid } from './still-said.ts';

export interface Edits<T extends object> {
  /** As the form shows it. */
  readonly now: T;
  /** What was changed here and is not saved. */
  readonly said: Partial<T>;
  readonly isDirty: boolean;
  /** The record was changed by somebody else since the first change here. */
  readonly changedMeanwhile: boolean;
  put(change: Partial<T>): void;
  /** This was saved; what was changed since then is not. */
  clear(saved: Partial<T>): void;
}

export function useEdits<T extends object>(kept: T, version: number): Edits<T> {
  const [{ said, on }, setEdits] = useState<{ readonly said: Partial<T>; readonly on: number }>({
    said: {},
    on: version,
  });
  const isDirty = Object.keys(said).length > 0;
  return {
    now: { ...kept, ...said },
    said,
    isDirty,
    changedMeanwhile: isDirty && on !== version,
    put: (change) =>
      setEdits((known) => ({
        said: { ...known.said, ...change },
        on: Object.keys(known.said).length === 0 ? version : known.on,
      })),
    clear: (saved) => setEdits((known) => ({ said: stillSaid(known.said, saved), on: version })),
  };
}
