// The whole list under a filter as a file: CSV or a workbook. Days are written as ISO, so that a spreadsheet in any language
// reads them alike; what nobody recorded is said in words.
// Decision: the columns and the words of the program (places, lists) keep their codes, under headings in the reader's language; the file is for counting and for
// other programs. The sentence is whole. Everybody in the file stands in the audit log.

import { Buffer } from 'node:buffer';
import { type Cell, csvRow, csvStart, writeWorkbook } from '@breekpunt/integrate';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Asker } from './worklist-cases.ts';
import type { WorklistFilter } from './worklist-filter.ts';
import { worklistPage } from './worklist-page.ts';
import type { WorklistRow } from './worklist-row.ts';

export interface WorklistExport {
  readonly file: Buffer;
  readonly persons: readonly number[];
  readonly rows: number;
}

const pageSize = 500;
/** Headings by language, and how wide the column is. */
const columns = [
  [{ en: 'case', nl: 'dossier', fr: 'dossier' }, 10],
  [{ en: 'family name', nl: 'familienaam', fr: 'nom' }, 22],
  [{ en: 'given name', nl: 'voornaam', fr: 'prénom' }, 16],
  [{ en: 'birth date', nl: 'geboortedatum', fr: 'date de naissance' }, 16],
  [{ en: 'sex', nl: 'geslacht', fr: 'sexe' }, 10],
  [{ en: 'list', nl: 'lijst', fr: 'liste' }, 14],
  [{ en: 'place', nl: 'plaats', fr: 'localisation' }, 22],
  [{ en: 'side', nl: 'zijde', fr: 'côté' }, 8],
  [{ en: 'vertebrae', nl: 'wervels', fr: 'vertèbres' }, 12],
  [{ en: 'status', nl: 'status', fr: 'statut' }, 10],
  [{ en: 'eligibility', nl: 'komt in aanmerking', fr: 'éligibilité' }, 18],
  [{ en: 'fracture on', nl: 'breuk op', fr: 'fracture le' }, 12],
  [{ en: 'days since', nl: 'dagen sinds', fr: 'jours depuis' }, 12],
  [{ en: 'due on', nl: 'te doen voor', fr: 'échéance' }, 12],
  [{ en: 'late', nl: 'te laat', fr: 'en retard' }, 10],
  [{ en: 'followed by', nl: 'gevolgd door', fr: 'suivi par' }, 20],
  [{ en: 'reason', nl: 'reden', fr: 'raison' }, 18],
  [{ en: 'sentence', nl: 'zin', fr: 'phrase' }, 80],
] as const;

/** What stands where nobody knows. */
const unknowns = {
  en: { notRecorded: 'not recorded', nobody: 'nobody', codeOnly: 'a code only', sheet: 'Worklist' },
  nl: { notRecorded: 'niet bekend', nobody: 'niemand', codeOnly: 'enkel een code', sheet: 'Werklijst' },
  fr: {
    notRecorded: 'non connu',
    nobody: 'personne',
    codeOnly: 'un code seulement',
    sheet: 'Liste de travail',
  },
} as const;

export type ExportLanguage = keyof typeof unknowns;

export async function exportWorklist(
  tx: SiteTransaction,
  asker: Asker,
  filter: WorklistFilter,
  format: 'csv' | 'xlsx',
  language: ExportLanguage,
): Promise<WorklistExport> {
  const rows: WorklistRow[] = [];
  let after: string | null = null;
  do {
    const page = await worklistPage(tx, asker, filter, after, pageSize);
    if (!page.ok) throw new Error('A place in the list that was given a moment ago is none');
    rows.push(...page.value.rows);
    after = page.value.next;
  } while (after !== null);
  const cells = rows.map((row) => cellsOf(row, unknowns[language]));
  return {
    file: format === 'csv' ? asCsv(cells, language) : await asWorkbook(cells, language),
    persons: [...new Set(rows.map(({ patient }) => patient.id))],
    rows: rows.length,
  };
}

function cellsOf(
  row: WorklistRow,
  { notRecorded, nobody, codeOnly }: (typeof unknowns)[ExportLanguage],
): Cell[] {
  const { patient } = row;
  return [
    row.id,
    patient.familyName ?? notRecorded,
    patient.givenName ?? notRecorded,
    patient.birthDate ?? notRecorded,
    patient.sex,
    row.list,
    row.site,
    row.side ?? notRecorded,
    row.levels.join(' '),
    row.status,
    row.eligibility,
    row.fractureOn ?? notRecorded,
    row.days ?? notRecorded,
    row.dueOn ?? notRecorded,
    row.late,
    row.owner?.name ?? nobody,
    row.reason,
    row.proof?.pieces
      .map(({ text }) => text)
      .join('')
      .replaceAll(/\s+/g, ' ') ?? codeOnly,
  ];
}

function asCsv(cells: readonly (readonly Cell[])[], language: ExportLanguage): Buffer {
  return Buffer.from(csvStart + [columns.map(([title]) => title[language]), ...cells].map(csvRow).join(''));
}

async function asWorkbook(cells: readonly (readonly Cell[])[], language: ExportLanguage): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const sheet = {
    name: unknowns[language].sheet,
    columns: columns.map(([title, width]) => ({ title: title[language], width })),
    rows: cells,
  };
  await writeWorkbook([sheet], async (bytes) => {
    pieces.push(bytes);
  });
  return Buffer.concat(pieces);
}
