// The parts of a workbook (ECMA-376) that say where sheets stand, which styles are dates and which texts are shared.
// One decision: only these few elements are read; everything else in an XLSX (formulas, drawings, macros) is
// never opened.

import { UnpackRefused } from '../inflate.ts';
import type { ReadLimits } from '../report-record.ts';
import { XmlStream } from './xml-stream.ts';
import { entryBytes, type ZipEntry } from './zip-directory.ts';

export interface SheetPart {
  readonly name: string;
  readonly path: string;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly dateSystem: '1900' | '1904';
  readonly sharedStrings: readonly string[];
  /** Cell style numbers whose number format shows a date. */
  readonly dateStyles: ReadonlySet<number>;
}

/** The zip and the bounds every part is read under. */
export interface Package {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly limits: ReadLimits;
}

/** UTF-16 units of all shared strings together; they have to be held while the sheet streams. */
const mostSharedText = 512_000_000;

/** Throws UnpackRefused when a needed part is missing, damaged or beyond the bounds. */
export async function readWorkbook(file: Package): Promise<Workbook> {
  const relations = await readRelations(file);
  const sheets: SheetPart[] = [];
  let dateSystem: '1900' | '1904' = '1900';
  await readPart(file, 'xl/workbook.xml', true, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && ['1', 'true'].includes(attributes['date1904'] ?? '')) dateSystem = '1904';
      if (name !== 'sheet') return;
      const relation =
        Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const path = relations.get(relation);
      if (path !== undefined) sheets.push({ name: attributes['name'] ?? '', path });
    },
    text: () => {},
    close: () => {},
  });
  return {
    sheets,
    dateSystem,
    sharedStrings: await readSharedStrings(file),
    dateStyles: await readDateStyles(file),
  };
}

async function readRelations(file: Package): Promise<Map<string, string>> {
  const relations = new Map<string, string>();
  await readPart(file, 'xl/_rels/workbook.xml.rels', true, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || !(attributes['Type'] ?? '').endsWith('/worksheet')) return;
      const target = attributes['Target'] ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      relations.set(attributes['Id'] ?? '', path.replace(/[^/]+\/\.\.\//g, ''));
    },
    text: () => {},
    close: () => {},
  });
  return relations;
}

/** Rich text is joined from its runs; phonetic hints (rPh) are left out. */
async function readSharedStrings(file: Package): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inPhonetic = false;
  let total = 0;
  await readPart(file, 'xl/sharedStrings.xml', false, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inPhonetic = true;
    },
    text: (text) => {
      if (inText && !inPhonetic) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') {
        strings.push(unescapeXlsx(current));
        total += current.length;
        if (total > mostSharedText) {
          throw new UnpackRefused({
            kind: 'too-large',
            what: 'the shared texts',
            limit: mostSharedText,
            unit: 'bytes',
          });
        }
      }
    },
  });
  return strings;
}

/** _x000D_ and its like: characters XML cannot hold. */
export function unescapeXlsx(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('\r\n', '\n');
}

async function readDateStyles(file: Package): Promise<Set<number>> {
  const dateFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
  const styles = new Set<number>();
  let inCellStyles = false;
  let style = 0;
  await readPart(file, 'xl/styles.xml', false, {
    open: (name, attributes) => {
      if (name === 'numFmt' && showsDate(attributes['formatCode'] ?? ''))
        dateFormats.add(Number(attributes['numFmtId']));
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        if (dateFormats.has(Number(attributes['numFmtId']))) styles.add(style);
        style++;
      }
    },
    text: () => {},
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** A format with a day or a year, once its quoted words, colours and locales are gone. */
function showsDate(format: string): boolean {
  return /[dyDYjJaA]/.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|AM\/PM|A\/P|General|Standaard/gi, ''));
}

type PartHandler = ConstructorParameters<typeof XmlStream>[0];

async function readPart(file: Package, path: string, needed: boolean, handler: PartHandler): Promise<void> {
  const entry = file.entries.get(path.toLowerCase());
  if (entry === undefined) {
    if (!needed) return;
    throw new UnpackRefused({
      kind: 'not-supported',
      what: 'a zip that is no workbook',
      hint: 'Unpack it, or save the table as .xlsx.',
    });
  }
  const xml = new XmlStream(handler);
  for await (const piece of entryBytes(file.bytes, entry, file.limits)) xml.push(piece);
  xml.end();
}
