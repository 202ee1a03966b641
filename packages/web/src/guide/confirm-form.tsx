// Asks who the patient is once more before anything of the guide is handed out: the birth date, or the number where that is all
// there is. What is asked besides stands above it.

import type { GuidePanel } from '@breekpunt/server';
import { Button, TextInput } from '@mantine/core';
import { type ReactElement, type ReactNode, useState } from 'react';
import { refusalFrom } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { useGuideWords } from './use-guide-words.ts';

interface ConfirmProps {
  readonly asks: GuidePanel['asks'];
  readonly button: string;
  /** A mutation that is given what was typed. */
  readonly hand: {
    readonly isError: boolean;
    readonly isSuccess: boolean;
    readonly error: Error | null;
    mutate(typed: string): void;
  };
  /** Said when it is done. */
  readonly done?: string;
  readonly children?: ReactNode;
  stop(): void;
}

export function ConfirmForm({ asks, button, hand, done, children, stop }: ConfirmProps): ReactElement {
  const say = useSay();
  const words = useGuideWords();
  const [typed, setTyped] = useState('');
  const wrong = hand.isError && refusalFrom(hand.error).more['at'] === 'body.confirm';
  return (
    <form
      className="guide-facts"
      onSubmit={(event) => {
        event.preventDefault();
        hand.mutate(typed);
      }}
    >
      {children}
      <TextInput
        type={asks === 'birth-date' ? 'date' : 'text'}
        label={words(`confirm.${asks}`)}
        description={words('confirm.why')}
        required
        withAsterisk={false}
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        error={wrong ? words('confirm.wrong') : undefined}
      />
      <p className="line wide">
        <Button type="submit">{button}</Button>
        <Button variant="subtle" onClick={stop}>
          {words('cancel')}
        </Button>
        {done !== undefined && (
          <span role="status" className="muted">
            {hand.isSuccess && done}
          </span>
        )}
      </p>
      {hand.isError && !wrong && (
        <p className="error-text wide" role="alert">
          {failureInWords(hand.error, say)}
        </p>
      )}
    </form>
  );
}
