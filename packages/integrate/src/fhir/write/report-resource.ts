// Texts: a report of another system to a DiagnosticReport or, when it came as one, a DocumentReference; a signed letter to
// a DocumentReference with its page and a Composition with its words. Decision: the text goes out as received, byte for
// byte in UTF-8, because findings point into it.

import type { CalendarDate, Language } from '@breekpunt/core';
import type { Composition, DiagnosticReport, DocumentReference, Patient } from '@medplum/fhirtypes';
import { base64FromBytes } from './base64.ts';
import { concept, ownCoding, refer } from './elements.ts';
import { known, present } from './present.ts';

export interface ReportTextRecord {
  /** Of the report's first revision, which all its revisions share. */
  readonly id: number;
  readonly person: number;
  readonly kind: string | null;
  readonly title: string | null;
  readonly reportedOn: CalendarDate | null;
  readonly reportedAt: Date | null;
  readonly receivedAt: Date;
  readonly language: Language | null;
  readonly body: string;
  readonly status: 'preliminary' | 'final' | 'corrected' | 'cancelled' | 'entered-in-error';
  readonly triage: string | null;
}

function textForm(record: ReportTextRecord) {
  return present({
    contentType: 'text/plain; charset=utf-8',
    language: known(record.language),
    data: base64FromBytes(new TextEncoder().encode(record.body)),
    title: known(record.title),
  });
}

export function diagnosticReportResource(record: ReportTextRecord): DiagnosticReport {
  return present<DiagnosticReport>({
    resourceType: 'DiagnosticReport',
    id: String(record.id),
    language: known(record.language),
    status: record.status,
    code: concept([], record.kind ?? record.title ?? 'Report'),
    subject: refer<Patient>('Patient', record.person),
    effectiveDateTime: record.reportedAt?.toISOString() ?? known(record.reportedOn),
    issued: record.receivedAt.toISOString(),
    presentedForm: record.body === '' ? undefined : [textForm(record)],
    // What the case finder made of the text as a whole; never the sender's own conclusion.
    extension:
      record.triage === null ? undefined : [{ url: 'urn:breekpunt:report-triage', valueCode: record.triage }],
  });
}

const documentStatus = {
  preliminary: 'preliminary',
  final: 'final',
  corrected: 'amended',
  cancelled: 'entered-in-error',
  'entered-in-error': 'entered-in-error',
} as const;

export function reportDocumentResource(record: ReportTextRecord): DocumentReference {
  const withdrawn = documentStatus[record.status] === 'entered-in-error';
  return present<DocumentReference>({
    resourceType: 'DocumentReference',
    id: `report-${record.id}`,
    status: withdrawn ? 'entered-in-error' : 'current',
    docStatus: documentStatus[record.status],
    type: concept([], record.kind ?? record.title ?? 'Report'),
    subject: refer<Patient>('Patient', record.person),
    date: record.reportedAt?.toISOString() ?? known(dayAsInstant(record.reportedOn)),
    content: [{ attachment: textForm(record) }],
  });
}

/** DocumentReference.date is an instant; a day alone becomes its noon in UTC, which is that day all over Europe. */
function dayAsInstant(day: CalendarDate | null): string | undefined {
  return day === null ? undefined : `${day}T12:00:00Z`;
}

export interface LetterRecord {
  readonly id: number;
  readonly person: number;
  readonly case: number | null;
  readonly kind: string;
  readonly language: Language;
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly body: string }[];
  readonly signedAt: Date;
  readonly signedBy: string | null;
  /** A later letter took its place. */
  readonly replaced: boolean;
  readonly replaces: number | null;
  /** The page as it was signed. */
  readonly document: Uint8Array | null;
}

export function letterDocumentResource(record: LetterRecord): DocumentReference {
  return present<DocumentReference>({
    resourceType: 'DocumentReference',
    id: `letter-${record.id}`,
    status: record.replaced ? 'superseded' : 'current',
    docStatus: 'final',
    type: concept([ownCoding('letter', record.kind)], record.title),
    subject: refer<Patient>('Patient', record.person),
    date: record.signedAt.toISOString(),
    author: record.signedBy === null ? undefined : [{ display: record.signedBy }],
    relatesTo:
      record.replaces === null
        ? undefined
        : [
            {
              code: 'replaces',
              target: refer<DocumentReference>('DocumentReference', `letter-${record.replaces}`),
            },
          ],
    content: [
      {
        attachment: present({
          contentType: record.document === null ? 'text/plain; charset=utf-8' : 'application/pdf',
          language: record.language,
          data: base64FromBytes(record.document ?? new TextEncoder().encode(plainText(record))),
          title: record.title,
        }),
      },
    ],
  });
}

function plainText({ title, sections }: LetterRecord): string {
  return [title, ...sections.map(({ heading, body }) => `${heading}\n${body}`)].join('\n\n');
}

export function letterCompositionResource(record: LetterRecord): Composition {
  return {
    resourceType: 'Composition',
    id: `letter-${record.id}`,
    language: record.language,
    status: 'final',
    type: concept([ownCoding('letter', record.kind)], record.title),
    subject: refer<Patient>('Patient', record.person),
    date: record.signedAt.toISOString(),
    author: [{ display: record.signedBy ?? 'Not recorded' }],
    title: record.title,
    ...(record.replaces === null
      ? {}
      : {
          relatesTo: [
            {
              code: 'replaces' as const,
              targetReference: refer<Composition>('Composition', `letter-${record.replaces}`),
            },
          ],
        }),
    // A letter of which only that it was sent is known has none, and FHIR knows no empty list.
    ...(record.sections.length === 0
      ? {}
      : {
          section: record.sections.map(({ heading, body }) => ({
            title: heading === '' ? record.title : heading,
            text: { status: 'generated' as const, div: narrative(body) },
          })),
        }),
  };
}

/** XHTML of a paragraph for each line. */
function narrative(body: string): string {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const paragraphs = (lines.length === 0 ? ['-'] : lines).map((line) => `<p>${escaped(line)}</p>`).join('');
  return `<div xmlns="http://www.w3.org/1999/xhtml">${paragraphs}</div>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
