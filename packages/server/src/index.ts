export type { Actor, AuditAction, AuditEvent, RecordedEvent } from './audit/audit-event.ts';
export { auditActions } from './audit/audit-event.ts';
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
export { type DatabaseError, describeDatabaseError } from './database/database-error.ts';
export type { Tables } from './database/generated/tables.ts';
export {
  type Database,
  type DatabaseState,
  type OpenOptions,
  openDatabase,
} from './database/open-database.ts';
export { inSite, type SiteTransaction } from './database/site-transaction.ts';
export { type CaseFinding, prepareCaseFinding } from './intake/reports/case-finding.ts';
export type { IncomingReport, ReportFate, ReportOutcome } from './intake/reports/incoming-report.ts';
export type { CaseEvent, Moment } from './intake/reports/keep-cases.ts';
export type { CaseNews } from './intake/reports/plan-cases.ts';
export { type BulkOptions, processInBulk } from './intake/reports/process-in-bulk.ts';
export { type ProcessedReports, processReports } from './intake/reports/process-reports.ts';
export { holdPersons, refreshPersons } from './intake/reports/refresh-persons.ts';
export { type OpenRecordsError, openRecords, type Records } from './open-records.ts';
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
export { describeKeyError, type KeyError, type Keys, keysFrom, readKeys } from './secrets/keys.ts';
export { type Environment, readSettings, type StartPlace } from './settings/read-settings.ts';
export { describeSettingError, type SettingError } from './settings/setting.ts';
export type { DatabaseSettings, Settings } from './settings/settings.ts';
export { type DemoSignIn, demoPassword, demoSignIns, ensureDemoPeople } from './start/demo-people.ts';
export { type RunningServer, type StartOptions, startServer } from './start/start-server.ts';
