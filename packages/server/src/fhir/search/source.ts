// From which rows a resource type is made. Decision: resources are not stored; each is written from its row when it is
// asked for, so there is no copy that could say something else than the record. A type with several sources (Observation)
// gives each a prefix, and ids are prefix and row number; the order of sources and row numbers is the order of pages.

import type { CalendarDate } from '@breekpunt/core';
import type { Resource } from '@medplum/fhirtypes';
import { type RawBuilder, sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import type { Keys } from '../../secrets/keys.ts';
import type { FhirCaller } from '../fhir-caller.ts';
import type { Condition } from './conditions.ts';
import type { NotJson } from './revived.ts';
import type { ParameterType, SearchValue } from './search-value.ts';

export interface ReadContext {
  readonly tx: SiteTransaction;
  readonly keys: Keys;
  readonly caller: FhirCaller;
  /** The day at the hospital. */
  readonly today: CalendarDate;
  readonly timeZone: string;
  readonly hospital: string;
}

/** SQL speaks of the table as `t`. */
export interface RowSource {
  readonly kind: 'rows';
  /** Ids are `${prefix}-${key}`, or the key alone when empty. */
  readonly prefix: string;
  readonly table: string;
  /** A whole number that names one resource of this source. */
  readonly key: RawBuilder<number>;
  readonly joins: RawBuilder<unknown>;
  /** What `write` takes, under the names it takes it by. */
  readonly columns: RawBuilder<unknown>;
  /** Which rows of the table are resources of this type, and which of them count now. */
  readonly only: RawBuilder<boolean>;
  readonly current: RawBuilder<boolean>;
  /** Where no SQL can say which rows count now: their keys. */
  readonly among?: (context: ReadContext, asked: Among) => Promise<readonly number[]>;
  /** How earlier versions are found: other rows of the table, kept copies of rows, or not at all. */
  readonly earlier: 'rows' | 'kept-copies' | 'none';
  /** Of earlier versions that are rows: their number, and whether it is the first. */
  readonly revision: RawBuilder<number>;
  readonly isFirst: RawBuilder<boolean>;
  /** Null: about nobody. */
  readonly person: RawBuilder<number> | null;
  readonly changed: RawBuilder<Date>;
  /** The day by which it is sorted; null when it has none. */
  readonly day: RawBuilder<CalendarDate> | null;
  readonly conditions: Readonly<Record<string, Condition>>;
  /** Columns that are instants or bytes. */
  readonly notJson: NotJson;
  write(row: SourceRow, context: ReadContext): Resource;
}

/** Whom a search asks about; null: everybody. */
export interface Among {
  readonly people: readonly number[] | null;
}

export type SourceRow = Readonly<Record<string, unknown>>;

/** A few resources that are made whole and looked through in memory. */
export interface ListSource {
  readonly kind: 'list';
  all(context: ReadContext): Promise<readonly { readonly resource: Resource; readonly changed: Date }[]>;
  readonly matches: Readonly<Record<string, (resource: Resource, value: SearchValue) => boolean>>;
}

export interface Parameter {
  readonly type: ParameterType;
  /** For whoever reads the CapabilityStatement. */
  readonly says: string;
  /** A token that means nothing without its system. */
  readonly needsSystem?: true;
}

export interface ServedType {
  readonly type: Resource['resourceType'];
  readonly says: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** References that _include follows, by the name after the colon: what they lead to. */
  readonly includes: Readonly<Record<string, IncludePath>>;
  readonly source: ListSource | { readonly kind: 'sources'; readonly sources: readonly RowSource[] };
}

export interface IncludePath {
  readonly target: Resource['resourceType'];
  /** "Patient/12" and the like. */
  of(resource: Resource): readonly (string | undefined)[];
}

type RowSourceOf<R> = Omit<
  RowSource,
  'kind' | 'write' | 'joins' | 'current' | 'among' | 'earlier' | 'revision' | 'isFirst' | 'day' | 'notJson'
> &
  Partial<Pick<RowSource, 'joins' | 'current' | 'among' | 'earlier' | 'revision' | 'isFirst' | 'day'>> &
  (keyof NotJsonOf<R> extends never
    ? { readonly notJson?: NotJsonOf<R> }
    : { readonly notJson: NotJsonOf<R> }) & { write(row: R, context: ReadContext): Resource };

/** The compiler asks for every one of them. */
type NotJsonOf<R> = {
  readonly [K in keyof R as NonNullable<R[K]> extends Date | Uint8Array ? K : never]: NonNullable<
    R[K]
  > extends Date
    ? 'instant'
    : 'bytes';
};

/** `R`: what the columns are; the builder alone vouches for it. */
export function rowSource<R>(of: RowSourceOf<R>): RowSource {
  return {
    joins: sql``,
    current: sql<boolean>`true`,
    earlier: 'none',
    revision: sql<number>`1`,
    isFirst: sql<boolean>`true`,
    day: null,
    notJson: {},
    ...of,
    kind: 'rows',
  } as unknown as RowSource;
}
