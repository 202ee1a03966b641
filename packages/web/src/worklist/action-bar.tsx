// The visible buttons of the keys that act on the current row.

import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useSay, type WordKey } from '../words/use-words.tsx';

export interface RowActions {
  readonly confirm: (() => void) | undefined;
  readonly correct: (() => void) | undefined;
  readonly reject: (() => void) | undefined;
  readonly notUseful: (() => void) | undefined;
  readonly snooze: (() => void) | undefined;
}

const buttons: readonly (readonly [action: keyof RowActions, key: string, words: WordKey])[] = [
  ['confirm', 'c', 'act.confirm'],
  ['correct', 'e', 'act.correct'],
  ['reject', 'r', 'act.reject'],
  ['notUseful', 'w', 'act.notUseful'],
  ['snooze', 's', 'act.snooze'],
];

export function ActionBar({ actions }: { readonly actions: RowActions }): ReactElement {
  const say = useSay();
  return (
    <div className="action-bar noprint" role="group" aria-label={say('act.title')}>
      {buttons.map(([action, key, words]) => (
        <Button
          key={action}
          variant={action === 'confirm' ? 'filled' : 'default'}
          onClick={actions[action] ?? (() => undefined)}
          aria-disabled={actions[action] === undefined}
        >
          {say(words)} <kbd aria-hidden="true">{key}</kbd>
        </Button>
      ))}
      <span className="muted small key-hint for-keys">{say('act.hint')}</span>
    </div>
  );
}
