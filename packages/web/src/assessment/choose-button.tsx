// Takes an option over into the choice of the physician, who alone can sign it: nobody else is shown a button that would do
// nothing. It says when its option is the one that was chosen.

import { Button } from '@mantine/core';
import { type Context, createContext, type ReactElement, useContext } from 'react';
import { useSession } from '../api/use-session.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

/** What is chosen in this panel and not signed yet. */
export const ChosenContext: Context<string | null> = createContext<string | null>(null);

interface ChooseButtonProps {
  readonly choice: string;
  /** The option as it is called on the screen. */
  readonly name: string;
  choose(choice: string): void;
}

export function ChooseButton({ choice, name, choose }: ChooseButtonProps): ReactElement | null {
  const own = useAssessmentWords();
  const { user } = useSession();
  const isChosen = useContext(ChosenContext) === choice;
  if (user.role !== 'physician') return null;
  const word = own(isChosen ? 'chosen' : 'choose');
  return (
    <Button
      size="compact-md"
      className="push"
      variant={isChosen ? 'filled' : 'default'}
      aria-label={`${word} ${name}`}
      onClick={() => choose(choice)}
    >
      {word}
    </Button>
  );
}
