// An Observation to measurements: its own value, or those of its components. An Observation without a value measured
// nothing and gives none.

import { ItemRefused, type JsonObject, objectAt, objectsAt, stringAt } from '../json-value.ts';
import type { RecordedMeasurement } from '../measurement.ts';
import { codesOf, firstDay, wordsOf } from './resource-elements.ts';

export function fhirMeasurements(resource: JsonObject, id: string): RecordedMeasurement[] {
  const path = 'Observation';
  const date = firstDay(
    resource,
    ['effectiveDateTime', 'effectivePeriod', 'effectiveInstant', 'issued'],
    path,
  );
  const site = objectAt(resource, 'bodySite', path);
  const bodySites = site === undefined ? [] : [...codesOf(site, `${path}.bodySite`), ...textSite(site)];
  const shared = {
    ...(date === undefined ? {} : { date }),
    status: statusOf(stringAt(resource, 'status', path)),
    ...(bodySites.length === 0 ? {} : { bodySites }),
  };
  const own = measured(resource, id, path, shared);
  const components = objectsAt(resource, 'component', path).map((component, index) =>
    measured(component, `${id}#${index}`, `${path}.component[${index}]`, shared),
  );
  return [own, ...components].filter((one) => one !== undefined);
}

function textSite(site: JsonObject) {
  const text = stringAt(site, 'text', 'Observation.bodySite');
  return text === undefined ? [] : [{ system: 'unknown' as const, code: '', display: text }];
}

function measured(
  item: JsonObject,
  id: string,
  path: string,
  shared: Pick<RecordedMeasurement, 'date' | 'status' | 'bodySites'>,
): RecordedMeasurement | undefined {
  const quantity = objectAt(item, 'valueQuantity', path);
  const text =
    stringAt(item, 'valueString', path) ?? wordsOf(objectAt(item, 'valueCodeableConcept', path), path);
  if (quantity === undefined && text === undefined) return undefined;
  const code = objectAt(item, 'code', path);
  const range = objectsAt(item, 'referenceRange', path)[0];
  const low = range === undefined ? undefined : numberIn(range, 'low', `${path}.referenceRange`);
  const high = range === undefined ? undefined : numberIn(range, 'high', `${path}.referenceRange`);
  const comparator = quantity === undefined ? undefined : comparatorOf(quantity, path);
  const unit =
    quantity === undefined
      ? undefined
      : (stringAt(quantity, 'code', `${path}.valueQuantity`) ??
        stringAt(quantity, 'unit', `${path}.valueQuantity`));
  const value = quantity === undefined ? undefined : numberOf(quantity, `${path}.valueQuantity`);
  return {
    id,
    codes: codesOf(code, `${path}.code`),
    name: wordsOf(code, `${path}.code`) ?? '',
    ...(value === undefined ? {} : { value }),
    ...(comparator === undefined ? {} : { comparator }),
    ...(text === undefined ? {} : { text }),
    ...(unit === undefined ? {} : { unit }),
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...shared,
  };
}

function numberIn(range: JsonObject, key: 'low' | 'high', path: string): number | undefined {
  const quantity = objectAt(range, key, path);
  return quantity === undefined ? undefined : numberOf(quantity, `${path}.${key}`);
}

function numberOf(quantity: JsonObject, path: string): number | undefined {
  const { value } = quantity;
  if (value === undefined) return undefined;
  if (typeof value !== 'number')
    throw new ItemRefused({
      kind: 'wrong-type',
      element: `${path}.value`,
      expected: 'number',
      found: typeof value,
    });
  return value;
}

function comparatorOf(quantity: JsonObject, path: string): RecordedMeasurement['comparator'] {
  const sign = stringAt(quantity, 'comparator', `${path}.valueQuantity`);
  if (sign === undefined) return undefined;
  const known = (['<', '<=', '>', '>='] as const).find((one) => one === sign);
  if (known === undefined)
    throw new ItemRefused({
      kind: 'bad-value',
      element: `${path}.valueQuantity.comparator`,
      expected: '<, <=, > or >=',
    });
  return known;
}

function statusOf(status: string | undefined): NonNullable<RecordedMeasurement['status']> {
  switch (status) {
    case 'registered':
    case 'preliminary':
      return 'preliminary';
    case 'amended':
    case 'corrected':
      return 'corrected';
    case 'cancelled':
    case 'entered-in-error':
      return 'withdrawn';
    default:
      return 'final';
  }
}
