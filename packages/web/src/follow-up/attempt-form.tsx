// An attempt that failed: one press says how.

import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useFollowUpWords } from './use-follow-up-words.ts';

const outcomes = ['no-answer', 'voicemail', 'later', 'wrong-number'] as const;

export function AttemptForm({ tried }: { tried(outcome: (typeof outcomes)[number]): void }): ReactElement {
  const own = useFollowUpWords();
  return (
    <fieldset className="plain-set">
      <legend>{own('attempt.how')}</legend>
      <div className="line">
        {outcomes.map((outcome) => (
          <Button key={outcome} size="compact-md" variant="default" onClick={() => tried(outcome)}>
            {own(`tried.${outcome}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
