// DiagnosticReport, DocumentReference and Composition: reports of other systems as received, and letters that were signed.
// Decision: the revisions of a report are one resource with a history, under the number of the first; drafts of letters are
// nobody's but their writer's and do not go out.

import {
  diagnosticReportResource,
  type LetterRecord,
  letterCompositionResource,
  letterDocumentResource,
  type ReportTextRecord,
  reportDocumentResource,
} from '@breekpunt/integrate';
import { type RawBuilder, sql } from 'kysely';
import { always, type Condition, onCode, onDay, onInstant, onWord, wordsWith } from '../search/conditions.ts';
import { type RowSource, rowSource, type ServedType } from '../search/source.ts';
import { patient, toPatient, whose } from './of-patient.ts';

/** A coded diagnosis comes as a report without text; it is a Condition and no text. */
const isText = sql<boolean>`not (t.body = '' and t.source_id like 'Condition/%')`;
const cameAsDocument = sql<boolean>`t.source_id like 'DocumentReference/%'`;

function reports(
  prefix: string,
  only: RawBuilder<boolean>,
  conditions: Readonly<Record<string, Condition>>,
  write: (row: ReportTextRecord) => ReturnType<RowSource['write']>,
): RowSource {
  return rowSource<ReportTextRecord>({
    prefix,
    table: 'report',
    key: sql`coalesce(t.first_revision_id, t.report_id)`,
    only,
    current: sql`not t.superseded`,
    earlier: 'rows',
    revision: sql`t.revision`,
    isFirst: sql`t.first_revision_id is null`,
    person: sql`t.person_id`,
    changed: sql`greatest(t.received_at, t.scanned_at)`,
    day: sql`t.reported_on`,
    columns: sql`coalesce(t.first_revision_id, t.report_id) as id, t.person_id as person, t.kind, t.title,
      t.reported_on as "reportedOn", t.reported_at as "reportedAt", t.received_at as "receivedAt", t.language, t.body,
      t.status, t.triage`,
    notJson: { reportedAt: 'instant', receivedAt: 'instant' },
    conditions: { patient, subject: patient, date: onDay(sql`t.reported_on`), ...conditions },
    write,
  });
}

export const diagnosticReportType: ServedType = {
  type: 'DiagnosticReport',
  says: 'A report as received (presentedForm holds its text), with what the case finder made of it as a whole',
  parameters: {
    ...whose,
    date: { type: 'date', says: 'The day of the report' },
    status: { type: 'token', says: 'preliminary, final, corrected, cancelled, entered-in-error' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      reports(
        '',
        sql<boolean>`(${isText} and not ${cameAsDocument})`,
        { status: onWord(sql`t.status`, ['http://hl7.org/fhir/diagnostic-report-status']) },
        diagnosticReportResource,
      ),
    ],
  },
};

const documentStatus = wordsWith({
  preliminary: 'current',
  final: 'current',
  corrected: 'current',
  cancelled: 'entered-in-error',
  'entered-in-error': 'entered-in-error',
});
const documentStatuses = ['http://hl7.org/fhir/document-reference-status'];

const letterColumns = sql`t.letter_id as id, t.person_id as person, t.fls_case_id as case, t.kind, t.language,
  coalesce(t.content ->> 'title', t.kind) as title,
  case when jsonb_typeof(t.content -> 'sections') = 'array' then t.content -> 'sections' else '[]'::jsonb end as sections,
  t.signed_at as "signedAt", u.display_name as "signedBy", t.replaces_id as replaces, ${isReplaced()} as replaced`;

function isReplaced(): RawBuilder<boolean> {
  return sql<boolean>`exists (select from letter l where l.site_id = t.site_id and l.replaces_id = t.letter_id and l.signed_at is not null)`;
}

function letters(
  columns: RawBuilder<unknown>,
  conditions: Readonly<Record<string, Condition>>,
  write: (row: LetterRecord) => ReturnType<RowSource['write']>,
): RowSource {
  return rowSource<LetterRecord>({
    prefix: 'letter',
    table: 'letter',
    key: sql`t.letter_id`,
    only: sql`t.signed_at is not null`,
    joins: sql`left join app_user u on u.site_id = t.site_id and u.app_user_id = t.signed_by`,
    person: sql`t.person_id`,
    changed: sql`t.signed_at`,
    day: sql`t.signed_at::date`,
    columns,
    notJson: { signedAt: 'instant', document: 'bytes' },
    conditions: { patient, subject: patient, date: onInstant(sql`t.signed_at`), ...conditions },
    write,
  });
}

export const documentReferenceType: ServedType = {
  type: 'DocumentReference',
  says: 'Documents that came as such, and signed letters with the page as it was signed',
  parameters: {
    ...whose,
    date: { type: 'date', says: 'The day of the document' },
    status: { type: 'token', says: 'current, superseded, entered-in-error' },
    type: { type: 'token', says: 'Of letters: urn:breekpunt:letter and the kind of letter' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      letters(
        sql`${letterColumns}, t.document`,
        {
          status: onCode(
            sql`case when ${isReplaced()} then 'superseded' else 'current' end`,
            documentStatuses,
            (code) => [code],
          ),
          type: onWord(sql`t.kind`, ['urn:breekpunt:letter']),
        },
        letterDocumentResource,
      ),
      reports(
        'report',
        cameAsDocument,
        { status: onCode(sql`t.status`, documentStatuses, documentStatus) },
        reportDocumentResource,
      ),
    ],
  },
};

export const compositionType: ServedType = {
  type: 'Composition',
  says: 'A signed letter, section by section',
  parameters: {
    ...whose,
    date: { type: 'date', says: 'When it was signed' },
    status: { type: 'token', says: 'final' },
    type: { type: 'token', says: 'urn:breekpunt:letter and the kind of letter' },
  },
  includes: toPatient,
  source: {
    kind: 'sources',
    sources: [
      letters(
        sql`${letterColumns}, null as document`,
        {
          status: always(['http://hl7.org/fhir/composition-status', 'final']),
          type: onWord(sql`t.kind`, ['urn:breekpunt:letter']),
        },
        letterCompositionResource,
      ),
    ],
  },
};
