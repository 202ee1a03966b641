// Finds a patient by name, day of birth or number. The search asks after a pause in typing, and only with two signs or more:
// every search and whom it showed stands in the log.

import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { searchQuery } from '../api/queries.ts';
import { dayInWords } from '../format/dates.ts';
import { placeInWords } from '../format/fractures.ts';
import { nameOf } from '../format/people.ts';
import { useKeys } from '../keys/use-keys.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay, type WordKey } from '../words/use-words.tsx';

const pauseMs = 350;

export function SearchBox(): ReactElement {
  const say = useSay();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState(0);
  const [opened, setOpened] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  useKeys({ '/': () => field.current?.focus() });
  const found = useQuery(searchQuery(asked));
  const rows = opened && asked.length >= 2 ? (found.data?.rows ?? []) : [];
  const take = (row: (typeof rows)[number] | undefined): void => {
    if (row === undefined) return;
    setOpened(false);
    setTyped('');
    field.current?.blur();
    go(`/cases/${row.id}`);
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') take(rows[chosen]);
    else if (event.key === 'Escape') {
      setOpened(false);
      field.current?.blur();
    } else return;
    event.preventDefault();
  };
  const shows = opened && asked.length >= 2;
  return (
    <div className="search-box" role="search">
      <TextInput
        ref={field}
        size="sm"
        aria-label={say('search.label')}
        placeholder={say('search.placeholder')}
        value={typed}
        role="combobox"
        aria-expanded={shows}
        aria-controls={shows ? id : undefined}
        aria-activedescendant={rows.length > 0 ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        rightSection={<kbd aria-hidden="true">/</kbd>}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          setChosen(0);
          setOpened(true);
        }}
        onFocus={() => setOpened(true)}
        onBlur={() => setTimeout(() => setOpened(false), 150)}
        onKeyDown={keyed}
      />
      {shows && (
        <div className="search-found panel">
          {found.isLoadingError && <p className="error-text">{failureInWords(found.error, say)}</p>}
          {found.data !== undefined && rows.length === 0 && found.data.withoutCase === 0 && (
            <p role="status">{say('search.none')}</p>
          )}
          <ul id={id} role="listbox" aria-label={say('search.label')} className="choices">
            {rows.map((row, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
              <li
                key={row.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === chosen}
                onClick={() => take(row)}
              >
                <span>
                  <strong>{nameOf(row.patient, say)}</strong>{' '}
                  <span className="muted">{dayInWords(row.patient.birthDate, say)}</span>
                  <br />
                  <span className="small">
                    {placeInWords(row, say)} · {say(`list.${row.list}` as WordKey)}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {found.data !== undefined && found.data.withoutCase > 0 && (
            <p role="status">
              {say.count('search.withoutCase', found.data.withoutCase)}{' '}
              {/* What was typed goes along in memory: no name may stand in an address. */}
              <Link href="/emergency" state={{ typed: asked }} onClick={() => setOpened(false)}>
                {say('emergency.openFound')}
              </Link>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
