// One parsed message to events: a report for each OBR with text (ORU), for each document (MDM), or the coded
// diagnoses of an admission (DG1). One decision: what cannot carry a report is counted as skipped by its type,
// and what should and does not is a reject that names the segment.

import type { CalendarDate } from '@breekpunt/core';
import type { EventSink } from '../event-sink.ts';
import { ItemRefused } from '../json-value.ts';
import type { PdfTexts } from '../pdf-texts.ts';
import { codeFrom } from '../recorded-values.ts';
import type { RejectReason } from '../reject-reason.ts';
import type { Place, RecordedCode, ReportRecord, ReportStatus } from '../report-record.ts';
import { observationText } from './observation-text.ts';
import type { Hl7Message, Segment } from './parse-message.ts';
import { hl7Date, type PatientFacts, patientFacts } from './patient-segment.ts';

export interface MessagePlace {
  readonly message: number;
  readonly line: number;
}

type Draft = { -readonly [F in keyof ReportRecord]: ReportRecord[F] };

/** One report within a message: what introduces it, and the observations that follow. */
interface Group {
  readonly head: Segment;
  readonly observations: Segment[];
  readonly pid: Segment | undefined;
}

/** Document notifications without content (T01, T03 …) and the one that cancels a document. */
const contentTriggers = new Set(['T02', 'T04', 'T06', 'T08', 'T10']);
const cancelTrigger = 'T11';
/** Admission messages that take something back; their diagnoses are no news. */
const cancelledAdmissions = new Set(['A11', 'A12', 'A13', 'A25', 'A26', 'A27', 'A29', 'A38']);

export function reportsFromMessage(
  message: Hl7Message,
  at: MessagePlace,
  raw: string,
  sink: EventSink,
  pdfs: PdfTexts,
): void {
  const { message: type, trigger } = message.type;
  const name = trigger === '' ? type : `${type}^${trigger}`;
  const content =
    type === 'ORU' || (type === 'MDM' && (contentTriggers.has(trigger) || trigger === cancelTrigger));
  if (!content) return diagnosesFrom(message, name, at, raw, sink);
  const groups = type === 'ORU' ? observationGroups(message) : documentGroup(message);
  if (!message.segments.some((segment) => segment.name === 'PID')) {
    return reject(
      { kind: 'incomplete-message', segment: 'PID', detail: 'no patient segment' },
      'PID',
      at,
      raw,
      sink,
    );
  }
  if (groups.length === 0) {
    const segment = type === 'ORU' ? 'OBR' : 'TXA';
    return reject(
      { kind: 'incomplete-message', segment, detail: `no ${segment} segment` },
      segment,
      at,
      raw,
      sink,
    );
  }
  for (const [index, group] of groups.entries()) {
    guarded(group.head.name, at, raw, sink, () =>
      reportFromGroup(message, group, index, name, at, raw, sink, pdfs),
    );
  }
}

function reportFromGroup(
  message: Hl7Message,
  group: Group,
  index: number,
  name: string,
  at: MessagePlace,
  raw: string,
  sink: EventSink,
  pdfs: PdfTexts,
): void {
  const { head } = group;
  const place: Place = { kind: 'message', ...at, segment: head.name };
  const observed = observationText(group.observations, message, pdfs);
  const withdrawn = message.type.trigger === cancelTrigger || observed.allWithdrawn;
  const status = withdrawn ? 'withdrawn' : statusOf(head, message.type.trigger);
  if (observed.text === '' && status !== 'withdrawn') {
    if (observed.unreadable) return reject(observed.unreadable, 'OBX', at, raw, sink);
    if (group.observations.length > 0) return sink.skip(`${name} without text`);
    return reject(
      { kind: 'incomplete-message', segment: 'OBX', detail: `no OBX after ${head.name}` },
      'OBX',
      at,
      raw,
      sink,
    );
  }
  const { id, made } = identifierOf(message, head, index);
  const facts: PatientFacts = group.pid === undefined ? {} : patientFacts(group.pid, place, sink);
  const record: Draft = { id, text: observed.text, ...facts, place };
  const date = dateOf(head);
  if (date !== undefined) record.date = date;
  const kind = kindOf(head);
  if (kind !== '') record.kind = kind;
  if (status !== undefined) record.status = status;
  const codes = diagnosisCodes(message);
  if (codes.length > 0) record.codes = codes;
  sink.report(record, made);
}

