// Options in identical rows: a column for each, each number with the place of its source. The same table on screen, where a narrow
// one sets the cells under each other, and on paper.

import type { GridsAnswer } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { useAidsWords } from './use-aids-words.ts';

type Grid = GridsAnswer['grids'][number];

const rows = [
  'gain',
  'walking',
  'lasts',
  'harm',
  'reoperation',
  'task',
  'recovery',
  'cost',
  'nothing',
] as const;

/** On a narrow screen the cells stand under each other, each with the name of its option. */
function OptionName({ name }: { readonly name: string }): ReactElement {
  return <strong className="grid-name">{name}</strong>;
}

export function GridTable({
  grid,
  options,
}: {
  readonly grid: Grid;
  readonly options: Grid['options'];
}): ReactElement {
  const say = useAidsWords();
  const numberOf = (id: string): number => grid.sources.findIndex((source) => source.id === id) + 1;
  return (
    <table className="grid-table" lang={grid.language}>
      <caption className="hidden-words" lang={say.language}>
        {say('compare')}
      </caption>
      <thead>
        <tr>
          <td />
          {options.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['gains', 'harms'] as const).map((key) => (
          <tr key={key}>
            <th scope="row" lang={say.language}>
              {say(key)}
            </th>
            {options.map((option) => (
              <td key={option.id}>
                <OptionName name={option.name} />
                <ul>
                  {option[key].map((point) => (
                    <li key={point}>{point}</li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row" lang={say.language}>
              {say(`row.${row}`)}
            </th>
            {options.map(({ id, name, rows: cells }) => (
              <td key={id}>
                <OptionName name={name} />
                {cells[row].text}
                {cells[row].sources.map((source) => (
                  <a
                    key={source.id}
                    className="grid-cite"
                    href={`#source-${source.id}`}
                    aria-label={`${say('sources')} ${numberOf(source.id)}`}
                  >
                    {numberOf(source.id)}
                  </a>
                ))}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row" lang={say.language}>
            {say('row.certainty')}
          </th>
          {options.map(({ id, name, certainty }) => (
            <td key={id}>
              <OptionName name={name} />
              <strong lang={say.language}>{say(`certainty.${certainty.word}`)}</strong>: {certainty.why}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
