// A Device resource to the words by which a device is known: maker, model, serial number.

import { type JsonObject, objectsAt, stringAt } from '../json-value.ts';
import type { RecordedDevice } from '../measurement.ts';

export function deviceFrom(resource: JsonObject, path: string): RecordedDevice {
  const [named] = objectsAt(resource, 'deviceName', path);
  const [identifier] = objectsAt(resource, 'identifier', path);
  const maker = stringAt(resource, 'manufacturer', path);
  const model =
    stringAt(resource, 'modelNumber', path) ??
    (named === undefined ? undefined : stringAt(named, 'name', `${path}.deviceName`));
  const serial =
    stringAt(resource, 'serialNumber', path) ??
    (identifier === undefined ? undefined : stringAt(identifier, 'value', `${path}.identifier`));
  return {
    ...(maker === undefined ? {} : { maker }),
    ...(model === undefined ? {} : { model }),
    ...(serial === undefined ? {} : { serial }),
  };
}
