// One FHIR R4 resource (DiagnosticReport, DocumentReference, Condition) to a report record that still lacks its
// patient. One decision: what the resource says is read strictly and a wrong element is named; a resource without
// text or codes is not an error but carries no report.

import type { CalendarDate } from '@breekpunt/core';
import { ItemRefused, type JsonObject, objectAt, objectsAt, stringAt } from '../json-value.ts';
import type { PdfTexts } from '../pdf-texts.ts';
import { languageFrom } from '../recorded-values.ts';
import type { Place, ReportRecord, ReportStatus } from '../report-record.ts';
import { attachmentText, codesOf, firstDay, narrativeOf, wordsOf } from './resource-elements.ts';

export type RecordDraft = { -readonly [F in keyof ReportRecord]: ReportRecord[F] };

/** 'nothing' when the resource is sound and carries neither text nor codes. */
export type ReportReading =
  | { readonly kind: 'report'; readonly draft: RecordDraft }
  | { readonly kind: 'nothing' };

export function reportFromResource(
  resource: JsonObject,
  type: string,
  place: Place,
  pdfs: PdfTexts,
): ReportReading {
  if (type === 'DiagnosticReport') return diagnosticReport(resource, place, pdfs);
  return type === 'DocumentReference' ? documentReference(resource, place, pdfs) : condition(resource, place);
}

function draftOf(resource: JsonObject, type: string, text: string, place: Place): RecordDraft {
  const draft: RecordDraft = { id: stringAt(resource, 'id', type) ?? '', text, place };
  const language = languageFrom(stringAt(resource, 'language', type) ?? '');
  if (language !== undefined) draft.language = language;
  return draft;
}

function diagnosticReport(resource: JsonObject, place: Place, pdfs: PdfTexts): ReportReading {
  const path = 'DiagnosticReport';
  const form = attachmentText(objectsAt(resource, 'presentedForm', path), `${path}.presentedForm`, pdfs);
  const conclusion = stringAt(resource, 'conclusion', path) ?? '';
  const body = form.text || narrativeOf(resource, path);
  const text = withConclusion(body, conclusion);
  const codes = objectsAt(resource, 'conclusionCode', path).flatMap((c) =>
    codesOf(c, `${path}.conclusionCode`),
  );
  const status = reportStatus(stringAt(resource, 'status', path));
  if (text === '' && codes.length === 0 && status !== 'withdrawn') {
    if (form.unreadable) throw new ItemRefused(form.unreadable);
    return { kind: 'nothing' };
  }
  const draft = draftOf(resource, path, text, place);
  const categories = objectsAt(resource, 'category', path);
  const kind =
    wordsOf(objectAt(resource, 'code', path), `${path}.code`) ?? wordsOf(categories[0], `${path}.category`);
  const date = firstDay(resource, ['effectiveDateTime', 'effectivePeriod', 'issued'], path);
  return finished(draft, kind, date, status, codes);
}

function documentReference(resource: JsonObject, place: Place, pdfs: PdfTexts): ReportReading {
  const path = 'DocumentReference';
  const attachments = objectsAt(resource, 'content', path).map((content, index) => {
    const attachment = objectAt(content, 'attachment', `${path}.content[${index}]`);
    if (attachment === undefined) {
      throw new ItemRefused({ kind: 'missing-element', element: `${path}.content[${index}].attachment` });
    }
    return attachment;
  });
  if (attachments.length === 0)
    throw new ItemRefused({ kind: 'missing-element', element: `${path}.content` });
  const form = attachmentText(attachments, `${path}.content`, pdfs);
  const withdrawn = stringAt(resource, 'status', path) === 'entered-in-error';
  const status = withdrawn ? 'withdrawn' : reportStatus(stringAt(resource, 'docStatus', path));
  if (form.text === '' && status !== 'withdrawn') {
    if (form.unreadable) throw new ItemRefused(form.unreadable);
    return { kind: 'nothing' };
  }
  const draft = draftOf(resource, path, form.text, place);
  const kind = wordsOf(objectAt(resource, 'type', path), `${path}.type`);
  return finished(draft, kind, firstDay(resource, ['date'], path), status, []);
}

function condition(resource: JsonObject, place: Place): ReportReading {
  const path = 'Condition';
  const concept = objectAt(resource, 'code', path);
  const codes = codesOf(concept, `${path}.code`);
  const verification = codesOf(
    objectAt(resource, 'verificationStatus', path),
    `${path}.verificationStatus`,
  )[0]?.code;
  if (verification === 'refuted') return { kind: 'nothing' };
  const text = codes.length > 0 ? '' : (wordsOf(concept, `${path}.code`) ?? '');
  if (text === '' && codes.length === 0) return { kind: 'nothing' };
  const draft = draftOf(resource, path, text, place);
  const date = firstDay(resource, ['onsetDateTime', 'onsetPeriod', 'recordedDate'], path);
  return finished(draft, 'condition', date, conditionStatus(verification), codes);
}

function finished(
  draft: RecordDraft,
  kind: string | undefined,
  date: CalendarDate | undefined,
  status: ReportStatus | undefined,
  codes: RecordDraft['codes'] & object,
): ReportReading {
  if (kind) draft.kind = kind;
  if (date !== undefined) draft.date = date;
  if (status !== undefined) draft.status = status;
  if (codes.length > 0) draft.codes = codes;
  return { kind: 'report', draft };
}

/** The conclusion under its own heading, unless the body already ends with it. */
function withConclusion(body: string, conclusion: string): string {
  if (conclusion.trim() === '' || body.includes(conclusion.trim())) return body;
  return body === '' ? conclusion : `${body}\nConclusion: ${conclusion}`;
}

function reportStatus(status: string | undefined): ReportStatus | undefined {
  switch (status) {
    case 'final':
      return 'final';
    case 'registered':
    case 'partial':
    case 'preliminary':
      return 'preliminary';
    case 'amended':
    case 'corrected':
    case 'appended':
      return 'corrected';
    case 'cancelled':
    case 'entered-in-error':
      return 'withdrawn';
    default:
      return undefined;
  }
}

function conditionStatus(verification: string | undefined): ReportStatus | undefined {
  if (verification === 'confirmed') return 'final';
  if (verification === 'entered-in-error') return 'withdrawn';
  return verification === undefined ? undefined : 'preliminary';
}
