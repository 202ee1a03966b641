// One HL7 v2 message from the wire, understood: what it is about, whose it is, and what is to be done.
// Decision: whatever is sound in a message is handed over, and whatever is not comes beside it as a reject, so that one
// unreadable document does not hold up the report next to it. A message of a kind nothing is done with says so.

import { failure, type Result, success } from '@breekpunt/core';
import { EventSink } from '../event-sink.ts';
import { isSilent, type StatedCare } from '../hip-care/stated-care.ts';
import { ItemRefused } from '../json-value.ts';
import type { RecordedMeasurement } from '../measurement.ts';
import type { Country, PatientDetails, RecordedIdentifier } from '../patient-details.ts';
import { noPdfs, type PdfTexts } from '../pdf-texts.ts';
import type { RejectReason } from '../reject-reason.ts';
import type { Place, ReportRecord } from '../report-record.ts';
import { appointmentFrom, type RecordedAppointment } from './appointment.ts';
import { hl7Instant } from './hl7-instant.ts';
import { hl7StatedCare } from './hl7-stated-care.ts';
import { measurementsFrom } from './measurements.ts';
import { decodeMessage } from './message-charset.ts';
import { type Frame, MessageFrames } from './message-frames.ts';
import { headerOf, type MessageHeader } from './message-header.ts';
import { pdfTextsOf } from './observation-text.ts';
import { type Hl7Message, parseMessage } from './parse-message.ts';
import { mergedIdentifiers, patientDetailsOf } from './patient-details.ts';
import { strayText } from './read-hl7.ts';
import { reportsFromMessage } from './reports-from-message.ts';

export interface InboundMessage {
  readonly header: MessageHeader;
  readonly sentAt?: Date;
  readonly content: MessageContent;
  /** What of it could not be read; the rest can be used all the same. */
  readonly rejects: readonly { readonly place: Place; readonly reason: RejectReason }[];
}

export type MessageContent =
  | {
      readonly kind: 'patient';
      readonly patient: PatientDetails;
      /** The sender is the authority on who this is (ADT), not just naming the patient of a report. */
      readonly authoritative: boolean;
      readonly reports: readonly ReportRecord[];
      readonly measurements: readonly RecordedMeasurement[];
      readonly appointment?: RecordedAppointment;
      /** Of acute care; absent when it says nothing of it. */
      readonly stated?: StatedCare;
    }
  | {
      readonly kind: 'merge';
      readonly survivor: PatientDetails;
      readonly retired: readonly RecordedIdentifier[];
    }
  | { readonly kind: 'not-used' };

export interface HospitalFacts {
  readonly country: Country;
  readonly timeZone: string;
}

/** The segments, when the bytes are one message at all. */
export function parseInbound(bytes: Uint8Array): Result<Hl7Message, RejectReason> {
  const frames: Frame[] = [];
  const orphans: Frame[] = [];
  const lines = new MessageFrames(bytes.length + 1, {
    message: (frame) => void frames.push(frame),
    orphan: (frame) => void orphans.push(frame),
  });
  lines.push(bytes);
  lines.end();
  const [frame, second] = frames;
  if (frame === undefined || orphans.length > 0) return notOne('the message does not begin with MSH');
  if (second !== undefined) return notOne('more than one message in one frame; send each in its own');
  const decoded = decodeMessage(frame.bytes);
  if (!decoded.ok) return decoded;
  const parsed = parseMessage(decoded.value.text, decoded.value.encoding);
  if (!parsed.ok) return parsed;
  const stray = strayText(parsed.value);
  return stray === undefined ? parsed : failure(stray);
}

function notOne(detail: string): Result<never, RejectReason> {
  return failure({ kind: 'incomplete-message', segment: 'MSH', detail });
}

/** All of the message, with the words of the PDFs in it. */
export async function readInbound(
  bytes: Uint8Array,
  hospital: HospitalFacts,
): Promise<Result<InboundMessage, RejectReason>> {
  const parsed = parseInbound(bytes);
  return parsed.ok ? readParsed(parsed.value, hospital, await pdfTextsOf(parsed.value)) : parsed;
}

/** The same at once, for whoever only asks what a message is about: its PDFs count as unreadable. */
export function readEnvelope(
  message: Hl7Message,
  hospital: HospitalFacts,
): Result<InboundMessage, RejectReason> {
  return readParsed(message, hospital, noPdfs);
}

