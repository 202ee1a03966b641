import { expect, test } from 'vitest';
import { noticeInWords } from './notice-in-words.ts';

const columns = {
  kind: 'columns',
  used: { text: 'Verslag', birthDate: 'Geb.' },
  ignored: ['Opmerking'],
} as const;

test('which column feeds what is said in the language that was chosen', () => {
  expect(noticeInWords(columns, 'nl')).toBe(
    'gelezen: tekst uit “Verslag”, geboortedatum uit “Geb.”; niet gebruikt: Opmerking',
  );
  expect(noticeInWords(columns, 'fr')).toBe(
    'lu : texte de « Verslag », date de naissance de « Geb. » ; non utilisé : Opmerking',
  );
  expect(noticeInWords({ ...columns, ignored: [] }, 'en')).toBe(
    'read as text from “Verslag”, birth date from “Geb.”',
  );
});

test('a place is named in the same language as its sentence, one item as one', () => {
  const first = { kind: 'row', row: 7, sheet: 'Blad1' } as const;
  expect(noticeInWords({ kind: 'duplicate-ids', count: 1, first }, 'nl')).toBe(
    '1 nummer komt meer dan eens voor, het eerst op rij 7 van blad Blad1',
  );
  expect(noticeInWords({ kind: 'unrecognised-values', field: 'sex', count: 2, first }, 'fr')).toBe(
    'sexe : 2 valeurs inconnues laissées de côté, d’abord ligne 7 de la feuille Blad1',
  );
});

test('the format that was recognised, and patients of a FHIR export, are no news', () => {
  expect(noticeInWords({ kind: 'format', format: 'csv' }, 'nl')).toBeNull();
  expect(noticeInWords({ kind: 'skipped-type', type: 'Patient', count: 3 }, 'nl')).toBeNull();
  expect(noticeInWords({ kind: 'skipped-type', type: 'Slot', count: 3 }, 'nl')).toBe(
    '3 × Slot bevat geen verslag en is overgeslagen',
  );
});
