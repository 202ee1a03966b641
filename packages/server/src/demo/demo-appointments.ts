// The appointments that the planning of the synthetic hospital told of: one for each bone density scan that is still to come.

import type { CalendarDate } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from '../records/in-portions.ts';
import type { CaredFor } from './record-care.ts';
import { duringWork } from './working-hours.ts';

const words = {
  nl: { reason: 'Botdensitometrie', place: 'Medische beeldvorming, route 42' },
  fr: { reason: 'Ostéodensitométrie', place: 'Imagerie médicale, route 42' },
} as const;

const quarterMs = 15 * 60_000;

export async function addDemoAppointments(
  tx: SiteTransaction,
  cases: readonly CaredFor[],
  language: 'nl' | 'fr',
): Promise<void> {
  const rows = cases.flatMap(({ case: id, person, care }) => {
    const { scan } = care;
    // Nobody is scanned on a Sunday: what was drawn for one is a plan without an hour.
    if (scan?.status !== 'planned' || scan.plannedOn === null || isSunday(scan.plannedOn)) return [];
    const at = duringWork(scan.plannedOn, id);
    return [
      {
        site_id: tx.site,
        person_id: person,
        source_system: 'synthetic-planning',
        source_id: `scan-${id}`,
        status: 'booked' as const,
        starts_at: new Date(at.getTime() - (at.getTime() % quarterMs)),
        duration_minutes: 30,
        sent_at: duringWork(scan.orderedOn, id),
        recorded_at: duringWork(scan.orderedOn, id),
        changed_at: duringWork(scan.orderedOn, id),
        ...words[language],
      },
    ];
  });
  await inPortions(rows, (portion) => tx.db.insertInto('appointment').values(portion).execute());
}

function isSunday(day: CalendarDate): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
}
