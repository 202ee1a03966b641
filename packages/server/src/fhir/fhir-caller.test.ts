import { expect, test } from 'vitest';
import { mayRead, seesEverybody } from './fhir-caller.ts';

const caller = (...scopes: string[]) =>
  ({ siteId: 'gent', who: { kind: 'program', id: 1 }, scopes }) as const;

test.each([
  ['system/Patient.rs', true, true],
  ['system/Patient.cruds', true, true],
  ['system/Patient.read', true, true],
  ['system/*.*', true, true],
  ['user/*.rs', true, true],
  ['system/Patient.r', true, false],
  ['system/Patient.s', false, true],
  ['system/Patient.c', false, false],
  ['system/Patient.write', false, false],
  ['system/Condition.rs', false, false],
  ['patient/Patient.rs', false, false],
])('%s lets a Patient be read: %s, searched: %s', (scope, read, search) => {
  expect([mayRead(caller(scope), 'Patient', 'read'), mayRead(caller(scope), 'Patient', 'search')]).toEqual([
    read,
    search,
  ]);
});

test('a scope that is narrowed by a query grants nothing, rather than the whole type', () => {
  expect(mayRead(caller('system/Observation.rs?category=laboratory'), 'Observation')).toBe(false);
});

test('the access log is granted by its own name only', () => {
  expect(mayRead(caller('system/*.rs'), 'AuditEvent')).toBe(false);
  expect(mayRead(caller('system/AuditEvent.rs'), 'AuditEvent')).toBe(true);
});

test('only a system sees patients without a case', () => {
  expect(seesEverybody(caller('system/Patient.rs'))).toBe(true);
  expect(seesEverybody(caller('user/*.rs'))).toBe(false);
});
