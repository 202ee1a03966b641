// An attempt that did not become a talk: one press says how. A later day may have been agreed on, and is then asked; it need not be
// known.

import { Button, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useSession } from '../api/use-session.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

const atOnce = ['no-answer', 'voicemail', 'wrong-number', 'not-by-phone'] as const;
const agreed = ['later', 'in-hospital', 'abroad'] as const;
type Outcome = (typeof atOnce | typeof agreed)[number];

export function AttemptForm({
  tried,
}: {
  tried(outcome: Outcome, again: string | null): void;
}): ReactElement {
  const own = useFollowUpWords();
  const { today } = useSession();
  const [chosen, setChosen] = useState<(typeof agreed)[number] | null>(null);
  const [again, setAgain] = useState('');
  const passed = again !== '' && again <= today;
  return (
    <fieldset className="plain-set stack">
      <legend>{own('attempt.how')}</legend>
      <div className="line">
        {atOnce.map((outcome) => (
          <Button key={outcome} size="compact-md" variant="default" onClick={() => tried(outcome, null)}>
            {own(`tried.${outcome}`)}
          </Button>
        ))}
        {agreed.map((outcome) => (
          <Button
            key={outcome}
            size="compact-md"
            variant="default"
            aria-expanded={chosen === outcome}
            onClick={() => setChosen(outcome)}
          >
            {own(`tried.${outcome}`)} …
          </Button>
        ))}
      </div>
      {chosen !== null && (
        <form
          className="stack inset"
          onSubmit={(event) => {
            event.preventDefault();
            if (!passed) tried(chosen, again === '' ? null : again);
          }}
        >
          <TextInput
            type="date"
            className="short-day"
            label={own('attempt.again')}
            description={own('attempt.againHint')}
            value={again}
            error={passed && own('attempt.passed')}
            onChange={({ currentTarget: { value } }) => setAgain(value)}
          />
          <p>
            <Button type="submit">{own('attempt.keep', { how: own(`tried.${chosen}`) })}</Button>
          </p>
        </form>
      )}
    </fieldset>
  );
}
