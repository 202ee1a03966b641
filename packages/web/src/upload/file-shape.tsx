// How the file is cut, as it was detected, and changeable when the columns look wrong.

import type { UploadPreview } from '@breekpunt/server';
import { Checkbox, NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { useSay } from '../words/use-words.tsx';
import type { Shape } from './reading.ts';

interface FileShapeProps {
  readonly table: NonNullable<UploadPreview['table']>;
  /** What was said so far; the rest was detected. */
  readonly shape: Partial<Shape>;
  change(shape: Shape): void;
}

const delimiters: Readonly<Record<string, 'semicolon' | 'comma' | 'tab' | 'pipe'>> = {
  ';': 'semicolon',
  ',': 'comma',
  '\t': 'tab',
  '|': 'pipe',
};
const encodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'macintosh'];

export function FileShape({ table, shape, change }: FileShapeProps): ReactElement {
  const say = useSay();
  const headerRow = shape.headerRow ?? table.headerRow;
  const said: Shape = { ...shape, headerRow };
  return (
    <div className="shape-fields">
      {table.format === 'csv' && (
        <>
          <NativeSelect
            label={say('upload.delimiter')}
            value={shape.delimiter ?? table.delimiter ?? ','}
            onChange={(event) => change({ ...said, delimiter: event.currentTarget.value })}
            data={Object.entries(delimiters).map(([value, name]) => ({
              value,
              label: say(`upload.${name}`),
            }))}
          />
          <NativeSelect
            label={say('upload.encoding')}
            value={shape.encoding ?? table.encoding ?? 'utf-8'}
            onChange={(event) => change({ ...said, encoding: event.currentTarget.value })}
            data={[...new Set([...encodings, table.encoding ?? 'utf-8'])]}
          />
        </>
      )}
      {table.sheets.length > 1 && (
        <NativeSelect
          label={say('upload.sheet')}
          value={shape.sheet ?? table.sheets[0]}
          onChange={(event) => change({ ...said, sheet: event.currentTarget.value })}
          data={[...table.sheets]}
        />
      )}
      <Checkbox
        label={say('upload.headerRow')}
        checked={headerRow}
        onChange={(event) => change({ ...said, headerRow: event.currentTarget.checked })}
      />
    </div>
  );
}
