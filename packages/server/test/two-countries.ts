// Two hospitals, one under the rules of Belgium and one under those of the Netherlands, with a nurse signed in at each: for tests
// about what the rules of a country make of the same answers.

import type { CalendarDate } from '@breekpunt/core';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { type Person, type TestServer, testServer } from './test-server.ts';

export interface TwoCountries {
  readonly database: TestDatabase;
  readonly server: TestServer;
  /** At Gent. */
  readonly nurse: Person;
  /** The nurse at Venlo. */
  readonly dutch: Person;
  readonly today: CalendarDate;
  close(): Promise<void>;
}

export async function twoCountries(): Promise<TwoCountries> {
  const database = await testDatabase('gent', 'venlo');
  await database.asOwner((client) => client.query("update site set country = 'NL' where site_id = 'venlo'"));
  const server = await testServer(database);
  return {
    database,
    server,
    nurse: await server.signedInAs('gent', 'nurse'),
    dutch: await server.signedInAs('venlo', 'nurse'),
    today: server.today(),
    async close() {
      await server.close();
      await database.close();
    },
  };
}
