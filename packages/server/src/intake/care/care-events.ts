// Medicines, procedures and stays as other systems record them; one that comes again replaces what it said before.

import type { RecordedCareEvent } from '@breekpunt/integrate';
import { type Insertable, sql } from 'kysely';
import type { CareEventTable } from '../../database/generated/tables.ts';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { keepCopiesNamed } from '../../records/keep-copies.ts';
import type { CareSource, SavedRow } from './care-source.ts';

const rowsAtOnce = 1_000;

export async function saveCareEvents(
  tx: SiteTransaction,
  events: readonly (CareSource & { readonly event: RecordedCareEvent })[],
): Promise<SavedRow[]> {
  const rows = new Map<string, Insertable<CareEventTable>>();
  for (const { person, sourceSystem, inboxMessage, event } of events) {
    const [code] = event.codes;
    rows.set(`${event.kind} ${sourceSystem} ${event.id}`, {
      site_id: tx.site,
      person_id: person,
      kind: event.kind,
      source_system: sourceSystem,
      source_id: event.id,
      code_system: code === undefined ? null : (code.systemName ?? code.system),
      code: code?.code ?? null,
      name: event.name,
      status: event.status,
      started_on: event.startedOn ?? null,
      ended_on: event.endedOn ?? null,
      inbox_message_id: inboxMessage,
    });
  }
  const all = [...rows.values()];
  const saved: SavedRow[] = [];
  for (let from = 0; from < all.length; from += rowsAtOnce) {
    await keepCopiesNamed(tx, 'care_event', all.slice(from, from + rowsAtOnce));
    const some = await tx.db
      .insertInto('care_event')
      .values(all.slice(from, from + rowsAtOnce))
      .onConflict((conflict) =>
        conflict.columns(['site_id', 'kind', 'source_system', 'source_id']).doUpdateSet(({ ref }) => ({
          person_id: ref('excluded.person_id'),
          code_system: ref('excluded.code_system'),
          code: ref('excluded.code'),
          name: ref('excluded.name'),
          status: ref('excluded.status'),
          started_on: ref('excluded.started_on'),
          ended_on: ref('excluded.ended_on'),
          inbox_message_id: ref('excluded.inbox_message_id'),
          changed_at: sql<Date>`now()`,
        })),
      )
      .returning('care_event_id as id')
      .execute();
    saved.push(...some.map(({ id }) => ({ table: 'care_event' as const, id })));
  }
  return saved;
}
