// Which arranged doses are still to come: the calendar of a nurse and the guide of a patient ask the same.

import type { CalendarDate } from '@breekpunt/core';
import { type RawBuilder, sql } from 'kysely';

/** A condition on rows of `injection`, under the name that the query gives them. */
export function isStillToCome(today: CalendarDate, rows = 'injection'): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${rows}.${column}`);
  return sql<boolean>`(${of('arranged_on')} >= ${today} and ${of('given_on')} is null and ${of('not_given_reason')} is null)`;
}
