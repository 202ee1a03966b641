// The export as a Belgian hospital's warehouse would write it: semicolons, Dutch headers, dates as
// day/month/year, line breaks inside quotes. The last column says on every row that it is synthetic.

import { belgianDate, type PatientRecord, type Report, type ReportKind } from '@breekpunt/synthetic';

export const csvHeader: readonly string[] = [
  'verslagnummer',
  'patiëntnummer',
  'geboortedatum',
  'geslacht',
  'datum',
  'taal',
  'soort',
  'ICD-10',
  'verslag',
  'bron',
];

const kindNames: Readonly<Record<ReportKind, string>> = {
  xray: 'RX',
  ct: 'CT',
  mri: 'MR',
  dxa: 'DXA',
  ed: 'spoed',
  discharge: 'ontslagbrief',
  ortho: 'raadpleging',
  gp: 'huisarts',
};

export function csvCells({ patient }: PatientRecord, report: Report): string[] {
  return [
    report.id,
    patient.id,
    belgianDate(patient.birth),
    patient.sex === 'F' ? 'V' : 'M',
    belgianDate(report.day),
    report.language,
    kindNames[report.kind],
    report.codes.join(' '),
    report.text,
    'synthetisch',
  ];
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(';')}\r\n`;
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function csvFile(records: readonly PatientRecord[]): string {
  const rows = records.flatMap((record) => record.reports.map((report) => csvLine(csvCells(record, report))));
  return csvLine(csvHeader) + rows.join('');
}
