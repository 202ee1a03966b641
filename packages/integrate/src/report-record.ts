// The reading half of the doors: what one report is once its file format no longer matters, and what a
// reader says about input it could not read. One decision: every item of the input leaves as exactly one
// event (report, reject or skipped item counted in the closing tally), so nothing can fall between.
// It does not read anything itself, and knows nothing of what is found in the text.

import type { CalendarDate, CodeSystem, Language } from '@breekpunt/core';
import type { PatientDirectory } from './fhir/patient-directory.ts';
import type { RejectReason } from './reject-reason.ts';

/** Administrative sex as the source recorded it. 'unknown' was written down; undefined was not. */
export type RecordedSex = 'female' | 'male' | 'other' | 'unknown';

/** A diagnosis or procedure code as the source gave it, dots and case kept; `parseCode` of core checks it. */
export interface RecordedCode {
  /** 'unknown' when the source names no system, or one not used here. */
  readonly system: CodeSystem | 'unknown';
  readonly code: string;
  /** The source's own name of the system, only when `system` is 'unknown' and a name was given. */
  readonly systemName?: string;
  readonly display?: string;
}

/** Where in its own file an item stands; every number counts from 1. */
export type Place =
  | { readonly kind: 'file' }
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'row'; readonly sheet: string; readonly row: number }
  | { readonly kind: 'message'; readonly message: number; readonly line: number; readonly segment?: string }
  | {
      readonly kind: 'resource';
      readonly index: number;
      readonly resourceType: string;
      readonly element?: string;
    };

/** preliminary and final as HL7 means them; withdrawn covers cancelled, deleted and entered in error. */
export type ReportStatus = 'preliminary' | 'final' | 'corrected' | 'withdrawn';

/**
 * One report of one patient. Dates exist in the calendar.
 * `text` is empty only when `codes` is not (a coded diagnosis without a report is a source of its own) or when
 * `status` is 'withdrawn' (the sender took an earlier report back; whoever screens leaves it out).
 * Strings may be views into the chunk they came from: who keeps one for long should keep a copy.
 */
export interface ReportRecord {
  /** The source's identifier, or one made from the place when it has none; not necessarily unique. */
  readonly id: string;
  readonly text: string;
  readonly patient?: string;
  readonly birthDate?: CalendarDate;
  /** When the source knows the year of birth and no full date. */
  readonly birthYear?: number;
  readonly sex?: RecordedSex;
  readonly date?: CalendarDate;
  readonly language?: Language;
  /** xray, ct, ed … as the source names it. */
  readonly kind?: string;
  readonly status?: ReportStatus;
  readonly codes?: readonly RecordedCode[];
  readonly place: Place;
}

/** One item that could not be read. */
export interface Reject {
  readonly place: Place;
  readonly reason: RejectReason;
  /** The rejected input, for the rejects file only: it may hold patient text and never enters a log. */
  readonly raw: string;
  /** True when `raw` is only the beginning, because the item was larger than the limit. */
  readonly rawTruncated: boolean;
}

/** Something a person should know that cost no item. Never holds patient text. */
export type Notice =
  | {
      readonly kind: 'format';
      readonly format: InputFormat;
      readonly encoding?: string;
      readonly delimiter?: string;
    }
  /** Which column feeds which field, by header (or #number), and the headers that nobody reads. */
  | {
      readonly kind: 'columns';
      readonly used: Readonly<Record<string, string>>;
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'ids-made'; readonly count: number }
  | { readonly kind: 'duplicate-ids'; readonly count: number; readonly first: Place }
  | {
      readonly kind: 'unrecognised-values';
      readonly field: string;
      readonly count: number;
      readonly first: Place;
    }
  /** FHIR resources or HL7 messages of a type that carries no report. */
  | { readonly kind: 'skipped-type'; readonly type: string; readonly count: number }
  | { readonly kind: 'patients-not-found'; readonly count: number; readonly first: Place }
  | { readonly kind: 'sheets-not-read'; readonly sheets: readonly string[] };

/** items = reports + rejects + skipped, whatever the input. */
export interface Tally {
  readonly items: number;
  readonly reports: number;
  readonly rejects: number;
  /** Items of a type that carries no report (a Patient, an appointment message). */
  readonly skipped: number;
}

