export { readReports } from './read-reports.ts';
export type { RejectReason } from './reject-reason.ts';
export {
  type CodeSystem,
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
