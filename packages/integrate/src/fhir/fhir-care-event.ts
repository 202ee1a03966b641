// Medicines, procedures and stays from their resources.

import type { RecordedCareEvent } from '../care-event.ts';
import { ItemRefused, type JsonObject, objectAt, objectsAt, stringAt } from '../json-value.ts';
import { codesOf, dayOf, firstDay, wordsOf } from './resource-elements.ts';

export function fhirCareEvent(resource: JsonObject, type: string, id: string): RecordedCareEvent {
  switch (type) {
    case 'Procedure':
      return event(resource, type, id, 'procedure', objectAt(resource, 'code', type), [
        'performedDateTime',
        'performedPeriod',
      ]);
    case 'Encounter':
      return event(resource, type, id, 'stay', objectsAt(resource, 'type', type)[0], ['period']);
    default:
      return event(resource, type, id, 'medicine', medicineOf(resource, type), [
        'effectiveDateTime',
        'effectivePeriod',
        'authoredOn',
        'dateAsserted',
      ]);
  }
}

/** In place, or as a contained Medication. */
function medicineOf(resource: JsonObject, type: string): JsonObject | undefined {
  const concept = objectAt(resource, 'medicationCodeableConcept', type);
  if (concept !== undefined) return concept;
  const reference = objectAt(resource, 'medicationReference', type);
  if (reference === undefined)
    throw new ItemRefused({ kind: 'missing-element', element: `${type}.medication[x]` });
  const target = stringAt(reference, 'reference', `${type}.medicationReference`) ?? '';
  const contained = objectsAt(resource, 'contained', type).find(({ id }) => `#${String(id)}` === target);
  if (contained !== undefined) return objectAt(contained, 'code', `${type}.contained`);
  const display = stringAt(reference, 'display', `${type}.medicationReference`);
  return display === undefined ? undefined : { text: display };
}

function event(
  resource: JsonObject,
  type: string,
  id: string,
  kind: RecordedCareEvent['kind'],
  concept: JsonObject | undefined,
  dates: readonly string[],
): RecordedCareEvent {
  const startedOn =
    firstDay(
      resource,
      dates.filter((key) => key !== 'period'),
      type,
    ) ?? periodDay(resource, type, dates, 'start');
  const endedOn = periodDay(resource, type, dates, 'end');
  return {
    kind,
    id,
    codes: codesOf(concept, `${type}.code`),
    name: wordsOf(concept, `${type}.code`) ?? type,
    status: statuses[stringAt(resource, 'status', type) ?? ''] ?? 'not-recorded',
    ...(startedOn === undefined ? {} : { startedOn }),
    ...(endedOn === undefined ? {} : { endedOn }),
  };
}

function periodDay(resource: JsonObject, type: string, keys: readonly string[], end: 'start' | 'end') {
  for (const key of keys) {
    if (key !== 'period' && !key.endsWith('Period')) continue;
    const period = objectAt(resource, key, type);
    if (period !== undefined) return dayOf(stringAt(period, end, `${type}.${key}`), `${type}.${key}.${end}`);
  }
  return undefined;
}

const statuses: Readonly<Record<string, RecordedCareEvent['status']>> = {
  draft: 'planned',
  planned: 'planned',
  intended: 'planned',
  preparation: 'planned',
  active: 'active',
  arrived: 'active',
  triaged: 'active',
  onleave: 'active',
  'in-progress': 'active',
  'on-hold': 'active',
  completed: 'completed',
  finished: 'completed',
  stopped: 'stopped',
  cancelled: 'stopped',
  'not-done': 'stopped',
  'not-taken': 'stopped',
  'entered-in-error': 'entered-in-error',
};
