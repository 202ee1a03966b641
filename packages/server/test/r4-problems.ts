// What is wrong with a resource by the R4 definitions: structure, cardinality and required code lists by the `fhir`
// package; what it does not look at (empty elements, impossible dates, two values where one may stand, reference targets,
// some of R4's own rules) here. Lists that R4 only proposes are not judged.

import { Fhir } from 'fhir';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = { readonly [name: string]: Json };

const definitions = new Fhir();

/** Empty when the resource is sound. */
export function r4Problems(resource: unknown): readonly string[] {
  const { messages } = definitions.validate(resource as object, { errorOnUnexpected: true });
  const own = resource as JsonObject;
  const type = String(own['resourceType']);
  return [
    ...(messages ?? [])
      .filter(({ severity }) => severity === 'error')
      .map(({ location, message }) => `${location}: ${message}`),
    ...elementProblems(own, type),
    ...(rules[type] ?? []).filter(({ holds }) => !holds(own)).map(({ says }) => `${type}: ${says}`),
  ];
}

function elementProblems(value: Json, path: string): string[] {
  if (value === null) return [`${path}: null`];
  if (typeof value === 'string') return textProblems(value, path);
  if (typeof value !== 'object') return [];
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${path}: empty list`];
    return value.flatMap((one, index) => elementProblems(one as Json, `${path}[${index}]`));
  }
  const names = Object.keys(value);
  if (names.length === 0) return [`${path}: empty element`];
  const problems = names.flatMap((name) =>
    elementProblems((value as JsonObject)[name] ?? null, `${path}.${name}`),
  );
  for (const stem of ['value', 'effective', 'onset', 'deceased', 'medication', 'performed', 'occurrence'])
    if (names.filter((name) => new RegExp(`^${stem}[A-Z]`).test(name)).length > 1)
      problems.push(`${path}.${stem}[x]: more than one`);
  return problems;
}

function textProblems(text: string, path: string): string[] {
  if (text === '') return [`${path}: empty text`];
  if (/\.(reference)$/.test(path) && !/^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(text))
    return [`${path}: not a reference`];
  if (
    /((?<!request)\.url|(coding\[\d+\]|[iI]dentifier(\[\d+\])?)\.system)$/.test(path) &&
    !/^[a-z][a-z0-9+.-]*:\S+$/i.test(text)
  )
    return [`${path}: not a URI`];
  const day = /^(\d{4}-\d\d-\d\d)(T.*)?$/.exec(text);
  if (day === null || /\.(value|text|display|title|description|scheduledString)$/.test(path)) return [];
  const at = new Date(`${day[1]}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day[1]) return [`${path}: no such day`];
  return day[2] !== undefined && !/^T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(day[2])
    ? [`${path}: no such instant`]
    : [];
}

interface Rule {
  /** R4's own name and words for it. */
  readonly says: string;
  holds(resource: JsonObject): boolean;
}

const has = (resource: JsonObject, name: string): boolean =>
  resource[name] !== undefined || resource[`_${name}`] !== undefined;
const statusOf = (resource: JsonObject, name: string): string => {
  const codings = (resource[name] as JsonObject | undefined)?.['coding'] as readonly JsonObject[] | undefined;
  return String(codings?.[0]?.['code']);
};

const rules: Readonly<Record<string, readonly Rule[]>> = {
  Appointment: [
    { says: 'app-2: start and end, or neither', holds: (r) => has(r, 'start') === has(r, 'end') },
    {
      says: 'app-3: only proposed or cancelled ones, or those on a waiting list, may miss start and end',
      holds: (r) =>
        (has(r, 'start') && has(r, 'end')) ||
        ['proposed', 'cancelled', 'waitlist'].includes(String(r['status'])),
    },
  ],
  Condition: [
    {
      says: 'con-5: no clinical status when entered in error',
      holds: (r) => statusOf(r, 'verificationStatus') !== 'entered-in-error' || !has(r, 'clinicalStatus'),
    },
    {
      says: 'con-3: a clinical status unless entered in error',
      holds: (r) => statusOf(r, 'verificationStatus') === 'entered-in-error' || has(r, 'clinicalStatus'),
    },
  ],
  Observation: [
    {
      says: 'obs-6: no reason for absence beside a value',
      holds: (r) => !has(r, 'dataAbsentReason') || !Object.keys(r).some((name) => /^value[A-Z]/.test(name)),
    },
  ],
  Group: [
    { says: 'grp-1: members only when actual', holds: (r) => !has(r, 'member') || r['actual'] === true },
  ],
  MedicationAdministration: [
    {
      says: 'effective[x] is required',
      holds: (r) => has(r, 'effectiveDateTime') || has(r, 'effectivePeriod'),
    },
  ],
  Composition: [
    {
      says: 'cmp-1: a section has text, entries or sections',
      holds: (r) => ((r['section'] ?? []) as readonly JsonObject[]).every((section) => has(section, 'text')),
    },
  ],
};