function readParsed(
  message: Hl7Message,
  hospital: HospitalFacts,
  pdfs: PdfTexts,
): Result<InboundMessage, RejectReason> {
  const header = headerOf(message);
  const sentAt = hl7Instant(header.sentAt, hospital.timeZone);
  try {
    const { content, rejects } = contentOf(message, header, hospital, pdfs);
    return success({ header, ...(sentAt === undefined ? {} : { sentAt }), content, rejects });
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return failure(error.reason);
  }
}

const mergeTriggers = new Set(['A18', 'A34', 'A36', 'A39', 'A40']);
/** Admission, transfer, discharge, registration, changes of details, and their cancellations: all name the patient. */
const patientTriggers = new Set(
  ['01', '02', '03', '04', '05', '06', '07', '08', '11', '12', '13', '28', '31'].map(
    (number) => `A${number}`,
  ),
);

function contentOf(
  message: Hl7Message,
  header: MessageHeader,
  { country, timeZone }: HospitalFacts,
  pdfs: PdfTexts,
): Pick<InboundMessage, 'content' | 'rejects'> {
  const nothing = { content: { kind: 'not-used' }, rejects: [] } as const;
  const { type, trigger, facility } = header;
  const pid = message.segments.find(({ name }) => name === 'PID');
  const origin = { country, facility };
  const isMerge = type === 'ADT' && mergeTriggers.has(trigger);
  const isPatient = type === 'ADT' && patientTriggers.has(trigger);
  const appointment = type === 'SIU' ? appointmentFrom(message, timeZone) : undefined;
  const isReport = type === 'ORU' || type === 'MDM';
  if (!isMerge && !isPatient && !isReport && appointment === undefined) return nothing;
  if (pid === undefined)
    throw new ItemRefused({ kind: 'incomplete-message', segment: 'PID', detail: 'no patient segment' });
  const patient = patientDetailsOf(pid, origin);
  if (isMerge) {
    const mrg = message.segments.find(({ name }) => name === 'MRG');
    if (mrg === undefined)
      throw new ItemRefused({ kind: 'incomplete-message', segment: 'MRG', detail: 'no merge segment' });
    const retired = mergedIdentifiers(mrg, origin);
    return { content: { kind: 'merge', survivor: patient, retired }, rejects: [] };
  }
  const { reports, rejects } = reportsOf(message, isReport, pdfs);
  const measurements = type === 'ORU' ? measurementsFrom(message) : [];
  const stated = hl7StatedCare(message, timeZone);
  // A panel of numbers or of coded answers has no text, which only matters when there is nothing else in it.
  const unread = measurements.length + stated.facts.length > 0 && reports.length === 0 ? [] : rejects;
  const isEmpty = reports.length + measurements.length + unread.length === 0;
  if (isReport && isEmpty && isSilent(stated)) return nothing;
  return {
    content: {
      kind: 'patient',
      patient,
      authoritative: isPatient,
      reports,
      measurements,
      ...(appointment === undefined ? {} : { appointment }),
      ...(isSilent(stated) ? {} : { stated }),
    },
    rejects: isReport ? unread : [],
  };
}

function reportsOf(
  message: Hl7Message,
  isReport: boolean,
  pdfs: PdfTexts,
): { readonly reports: ReportRecord[]; readonly rejects: InboundMessage['rejects'] } {
  const sink = new EventSink();
  reportsFromMessage(message, { message: 1, line: 1 }, '', sink, pdfs);
  const events = sink.take();
  const reports = events.flatMap((event) => (event.kind === 'report' ? [event.record] : []));
  const rejects = events.flatMap((event) =>
    event.kind === 'reject' ? [{ place: event.reject.place, reason: event.reject.reason }] : [],
  );
  return { reports: isReport ? distinctIds(reports) : reports, rejects };
}

/** Two examinations under one order number are two reports: the second is called after the first. */
function distinctIds(reports: readonly ReportRecord[]): ReportRecord[] {
  const seen = new Map<string, number>();
  return reports.map((report) => {
    const place = (seen.get(report.id) ?? 0) + 1;
    seen.set(report.id, place);
    return place === 1 ? report : { ...report, id: `${report.id}#${place}` };
  });
}
