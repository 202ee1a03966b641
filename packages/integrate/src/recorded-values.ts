// Sex, language and codes as many systems write them, to this project's words. One decision: a value that is not
// listed is 'not recorded' plus a notice, never a guess; a code of an unnamed system keeps its system 'unknown'
// unless its form belongs to one system only.

import { type CodeSystem, codeSystemFromUri, type Language, languages } from '@breekpunt/core';
import type { RecordedCode, RecordedSex } from './report-record.ts';

const sexWords: Readonly<Record<string, RecordedSex>> = {
  f: 'female',
  v: 'female',
  w: 'female',
  vrouw: 'female',
  vrouwelijk: 'female',
  femme: 'female',
  feminin: 'female',
  féminin: 'female',
  frau: 'female',
  weiblich: 'female',
  female: 'female',
  woman: 'female',
  '2': 'female',
  m: 'male',
  h: 'male',
  man: 'male',
  mannelijk: 'male',
  homme: 'male',
  masculin: 'male',
  mann: 'male',
  männlich: 'male',
  maennlich: 'male',
  male: 'male',
  '1': 'male',
  o: 'other',
  a: 'other',
  x: 'other',
  d: 'other',
  other: 'other',
  ander: 'other',
  anders: 'other',
  autre: 'other',
  divers: 'other',
  u: 'unknown',
  n: 'unknown',
  unknown: 'unknown',
  onbekend: 'unknown',
  inconnu: 'unknown',
  unbekannt: 'unknown',
  '0': 'unknown',
  '9': 'unknown',
};

const sexByWord: ReadonlyMap<string, RecordedSex> = new Map(
  Object.entries(sexWords).flatMap(([word, sex]) => [
    [word, sex],
    [word.toUpperCase(), sex],
  ]),
);

export function sexFrom(value: string): RecordedSex | undefined {
  // As written first: a large export says the same few letters a million times.
  return sexByWord.get(value) ?? sexByWord.get(value.trim().toLowerCase());
}

const languageWords: Readonly<Record<string, Language>> = {
  nederlands: 'nl',
  dutch: 'nl',
  nld: 'nl',
  dut: 'nl',
  n: 'nl',
  frans: 'fr',
  français: 'fr',
  francais: 'fr',
  french: 'fr',
  fra: 'fr',
  fre: 'fr',
  f: 'fr',
  duits: 'de',
  deutsch: 'de',
  german: 'de',
  deu: 'de',
  ger: 'de',
  d: 'de',
  engels: 'en',
  anglais: 'en',
  english: 'en',
  eng: 'en',
  e: 'en',
};

/** 'nl', 'nl-BE', 'Nederlands', 'NLD' … to one of the four languages. */
export function languageFrom(value: string): Language | undefined {
  const word = value.trim().toLowerCase();
  const short = word.split(/[-_]/)[0] ?? '';
  const known = languages.find((language) => language === short);
  return known ?? (Object.hasOwn(languageWords, word) ? languageWords[word] : undefined);
}

const systemPatterns: readonly (readonly [RegExp, CodeSystem])[] = [
  [/icd-?10-?(cm|be|c\b)|^i10c$|6\.90$/i, 'icd-10-cm-be'],
  [/icd-?10|cim-?10|^i10|^10$|6\.3$/i, 'icd-10'],
  [/icpc|6\.139$/i, 'icpc'],
  [/snomed|^sct$|sctid|6\.96$/i, 'snomed-ct'],
  [/loinc|^ln$|6\.1$/i, 'loinc'],
  [/whocc\.no|^atc|\batc\b|6\.73$/i, 'atc'],
];

/** The system a name, URI, OID or HL7 table 0396 word stands for. */
function codeSystemFrom(name: string): CodeSystem | 'unknown' {
  const byUri = codeSystemFromUri(name.trim());
  if (byUri !== undefined) return byUri;
  const found = systemPatterns.find(([pattern]) => pattern.test(name.trim()));
  return found ? found[1] : 'unknown';
}

/** ICD-10 with a decimal point, or the seven characters of ICD-10-CM: no other system here is written so. */
function systemByForm(code: string): CodeSystem | 'unknown' {
  if (/^[A-Z]\d[0-9A-Z]\.?[0-9A-Z]{3}[A-Z]$/i.test(code)) return 'icd-10-cm-be';
  return /^[A-Z]\d\d\.\d{1,2}$/i.test(code) ? 'icd-10' : 'unknown';
}

export function codeFrom(code: string, system?: string, display?: string): RecordedCode {
  const named = system === undefined || system.trim() === '' ? undefined : codeSystemFrom(system);
  const known = named === 'icd-10' && systemByForm(code) === 'icd-10-cm-be' ? 'icd-10-cm-be' : named;
  const base = { system: known ?? systemByForm(code), code };
  const withName = known === 'unknown' && system ? { ...base, systemName: system } : base;
  return display === undefined || display === '' ? withName : { ...withName, display };
}

/** A cell of codes: 'S72.0; M80.08' or 'icd10:S72.0', of the system the column's header names. */
export function codesFromCell(cell: string, header: string): RecordedCode[] {
  const system = codeSystemFrom(header) === 'unknown' ? undefined : header;
  return cell
    .split(/[;,|\s]+/)
    .filter((part) => part !== '' && part !== '-')
    .map((part) => {
      const colon = part.lastIndexOf(':');
      return colon > 0 ? codeFrom(part.slice(colon + 1), part.slice(0, colon)) : codeFrom(part, system);
    });
}
