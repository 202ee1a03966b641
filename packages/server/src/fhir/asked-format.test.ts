import { expect, test } from 'vitest';
import { isWritten } from './asked-format.ts';

test.each([
  [undefined],
  [''],
  ['*/*'],
  ['application/fhir+json'],
  ['application/fhir+json; fhirVersion=4.0; charset=utf-8'],
  ['application/fhir+xml, application/json;q=0.5'],
  ['text/html,application/xhtml+xml,*/*;q=0.8'],
  ['application/fhir+ndjson'],
])('whoever takes %s is answered in JSON', (accept) => {
  expect(isWritten(accept, [])).toBe(true);
});

test.each([
  ['application/fhir+xml'],
  ['application/xml'],
  ['text/html'],
  ['application/fhir+json; fhirVersion=5.0'],
  ['application/fhir+xml, application/json;q=0'],
])('whoever takes only %s is told that it is not written here', (accept) => {
  expect(isWritten(accept, [])).toBe(false);
});

test('what the address asks stands over what the header takes', () => {
  expect(isWritten('application/fhir+json', ['xml'])).toBe(false);
  expect(isWritten('application/fhir+xml', ['json'])).toBe(true);
  expect(isWritten(undefined, ['application/fhir json'])).toBe(true);
  expect(isWritten(undefined, ['json', 'xml'])).toBe(false);
});
