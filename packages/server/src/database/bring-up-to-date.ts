// Everything the owner makes in a database before the program works in it: our tables, then those of the job queue.

import type pg from 'pg';
import { prepareJobSchema } from './job-schema.ts';
import { migrate, readMigrations } from './migrate.ts';

/** Names of the migrations applied now. Several processes that start at once do it one after the other. */
export async function bringUpToDate(owner: pg.Client): Promise<string[]> {
  return migrate(owner, readMigrations(), () => prepareJobSchema(owner));
}
