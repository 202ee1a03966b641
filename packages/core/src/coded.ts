// A code of a classification, together with the classification. A bare "L76" is a fracture in ICPC and nothing in
// ICD-10, so no code travels without its system. Decision: codes are written one way (upper case, with the dot) and
// only `parseCode` makes them. It checks a code's shape and check digit, not that the classification contains it.

import { hasLoincCheckDigit, hasSnomedCheckDigit } from './check-digit.ts';
import { failure, type Result, success } from './result.ts';

export const codeSystems = ['icd-10', 'icd-10-cm-be', 'icpc', 'snomed-ct', 'loinc', 'atc'] as const;

/** ICD-10 of WHO, the ICD-10-CM of Belgian hospital data, ICPC, SNOMED CT, LOINC, ATC. */
export type CodeSystem = (typeof codeSystems)[number];

declare const codeOf: unique symbol;

/** A code as its system writes it. */
export type Code<S extends CodeSystem = CodeSystem> = string & { readonly [codeOf]: S };

export interface Coded<S extends CodeSystem = CodeSystem> {
  readonly system: S;
  readonly code: Code<S>;
  /** As the sender named it; for people, never for decisions. */
  readonly display?: string;
}

/** Does not repeat the code that came: one patient's rare code may identify her. */
export interface CodeError {
  readonly kind: 'not-a-code' | 'wrong-check-digit';
  readonly system: CodeSystem;
  readonly expected: string;
}

/** The URIs by which FHIR names the systems. The first is the one to send; all are understood. */
export const codeSystemUris: Readonly<Record<CodeSystem, readonly [string, ...string[]]>> = {
  'icd-10': ['http://hl7.org/fhir/sid/icd-10', 'urn:oid:2.16.840.1.113883.6.3'],
  'icd-10-cm-be': ['http://hl7.org/fhir/sid/icd-10-cm', 'urn:oid:2.16.840.1.113883.6.90'],
  icpc: [
    'http://hl7.org/fhir/sid/icpc-2',
    'http://hl7.org/fhir/sid/icpc-1',
    'http://hl7.org/fhir/sid/icpc-1-nl',
    'urn:oid:2.16.840.1.113883.6.139',
    'urn:oid:2.16.840.1.113883.2.4.4.31.1',
  ],
  'snomed-ct': ['http://snomed.info/sct', 'urn:oid:2.16.840.1.113883.6.96'],
  loinc: ['http://loinc.org', 'urn:oid:2.16.840.1.113883.6.1'],
  atc: ['http://www.whocc.no/atc', 'urn:oid:2.16.840.1.113883.6.73'],
};

const systemByUri: ReadonlyMap<string, CodeSystem> = new Map(
  codeSystems.flatMap((system) => codeSystemUris[system].map((uri) => [uri, system] as const)),
);

/** The system a FHIR URI or an OID names; undefined for any other. */
export function codeSystemFromUri(uri: string): CodeSystem | undefined {
  return systemByUri.get(uri);
}

interface CodeShape {
  readonly pattern: RegExp;
  readonly expected: string;
  readonly dotAfter?: number;
  readonly checkDigit?: (code: string) => boolean;
}

const shapes: Readonly<Record<CodeSystem, CodeShape>> = {
  'icd-10': {
    pattern: /^[A-Z]\d{2}(\.\d{1,2})?$/,
    expected: 'a letter, two digits and one or two more, as in S72.0',
    dotAfter: 3,
  },
  'icd-10-cm-be': {
    pattern: /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/,
    expected: 'three characters and up to four more, as in S72.001A',
    dotAfter: 3,
  },
  icpc: {
    pattern: /^[A-Z]\d{2}(\.\d{1,2})?$/,
    expected: 'a letter and two digits, as in L76 or L76.01',
    dotAfter: 3,
  },
  'snomed-ct': {
    pattern: /^[1-9]\d{5,17}$/,
    expected: 'an identifier of 6 to 18 digits ending in its check digit',
    checkDigit: hasSnomedCheckDigit,
  },
  loinc: {
    pattern: /^\d{1,7}-\d$/,
    expected: 'up to seven digits, a hyphen and the check digit',
    checkDigit: hasLoincCheckDigit,
  },
  atc: {
    pattern: /^[A-Z](\d{2}([A-Z]([A-Z](\d{2})?)?)?)?$/,
    expected: 'one of the five ATC levels, as in M05BA04 or H02AB',
  },
};

/** Reads a code in any case, with or without its dot; surrounding space is dropped. */
export function parseCode<S extends CodeSystem>(
  system: S,
  text: string,
  display?: string,
): Result<Coded<S>, CodeError> {
  const shape = shapes[system];
  const code = withDot(text.trim().toUpperCase(), shape.dotAfter);
  if (!shape.pattern.test(code)) return failure({ kind: 'not-a-code', system, expected: shape.expected });
  if (shape.checkDigit !== undefined && !shape.checkDigit(code)) {
    return failure({ kind: 'wrong-check-digit', system, expected: shape.expected });
  }
  const coded = { system, code: code as Code<S> };
  return success(display === undefined ? coded : { ...coded, display });
}

function withDot(code: string, dotAfter: number | undefined): string {
  if (dotAfter === undefined || code.length <= dotAfter || code.includes('.')) return code;
  return `${code.slice(0, dotAfter)}.${code.slice(dotAfter)}`;
}
