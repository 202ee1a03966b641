// Bytes of one message to text, in the character set MSH-18 names (HL7 table 0211). One decision: an empty MSH-18
// (nine of ten senders) is settled by validity, UTF-8 else Windows-1252; a declared set is believed, and
// ASCII that is not ASCII is treated as undeclared.

import { failure, type Result, success } from '@breekpunt/core';
import type { RejectReason } from '../reject-reason.ts';
import { decodeWhole, isDamaged, knownEncoding } from '../text/byte-decoder.ts';

export interface DecodedMessage {
  readonly text: string;
  readonly encoding: string;
}

/** `fallback` is the encoding a person named for the whole file, used where the message names none. */
export function decodeMessage(bytes: Uint8Array, fallback?: string): Result<DecodedMessage, RejectReason> {
  const declared = declaredCharset(bytes);
  const encoding = encodingOf(declared);
  if (encoding === undefined) return failure({ kind: 'unknown-charset', charset: declared.slice(0, 30) });
  const decoded = decodeWhole(bytes, encoding === 'detect' ? fallback : encoding);
  if (decoded.damaged && isDamaged(decoded.text))
    return failure({ kind: 'broken-encoding', encoding: decoded.encoding });
  return success({ text: decoded.text, encoding: decoded.encoding });
}

/** MSH-18, first repetition, read from the undecoded header: every set allowed here keeps ASCII as it is. */
function declaredCharset(bytes: Uint8Array): string {
  const start = bytes[0] === 0xef ? 3 : 0;
  const separator = bytes[start + 3];
  const repetition = bytes[start + 5];
  let field = 1;
  let name = '';
  for (let i = start + 3; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0x0d || byte === 0x0a) break;
    if (byte === separator) {
      field++;
      if (field > 18) break;
    } else if (field === 18) {
      if (byte === repetition) break;
      name += String.fromCharCode(byte);
    }
  }
  return name.trim();
}

const iso = /^(?:ISO[ -]?)?8859[/-](\d{1,2})$/i;

function encodingOf(declared: string): string | 'detect' | undefined {
  const name = declared.toUpperCase();
  if (name === '' || name === '""' || name === 'ASCII' || name === 'US-ASCII' || name === 'UNICODE')
    return 'detect';
  if (name === 'UNICODE UTF-8' || name === 'UTF-8' || name === 'UTF8') return 'utf-8';
  const part = iso.exec(declared)?.[1];
  if (part !== undefined) return knownEncoding(`iso-8859-${part}`);
  const label = knownEncoding(declared.toLowerCase().replace(/^cp(\d+)$/, 'windows-$1'));
  return label?.startsWith('utf-16') ? undefined : label;
}
