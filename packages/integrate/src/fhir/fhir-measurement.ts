// An Observation to measurements: its own value, or those of its components. An Observation without a value measured
// nothing and gives none.

import { ItemRefused, type JsonObject, objectAt, objectsAt, stringAt } from '../json-value.ts';
import type { RecordedDevice, RecordedMeasurement } from '../measurement.ts';
import { deviceFrom } from './fhir-device.ts';
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
  const device = deviceOf(resource, path);
  const note = notesOf(resource, path);
  const shared = {
    ...(date === undefined ? {} : { date }),
    status: statusOf(stringAt(resource, 'status', path)),
    ...(bodySites.length === 0 ? {} : { bodySites }),
    ...(device === undefined ? {} : { device }),
    ...(note === '' ? {} : { note }),
  };
  const own = measured(resource, id, path, shared);
  const components = objectsAt(resource, 'component', path).map((component, index) =>
    measured(component, `${id}#${index}`, `${path}.component[${index}]`, shared),
  );
  return [own, ...components].filter((one) => one !== undefined);
}

/** Contained in it, or named; a Device that is sent beside it is named by its reference. */
function deviceOf(resource: JsonObject, path: string): RecordedDevice | undefined {
  const named = objectAt(resource, 'device', path);
  if (named === undefined) return undefined;
  const reference = stringAt(named, 'reference', `${path}.device`);
  const inside = objectsAt(resource, 'contained', path).find(
    (each) => reference !== undefined && `#${String(each['id'])}` === reference,
  );
  if (inside !== undefined) return deviceFrom(inside, `${path}.contained`);
  const model = stringAt(named, 'display', `${path}.device`);
  const number = objectAt(named, 'identifier', `${path}.device`);
  const serial = number === undefined ? undefined : stringAt(number, 'value', `${path}.device.identifier`);
  return {
    ...(model === undefined ? {} : { model }),
    ...(serial === undefined ? {} : { serial }),
    ...(reference === undefined ? {} : { of: reference }),
  };
}

function notesOf(resource: JsonObject, path: string): string {
  return objectsAt(resource, 'note', path)
    .flatMap((note) => stringAt(note, 'text', `${path}.note`) ?? [])
    .join('. ');
}

/** The words of a reference range, and to whom it applies. */
function referenceOf(range: JsonObject, path: string): string | undefined {
  const applies = objectsAt(range, 'appliesTo', path).flatMap((each) => wordsOf(each, path) ?? []);
  const words = [stringAt(range, 'text', path), ...applies].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
}

function textSite(site: JsonObject) {
  const text = stringAt(site, 'text', 'Observation.bodySite');
  return text === undefined ? [] : [{ system: 'unknown' as const, code: '', display: text }];
}

function measured(
  item: JsonObject,
  id: string,
  path: string,
  shared: Pick<RecordedMeasurement, 'date' | 'status' | 'bodySites' | 'device' | 'note'>,
): RecordedMeasurement | undefined {
  const quantity = objectAt(item, 'valueQuantity', path);
  const text =
    stringAt(item, 'valueString', path) ?? wordsOf(objectAt(item, 'valueCodeableConcept', path), path);
  if (quantity === undefined && text === undefined) return undefined;
  const code = objectAt(item, 'code', path);
  const range = objectsAt(item, 'referenceRange', path)[0];
  const reference = range === undefined ? undefined : referenceOf(range, `${path}.referenceRange`);
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
    ...(reference === undefined ? {} : { reference }),
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
