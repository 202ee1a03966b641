// An attached document (FHIR Attachment, HL7 ED) to report text. One decision: only what is text is read, and
// the rest is refused by content type. PDFs take their time and are read beforehand (pdf-texts.ts).

import { bytesFromBase64 } from './base64-text.ts';
import { textFromHtml } from './html-text.ts';
import { ItemRefused } from './json-value.ts';
import { decodeWhole, isDamaged, knownEncoding } from './text/byte-decoder.ts';

/** `contentType` as in MIME, possibly with a charset; throws ItemRefused naming `element`. */
export function textFromBase64(data: string, contentType: string, element: string): string {
  const bytes = bytesFromBase64(data);
  if (bytes === undefined) throw new ItemRefused({ kind: 'bad-base64', element });
  return textFromDocument(bytes, contentType, element);
}

export function textFromDocument(bytes: Uint8Array, contentType: string, element: string): string {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (!isReadableType(type))
    throw new ItemRefused({ kind: 'unreadable-content', element, contentType: type || 'unnamed content' });
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  const decoded = decodeWhole(bytes, charset === undefined ? undefined : knownEncoding(charset));
  if (decoded.damaged && isDamaged(decoded.text))
    throw new ItemRefused({ kind: 'broken-encoding', encoding: decoded.encoding });
  return type === 'text/plain' ? decoded.text.replaceAll('\r\n', '\n') : textFromHtml(decoded.text);
}

export function isReadableType(type: string): boolean {
  return type === 'text/plain' || type === 'text/html' || type === 'application/xhtml+xml';
}
