// --mapping: which column of a table holds what. Written as field=column pairs, because a hospital's IT
// can type that without writing a file; a column is a header's name or its number from 1.

import { failure, success } from '@breekpunt/core';
import { type ColumnField, type ColumnMapping, columnFields } from '@breekpunt/integrate';
import type { Option } from './option.ts';

export const mappingOption: Option<ColumnMapping> = {
  name: 'mapping',
  value: 'FIELD=COLUMN,…',
  doc: `Which column of a CSV or XLSX file holds what, by header or by number from 1, for example text=Verslag,patient=2. Fields: ${columnFields.join(', ')}.`,
  byDefault: 'recognised from the headers',
  read: (given) => {
    const mapping: Partial<Record<ColumnField, string | number>> = {};
    for (const pair of given.split(',')) {
      const [name, column] = splitOnce(pair);
      const field = columnFields.find((each) => each === name);
      if (field === undefined) {
        return failure(`expects FIELD=COLUMN with a field of ${columnFields.join(', ')}; got "${pair}"`);
      }
      if (column === '') return failure(`names no column for the field ${field}`);
      mapping[field] = /^[1-9]\d{0,4}$/u.test(column) ? Number(column) : column;
    }
    return success(mapping);
  },
  accepts: ['text=Verslag', 'text=3,patient=Patiënt nr,date=2', 'text=a=b'],
  refuses: ['', 'Verslag', 'text=', 'body=Verslag'],
};

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}
