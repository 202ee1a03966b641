// A table of numbers with a name before each row: of a "what if" there are four.

import type { ReactElement, ReactNode } from 'react';

export interface NumberRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly ReactNode[];
  /** Differs from the others of its table. */
  readonly marked?: boolean;
}

interface NumberTableProps {
  readonly caption: string;
  /** Of the names, then of each column. */
  readonly heads: readonly [string, ...string[]];
  readonly rows: readonly NumberRow[];
}

export function NumberTable({ caption, heads: [first, ...heads], rows }: NumberTableProps): ReactElement {
  return (
    <div className="scrolls">
      <table className="plain stacks number-table">
        <caption className="hidden-words">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, marked = false }) => (
            <tr key={key} className={marked ? 'marked' : ''}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={heads[place]} className="number" data-head={heads[place]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
