// Each column of the table with what stands in it, and what it is read as.

import type { UploadPreview } from '@breekpunt/server';
import { NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { useSay } from '../words/use-words.tsx';
import { type Field, fieldOf, fields, type Used, withColumn } from './reading.ts';

interface ColumnChoicesProps {
  readonly table: NonNullable<UploadPreview['table']>;
  readonly used: Used;
  change(used: Used): void;
}

export function ColumnChoices({ table, used, change }: ColumnChoicesProps): ReactElement {
  const say = useSay();
  const choices = [
    { value: '', label: say('upload.notRead') },
    ...fields.map((field) => ({ value: field, label: say(`field.${field}`) })),
  ];
  return (
    <ol className="column-choices">
      {table.columns.map(({ header, samples }, index) => {
        const column = index + 1;
        const name = header === '' ? say('upload.column', { n: column }) : header;
        const field = fieldOf(used, column);
        return (
          // A column has no name of its own but its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
          <li key={index} data-read={field !== null || undefined}>
            <div className="column-name">{name}</div>
            <NativeSelect
              aria-label={say('upload.readAs', { column: name })}
              value={field ?? ''}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                change(withColumn(used, column, chosen === '' ? null : (chosen as Field)));
              }}
              data={choices}
            />
            <ul className="samples">
              {samples.length === 0 && <li className="unknown">{say('upload.empty')}</li>}
              {samples.map((sample, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand there twice
                <li key={place}>{sample}</li>
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
