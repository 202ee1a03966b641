// Reading unknown JSON without trusting it: typed look-ups that say where the shape is wrong. One decision: a
// value of the wrong type is an error with the element's path, a missing one is undefined.

import type { RejectReason } from './reject-reason.ts';

export type JsonObject = { readonly [key: string]: unknown };

/** Unwinds the reading of one item; caught where the item began, never seen outside this package. */
export class ItemRefused extends Error {
  readonly reason: RejectReason;

  constructor(reason: RejectReason) {
    super(reason.kind);
    this.reason = reason;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function wrong(element: string, expected: string, value: unknown): ItemRefused {
  return new ItemRefused({ kind: 'wrong-type', element, expected, found: typeName(value) });
}

/** Numbers are taken as their own text (ids often are numbers); null and absent are undefined. */
export function stringAt(object: JsonObject, key: string, path: string): string | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw wrong(`${path}.${key}`, 'string', value);
}

export function objectAt(object: JsonObject, key: string, path: string): JsonObject | undefined {
  const value = object[key];
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw wrong(`${path}.${key}`, 'object', value);
  return value;
}

/** An absent list is empty; every entry must be an object. */
export function objectsAt(object: JsonObject, key: string, path: string): readonly JsonObject[] {
  const value = object[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw wrong(`${path}.${key}`, 'array', value);
  return value.map((entry: unknown, index) => {
    if (!isObject(entry)) throw wrong(`${path}.${key}[${index}]`, 'object', entry);
    return entry;
  });
}
