// What became of the last answer: being saved, saved at a time, or not saved, in words.

import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useSession } from '../api/use-session.tsx';
import { clockTime } from '../format/dates.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import type { KeptSheet } from './use-call-sheet.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function Saved({ kept: { saving } }: { readonly kept: KeptSheet }): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const { site } = useSession();
  if (saving.state === 'failed')
    return (
      <div className="not-saved" role="alert">
        <p className="error-text">
          {say('notSaved')}{' '}
          {saving.error.more['because'] === 'plan-needed'
            ? own('planNeeded')
            : failureInWords(saving.error, say)}
        </p>
        {saving.again !== null && (
          <p>
            <Button size="compact-md" onClick={saving.again}>
              {own('again')}
            </Button>
          </p>
        )}
      </div>
    );
  return (
    <p className="muted" role="status">
      {saving.state === 'saving' && own('saving')}
      {saving.state === 'saved' && own('saved', { at: clockTime(saving.at, site.timeZone, say.language) })}
      {saving.state === 'idle' && own('savesItself')}
    </p>
  );
}
