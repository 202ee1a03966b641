import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableTypes } from '../src/database/table-types.ts';
import { settingsPage } from '../src/settings/settings-page.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const remedy = 'run: npx node packages/server/scripts/write-pages.ts';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('the types of the tables are those that the migrations make', async () => {
  const written = readFileSync(join(import.meta.dirname, '../src/database/generated/tables.ts'), 'utf8');
  expect(written, remedy).toBe(await database.asOwner(tableTypes));
});

test('the page about settings tells what the program reads', () => {
  const written = readFileSync(join(import.meta.dirname, '../../../docs/settings.md'), 'utf8');
  expect(written, remedy).toBe(settingsPage());
});
