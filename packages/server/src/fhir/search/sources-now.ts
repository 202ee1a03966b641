// The sources of a type for one request: a source whose rows no SQL can choose is held to the keys that the record's own rules choose.

import { sql } from 'kysely';
import { wholeNumber } from './conditions.ts';
import type { AskedParameter } from './read-search.ts';
import type { ReadContext, RowSource } from './source.ts';

/** `asked`: what is searched by, so that no more people are looked at than are asked about. */
export async function sourcesNow(
  context: ReadContext,
  sources: readonly RowSource[],
  asked: readonly AskedParameter[] = [],
): Promise<readonly RowSource[]> {
  const now: RowSource[] = [];
  for (const source of sources) {
    const keys = await source.among?.(context, { people: peopleAsked(asked) });
    now.push(
      keys === undefined
        ? source
        : {
            ...source,
            current: sql<boolean>`(${source.current} and ${source.key} = any(${keys}::bigint[]))`,
          },
    );
  }
  return now;
}

function peopleAsked(asked: readonly AskedParameter[]): readonly number[] | null {
  const named = asked.find(({ name }) => name === 'patient' || name === 'subject');
  if (named === undefined) return null;
  return named.values.flatMap((value) => {
    const id = value.kind === 'reference' ? wholeNumber(value.id) : null;
    return id === null ? [] : [id];
  });
}
