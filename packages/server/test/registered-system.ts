// Another hospital system as SMART meets it: registered with its keys, its FHIR server and what it may read, for fetching records and
// for opening this app.

import type { AskingSystem } from './asking-system.ts';
import type { TestServer } from './test-server.ts';

export interface RegisteredSystem {
  readonly id: number;
  /** As it calls itself when it asks for tokens. */
  readonly client: string;
}

export async function registered(server: TestServer, ehr: AskingSystem): Promise<RegisteredSystem> {
  const added = await server.ask('POST', '/api/connections', {
    as: await server.signedInAs('gent', 'it'),
    body: {
      name: 'Het EPD',
      issuer: null,
      jwksUrl: null,
      jwks: ehr.jwks,
      fhirBase: ehr.fhirBase,
      hosts: [],
      network: 'own',
      scopes: ['system/Patient.read', 'system/Observation.rs'],
      patientSystem: 'urn:hospital:patients',
      patientAssigner: 'ZIS',
      launchClient: 'breekpunt-app',
      launchSecret: 'een geheim van de app',
      loginClaim: 'preferred_username',
    },
  });
  if (added.statusCode !== 201) throw new Error('The system was not registered');
  return added.json();
}
