// What a reader noticed without losing anything, in a line for the terminal; null when a person need not
// know. Names of columns and counts only, never values.

import { unreachable } from '@breekpunt/core';
import type { ColumnField, Notice, Place } from '@breekpunt/integrate';
import type { UiLanguage } from '../options/commands.ts';

interface NoticeWords {
  readonly field: Readonly<Record<ColumnField, string>>;
  readonly place: Readonly<Record<Place['kind'], string>> & { readonly ofSheet: string };
  readonly column: (field: string, header: string) => string;
  readonly columns: (used: string, ignored: string) => string;
  readonly idsMade: (count: number) => string;
  readonly duplicateIds: (count: number, first: string) => string;
  readonly unrecognised: (count: number, field: string, first: string) => string;
  readonly skippedType: (count: number, type: string) => string;
  readonly patientsNotFound: (count: number, first: string) => string;
  readonly sheetsNotRead: (sheets: string) => string;
}

const nl: NoticeWords = {
  field: {
    id: 'nummer',
    text: 'tekst',
    conclusion: 'besluit',
    patient: 'patiënt',
    birthDate: 'geboortedatum',
    sex: 'geslacht',
    date: 'datum',
    language: 'taal',
    kind: 'soort',
    codes: 'codes',
  },
  place: {
    file: 'het hele bestand',
    line: 'regel',
    row: 'rij',
    message: 'bericht',
    resource: 'resource',
    ofSheet: 'van blad',
  },
  column: (field, header) => `${field} uit “${header}”`,
  columns: (used, ignored) => `gelezen: ${used}${ignored === '' ? '' : `; niet gebruikt: ${ignored}`}`,
  idsMade: (count) =>
    `${count} ${count === 1 ? 'verslag heeft' : 'verslagen hebben'} geen nummer; hun plaats staat in de plaats`,
  duplicateIds: (count, first) =>
    `${count} ${count === 1 ? 'nummer komt' : 'nummers komen'} meer dan eens voor, het eerst op ${first}`,
  unrecognised: (count, field, first) =>
    `${count} ${count === 1 ? 'waarde' : 'waarden'} van ${field} niet herkend en weggelaten, de eerste op ${first}`,
  skippedType: (count, type) => `${count} × ${type} bevat geen verslag en is overgeslagen`,
  patientsNotFound: (count, first) =>
    `${count} ${count === 1 ? 'verslag noemt' : 'verslagen noemen'} een patiënt die niet in de invoer staat, het eerst op ${first}`,
  sheetsNotRead: (sheets) => `niet gelezen bladen: ${sheets}; kies er een met --sheet`,
};

const fr: NoticeWords = {
  field: {
    id: 'numéro',
    text: 'texte',
    conclusion: 'conclusion',
    patient: 'patient',
    birthDate: 'date de naissance',
    sex: 'sexe',
    date: 'date',
    language: 'langue',
    kind: 'type',
    codes: 'codes',
  },
  place: {
    file: 'tout le fichier',
    line: 'ligne',
    row: 'ligne',
    message: 'message',
    resource: 'ressource',
    ofSheet: 'de la feuille',
  },
  column: (field, header) => `${field} de « ${header} »`,
  columns: (used, ignored) => `lu : ${used}${ignored === '' ? '' : ` ; non utilisé : ${ignored}`}`,
  idsMade: (count) =>
    `${count} ${count === 1 ? 'rapport' : 'rapports'} sans numéro ; leur place en tient lieu`,
  duplicateIds: (count, first) =>
    `${count} ${count === 1 ? 'numéro figure' : 'numéros figurent'} plus d’une fois, d’abord ${first}`,
  unrecognised: (count, field, first) =>
    `${field} : ${count} ${count === 1 ? 'valeur inconnue laissée' : 'valeurs inconnues laissées'} de côté, d’abord ${first}`,
  skippedType: (count, type) => `${count} × ${type} ne contient pas de rapport et a été passé`,
  patientsNotFound: (count, first) =>
    `${count} ${count === 1 ? 'rapport nomme' : 'rapports nomment'} un patient absent de l’entrée, d’abord ${first}`,
  sheetsNotRead: (sheets) => `feuilles non lues : ${sheets} ; choisissez-en une avec --sheet`,
};

const en: NoticeWords = {
  field: {
    id: 'id',
    text: 'text',
    conclusion: 'conclusion',
    patient: 'patient',
    birthDate: 'birth date',
    sex: 'sex',
    date: 'date',
    language: 'language',
    kind: 'kind',
    codes: 'codes',
  },
  place: {
    file: 'the whole file',
    line: 'line',
    row: 'row',
    message: 'message',
    resource: 'resource',
    ofSheet: 'of sheet',
  },
  column: (field, header) => `${field} from “${header}”`,
  columns: (used, ignored) => `read as ${used}${ignored === '' ? '' : `; not used: ${ignored}`}`,
  idsMade: (count) =>
    `${count} ${count === 1 ? 'report has' : 'reports have'} no id; one was made from their place`,
  duplicateIds: (count, first) =>
    `${count} ${count === 1 ? 'id occurs' : 'ids occur'} more than once, first at ${first}`,
  unrecognised: (count, field, first) =>
    `${count} ${count === 1 ? 'value' : 'values'} of ${field} not known and left out, first at ${first}`,
  skippedType: (count, type) => `${count} × ${type} carries no report and was passed over`,
  patientsNotFound: (count, first) =>
    `${count} ${count === 1 ? 'report names' : 'reports name'} a patient who is not in the input, first at ${first}`,
  sheetsNotRead: (sheets) => `sheets not read: ${sheets}; choose one with --sheet`,
};

const byLanguage: Readonly<Record<UiLanguage, NoticeWords>> = { nl, fr, en };

export function noticeInWords(notice: Notice, language: UiLanguage): string | null {
  const words = byLanguage[language];
  const fieldInWords = (field: string): string => words.field[field as ColumnField] ?? field;
  switch (notice.kind) {
    case 'format':
      return null;
    case 'columns': {
      const used = Object.entries(notice.used).map(([field, header]) =>
        words.column(fieldInWords(field), header),
      );
      return words.columns(used.join(', '), notice.ignored.join(', '));
    }
    case 'ids-made':
      return words.idsMade(notice.count);
    case 'duplicate-ids':
      return words.duplicateIds(notice.count, placeInWords(notice.first, words));
    case 'unrecognised-values':
      return words.unrecognised(notice.count, fieldInWords(notice.field), placeInWords(notice.first, words));
    case 'skipped-type':
      return notice.type === 'Patient' ? null : words.skippedType(notice.count, notice.type);
    case 'patients-not-found':
      return words.patientsNotFound(notice.count, placeInWords(notice.first, words));
    case 'sheets-not-read':
      return words.sheetsNotRead(notice.sheets.join(', '));
    default:
      return unreachable(notice);
  }
}

function placeInWords(place: Place, { place: words }: NoticeWords): string {
  switch (place.kind) {
    case 'file':
      return words.file;
    case 'line':
      return `${words.line} ${place.line}`;
    case 'row':
      return `${words.row} ${place.row} ${words.ofSheet} ${place.sheet}`;
    case 'message':
      return `${words.message} ${place.message} (${words.line} ${place.line})`;
    case 'resource':
      return `${words.resource} ${place.index} (${place.resourceType})`;
    default:
      return unreachable(place);
  }
}
