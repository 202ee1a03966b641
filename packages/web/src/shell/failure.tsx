// Says that something could not be shown or saved, why, and what to do. The words belong to the error's code.

import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { refusalFrom } from '../api/request.ts';
import { type Say, useSay } from '../words/use-words.tsx';

export function failureInWords(error: unknown, say: Say): string {
  const { code, more, message } = refusalFrom(error);
  const seconds = more['seconds'];
  if (code === 'locked-for-a-while' && typeof seconds === 'number')
    return say('problem.locked-for-a-while', { minutes: Math.ceil(seconds / 60) });
  const words = say.of('problem', code);
  return words === code ? say('problem.our-mistake', { detail: message }) : words;
}

/** Beside what was asked and did not come about. Nothing as long as nothing failed. */
export function NotDone({ error }: { readonly error: unknown }): ReactElement | null {
  const say = useSay();
  if (error === null) return null;
  return (
    <p className="error-text" role="alert">
      {failureInWords(error, say)}
    </p>
  );
}

/** The same of what somebody wanted to keep. */
export function NotSaved({ error }: { readonly error: unknown }): ReactElement | null {
  const say = useSay();
  if (error === null) return null;
  return (
    <p className="error-text" role="alert">
      {say('notSaved')} {failureInWords(error, say)}
    </p>
  );
}

export function Failure({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry?: () => void;
}): ReactElement {
  const say = useSay();
  return (
    <div className="panel failure" role="alert">
      <p className="error-text">{failureInWords(error, say)}</p>
      {retry !== undefined && (
        <p>
          <Button onClick={retry}>{say('retry')}</Button>
        </p>
      )}
    </div>
  );
}
