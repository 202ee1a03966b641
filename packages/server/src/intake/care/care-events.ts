// Medicines, procedures and stays as other systems record them; one that comes again replaces what it said before.

import type { RecordedCareEvent } from '@breekpunt/integrate';
import type { Insertable } from 'kysely';
import type { CareEventTable } from '../../database/generated/tables.ts';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import type { CareSource, SavedRow } from './care-source.ts';
import { saveNamed } from './save-named.ts';

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
  return saveNamed(tx, 'care_event', [...rows.values()]);
}
