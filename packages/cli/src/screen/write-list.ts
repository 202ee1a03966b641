// What an output file gets beside or instead of rows: a start for CSV, the page, the workbook. Rows of
// NDJSON and CSV were written while the run went on.

import { writeWorkbook } from '@breekpunt/integrate';
import { pageParts } from '../page/page.ts';
import type { UiWords } from '../words/ui-words.ts';
import type { AtomicFile } from './atomic-file.ts';
import { workbookSheets } from './list-workbook.ts';
import type { PatientList } from './patient-list.ts';
import type { ScreenSummary } from './summary.ts';

export type OutputKind = 'ndjson' | 'csv' | 'xlsx' | 'html';

export async function writeList(
  kind: OutputKind,
  file: AtomicFile,
  list: PatientList,
  summary: ScreenSummary,
  words: UiWords,
): Promise<void> {
  switch (kind) {
    case 'ndjson':
    case 'csv':
      return;
    case 'html':
      for (const part of pageParts(list, summary, words)) await file.write(part);
      return;
    case 'xlsx':
      await writeWorkbook(workbookSheets(list, summary, words), (bytes) => file.write(bytes));
  }
}
