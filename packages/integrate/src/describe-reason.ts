// Reasons as one English sentence for a terminal, a rejects file or an acknowledgement: what was expected, what
// came, what to do. One decision: sentences are built from reasons, which carry no patient's values, so a
// sentence can be logged anywhere.

import { unreachable } from '@breekpunt/core';
import type { RejectReason } from './reject-reason.ts';
import type { Place, RefusalReason } from './report-record.ts';

export function describeReject(reason: RejectReason): string {
  switch (reason.kind) {
    case 'column-count':
      return `the row has ${reason.found} columns where the header has ${reason.expected}; look for an unquoted delimiter or line break`;
    case 'unbalanced-quote':
      return 'the quotes of this row do not balance; write a quote inside a quoted field twice';
    case 'broken-encoding':
      return `bytes that are not valid ${reason.encoding}; export again, or name the encoding`;
    case 'missing-text':
      return `no report text (${reason.field}) and no codes`;
    case 'bad-date':
      return `${reason.field} is not a date; expected YYYY-MM-DD, DD/MM/YYYY, DD-MM-YYYY, D.M.YYYY or YYYYMMDD`;
    case 'too-large':
      return `larger than ${reason.limit}, the limit for one item; look for a quote that is never closed, or split it`;
    case 'bad-json':
      return 'not valid JSON; expected one complete object a line';
    case 'wrong-type':
      return `${reason.element} is ${reason.found} where ${reason.expected} was expected`;
    case 'missing-element':
      return `${reason.element} is missing`;
    case 'bad-value':
      return `${reason.element} has a value that is not allowed there; expected ${reason.expected}`;
    case 'bad-base64':
      return `${reason.element} is not valid base64`;
    case 'unreadable-content':
      return `${reason.element} holds ${reason.contentType}, from which no text can be read here; send text/plain or text/html`;
    case 'unreadable-pdf':
      return `${reason.element} holds a PDF ${pdfFaults[reason.why]}`;
    case 'incomplete-message':
      return `the message is incomplete at ${reason.segment}: ${reason.detail}`;
    case 'bad-segment':
      return `segment ${reason.segment} cannot be read: ${reason.detail}`;
    case 'unknown-charset':
      return `character set ${reason.charset} of MSH-18 is not known here; send UNICODE UTF-8 or 8859/1`;
    default:
      return unreachable(reason);
  }
}

const pdfFaults = {
  damaged: 'that is damaged or locked; send it again, without a password',
  scanned: 'with a page that is a picture, whose words cannot be read here; send the text',
  'too-long': 'of more pages than a report has; send the report alone',
} as const;

export function describeRefusal(reason: RefusalReason): string {
  switch (reason.kind) {
    case 'empty-file':
      return 'the file is empty';
    case 'unknown-format':
      return `the format is not recognised. ${reason.hint}`;
    case 'not-supported':
      return `this is ${reason.what}, which is not read here. ${reason.hint}`;
    case 'no-header-row':
      return 'no header row was recognised; add one (id, text, patient, birthDate, sex, date …) or map columns by number';
    case 'missing-column':
      return `no column for ${reason.field} among: ${reason.headers.join(', ')}; map it`;
    case 'mapped-column-absent':
      return `the mapping names column ${reason.column} for ${reason.field}, which the table does not have (${reason.headers.join(', ')})`;
    case 'unknown-encoding':
      return `the encoding ${reason.encoding} is not known here`;
    case 'unknown-sheet':
      return `there is no sheet ${reason.sheet}; the workbook has: ${reason.sheets.join(', ')}`;
    case 'damaged':
      return `the file is damaged: ${reason.what}`;
    case 'too-large':
      return tooLarge(reason.what, reason.limit, reason.unit);
    default:
      return unreachable(reason);
  }
}

function tooLarge(what: string, limit: number, unit: 'bytes' | 'ratio' | 'entries'): string {
  const bound = unit === 'ratio' ? `${limit} times its packed size` : `${limit} ${unit}`;
  return `${what} is larger than ${bound}, the limit against files made to fill the memory; split it, or save it again`;
}

/** 'line 12', 'row 4 of sheet Verslagen', 'message 3 (line 20), segment OBX' … */
export function describePlace(place: Place): string {
  switch (place.kind) {
    case 'file':
      return 'whole file';
    case 'line':
      return `line ${place.line}`;
    case 'row':
      return `row ${place.row} of sheet ${place.sheet}`;
    case 'message':
      return `message ${place.message} (line ${place.line})${place.segment ? `, segment ${place.segment}` : ''}`;
    case 'resource':
      return `resource ${place.index} (${place.resourceType})${place.element ? `, ${place.element}` : ''}`;
    default:
      return unreachable(place);
  }
}
