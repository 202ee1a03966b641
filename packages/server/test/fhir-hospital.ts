// A hospital whose record holds something of every kind that goes out by FHIR, and the few ways to ask for it.

import type { Bundle, Resource } from '@medplum/fhirtypes';
import { type FilledRecord, filledRecord } from './filled-record.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';
import { type Person, type TestServer, testServer } from './test-server.ts';

export interface FhirAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface FhirHospital {
  readonly database: TestDatabase;
  readonly server: TestServer;
  readonly nurse: Person;
  readonly filled: FilledRecord;
  /** By the nurse, unless somebody else asks. */
  get(path: string, as?: Person, headers?: Readonly<Record<string, string>>): Promise<FhirAnswer>;
  bundle(path: string, as?: Person): Promise<Bundle>;
  resources(path: string, as?: Person): Promise<Resource[]>;
  close(): Promise<void>;
}

export async function fhirHospital(): Promise<FhirHospital> {
  const database = await testDatabase('gent', 'luik');
  const server = await testServer(database);
  const nurse = await server.signedInAs('gent', 'nurse');
  const filled = await database.in('gent', (tx) => filledRecord(tx, 'an'));
  const get: FhirHospital['get'] = async (path, as = nurse, headers = {}) => {
    const answer = await server.ask('GET', `/fhir/${path}`, { as, headers });
    return { status: answer.statusCode, headers: answer.headers, text: answer.body };
  };
  const bundle: FhirHospital['bundle'] = async (path, as) => {
    const { status, text } = await get(path, as);
    if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 400)}`);
    return JSON.parse(text) as Bundle;
  };
  return {
    database,
    server,
    nurse,
    filled,
    get,
    bundle,
    resources: async (path, as) =>
      ((await bundle(path, as)).entry ?? []).flatMap(({ resource }) =>
        resource === undefined ? [] : [resource],
      ),
    async close() {
      await server.close();
      await database.close();
    },
  };
}
