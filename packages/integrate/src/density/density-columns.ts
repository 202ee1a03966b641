// Which column of a table of bone densitometries holds what, from the words of its first row. Decision: only listed words count,
// as with tables of reports: a number taken for a T-score by resemblance would be believed.

import { headerWord } from '../table/column-headers.ts';

export type DensityColumn =
  | 'patient'
  | 'birthDate'
  | 'sex'
  | 'on'
  | 'region'
  | 'side'
  | 'bmd'
  | 'tScore'
  | 'zScore'
  | 'vertebrae'
  | 'excluded'
  | 'reference'
  | 'referenceSex'
  | 'maker'
  | 'model'
  | 'serial';

export type DensityColumns = ReadonlyMap<DensityColumn, number>;

const words: Readonly<Record<DensityColumn, string>> = {
  patient:
    'patient patientid patientnummer patientnr patientennummer pid mrn dossiernummer numeropatient nopatient idpatient ipp',
  birthDate: 'birthdate dateofbirth dob geboortedatum datenaissance datedenaissance',
  sex: 'sex gender geslacht sexe',
  on: 'date datum scandate scandatum examdate onderzoeksdatum studydate dateexamen datedelexamen',
  region: 'region regio site plaats zone locatie meetplaats meetzone',
  side: 'side kant zijde cote',
  bmd: 'bmd bmdgcm2 bmdgcm² bmdgcm dichtheid botdichtheid densite dmo dmogcm2 dmogcm²',
  tScore: 'tscore tscoreyoungadult t',
  zScore: 'zscore z',
  vertebrae: 'vertebrae wervels vertebres levels niveaus',
  excluded:
    'excluded excludedvertebrae excludedlevels uitgesloten uitgeslotenwervels nietmeegeteld exclus vertebresexclues',
  reference: 'reference referencedatabase referentie referentiedatabase basereference',
  referenceSex: 'referencesex referentiegeslacht sexereference',
  maker: 'maker manufacturer merk fabrikant fabricant marque',
  model: 'model modele toestel device appareil',
  serial: 'serial serialnumber serialno serienummer toestelnummer numerodeserie deviceserial sn',
};

const needed: readonly DensityColumn[] = ['patient', 'on', 'region'];
const values: readonly DensityColumn[] = ['bmd', 'tScore', 'zScore'];

export function densityColumnsOf(headers: readonly string[]): DensityColumns {
  const found = new Map<DensityColumn, number>();
  for (const [index, header] of headers.entries()) {
    const word = headerWord(header);
    for (const [column, known] of Object.entries(words) as [DensityColumn, string][])
      if (!found.has(column) && known.split(' ').includes(word)) found.set(column, index);
  }
  return found;
}

/** The columns without which no row can be read. */
export function missingColumns(columns: DensityColumns | null): readonly string[] {
  const lacks = (column: DensityColumn): boolean => columns?.has(column) !== true;
  return [...needed.filter(lacks), ...(values.every(lacks) ? ['bmd, tScore or zScore'] : [])];
}
