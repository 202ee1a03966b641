// In which form an answer is asked (https://hl7.org/fhir/R4/http.html#mime-type). Decision: JSON is all that is written here, so
// whoever takes only something else is told so (406) before anything is looked up, and never handed what they cannot read.
// `_format` stands over Accept, as the specification says.

const wholly: readonly string[] = ['*/*', 'application/*'];
const written: readonly string[] = [
  'json',
  'text/json',
  'application/json',
  'application/fhir+json',
  // Of a bulk export.
  'application/ndjson',
  'application/fhir+ndjson',
];
const fhirVersion = '4.0';

/** `format`: each `_format` of the address. A header that is not there takes everything. */
export function isWritten(accept: string | undefined, format: readonly string[]): boolean {
  // A plus sign of an address that was not written as %2B arrives as a blank.
  if (format.length > 0) return format.every((each) => isJson(each.replace('fhir json', 'fhir+json')));
  if (accept === undefined || accept.trim() === '') return true;
  return accept.split(',').some((range) => isJson(range, wholly));
}

function isJson(range: string, further: readonly string[] = []): boolean {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  if (!written.includes(type) && !further.includes(type)) return false;
  return parameters.every((parameter) => {
    const [name = '', value = ''] = parameter.split('=').map((part) => part.trim());
    if (name === 'q') return Number(value) > 0;
    return name !== 'fhirversion' || value === fhirVersion;
  });
}
