// Every key and what it does, behind "?".

import { Checkbox, Modal } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { setSingleKeys, singleKeysOn } from '../keys/use-keys.ts';
import { useSay, type WordKey } from '../words/use-words.tsx';

const list: readonly (readonly [keys: string, does: WordKey])[] = [
  ['j k', 'keys.move'],
  ['Enter', 'keys.open'],
  ['Esc', 'keys.back'],
  ['c', 'keys.confirm'],
  ['e', 'keys.correct'],
  ['r', 'keys.reject'],
  ['w', 'keys.notUseful'],
  ['s', 'keys.snooze'],
  ['x', 'keys.select'],
  ['n p', 'keys.finding'],
  ['v', 'keys.earlier'],
  ['o', 'keys.note'],
  ['t', 'keys.task'],
  ['u', 'keys.undo'],
  ['/', 'keys.search'],
  ['Ctrl+K', 'keys.actions'],
  ['?', 'keys.list'],
];

export function KeyList({ opened, close }: { readonly opened: boolean; close(): void }): ReactElement {
  const say = useSay();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={say('keys.title')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <dl className="key-list">
        {list.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
      <SingleKeysSwitch />
    </Modal>
  );
}

/** Single keys can be turned off: who speaks to the computer would set them off by talking. */
export function SingleKeysSwitch(): ReactElement {
  const say = useSay();
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Checkbox
      checked={on}
      label={say('keys.single')}
      onChange={({ currentTarget: { checked } }) => {
        setSingleKeys(checked);
        setOn(checked);
      }}
    />
  );
}
