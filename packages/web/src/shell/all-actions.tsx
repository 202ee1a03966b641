// Ctrl+K: every place and every action of the page by name. Typing narrows it, arrows choose, Enter does it.

import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '../api/use-session.tsx';
import { doesSomething } from '../keys/use-keys.ts';
import { useSay, type WordKey } from '../words/use-words.tsx';
import { placesOf } from './places.ts';

interface AllActionsProps {
  readonly opened: boolean;
  close(): void;
  openKeys(): void;
}

/** Actions of a page are its keys: choosing one is pressing it. Only those are shown that the page takes now. */
const pageActions: readonly (readonly [key: string, does: WordKey])[] = [
  ['c', 'keys.confirm'],
  ['e', 'keys.correct'],
  ['r', 'keys.reject'],
  ['w', 'keys.notUseful'],
  ['s', 'keys.snooze'],
  ['o', 'keys.note'],
  ['t', 'keys.task'],
  ['u', 'keys.undo'],
  ['/', 'keys.search'],
];

export function AllActions({ opened, close, openKeys }: AllActionsProps): ReactElement {
  const say = useSay();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={say('actions.title')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {opened && <Choices close={close} openKeys={openKeys} />}
    </Modal>
  );
}

function Choices({ close, openKeys }: Omit<AllActionsProps, 'opened'>): ReactElement {
  const say = useSay();
  const { user } = useSession();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const press = (key: string) => (): void => {
    // After the dialog is gone, so that the page hears it.
    setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })), 0);
  };
  const all = [
    ...placesOf(user.role).map((place) => ({ name: say(place.name), key: '', act: () => go(place.path) })),
    { name: say('place.settings'), key: '', act: () => go('/settings') },
    ...pageActions
      .filter(([key]) => doesSomething(key))
      .map(([key, does]) => ({ name: say(does), key, act: press(key) })),
    { name: say('keys.title'), key: '?', act: openKeys },
  ];
  const shown = all.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  const current = Math.min(chosen, shown.length - 1);
  const take = (index: number): void => {
    close();
    shown[index]?.act();
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setChosen(Math.min(current + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(current - 1, 0));
    else if (event.key === 'Enter') take(current);
    else return;
    event.preventDefault();
  };
  return (
    <div className="stack">
      <TextInput
        label={say('actions.find')}
        value={typed}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          setChosen(0);
        }}
        onKeyDown={keyed}
      />
      <ul id={id} role="listbox" aria-label={say('actions.title')} className="choices">
        {shown.map(({ name, key }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <li
            key={name}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            onClick={() => take(index)}
          >
            {name} {key !== '' && <kbd>{key}</kbd>}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p role="status">{say('actions.none')}</p>}
    </div>
  );
}
