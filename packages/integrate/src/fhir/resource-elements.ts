// The elements that several FHIR resources share, read with the path in every error: concepts, dates, references,
// attachments and narrative.

import type { CalendarDate } from '@breekpunt/core';
import { isReadableType, textFromBase64 } from '../document-text.ts';
import { textFromHtml } from '../html-text.ts';
import { ItemRefused, isObject, type JsonObject, objectAt, objectsAt, stringAt } from '../json-value.ts';
import { isPdf, noPdfs, type PdfTexts, readPdfs } from '../pdf-texts.ts';
import { readDate } from '../read-date.ts';
import { codeFrom } from '../recorded-values.ts';
import type { RejectReason } from '../reject-reason.ts';
import type { RecordedCode } from '../report-record.ts';

/** The codings of a CodeableConcept. */
export function codesOf(concept: JsonObject | undefined, path: string): RecordedCode[] {
  if (concept === undefined) return [];
  return objectsAt(concept, 'coding', path).flatMap((coding) => {
    const code = stringAt(coding, 'code', `${path}.coding`);
    if (!code) return [];
    const display = stringAt(coding, 'display', `${path}.coding`);
    return [codeFrom(code, stringAt(coding, 'system', `${path}.coding`), display)];
  });
}

/** A CodeableConcept in words: its text, else the first display, else the first code. */
export function wordsOf(concept: JsonObject | undefined, path: string): string | undefined {
  if (concept === undefined) return undefined;
  const text = stringAt(concept, 'text', path);
  if (text) return text;
  const codes = codesOf(concept, path);
  return codes.find((code) => code.display)?.display ?? codes[0]?.code;
}

/** The day of a dateTime or instant; undefined when absent or given to the month or year only. */
export function dayOf(value: string | undefined, element: string): CalendarDate | undefined {
  if (value === undefined || /^\d{4}(-\d{2})?$/.test(value)) return undefined;
  const read = readDate(value);
  if (read.kind === 'not-a-date') throw new ItemRefused({ kind: 'bad-date', field: element });
  return read.kind === 'date' ? read.date : undefined;
}

/** The first of `keys` that has a day; a Period counts from its start. */
export function firstDay(
  resource: JsonObject,
  keys: readonly string[],
  path: string,
): CalendarDate | undefined {
  for (const key of keys) {
    const period = key.endsWith('Period') ? objectAt(resource, key, path) : undefined;
    const value = period ? stringAt(period, 'start', `${path}.${key}`) : periodless(resource, key, path);
    const day = dayOf(value, `${path}.${key}`);
    if (day !== undefined) return day;
  }
  return undefined;
}

function periodless(resource: JsonObject, key: string, path: string): string | undefined {
  return key.endsWith('Period') ? undefined : stringAt(resource, key, path);
}

/** Plain text of a narrative; '' when there is none. */
export function narrativeOf(resource: JsonObject, path: string): string {
  const narrative = objectAt(resource, 'text', path);
  const div = narrative === undefined ? undefined : stringAt(narrative, 'div', `${path}.text`);
  return div === undefined ? '' : textFromHtml(div);
}

/** The words of every PDF that a report or document carries. */
export function pdfTextsIn(resource: unknown): Promise<PdfTexts> {
  const documents = pdfsIn(resource);
  return documents.length === 0 ? Promise.resolve(noPdfs) : readPdfs(documents, 'attachment');
}

/** As base64, in the order in which they stand. */
export function pdfsIn(resource: unknown): readonly string[] {
  if (!isObject(resource)) return [];
  const forms = listAt(resource, 'presentedForm');
  const contents = listAt(resource, 'content').map((content) =>
    isObject(content) ? content['attachment'] : undefined,
  );
  return [...forms, ...contents].flatMap((attachment) => {
    if (!isObject(attachment)) return [];
    const { contentType, data } = attachment;
    return typeof contentType === 'string' && typeof data === 'string' && isPdf(contentType) ? [data] : [];
  });
}

function listAt(resource: JsonObject, key: string): readonly unknown[] {
  const list = resource[key];
  return Array.isArray(list) ? list : [];
}

export interface AttachmentText {
  readonly text: string;
  /** Why an attachment could not be read, when none could. */
  readonly unreadable?: RejectReason;
}

/** The text of the attachments; the same report in several forms is taken once: plain text, else HTML, else PDF. */
export function attachmentText(
  attachments: readonly JsonObject[],
  path: string,
  pdfs: PdfTexts,
): AttachmentText {
  const plain: string[] = [];
  const html: string[] = [];
  const printed: string[] = [];
  let unreadable: RejectReason | undefined;
  for (const [index, attachment] of attachments.entries()) {
    const element = `${path}[${index}]`;
    const contentType = stringAt(attachment, 'contentType', element) ?? '';
    const data = stringAt(attachment, 'data', element);
    const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
    if (data === undefined) {
      const linked = stringAt(attachment, 'url', element) !== undefined;
      if (linked)
        unreadable ??= { kind: 'unreadable-content', element, contentType: 'a link instead of data' };
    } else if (isPdf(type) && pdfs.has(data)) {
      const pdf = pdfs.get(data);
      if (pdf?.ok) printed.push(pdf.value);
      else if (pdf !== undefined) unreadable ??= { ...pdf.error, element } as RejectReason;
    } else if (!isReadableType(type)) {
      unreadable ??= { kind: 'unreadable-content', element, contentType: type || 'unnamed content' };
    } else {
      (type === 'text/plain' ? plain : html).push(textFromBase64(data, contentType, `${element}.data`));
    }
  }
  const best = [plain, html, printed].find((parts) => parts.some((part) => part.trim() !== ''));
  const text = (best ?? []).filter((part) => part.trim() !== '').join('\n');
  return text === '' && unreadable ? { text, unreadable } : { text };
}

/** A reference's target; a logical reference (identifier only) gives the identifier. */
export function referenceOf(
  resource: JsonObject,
  key: string,
  path: string,
): { reference?: string; identifier?: string } {
  const target = objectAt(resource, key, path);
  if (target === undefined) return {};
  const reference = stringAt(target, 'reference', `${path}.${key}`);
  if (reference) return { reference };
  const logical = objectAt(target, 'identifier', `${path}.${key}`);
  const identifier =
    logical === undefined ? undefined : stringAt(logical, 'value', `${path}.${key}.identifier`);
  return identifier ? { identifier } : {};
}
