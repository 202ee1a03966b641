// The OBX segments of one report to its text. One decision: text types (TX, FT, ST) and readable documents (ED) count;
// numbers, codes and pointers do not, so a laboratory panel gives no report. Lines that the sender deleted
// (OBX-11 D or W) are left out.

import { textFromBase64, textFromDocument } from '../document-text.ts';
import { ItemRefused } from '../json-value.ts';
import { isPdf, type PdfTexts, readPdfs } from '../pdf-texts.ts';
import type { RejectReason } from '../reject-reason.ts';
import { detectColumns } from '../table/column-headers.ts';
import type { Hl7Message, Segment } from './parse-message.ts';

const textTypes = new Set(['TX', 'FT', 'ST']);
const withdrawnStatus = new Set(['D', 'W']);

export interface ObservationText {
  readonly text: string;
  /** Why a document of this report could not be read; only matters when there is no text beside it. */
  readonly unreadable?: RejectReason;
  /** There were observations, and every one was withdrawn. */
  readonly allWithdrawn: boolean;
}

/** The words of every PDF in the message; what is no PDF costs nothing. */
export function pdfTextsOf(message: Hl7Message): Promise<PdfTexts> {
  const documents = message.segments
    .filter((segment) => segment.name === 'OBX' && segment.value(2) === 'ED')
    .map((obx) => documentIn(obx, message))
    .filter(({ contentType, encoding }) => encoding === 'base64' && isPdf(contentType));
  return readPdfs(
    documents.map(({ data }) => data),
    'OBX-5',
  );
}

export function observationText(
  observations: readonly Segment[],
  message: Hl7Message,
  pdfs: PdfTexts,
): ObservationText {
  const lines: string[] = [];
  let unreadable: RejectReason | undefined;
  let withdrawn = 0;
  let heading = '';
  for (const obx of observations) {
    if (withdrawnStatus.has(obx.value(11))) {
      withdrawn++;
      continue;
    }
    try {
      const text = textOf(obx, message, pdfs);
      if (text === undefined) continue;
      const own = conclusionHeading(obx);
      if (own !== '' && own !== heading) lines.push(`${own}:`);
      heading = own;
      lines.push(text);
    } catch (error) {
      if (!(error instanceof ItemRefused)) throw error;
      unreadable ??= error.reason;
    }
  }
  const text = lines.some((line) => line.trim() !== '') ? lines.join('\n') : '';
  const allWithdrawn = withdrawn > 0 && withdrawn === observations.length;
  return unreadable === undefined ? { text, allWithdrawn } : { text, unreadable, allWithdrawn };
}

function textOf(obx: Segment, message: Hl7Message, pdfs: PdfTexts): string | undefined {
  const type = obx.value(2);
  if (textTypes.has(type)) return obx.text(5);
  return type === 'ED' ? documentOf(obx, message, pdfs) : undefined;
}

interface EncapsulatedData {
  readonly contentType: string;
  readonly encoding: string;
  readonly data: string;
}

function documentOf(obx: Segment, message: Hl7Message, pdfs: PdfTexts): string {
  const element = 'OBX-5';
  const { contentType, encoding, data } = documentIn(obx, message);
  if (data === '') throw new ItemRefused({ kind: 'missing-element', element: 'OBX-5.5' });
  const pdf = isPdf(contentType) ? pdfs.get(data) : undefined;
  if (pdf !== undefined) {
    if (!pdf.ok) throw new ItemRefused(pdf.error);
    return pdf.value;
  }
  if (encoding === 'base64') return textFromBase64(data, contentType, element);
  return textFromDocument(new TextEncoder().encode(data), contentType, element);
}

/** ED: source ^ type ^ subtype ^ encoding ^ data. */
function documentIn(obx: Segment, message: Hl7Message): EncapsulatedData {
  const whole = obx.raw(5);
  const parts = whole.split(message.delimiters.component);
  const [, type = '', subtype = '', encoding = ''] = parts.map((part) =>
    message.unescape(part).trim().toLowerCase(),
  );
  const data = message.unescape(parts.slice(4).join(message.delimiters.component));
  return { contentType: contentTypeOf(type, subtype), encoding, data };
}

function contentTypeOf(type: string, subtype: string): string {
  if (type.includes('/')) return type;
  if (['plain', 'txt', 'text', 'tx'].includes(subtype)) return 'text/plain';
  if (['html', 'htm', 'xhtml'].includes(subtype)) return 'text/html';
  if (subtype === '' && (type === 'text' || type === 'tx' || type === 'ft')) return 'text/plain';
  return `${type || 'unnamed'}/${subtype || 'unnamed'}`;
}

/** "Besluit", "Impression" …: the case finder weighs a conclusion above findings, so its heading must survive. */
function conclusionHeading(obx: Segment): string {
  const name = obx.value(3, 2) || obx.value(3, 1);
  if (obx.value(3, 1).endsWith('&IMP') || obx.value(3, 1) === '19005-8') return 'Impression';
  return name !== '' && detectColumns([name]).has('conclusion') ? name : '';
}
