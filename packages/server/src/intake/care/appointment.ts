// Appointments as other systems book them. The newest message about one counts; a cancellation may come without a time.

import type { RecordedAppointment } from '@breekpunt/integrate';
import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { keepCopiesNamed } from '../../records/keep-copies.ts';
import type { CareSource, SavedRow } from './care-source.ts';

export async function saveAppointment(
  tx: SiteTransaction,
  { person, sourceSystem, inboxMessage }: CareSource,
  { id, status, startsAt, durationMinutes, reason, place }: RecordedAppointment,
  sentAt: Date | null,
): Promise<SavedRow[]> {
  await keepCopiesNamed(tx, 'appointment', [{ source_system: sourceSystem, source_id: id }]);
  const saved = await sql<{ id: number }>`
    insert into appointment as known (site_id, person_id, source_system, source_id, status, starts_at,
                             duration_minutes, reason, place, sent_at, inbox_message_id)
    values (${tx.site}, ${person}, ${sourceSystem}, ${id}, ${status}, ${startsAt ?? null}, ${durationMinutes ?? null},
            ${reason ?? null}, ${place ?? null}, ${sentAt}, ${inboxMessage})
    on conflict (site_id, source_system, source_id) do update
       set person_id = excluded.person_id, status = excluded.status,
           starts_at = coalesce(excluded.starts_at, known.starts_at),
           duration_minutes = coalesce(excluded.duration_minutes, known.duration_minutes),
           reason = coalesce(excluded.reason, known.reason), place = coalesce(excluded.place, known.place),
           calendar_sequence = known.calendar_sequence + (
             (excluded.status, coalesce(excluded.starts_at, known.starts_at), coalesce(excluded.place, known.place))
             is distinct from (known.status, known.starts_at, known.place))::int,
           sent_at = coalesce(excluded.sent_at, known.sent_at), inbox_message_id = excluded.inbox_message_id, changed_at = now()
     where known.sent_at is null or excluded.sent_at is null or known.sent_at <= excluded.sent_at
    returning appointment_id as id`.execute(tx.db);
  return saved.rows.map((row) => ({ table: 'appointment', id: row.id }));
}
