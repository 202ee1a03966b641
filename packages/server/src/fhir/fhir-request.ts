// What every FHIR route does first: who asks, may they read this type, and in which context.
// Decision: a refusal is an OperationOutcome and a line in the log, like every other access.

import type { AuditAction } from '../audit/audit-event.ts';
import type { Answer } from '../http/answer.ts';
import type { Visit } from '../http/visit.ts';
import { outcomeAnswer } from './fhir-answer.ts';
import { fhirCallerOf, mayRead } from './fhir-caller.ts';
import type { ReadContext } from './search/source.ts';
import type { FoundResource } from './search/write-found.ts';

export function readContextOf({ tx, user, context, today }: Visit): ReadContext {
  return {
    tx,
    keys: context.keys,
    caller: fhirCallerOf(user),
    today,
    timeZone: user.timeZone,
    hospital: user.siteName,
  };
}

/** Where FHIR stands, as links say it. */
export function fhirBase({ context }: Pick<Visit, 'context'>): string {
  return `${context.web.address}/fhir`;
}

/** `work` runs only when the caller may read the type. */
export async function ifMayRead(
  visit: Visit,
  type: string,
  action: AuditAction,
  how: 'read' | 'search',
  work: (context: ReadContext) => Promise<Answer>,
): Promise<Answer> {
  const context = readContextOf(visit);
  if (mayRead(context.caller, type, how)) return work(context);
  visit.audit({ action, outcome: 'refused', detail: { door: 'fhir', type } });
  return outcomeAnswer(
    403,
    'forbidden',
    `Reading ${type} needs a scope such as user/${type}.rs or system/${type}.rs, which was not granted.`,
  );
}

export function personsIn(found: readonly FoundResource[]): number[] {
  return [...new Set(found.map(({ person }) => person).filter((person) => person !== null))];
}
