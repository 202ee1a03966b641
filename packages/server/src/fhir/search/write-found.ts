// From rows to resources: each row written, and the version that its content gives it.

import { createHash } from 'node:crypto';
import type { Resource } from '@medplum/fhirtypes';
import type { ReadContext, RowSource, SourceRow } from './source.ts';

export interface FoundResource {
  readonly resource: Resource;
  /** Whose; null when about nobody. */
  readonly person: number | null;
}

export interface KeyedRow {
  /** Place among the sources of the type. */
  readonly source: number;
  readonly key: number;
  /** What it is sorted by; null without sorting. */
  readonly value: string | null;
  readonly row: SourceRow;
}

export function writeRows(
  context: ReadContext,
  sources: readonly RowSource[],
  page: readonly KeyedRow[],
): FoundResource[] {
  return page.flatMap(({ source, row }) => {
    const of = sources[source];
    return of === undefined ? [] : [writeRow(context, of, row)];
  });
}

export function writeRow(context: ReadContext, source: RowSource, row: SourceRow): FoundResource {
  return {
    resource: withMeta(source.write(row, context), row['fhirChanged'] as Date),
    person: row['fhirPerson'] as number | null,
  };
}

/** The version is named after the content: equal versions are equal resources, and nothing can change unseen. */
export function withMeta(resource: Resource, changed: Date): Resource {
  const versionId = createHash('sha256').update(JSON.stringify(resource)).digest('hex').slice(0, 16);
  const { resourceType, id, meta, ...rest } = resource as unknown as Record<string, unknown> & {
    readonly meta?: object;
  };
  return {
    resourceType,
    id,
    meta: { ...meta, versionId, lastUpdated: changed.toISOString() },
    ...rest,
  } as unknown as Resource;
}
