// The words of the PDFs that come inside messages, read before the message is. One decision: only a text layer counts,
// and a document with a page that is a picture is refused whole, because half a report would look like a report
// without a fracture. Nothing is guessed from pictures of letters.

import { failure, type Result, success } from '@breekpunt/core';
import { bytesFromBase64 } from './base64-text.ts';
import type { RejectReason } from './reject-reason.ts';

/** By the base64 as it was sent: the words, or why there are none. */
export type PdfTexts = ReadonlyMap<string, Result<string, RejectReason>>;

export const noPdfs: PdfTexts = new Map();

/** A report has a few pages; a file of more is no report, and would keep the next message waiting. */
const mostPages = 60;

/** Reads each document once. `element` is the place named when one cannot be read. */
export async function readPdfs(documents: readonly string[], element: string): Promise<PdfTexts> {
  const texts = new Map<string, Result<string, RejectReason>>();
  for (const data of new Set(documents)) {
    const bytes = bytesFromBase64(data);
    if (bytes !== undefined) texts.set(data, await textFromPdf(bytes, element));
  }
  return texts;
}

export function isPdf(contentType: string): boolean {
  return /(^|\/)(x-)?pdf\s*(;|$)/i.test(contentType.trim());
}

async function textFromPdf(bytes: Uint8Array, element: string): Promise<Result<string, RejectReason>> {
  const refused = (why: 'damaged' | 'scanned' | 'too-long'): Result<string, RejectReason> =>
    failure({ kind: 'unreadable-pdf', element, why });
  // Loaded when the first PDF comes: most hospitals send none, and it is large.
  const { extractText, getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  try {
    const pdf = await getDocumentProxy(bytes, { verbosity: 0 });
    if (pdf.numPages > mostPages) return refused('too-long');
    const { text: pages } = await extractText(pdf, { mergePages: false });
    const { OPS } = await getResolvedPDFJS();
    const pictures = new Set<number>([
      OPS.paintImageXObject,
      OPS.paintInlineImageXObject,
      OPS.paintImageMaskXObject,
    ]);
    for (const [index, words] of pages.entries()) {
      if (words.trim() !== '') continue;
      const { fnArray } = await (await pdf.getPage(index + 1)).getOperatorList();
      if (fnArray.some((drawn) => pictures.has(drawn))) return refused('scanned');
    }
    const text = pages.map((page) => page.trim()).join('\n\n');
    return text.trim() === '' ? refused('scanned') : success(text);
  } catch {
    return refused('damaged');
  }
}
