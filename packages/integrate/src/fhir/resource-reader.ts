// FHIR resources in any order to events, joined to their patients by reference. Two decisions: a report that comes
// before its patient waits, within a bound, and goes out at the end; past the bound it goes out with the
// reference alone and a notice, so that memory stays flat on an export that never names its patients. And a report with
// a PDF, whose words take time, keeps what comes behind it waiting (`settle`), so that the order stays that of the file.

import type { EventSink } from '../event-sink.ts';
import { ItemRefused, isObject, type JsonObject, objectsAt, stringAt, typeName } from '../json-value.ts';
import { noPdfs, type PdfTexts } from '../pdf-texts.ts';
import type { RejectReason } from '../reject-reason.ts';
import type { Place } from '../report-record.ts';
import { type PatientDirectory, patientEntry } from './patient-directory.ts';
import { type RecordDraft, reportFromResource } from './report-from-resource.ts';
import { pdfsIn, pdfTextsIn, referenceOf } from './resource-elements.ts';

const reportTypes = new Set(['DiagnosticReport', 'DocumentReference', 'Condition']);
/** UTF-16 units of report text that may wait for their patients. */
const mostWaiting = 32_000_000;

interface Waiting {
  readonly draft: RecordDraft;
  readonly reference: string;
}

export class ResourceReader {
  readonly #sink: EventSink;
  readonly #patients: PatientDirectory;
  #waiting: Waiting[] = [];
  #waitingSize = 0;
  /** Behind a resource with a PDF, in the order of the file. */
  #unsettled: (() => Promise<void>)[] = [];

  constructor(sink: EventSink, patients: PatientDirectory) {
    this.#sink = sink;
    this.#patients = patients;
  }

  /** Reads one Bundle entry: {fullUrl, resource}. */
  readEntry(entry: JsonObject, index: number, raw: string): void {
    const resource = entry['resource'];
    if (resource === undefined) return this.#sink.skip('entry without resource');
    const fullUrl = typeof entry['fullUrl'] === 'string' ? entry['fullUrl'] : undefined;
    this.readResource(resource, index, raw, fullUrl);
  }

  readResource(value: unknown, index: number, raw: string, fullUrl?: string): void {
    if (this.#unsettled.length === 0 && pdfsIn(value).length === 0)
      return this.#readNow(value, index, raw, fullUrl, noPdfs);
    this.#unsettled.push(async () => this.#readNow(value, index, raw, fullUrl, await pdfTextsIn(value)));
  }

  /** Reads what waits for the words of PDFs. */
  async settle(): Promise<void> {
    const now = this.#unsettled;
    this.#unsettled = [];
    for (const read of now) await read();
    // A Bundle among them may have brought further ones.
    if (this.#unsettled.length > 0) await this.settle();
  }

  #readNow(value: unknown, index: number, raw: string, fullUrl: string | undefined, pdfs: PdfTexts): void {
    if (!isObject(value)) {
      const reason = {
        kind: 'wrong-type',
        element: 'resource',
        expected: 'object',
        found: typeName(value),
      } as const;
      return this.reject(reason, index, 'unknown', raw);
    }
    const named = value['resourceType'];
    const type = typeof named === 'string' && /^[A-Za-z]{1,64}$/.test(named) ? named : 'unknown';
    try {
      if (type === 'unknown') throw new ItemRefused({ kind: 'missing-element', element: 'resourceType' });
      this.#read(value, type, index, raw, fullUrl, pdfs);
    } catch (error) {
      if (!(error instanceof ItemRefused)) throw error;
      this.reject(error.reason, index, type, raw);
    }
  }

  reject(reason: RejectReason, index: number, resourceType: string, raw: string, truncated = false): void {
    const element = 'element' in reason ? reason.element : 'field' in reason ? reason.field : undefined;
    const place: Place = { kind: 'resource', index, resourceType };
    this.#sink.reject(element === undefined ? place : { ...place, element }, reason, raw, truncated);
  }

  /** Nothing more will come: whoever still waits goes out. */
  end(): void {
    for (const { draft, reference } of this.#waiting) this.#join(draft, reference, true);
    this.#waiting = [];
    this.#waitingSize = 0;
  }

  #read(
    resource: JsonObject,
    type: string,
    index: number,
    raw: string,
    fullUrl: string | undefined,
    pdfs: PdfTexts,
  ): void {
    if (type === 'Bundle') {
      for (const entry of objectsAt(resource, 'entry', 'Bundle')) this.readEntry(entry, index, raw);
      return;
    }
    if (type === 'Patient') {
      this.#patients.add(patientEntry(resource), references(resource, fullUrl));
      return this.#sink.skip(type);
    }
    if (!reportTypes.has(type)) return this.#sink.skip(type);
    const reading = reportFromResource(resource, type, { kind: 'resource', index, resourceType: type }, pdfs);
    if (reading.kind === 'nothing') return this.#sink.skip(`${type} without text`);
    this.#deliver(resource, type, reading.draft);
  }

  #deliver(resource: JsonObject, type: string, draft: RecordDraft): void {
    const { reference, identifier } = referenceOf(resource, 'subject', type);
    if (identifier !== undefined) draft.patient = identifier;
    if (reference === undefined) return this.#send(draft);
    if (reference.startsWith('#')) {
      const own = objectsAt(resource, 'contained', type).find((inner) => inner['id'] === reference.slice(1));
      if (own?.['resourceType'] === 'Patient') Object.assign(draft, patientEntry(own));
      return this.#send(draft);
    }
    this.#join(draft, reference, false);
  }

  #join(draft: RecordDraft, reference: string, last: boolean): void {
    const entry = this.#patients.find(reference);
    if (entry !== undefined) {
      Object.assign(draft, entry);
      return this.#send(draft);
    }
    if (!last && this.#waitingSize + draft.text.length <= mostWaiting) {
      this.#waiting.push({ draft, reference });
      this.#waitingSize += draft.text.length + 500;
      return;
    }
    this.#sink.patientNotFound(draft.place);
    draft.patient = reference.replace(/\/_history\/[^/]*$/, '').replace(/^.*[/:]/, '');
    this.#send(draft);
  }

  #send(draft: RecordDraft): void {
    if (draft.id !== '') return this.#sink.report(draft);
    const index = draft.place.kind === 'resource' ? draft.place.index : 0;
    this.#sink.report({ ...draft, id: `resource-${index}` }, true);
  }
}

function references(resource: JsonObject, fullUrl: string | undefined): string[] {
  const id = stringAt(resource, 'id', 'Patient');
  return [...(fullUrl === undefined ? [] : [fullUrl]), ...(id === undefined ? [] : [`Patient/${id}`])];
}
