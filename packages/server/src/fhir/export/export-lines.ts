// The lines of one exported file, a portion at a time. Decision: each portion is a short transaction of its own that reads
// on behind the last resource and logs whom it showed; so memory is bounded by the portion, no transaction waits for a slow
// network, and what is added meanwhile comes at the end.

import { recordAudit } from '../../audit/record-audit.ts';
import { inSite } from '../../database/site-transaction.ts';
import { eventOf } from '../../http/in-visit.ts';
import type { Visit } from '../../http/visit.ts';
import { personsIn } from '../fhir-request.ts';
import type { PageMark } from '../search/page-mark.ts';
import { type AskedParameter, plainSearch, type Search } from '../search/read-search.ts';
import { runSearch } from '../search/run-search.ts';
import type { ReadContext } from '../search/source.ts';
import { servedType, servedTypes } from '../served-types.ts';
import type { ExportRequest, NewExport } from './export-requests.ts';

const portion = 500;

/** Of the whole system also what is about nobody. */
export function exportedTypes(level: NewExport['level']): readonly string[] {
  return servedTypes
    .filter(
      ({ parameters, type }) =>
        level === 'system' || type === 'Patient' || Object.hasOwn(parameters, 'patient'),
    )
    .filter(({ type }) => level === 'system' || type !== 'AuditEvent')
    .map(({ type }) => type);
}

export async function hasAny(context: ReadContext, of: ExportRequest, type: string): Promise<boolean> {
  const served = servedType(type);
  if (served === undefined) return false;
  const page = await runSearch(context, served, searchFor(of, null, 1));
  return page.found.length > 0;
}

export async function* exportLines(
  { context: server, reader, user }: Visit,
  context: ReadContext,
  of: ExportRequest,
  type: string,
): AsyncGenerator<string> {
  const served = servedType(type);
  if (served === undefined) return;
  let after: PageMark | null = null;
  do {
    const search = searchFor(of, after, portion);
    const page = await inSite(server.database.db, context.tx.site, async (tx) => {
      const found = await runSearch({ ...context, tx }, served, search);
      const deed = {
        action: 'export',
        shown: personsIn(found.found),
        object: { type: 'fhir_export', id: String(of.id) },
        detail: { door: 'fhir', step: 'portion', type, found: found.found.length },
      } as const;
      const actor = { kind: 'user', user: user.id, onBehalfOf: null } as const;
      await recordAudit(tx, server.keys, [eventOf(deed, actor, reader.address ?? '', server.now())]);
      return found;
    });
    if (page.found.length > 0)
      yield `${page.found.map(({ resource }) => JSON.stringify(resource)).join('\n')}\n`;
    after = page.next;
  } while (after !== null);
}

function searchFor({ since, level, list }: ExportRequest, after: PageMark | null, count: number): Search {
  const asked: AskedParameter[] =
    since === null
      ? []
      : [
          {
            name: '_lastUpdated',
            values: [
              {
                kind: 'date',
                comparison: 'ge',
                precision: 'instant',
                from: since.toISOString(),
                to: since.toISOString(),
              },
            ],
          },
        ];
  return { ...plainSearch(asked, count), after, ofList: level === 'group' ? list : null };
}
