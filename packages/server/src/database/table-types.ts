// TypeScript types of all tables, read from a migrated database, so that a query is checked against the real columns.
// Decision: written from the catalogue, not beside it; a test fails when the two differ. Text columns with a closed list
// of values get exactly those values; the domain words of core stand in for text where a column holds one.

import type pg from 'pg';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly domain: string | null;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly identity: boolean;
  /** Definitions of the checks on this column or on its domain. */
  readonly checks: readonly string[];
}

/** Columns whose values are words of core. */
const wordsOfCore: Readonly<Record<string, string>> = {
  fracture_site: 'FractureSite',
  level: 'VertebralLevel',
  levels: 'readonly VertebralLevel[]',
  vertebrae_used: 'readonly VertebralLevel[]',
  vertebrae_excluded: 'readonly VertebralLevel[]',
};

const typesByName: Readonly<Record<string, string>> = {
  text: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  date: 'CalendarDate',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'Json',
  _text: 'readonly string[]',
  _int8: 'readonly number[]',
};

export async function tableTypes(client: pg.Client): Promise<string> {
  const columns = await readColumns(client);
  const tables = [...new Set(columns.map(({ table }) => table))];
  const interfaces = tables.map((table) => {
    const lines = columns.filter((column) => column.table === table).map(lineOf);
    return `export interface ${nameOf(table)}Table {\n${lines.join('\n')}\n}\n`;
  });
  const index = tables.map((table) => `  readonly ${table}: ${nameOf(table)}Table;`);
  return `// Written by packages/server/scripts/write-pages.ts from the migrations; change those.

import type { Answer, CalendarDate, FractureSite, VertebralLevel } from '@breekpunt/core';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Read as a value; written as JSON text. */
type Json = ColumnType<unknown, string, string>;
type JsonWithDefault = ColumnType<unknown, string | undefined, string>;

${interfaces.join('\n')}
export interface Tables {
${index.join('\n')}
}
`;
}

async function readColumns(client: pg.Client): Promise<Column[]> {
  const found = await client.query<Column>(`
    select c.relname as "table", a.attname as name,
           case when t.typtype = 'd' then base.typname else t.typname end as type,
           case when t.typtype = 'd' then t.typname end as domain,
           not a.attnotnull as nullable, a.atthasdef as "hasDefault", a.attidentity <> '' as identity,
           array(select pg_get_constraintdef(k.oid) from pg_constraint k
                  where k.contype = 'c' and ((k.conrelid = c.oid and k.conkey = array[a.attnum])
                     or (t.typtype = 'd' and k.contypid = t.oid)) order by k.conname) as checks
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      left join pg_type base on base.oid = t.typbasetype
     where c.relkind in ('r', 'p') and c.relname <> 'schema_migration'
     order by c.relname collate "C", a.attnum`);
  return found.rows;
}

function lineOf({ name, type, domain, nullable, hasDefault, identity, checks }: Column): string {
  const known = typesByName[type];
  if (known === undefined) throw new Error(`No TypeScript type is known for the column type ${type}`);
  const word = type === 'text' || type === '_text' ? (wordsOfCore[name] ?? closedList(checks)) : undefined;
  const base = domain === 'answer' ? 'Answer' : (word ?? known);
  const value = nullable ? `${base} | null` : base;
  if (type === 'jsonb' && hasDefault) return `  readonly ${name}: JsonWithDefault;`;
  if (identity) return `  readonly ${name}: GeneratedAlways<${value}>;`;
  return `  readonly ${name}: ${hasDefault ? `Generated<${value}>` : value};`;
}

/** The values of a check such as `x in ('a', 'b')`. */
function closedList(checks: readonly string[]): string | undefined {
  const list = checks.find((check) => /= ANY \(ARRAY\[/.test(check));
  const values = [...(list ?? '').matchAll(/'([^']*)'::text/g)].map(([, value]) => `'${value}'`);
  return values.length === 0 ? undefined : values.join(' | ');
}

function nameOf(table: string): string {
  return table.replaceAll(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
