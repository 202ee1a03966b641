export type { RecordedCareEvent } from './care-event.ts';
export type { DensityTableReject, DensityTableRow } from './density/density-row.ts';
export {
  type DensityTable,
  type DensityTableRefusal,
  readDensityTable,
} from './density/read-density-table.ts';
export { type RecordedDensity, recordedDensity } from './density/recorded-density.ts';
export { describePlace, describeRefusal, describeReject } from './describe-reason.ts';
export { detectFormat } from './detect-format.ts';
export { type DxaCode, dxaCode, dxaLoincs, loincOfDxa } from './fhir/dxa-codes.ts';
export { serverIds } from './fhir/fhir-patient.ts';
export { type InboundResource, type ResourceContent, readResource } from './fhir/inbound-resource.ts';
export { PatientDirectory, type PatientEntry } from './fhir/patient-directory.ts';
export { pdfTextsIn } from './fhir/resource-elements.ts';
export { type AuditRecord, auditEventResource } from './fhir/write/audit-event-resource.ts';
export {
  encounterResource,
  procedureResource,
  type ReferralRecord,
  referralResource,
  type ScanOrderRecord,
  scanOrderResource,
} from './fhir/write/care-resource.ts';
export {
  administrationStatus,
  type CareStatus,
  encounterStatus,
  procedureStatus,
  requestStatus,
  statementStatus,
} from './fhir/write/care-status.ts';
export {
  type CaseRecord,
  carePlanResource,
  episodeOfCareResource,
  episodeStatusOf,
  planStatusOf,
} from './fhir/write/case-resource.ts';
export {
  type FractureRecord,
  fractureResource,
  type StatedDiagnosisRecord,
  statedDiagnosisResource,
  verificationOf,
} from './fhir/write/condition-resource.ts';
export { systemUri } from './fhir/write/elements.ts';
export { type FractureCode, fractureCodes } from './fhir/write/fracture-codes.ts';
export {
  type HipAnswerRecord,
  type HipStayRecord,
  hipObservationResource,
  hipObservations,
  hipProcedureResource,
  hipProcedures,
  hipStayResource,
} from './fhir/write/hip-care-resource.ts';
export { measureReportResource, measureResource, measureUrl } from './fhir/write/measure-resource.ts';
export {
  type CareEventRecord,
  type InjectionRecord,
  injectionResource,
  type MedicineDecisionRecord,
  medicationStatementResource,
  medicineDecisionResource,
  type TreatmentStopRecord,
  toldAdministrationResource,
  toldMedicationRequestResource,
  treatmentStopResource,
} from './fhir/write/medication-resource.ts';
export { nationalNumberSystems, nationalProfiles } from './fhir/write/national-profiles.ts';
export {
  type DensityRecord,
  densityResource,
  type EnteredRiskRecord,
  enteredFraxResource,
  type FallsRecord,
  fallsResource,
  type LaboratoryRecord,
  laboratoryResource,
  type VertebraRecord,
  vertebraResource,
} from './fhir/write/observation-resource.ts';
export {
  assignerOfSystem,
  type PatientRecord,
  patientResource,
} from './fhir/write/patient-resource.ts';
export {
  diagnosticReportResource,
  type LetterRecord,
  letterCompositionResource,
  letterDocumentResource,
  type ReportTextRecord,
  reportDocumentResource,
} from './fhir/write/report-resource.ts';
export { type RiskRecord, riskResource } from './fhir/write/risk-resource.ts';
export {
  type AppointmentRecord,
  type ArrangedDoseRecord,
  appointmentResource,
  appointmentStatusOf,
  arrangedDoseResource,
  type ContactRecord,
  contactTaskResource,
  type OverdueRecord,
  overdueResource,
  type TaskRecord,
  taskResource,
} from './fhir/write/work-resource.ts';
export {
  type DischargePlace,
  dischargePlaces,
  type HipCareItem,
  hipCareItems,
  hipCareSystem,
  isHipCareCode,
  type StatedCare,
  type StatedFact,
  type StatedMoment,
  type StatedStay,
} from './hip-care/stated-care.ts';
export { type AckCode, type Acknowledgement, acknowledgementText } from './hl7/acknowledgement.ts';
export type { AppointmentStatus, RecordedAppointment } from './hl7/appointment.ts';
export { type Delimiters, escapeHl7, unescapeHl7 } from './hl7/delimiters.ts';
export {
  type HospitalFacts,
  type InboundMessage,
  type MessageContent,
  parseInbound,
  readEnvelope,
  readInbound,
} from './hl7/inbound-message.ts';
export { type DecodedMessage, decodeMessage } from './hl7/message-charset.ts';
export { headerOf, type MessageHeader } from './hl7/message-header.ts';
export { Hl7Message, parseMessage, Segment } from './hl7/parse-message.ts';
export { type SplitMessages, splitMessages } from './hl7/split-messages.ts';
export type { Cell } from './lists/cell.ts';
export { csvRow, csvStart } from './lists/csv-row.ts';
export { type PlainTable, readPlainTable } from './lists/plain-table.ts';
export { type Sheet, writeWorkbook } from './lists/xlsx-workbook.ts';
export type { RecordedDevice, RecordedMeasurement } from './measurement.ts';
export type { Country, PatientDetails, RecordedIdentifier } from './patient-details.ts';
export { defaultLimits } from './read-limits.ts';
export { readReports } from './read-reports.ts';
export { codeFrom } from './recorded-values.ts';
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
export { lookAtTable, type TableLook } from './table/look-at-table.ts';
