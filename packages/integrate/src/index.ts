export { describePlace, describeRefusal, describeReject } from './describe-reason.ts';
export { detectFormat } from './detect-format.ts';
export { PatientDirectory, type PatientEntry } from './fhir/patient-directory.ts';
export { type Delimiters, escapeHl7, unescapeHl7 } from './hl7/delimiters.ts';
export { type DecodedMessage, decodeMessage } from './hl7/message-charset.ts';
export { Hl7Message, parseMessage, Segment } from './hl7/parse-message.ts';
export { defaultLimits } from './read-limits.ts';
export { readReports } from './read-reports.ts';
export type { RejectReason } from './reject-reason.ts';
export {
  type ColumnField,
  type ColumnMapping,
  columnFields,
  type InputFormat,
  inputFormats,
  type Notice,
  type Place,
  type ReadBatch,
  type ReadEvent,
  type ReadLimits,
  type ReadOptions,
  type RecordedCode,
  type RecordedSex,
  type Refusal,
  type RefusalReason,
  type Reject,
  type ReportRecord,
  type ReportStatus,
  type Tally,
} from './report-record.ts';
