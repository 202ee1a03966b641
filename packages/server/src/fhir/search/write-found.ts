// From rows to resources: further facts of a page in one query, each row written, and the version that its content gives it.

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

export async function writeRows(
  context: ReadContext,
  sources: readonly RowSource[],
  page: readonly KeyedRow[],
): Promise<FoundResource[]> {
  const found: { readonly place: number; readonly one: FoundResource }[] = [];
  for (const [index, source] of sources.entries()) {
    // Sorted pages mix the sources.
    const own = page.flatMap((one, place) => (one.source === index ? [{ place, row: one.row }] : []));
    if (own.length === 0) continue;
    const rows = await source.complete(
      context,
      own.map(({ row }) => row),
    );
    for (const [nth, row] of rows.entries())
      found.push({ place: own[nth]?.place ?? 0, one: writeRow(context, source, row) });
  }
  return found.toSorted((a, b) => a.place - b.place).map(({ one }) => one);
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
