// What becomes known of people after their reports: where they live, whose patients they are, and when they died.
// Decision: written last, because every report was judged on its own day, when nobody knew of a death to come.

import type { HospitalPatient } from '@breekpunt/synthetic';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';

export async function settlePersons(
  tx: SiteTransaction,
  patients: readonly HospitalPatient[],
  persons: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = patients.map(({ resident, deathDate }) => ({
    id: persons.get(resident.number),
    residence: resident.residence,
    practitioner: resident.generalPractitioner,
    phone: phoneOf(resident.number),
    deceased: deathDate === null ? 'not-recorded' : 'yes',
    death_date: deathDate,
  }));
  await sql`
    update person p
       set residence = s.residence, general_practitioner = s.practitioner, phone = s.phone, deceased = s.deceased,
           death_date = s.death_date
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(
           id bigint, residence text, practitioner text, phone text, deceased text, death_date date)
     where p.site_id = ${tx.site} and p.person_id = s.id`.execute(tx.db);
}

/** Begins as no number does, so that nobody can be rung by mistake; one in twelve is not known. */
function phoneOf(number: string): string | null {
  const digits = number.replaceAll(/\D/g, '').padStart(6, '0').slice(-6);
  return Number(digits) % 12 === 0
    ? null
    : `000 ${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4)}`;
}
