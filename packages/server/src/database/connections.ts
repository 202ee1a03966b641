// Connections to PostgreSQL, and how its values look in this program: a day is the text yyyy-mm-dd and never a Date, an
// instant is a Date, whole and decimal numbers are numbers.

import pg from 'pg';

const { builtins } = pg.types;
const bigintArray = 1016;
const numericArray = 1231;

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.DATE]: (text) => text,
  [builtins.INT8]: wholeNumber,
  [builtins.NUMERIC]: Number,
  [bigintArray]: (text) => arrayItems(text).map(wholeNumber),
  [numericArray]: (text) => arrayItems(text).map(Number),
};

/** How every connection speaks, whatever the server's own settings. */
export const sessionOptions: pg.ClientConfig = {
  options: '-c TimeZone=UTC -c DateStyle=ISO,YMD -c IntervalStyle=iso_8601',
  types: {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      (format === 'binary' ? undefined : parsers[oid]) ??
      pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  },
};

/** Also takes over the role at once, when there is one to take. */
export function sessionOptionsAs(role: string | null): pg.ClientConfig {
  if (role === null) return sessionOptions;
  return { ...sessionOptions, options: `${sessionOptions.options} -c role=${role}` };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A whole number of the database is too large');
  return value;
}

function arrayItems(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}
