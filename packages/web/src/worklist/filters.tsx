// Filters as buttons that are in or out, the order, the saved views and the export.

import type { ListCounts } from '@breekpunt/server';
import { Menu, NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useSay, type WordKey } from '../words/use-words.tsx';
import { filterOf, listOf, withFilter } from './address.ts';
import { SavedViews } from './saved-views.tsx';

interface FiltersProps {
  readonly counts: ListCounts | undefined;
  readonly search: string;
}

const toggles: readonly (readonly [name: string, value: string, words: WordKey])[] = [
  ['owner', 'me', 'filter.mine'],
  ['owner', 'nobody', 'filter.nobody'],
  ['late', 'true', 'filter.late'],
  ['place', 'hip-vertebra', 'filter.hipVertebra'],
  ['doubt', 'true', 'filter.doubt'],
];

export function Filters({ counts, search }: FiltersProps): ReactElement {
  const say = useSay();
  const [, go] = useLocation();
  const list = listOf(search);
  const counted = counts?.[list as keyof ListCounts];
  const numbers: Readonly<Record<string, number | undefined>> = {
    'filter.mine': counted?.mine,
    'filter.late': counted?.late,
  };
  return (
    <div className="filters noprint">
      <fieldset className="plain-set line">
        <legend className="hidden-words">{say('filter.title')}</legend>
        {toggles.map(([name, value, words]) => {
          const on = filterOf(search, name) === value;
          return (
            <button
              key={words}
              type="button"
              className="chip"
              aria-pressed={on}
              onClick={() => go(`/worklist?${withFilter(search, name, on ? null : value)}`)}
            >
              {say(words)}
              {numbers[words] !== undefined && <span className="count">{numbers[words]}</span>}
            </button>
          );
        })}
      </fieldset>
      <div className="line push">
        <NativeSelect
          aria-label={say('order.title')}
          size="sm"
          value={filterOf(search, 'order') ?? 'urgency'}
          onChange={({ currentTarget: { value } }) => go(`/worklist?${withFilter(search, 'order', value)}`)}
          data={(['urgency', 'due', 'newest'] as const).map((order) => ({
            value: order,
            label: say(`order.${order}`),
          }))}
        />
        <SavedViews search={search} />
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className="chip">
              {say('export.title')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['xlsx', 'csv'] as const).map((format) => (
              <Menu.Item
                key={format}
                component="a"
                href={`/api/worklist/export?${withFilter(withFilter(search, 'format', format), 'language', say.language)}`}
                download
              >
                {say(`export.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}
