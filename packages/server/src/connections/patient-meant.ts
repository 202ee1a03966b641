// Which person of this record the patient of another system is. Decision: by number alone, and a number counts under the name
// that this hospital gave its giver; the ids of the other system's own records are not numbers, because two systems may use
// the same one. Numbers that lead to two people lead to nobody.

import { type PatientDetails, readResource, serverIds } from '@breekpunt/integrate';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { knownPerson } from '../intake/people/find-person.ts';
import type { Keys } from '../secrets/keys.ts';
import type { ConnectedSystem } from './connected-system.ts';

/** Null when the value is no Patient resource that can be read. */
export function patientFrom(resource: unknown): PatientDetails | null {
  const read = readResource(resource, 1, 'patient');
  return read.ok && read.value.content.kind === 'patient' ? read.value.content.patient : null;
}

export function personMeant(
  tx: SiteTransaction,
  keys: Keys,
  { patientSystem, patientAssigner }: Pick<ConnectedSystem, 'patientSystem' | 'patientAssigner'>,
  details: PatientDetails,
): Promise<number | null> {
  const identifiers = details.identifiers
    .filter(({ assigner }) => assigner !== serverIds)
    .map((one) =>
      one.system === 'local' && patientAssigner !== null && one.assigner === patientSystem
        ? { ...one, assigner: patientAssigner }
        : one,
    );
  return knownPerson(tx, keys, { ...details, identifiers });
}
