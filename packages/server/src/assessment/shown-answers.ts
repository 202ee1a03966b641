// What the record answers to each question, and where that came from: entered here, or sent by a machine on a day.
// Decision: measurements that machines send (bone density, laboratory) count by their day, whoever recorded them; every
// other question is answered by what was entered last, and before that by what the record already held.

import { type CalendarDate, unreachable } from '@breekpunt/core';
import type { DxaScan } from '../records/dxa-scan.ts';
import type { Recorded } from '../records/recorded.ts';
import type { FieldAnswer } from './answer.ts';
import type { AssessmentRules } from './assessment-rules.ts';
import type { CaseRecord } from './case-record.ts';
import { columnAnswer } from './column-answer.ts';
import type { Field } from './field.ts';
import { fields } from './fields.ts';
import { energyOf, ownFracture } from './fractures-of.ts';
import { type LabResults, labResultsOf } from './lab-results.ts';
import { newestScanRows, scanAnswer } from './scan-of.ts';
import { spineAnswer } from './spine-of.ts';
import { answerFromMedicines, takenNow } from './told-medicines.ts';

export interface AnswerFrom {
  readonly source: Recorded['source'];
  /** Who entered it; null when a machine did. */
  readonly by: string | null;
  readonly at: Date | null;
  /** The day it is about: of the scan, the sample, the report. */
  readonly on: CalendarDate | null;
}

export interface ShownAnswer {
  readonly field: string;
  readonly answer: FieldAnswer;
  /** Null when nothing is recorded. */
  readonly from: AnswerFrom | null;
  /** What a change has to have seen; 0 before anybody entered anything. */
  readonly version: number;
}

export type Answers = ReadonlyMap<string, ShownAnswer>;

export function answersOf(record: CaseRecord, rules: AssessmentRules): Answers {
  const labs = labResultsOf(record.labs, rules.labs);
  return new Map(
    fields.map((field) => {
      const entry = record.entries.get(field.id);
      const found =
        measured(field, record, labs, rules) ??
        entered(field, record) ??
        toldMedicine(field, record, rules) ??
        known(field, record);
      return [
        field.id,
        {
          field: field.id,
          answer: found?.answer ?? null,
          from: found?.from ?? null,
          version: entry?.version ?? 0,
        },
      ];
    }),
  );
}

interface Found {
  readonly answer: FieldAnswer;
  readonly from: AnswerFrom | null;
}

function measured(field: Field, record: CaseRecord, labs: LabResults, rules: AssessmentRules): Found | null {
  const { kind } = field;
  switch (kind.kind) {
    case 'scan': {
      const rows = newestScanRows(record.scans);
      const [first] = rows;
      const answer = scanAnswer(rows);
      if (first === undefined || answer === null) return null;
      return { answer, from: fromRow(first, record, first.scannedOn) };
    }
    case 'spine': {
      const answer = spineAnswer(record.vertebrae, rules.vfa);
      const [first] = record.vertebrae.filter(({ readOn }) => readOn === answer?.on);
      return answer === null || first === undefined
        ? null
        : { answer, from: fromRow(first, record, answer.on) };
    }
    case 'lab': {
      const newest = labs.usable.get(kind.test);
      if (newest === undefined) return null;
      const { value, unit, sampledOn: on } = newest.row;
      return {
        answer: { value: value ?? newest.result.value, unit: unit ?? newest.result.unit, on },
        from: fromRow(newest.row, record, on),
      };
    }
    case 'yes-no':
    case 'number':
    case 'day':
    case 'choice':
    case 'choices':
    case 'event':
    case 'frax':
    case 'glucocorticoid':
    case 'fractures':
    case 'stage':
      return null;
    default:
      return unreachable(kind);
  }
}

function entered(field: Field, record: CaseRecord): Found | null {
  const entry = record.entries.get(field.id);
  if (entry === undefined) return null;
  const by = record.names.get(entry.by) ?? null;
  return {
    answer: entry.answer,
    from: entry.answer === null ? null : { source: 'manual', by, at: entry.at, on: null },
  };
}

/** What the record held before anybody opened the assessment. */
function known(field: Field, record: CaseRecord): Found | null {
  const { assessment, falls, person } = record;
  switch (field.id) {
    case 'assessed':
      if (assessment === null) return null;
      return found(
        { outcome: assessment.outcome, on: assessment.assessedOn, reason: null },
        fromRow(assessment, record, assessment.assessedOn),
      );
    case 'falls-assessed':
      if (falls === null || falls.outcome === 'begun') return null;
      return found(
        { outcome: falls.outcome, on: falls.assessedOn, reason: falls.notDoneReason },
        fromRow(falls, record, falls.assessedOn),
      );
    case 'exercise-started':
      if (falls === null || falls.exerciseStarted === 'not-recorded') return null;
      return found(
        falls.exerciseStarted === 'no'
          ? 'no'
          : { outcome: 'started', on: falls.exerciseStartedOn, reason: null },
        fromRow(falls, record, falls.assessedOn),
      );
    case 'death':
      if (person.deceased === 'not-recorded') return null;
      if (person.deceased === 'no') return found('no', null);
      return person.deathDate === null ? null : found(person.deathDate, null);
    case 'fracture-day': {
      const { on } = ownFracture(record);
      return on === null ? null : found(on, fromReport(record));
    }
    case 'low-energy': {
      const energy = energyOf(ownFracture(record));
      return energy === 'not-recorded' ? null : found(energy === 'yes' ? true : 'no', fromReport(record));
    }
    case 'seen-on-image':
      return ownFracture(record).seenOnImage === 'yes' ? found(true, fromReport(record)) : null;
    case 'dxa-vertebrae':
      return saidOfScan(record, ({ vertebraeUsed }) => vertebraeUsed);
    case 'dxa-reference-sex':
      return saidOfScan(record, ({ referenceSex }) => referenceSex);
    default: {
      const answer = field.column === undefined ? null : columnAnswer(field, record);
      const row = field.column?.table === 'falls_assessment' ? falls : assessment;
      return answer === null || row === null ? null : found(answer, fromRow(row, record, row.assessedOn));
    }
  }
}

/** What the rows of the newest examination state themselves. */
function saidOfScan(record: CaseRecord, of: (row: DxaScan) => FieldAnswer): Found | null {
  for (const row of newestScanRows(record.scans)) {
    const answer = of(row);
    if (answer !== null) return found(answer, fromRow(row, record, row.scannedOn));
  }
  return null;
}

/** What the medicines that other systems told of answer: a "yes" only, because no list of them is known to be whole. */
function toldMedicine({ id }: Field, record: CaseRecord, { fallMedicines }: AssessmentRules): Found | null {
  const taken = takenNow(record.told);
  const answer = answerFromMedicines(id, taken, fallMedicines);
  if (answer === null) return null;
  const [first] = taken;
  return found(answer, { source: 'import', by: null, at: null, on: first?.startedOn ?? null });
}

function found(answer: FieldAnswer, from: AnswerFrom | null): Found {
  return { answer, from };
}

function fromRow({ source, recordedBy, recordedAt }: Recorded, record: CaseRecord, on: CalendarDate | null) {
  const by = recordedBy === null ? null : (record.names.get(recordedBy) ?? null);
  return { source, by, at: recordedAt, on };
}

function fromReport({ episode }: CaseRecord): AnswerFrom {
  return { source: 'report', by: null, at: null, on: episode.episode.lastSeen };
}
