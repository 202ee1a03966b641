// The first patients as a workbook. The writer stamps each member of the archive with the time of day;
// those stamps are set to the first moment ZIP knows, so that the same hospital gives the same bytes.

import type { PatientRecord } from '@breekpunt/synthetic';
import writeXlsxFile from 'write-excel-file/node';
import { csvCells, csvHeader } from './csv.ts';

export async function xlsxFile(records: readonly PatientRecord[]): Promise<Uint8Array> {
  const rows = records.flatMap((record) => record.reports.map((report) => csvCells(record, report)));
  const cells = [csvHeader, ...rows].map((row) =>
    row.map((value) => (value === '' ? null : { value, type: String })),
  );
  const buffer = await writeXlsxFile(cells, { sheet: 'Synthetische export' }).toBuffer();
  return withoutClock(buffer);
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
const firstZipMoment = 0x00210000;

function withoutClock(archive: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== endOfDirectory) throw new Error('Expected an archive without a comment.');
  let at = view.getUint32(end + 16, true);
  for (let member = 0; member < view.getUint16(end + 10, true); member++) {
    if (view.getUint32(at, true) !== centralHeader) throw new Error('Expected a member of the directory.');
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localHeader) throw new Error('Expected a member of the archive.');
    view.setUint32(at + 12, firstZipMoment, true);
    view.setUint32(local + 10, firstZipMoment, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