/** ORU: every OBR opens a group; the PID above it is its patient, for a message may hold several. */
function observationGroups(message: Hl7Message): Group[] {
  const groups: Group[] = [];
  let pid: Segment | undefined;
  for (const segment of message.segments) {
    if (segment.name === 'PID') pid = segment;
    else if (segment.name === 'OBR') groups.push({ head: segment, observations: [], pid });
    else if (segment.name === 'OBX') groups.at(-1)?.observations.push(segment);
  }
  return groups;
}

/** MDM: one document, introduced by TXA. */
function documentGroup(message: Hl7Message): Group[] {
  const head = message.segments.find((segment) => segment.name === 'TXA');
  if (head === undefined) return [];
  const pid = message.segments.find((segment) => segment.name === 'PID');
  return [{ head, observations: message.segments.filter((segment) => segment.name === 'OBX'), pid }];
}

function identifierOf(message: Hl7Message, head: Segment, index: number): { id: string; made: boolean } {
  const own = head.name === 'TXA' ? head.value(12) : head.value(3) || head.value(2);
  if (own !== '') return { id: own, made: false };
  const control = message.segments[0]?.value(10) ?? '';
  return { id: `${control || 'message'}-${index + 1}`, made: true };
}

function dateOf(head: Segment): CalendarDate | undefined {
  const fields = head.name === 'TXA' ? [4, 6, 7] : [7, 22, 6];
  for (const field of fields) {
    const date = hl7Date(head.value(field), `${head.name}-${field}`);
    if (date !== undefined) return date;
  }
  return undefined;
}

/** The examination's own name (OBR-4), else the service (OBR-24); for a document its type (TXA-2). */
function kindOf(head: Segment): string {
  if (head.name === 'TXA') return head.value(2, 2) || head.value(2);
  return head.value(4, 2) || head.value(4) || head.value(24);
}

/** OBR-25 (table 0123), TXA-17 and TXA-19 (tables 0271, 0273); undefined when the sender says nothing. */
function statusOf(head: Segment, trigger: string): ReportStatus | undefined {
  if (head.name === 'TXA') {
    if (['CA', 'OB'].includes(head.value(19))) return 'withdrawn';
    if (trigger === 'T08' || trigger === 'T10') return 'corrected';
    const completion = head.value(17);
    if (completion === 'AU' || completion === 'LA') return 'final';
    return completion === '' ? undefined : 'preliminary';
  }
  switch (head.value(25)) {
    case '':
      return undefined;
    case 'F':
      return 'final';
    case 'C':
    case 'M':
      return 'corrected';
    case 'X':
      return 'withdrawn';
    default:
      return 'preliminary';
  }
}

function diagnosisCodes(message: Hl7Message): RecordedCode[] {
  return message.segments
    .filter((segment) => segment.name === 'DG1' && segment.value(3) !== '')
    .map((dg1) =>
      codeFrom(dg1.value(3), dg1.value(3, 3) || dg1.value(2) || undefined, dg1.value(3, 2) || dg1.value(4)),
    );
}

/** Admissions and their like: the diagnoses, when there are any, as a record without text. */
function diagnosesFrom(
  message: Hl7Message,
  name: string,
  at: MessagePlace,
  raw: string,
  sink: EventSink,
): void {
  const codes = message.type.message === 'ADT' ? diagnosisCodes(message) : [];
  if (codes.length === 0 || cancelledAdmissions.has(message.type.trigger)) return sink.skip(name);
  guarded('DG1', at, raw, sink, () => {
    const place: Place = { kind: 'message', ...at, segment: 'DG1' };
    const pid = message.segments.find((segment) => segment.name === 'PID');
    const control = message.segments[0]?.value(10) ?? '';
    const first = message.segments.find((segment) => segment.name === 'DG1');
    const date =
      hl7Date(first?.value(5) ?? '', 'DG1-5') ?? hl7Date(message.segments[0]?.value(7) ?? '', 'MSH-7');
    const facts = pid === undefined ? {} : patientFacts(pid, place, sink);
    const record: Draft = {
      id: control || `message-${at.message}`,
      text: '',
      ...facts,
      kind: name,
      codes,
      place,
    };
    if (date !== undefined) record.date = date;
    sink.report(record, control === '');
  });
}

function guarded(segment: string, at: MessagePlace, raw: string, sink: EventSink, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    reject(error.reason, segment, at, raw, sink);
  }
}

function reject(reason: RejectReason, segment: string, at: MessagePlace, raw: string, sink: EventSink): void {
  sink.reject({ kind: 'message', ...at, segment }, reason, raw);
}
