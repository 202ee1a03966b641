// Which column holds what, from the words hospitals put in their header rows. One decision: a header counts only
// when it is one of the listed words (case, accents, spaces and signs aside), because a column taken for the
// report text by resemblance would screen the wrong thing in silence. It does not read rows.

import type { ColumnField } from '../report-record.ts';

/** Listed by preference: of two columns that fit one field, the earlier word wins. */
const words: Readonly<Record<ColumnField, string>> = {
  text:
    'verslagtekst reporttext textereport text tekst texte verslag report rapport rapporttekst rapporttext textrapport ' +
    'compterendu textecompterendu cr crtexte protocol protocoltekst befund befundtext befundbericht bericht berichttext ' +
    'inhoud content note notes notitie body fulltext volledigetekst reportbody verslaginhoud radiologieverslag ' +
    'radiologyreport narrative bevindingen findings resultat resultaattekst uitslagtekst',
  conclusion:
    'besluit conclusie conclusion beurteilung impression conclusietekst samenvatting zusammenfassung',
  id:
    'id reportid verslagid rapportid verslagnummer verslagnr reportnumber reportnr accessionnumber accession ' +
    'accessienummer accessionno onderzoeksnummer onderzoeknr onderzoekid examid examnumber numeroexamen noexamen ' +
    'numerocompterendu befundid befundnummer auftragsnummer ordernumber ordernummer documentid docid studyid rowid key',
  patient:
    'patient patientid patientnummer patientnumber patientnr patientno patientennummer patientennr patid patnr patientnummer ' +
    'patientpid pid mrn dossiernummer dossiernr dossier numerodossier nodossier numeropatient nopatient idpatient ' +
    'identifiantpatient insz niss ssin bsn rijksregisternummer registrenational fallpatient subjectid patientidentifier ipp',
  birthDate:
    'birthdate dateofbirth dob geboortedatum geboorte gebdatum geboortedat datenaissance datedenaissance naissance ddn ' +
    'geburtsdatum geburtstag gebdat patientbirthdate birth',
  sex: 'sex gender geslacht sexe geschlecht genre patientsex mv',
  date:
    'reportdate verslagdatum examdate onderzoeksdatum onderzoekdatum studydate datum date daterapport datecompterendu ' +
    'dateexamen datedelexamen befunddatum untersuchungsdatum berichtsdatum datumverslag datumonderzoek uitvoerdatum ' +
    'performeddate contactdatum consultdatum timestamp datetime datumtijd',
  language: 'language lang taal langue sprache reportlanguage verslagtaal',
  kind:
    'kind type soort modality modaliteit modalite modalitat reporttype reportkind soortverslag soortonderzoek verslagtype ' +
    'verslagsoort examtype typeexamen typedexamen onderzoek onderzoekstype examen untersuchung untersuchungsart befundart ' +
    'documenttype art verrichting procedure exam examination studydescription',
  codes:
    'codes code icd icd10 icd10code icd10codes icdcode icdcodes icd10cm icd10be icd10cmcode cim10 cim codecim codecim10 ' +
    'icpc icpccode icpc2 icpc1 snomed snomedct snomedcode snomedctcode diagnosecode diagnosiscode diagnosecodes ' +
    'codediagnostic codediagnostique diagnosencode diagnosisicd10 diagnoseicd10 dx dxcode dxcodes',
};

const ranks: ReadonlyMap<string, readonly { readonly field: ColumnField; readonly rank: number }[]> =
  rankTable();

function rankTable(): Map<string, { field: ColumnField; rank: number }[]> {
  const table = new Map<string, { field: ColumnField; rank: number }[]>();
  for (const [field, list] of Object.entries(words) as [ColumnField, string][]) {
    for (const [rank, word] of list.split(' ').entries()) {
      const known = table.get(word) ?? [];
      if (!known.some((entry) => entry.field === field)) known.push({ field, rank });
      table.set(word, known);
    }
  }
  return table;
}

/** A header's bare word: 'Date de naissance' → 'datedenaissance', 'Patiënt-nr.' → 'patientnr'. */
export function headerWord(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Column index by field for the headers that are known; each field at most once. */
export function detectColumns(headers: readonly string[]): Map<ColumnField, number> {
  const found = new Map<ColumnField, { index: number; rank: number }>();
  for (const [index, header] of headers.entries()) {
    for (const { field, rank } of ranks.get(headerWord(header)) ?? []) {
      const before = found.get(field);
      if (before === undefined || rank < before.rank) found.set(field, { index, rank });
    }
  }
  return new Map([...found].map(([field, { index }]) => [field, index]));
}
