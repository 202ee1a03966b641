// A line of the audit log to an AuditEvent, with the fields that NEN 7513 asks for. Decision: like the log, it never holds
// what was seen; who was shown is named by reference only.

import type { AuditEvent, AuditEventEntity, Patient } from '@medplum/fhirtypes';
import { coding, ownCoding, refer, terminology } from './elements.ts';
import { present } from './present.ts';

export interface AuditRecord {
  readonly sequence: number;
  readonly at: Date;
  readonly actorKind: 'user' | 'patient' | 'system' | 'unknown';
  readonly user: number | null;
  readonly userName: string | null;
  readonly action: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly person: number | null;
  readonly shown: readonly number[];
  readonly objectType: string | null;
  readonly objectId: string | null;
  readonly breakGlass: string | null;
  readonly address: string | null;
}

const actionCodes: Readonly<Record<string, AuditEvent['action'] & string>> = {
  create: 'C',
  import: 'C',
  view: 'R',
  list: 'R',
  search: 'R',
  'read-log': 'R',
  export: 'R',
  change: 'U',
  merge: 'U',
  decide: 'U',
  configure: 'U',
  withdraw: 'D',
};

/** 4: the server refused; 8: it could not. */
const outcomeCodes = { done: '0', refused: '4', failed: '8' } as const;

export function auditEventResource(record: AuditRecord): AuditEvent {
  return present<AuditEvent>({
    resourceType: 'AuditEvent',
    id: String(record.sequence),
    type: coding(`${terminology}/audit-event-type`, 'rest', 'RESTful Operation'),
    subtype: [ownCoding('audit-action', record.action)],
    action: actionCodes[record.action] ?? 'E',
    recorded: record.at.toISOString(),
    outcome: outcomeCodes[record.outcome],
    purposeOfEvent:
      record.breakGlass === null
        ? undefined
        : [
            {
              coding: [coding(`${terminology}/v3-ActReason`, 'BTG', 'break the glass')],
              text: record.breakGlass,
            },
          ],
    agent: [
      present({
        type: { coding: [ownCoding('audit-actor', record.actorKind)] },
        who: present({
          identifier:
            record.user === null
              ? undefined
              : { system: 'urn:breekpunt:account', value: String(record.user) },
          display: record.userName ?? record.actorKind,
        }),
        requestor: true,
        network: record.address === null ? undefined : { address: record.address, type: '2' as const },
      }),
    ],
    source: { observer: { display: 'Breekpunt' } },
    entity: entitiesOf(record),
  });
}

function entitiesOf({ person, shown, objectType, objectId }: AuditRecord): AuditEventEntity[] | undefined {
  const people = [...(person === null ? [] : [person]), ...shown.filter((each) => each !== person)];
  const entities: AuditEventEntity[] = people.map((each) => ({
    what: refer<Patient>('Patient', each),
    type: coding(`${terminology}/audit-entity-type`, '1', 'Person'),
    role: coding(`${terminology}/object-role`, '1', 'Patient'),
  }));
  if (objectType !== null && objectId !== null && objectType !== 'person')
    entities.push({ what: { identifier: { system: `urn:breekpunt:${objectType}`, value: objectId } } });
  return entities.length === 0 ? undefined : entities;
}
