export type { FieldAnswer } from './assessment/answer.ts';
export type { AssessmentPage, ShownField } from './assessment/assessment-page.ts';
export type { Actor, AuditAction, AuditEvent, RecordedEvent } from './audit/audit-event.ts';
export { auditActions } from './audit/audit-event.ts';
export type { NamedEvent } from './audit/audit-routes.ts';
export { loggedSearch } from './audit/logged-search.ts';
export { type LogReader, type Period, readAudit, whoLookedAt } from './audit/read-audit.ts';
export { recordAudit } from './audit/record-audit.ts';
export {
  type AuditAnchor,
  type AuditProblem,
  type AuditVerification,
  describeAuditProblem,
  verifyAudit,
} from './audit/verify-audit.ts';
export type { CasePage } from './case/case-page.ts';
export type { FindingQuality } from './case/finding-quality.ts';
export type { CaseVerdict, VerdictGiven } from './case/give-verdict.ts';
export type { MarkedReport } from './case/marked-report.ts';
export type { SampledReport } from './case/sample-report.ts';
export type { Task } from './case/tasks.ts';
export type { CheckedText, ShownClaim } from './claims/claim-routes.ts';
export type { ConnectionList } from './connections/connection-routes.ts';
export { type DatabaseError, describeDatabaseError } from './database/database-error.ts';
export type { Tables } from './database/generated/tables.ts';
export {
  type Database,
  type DatabaseState,
  type OpenOptions,
  openDatabase,
} from './database/open-database.ts';
export { inSite, type SiteTransaction } from './database/site-transaction.ts';
export type { ReviewedDecisions } from './decision/changed-decisions.ts';
export type { TopicView } from './decision/decisions-of.ts';
export type { OpenQuestion } from './decision/question-fields.ts';
export type { ShownRule } from './decision/shown-rules.ts';
export { addDemoFigures } from './demo/demo-figures.ts';
export { type DemoHospital, demoHospitals } from './demo/demo-hospitals.ts';
export { demoPassword, demoSignIns } from './demo/demo-staff.ts';
export { type DemoRecords, ensureDemoPeople } from './demo/ensure-demo-people.ts';
export { type DemoOptions, loadDemo } from './demo/load-demo.ts';
export type { DensitometerList } from './densitometers/densitometer-routes.ts';
export type { EmergencyList, EmergencyRecord } from './emergency/emergency-routes.ts';
export type { CaseFigures } from './figures/case-figures.ts';
export type { CalendarFeeds, NewCalendarFeed } from './follow-up/calendar/calendar-routes.ts';
export type { CallSheet } from './follow-up/call-sheet.ts';
export type { DoseLine } from './follow-up/dose-lines.ts';
export type { ContactLine, FollowUpList, MadeLine } from './follow-up/follow-up-list.ts';
export { planHospital } from './follow-up/plan-hospital.ts';
export type { CaseTransfers, TransferFile } from './follow-up/transfer/transfer-routes.ts';
export type { GridsAnswer } from './grids/grid-routes.ts';
export type { GuideLink } from './guide/access/guide-link.ts';
export type { GuidePanel, GuideSheet } from './guide/access/link-routes.ts';
export type { PatientAlarm } from './guide/diary/alarm-routes.ts';
export type { HospitalServiceRow } from './guide/directory/hospital-services.ts';
export type { GuideAppointment, GuideFacts, GuideMedicine } from './guide/facts/guide-facts.ts';
export type { HipCare } from './hip-care/hip-care.ts';
export type { HipCareCodesPage } from './hip-care/hip-care-code-routes.ts';
export type { HipCarePage, HipCareTaken } from './hip-care/hip-care-routes.ts';
export { type SafeError, safeError } from './http/safe-error.ts';
export type { DensityLook } from './intake/care/density-routes.ts';
export type { DensityTaken } from './intake/care/density-table.ts';
export type { InboxLine, InboxState } from './intake/inbox/read-inbox.ts';
export { type CaseFinding, prepareCaseFinding } from './intake/reports/case-finding.ts';
export type { IncomingReport, ReportFate, ReportOutcome } from './intake/reports/incoming-report.ts';
export type { CaseEvent, Moment } from './intake/reports/keep-cases.ts';
export type { CaseNews } from './intake/reports/plan-cases.ts';
export { type BulkOptions, processInBulk } from './intake/reports/process-in-bulk.ts';
export { type ProcessedReports, processReports } from './intake/reports/process-reports.ts';
export { holdPersons, refreshPersons } from './intake/reports/refresh-persons.ts';
export type { UploadPreview } from './intake/uploads/upload-routes.ts';
export type { KnowledgeEntry } from './knowledge/knowledge-entry.ts';
export type { KnowledgeIndex } from './knowledge/knowledge-index.ts';
export type { SignedRuleSet } from './knowledge/sign-off.ts';
export { letterPdf, type PrintedLetter } from './letters/letter-pdf.ts';
export type { LettersPage } from './letters/letter-routes.ts';
export type { KeptLetter } from './letters/letter-store.ts';
export type { ComparedImages } from './morphometry/compare-images.ts';
export type { ComparableImages } from './morphometry/comparison-routes.ts';
export type { SpineImages } from './morphometry/image-routes.ts';
export type { MeasuredImage } from './morphometry/measure-image.ts';
export { type OpenRecordsError, openRecords, type Records } from './open-records.ts';
export type { SessionView } from './people/session-view.ts';
export type { User } from './people/user.ts';
export type { HospitalsCompared } from './quality/hospitals-compared.ts';
export type { MissingData, MissingRow } from './quality/missing-data.ts';
export type { PatientBehind, PatientsBehind } from './quality/patients-behind.ts';
export type { QualityChoices } from './quality/quality-choices.ts';
export type { MonthFigure, QualityFigures, ShownFigure } from './quality/quality-figures.ts';
export type { Simulation, SimulationAnswer } from './quality/simulations.ts';
export { type Assessment, addAssessments, assessmentsOf, type NewAssessment } from './records/assessment.ts';
export { addContacts, type Contact, contactsOf, type NewContact } from './records/contact.ts';
export {
  addDecisions,
  type Decision,
  type DecisionOutcome,
  decisionsOf,
  type NewDecision,
} from './records/decision.ts';
export { addDxaScans, type DxaScan, dxaScansOf, type NewDxaScan } from './records/dxa-scan.ts';
export {
  addFallsRecords,
  type FallsRecord,
  fallsRecordsOf,
  type NewFallsRecord,
} from './records/falls-assessment.ts';
export {
  addFindings,
  findingsOf,
  type ScannedReport,
  type StoredFinding,
  withdrawFindings,
} from './records/finding.ts';
export {
  type CaseChange,
  type CaseProgress,
  type CaseStage,
  type CaseState,
  caseById,
  changeCase,
  type FlsCase,
  type NewCase,
  openCase,
} from './records/fls-case.ts';
export { episodesOf, type StoredEpisode, saveEpisode } from './records/fracture-episode.ts';
export { addInjections, type Injection, injectionsOf, type NewInjection } from './records/injection.ts';
export { addLabRows, type LabRow, labRowsOf, type NewLabRow } from './records/lab-result.ts';
export { addLetters, type Letter, lettersOf, type NewLetter } from './records/letter.ts';
export type { ChangeRefused } from './records/optimistic-change.ts';
export { addPerson, changePerson, type Person, type PersonDetails, personById } from './records/person.ts';
export {
  addIdentifier,
  type Identifier,
  type IdentifierSystem,
  type IdentifierTaken,
  identifiersOf,
  type KnownIdentifier,
  personByIdentifier,
} from './records/person-identifier.ts';
export {
  type AddedReport,
  addReport,
  markScanned,
  type NewReport,
  type ReportScan,
  type ReportStatus,
  reportById,
  type StoredReport,
} from './records/report.ts';
export { type FoundPerson, type PersonQuery, searchPersons } from './records/search-persons.ts';
export { ensureSite, type NewSite, type WrongKey } from './records/site.ts';
export {
  addVertebraRows,
  type NewVertebraRow,
  type VertebraRow,
  vertebraRowsOf,
} from './records/vertebra-reading.ts';
export type { RiskView } from './risk/risk-view.ts';
export { describeKeyError, type KeyError, type Keys, keysFrom, readKeys } from './secrets/keys.ts';
export { type Environment, readSettings, type StartPlace } from './settings/read-settings.ts';
export { describeSettingError, type SettingError } from './settings/setting.ts';
export type { DatabaseSettings, Settings } from './settings/settings.ts';
export { type RunningServer, type StartOptions, startServer } from './start/start-server.ts';
export type { WebhookList } from './webhooks/webhook-routes.ts';
export type { Assigned } from './worklist/assign-cases.ts';
export type { ListCounts } from './worklist/count-cases.ts';
export type { SavedView } from './worklist/saved-views.ts';
export type { WorklistAnswer } from './worklist/worklist-routes.ts';
export type { Correction, Patient, WorklistRow } from './worklist/worklist-row.ts';