/** The file as a whole cannot be read, or not beyond this point; nothing follows but the tally. */
export interface Refusal {
  readonly place: Place;
  readonly reason: RefusalReason;
}

export type RefusalReason =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'unknown-format'; readonly hint: string }
  | { readonly kind: 'not-supported'; readonly what: string; readonly hint: string }
  | { readonly kind: 'no-header-row' }
  | { readonly kind: 'missing-column'; readonly field: string; readonly headers: readonly string[] }
  | {
      readonly kind: 'mapped-column-absent';
      readonly field: string;
      readonly column: string;
      readonly headers: readonly string[];
    }
  | { readonly kind: 'unknown-encoding'; readonly encoding: string }
  | { readonly kind: 'unknown-sheet'; readonly sheet: string; readonly sheets: readonly string[] }
  | { readonly kind: 'damaged'; readonly what: string }
  /** A zip or gzip bomb, or simply more than this program takes in one piece. */
  | {
      readonly kind: 'too-large';
      readonly what: string;
      readonly limit: number;
      readonly unit: 'bytes' | 'ratio' | 'entries';
    };

export type ReadEvent =
  /** `source`: the row as received, when `keepSource` asked for it; for rejects files only, never a log. */
  | { readonly kind: 'report'; readonly record: ReportRecord; readonly source?: string }
  | { readonly kind: 'reject'; readonly reject: Reject }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Always the last event, exactly once. */
  | { readonly kind: 'end'; readonly tally: Tally };

/** One delivery of events in input order. Batches, because a million single steps of an async loop cost seconds. */
export type ReadBatch = readonly ReadEvent[];

export const inputFormats = ['csv', 'xlsx', 'ndjson', 'text', 'fhir-json', 'fhir-ndjson', 'hl7v2'] as const;

/** csv stands for any delimited text: comma, semicolon, tab or pipe. */
export type InputFormat = (typeof inputFormats)[number];

export const columnFields = [
  'id',
  'text',
  'conclusion',
  'patient',
  'birthDate',
  'sex',
  'date',
  'language',
  'kind',
  'codes',
] as const;

export type ColumnField = (typeof columnFields)[number];

/**
 * Which column holds what: a header's name, or a column's number from 1. When every entry is a number the
 * first row is read as data unless `headerRow` of the options says otherwise.
 */
export type ColumnMapping = { readonly [F in ColumnField]?: string | number };

export interface ReadOptions {
  /** The file's name; only its ending is looked at, and 'text' makes it the record's id. */
  readonly name: string;
  readonly format?: InputFormat;
  readonly mapping?: ColumnMapping;
  /** Whether the first row holds headers; detected when absent. */
  readonly headerRow?: boolean;
  /** A label TextDecoder knows ('utf-8', 'windows-1252', 'utf-16le'); detected when absent. */
  readonly encoding?: string;
  readonly delimiter?: ',' | ';' | '\t' | '|';
  /** Tables: whether each report comes with its row as received. */
  readonly keepSource?: boolean;
  /** XLSX: the sheet to read; the first one when absent. */
  readonly sheet?: string;
  /** FHIR: patients met in other files of the same export; this file's patients are added to it. */
  readonly patients?: PatientDirectory;
  readonly limits?: Partial<ReadLimits>;
}

export interface ReadLimits {
  /** Largest single row, line, message or resource, in UTF-16 units or bytes. Default 10 MB. */
  readonly itemSize: number;
  /** Largest file a format needs to hold whole (XLSX), in compressed bytes. Default 256 MB. */
  readonly heldFileSize: number;
  /** Largest unpacked size of a gzip file, in bytes. Default 8 GB. */
  readonly unpackedSize: number;
  /** Largest unpacked size of one part of an XLSX, in bytes. Default 1 GB. */
  readonly unpackedPartSize: number;
  /** Largest ratio of unpacked to packed bytes once 10 MB are unpacked. Default 200. */
  readonly unpackedRatio: number;
  /** Most entries in a zip. Default 2,000. */
  readonly zipEntries: number;
}
