// The start of the storage: the key first, then the database. The key of an embedded database is made together with it
// and never after it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Result, success } from '@breekpunt/core';
import { type DatabaseError, describeDatabaseError } from './database/database-error.ts';
import { type Database, openDatabase } from './database/open-database.ts';
import { describeKeyError, type KeyError, type Keys, readKeys } from './secrets/keys.ts';
import type { Settings } from './settings/settings.ts';

export interface Records {
  readonly database: Database;
  readonly keys: Keys;
}

/** `message` says what was expected, what came and what to do. */
export interface OpenRecordsError {
  readonly cause: KeyError | DatabaseError;
  readonly message: string;
}

export async function openRecords(settings: Settings): Promise<Result<Records, OpenRecordsError>> {
  const { dataDirectory, database, keyFile } = settings;
  const isNew =
    database.kind === 'embedded' && !existsSync(join(dataDirectory, 'postgres', 'cluster', 'PG_VERSION'));
  const keys = readKeys(keyFile, isNew ? 'make' : 'refuse');
  if (!keys.ok) return failure({ cause: keys.error, message: describeKeyError(keys.error) });
  const opened = await openDatabase(settings);
  if (!opened.ok) return failure({ cause: opened.error, message: describeDatabaseError(opened.error) });
  return success({ database: opened.value, keys: keys.value });
}
