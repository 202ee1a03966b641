// What the team stated for the guides of the demonstration: the operation of a broken hip, no operation for a broken
// vertebra, where people stay, and some medicines, so that a newcomer opens a guide that has something to say.
// Decision: two cases of three have facts, told apart by their number; the third shows how a guide speaks of what nobody
// recorded. Invented like everybody here; facts that are there stay as they are.

import { addDays, type CalendarDate, type FractureSite, isVertebral } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type GuideFacts, type GuideMedicine, noGuideFacts } from '../guide/facts/guide-facts.ts';

const shownOf = 3;

/** Of all open cases; `by` is the account that states them. */
export async function addDemoGuideFacts(
  { db, site }: SiteTransaction,
  { by, today, at }: { readonly by: number; readonly today: CalendarDate; readonly at: Date },
): Promise<void> {
  const cases = await db
    .selectFrom('fls_case as c')
    .innerJoin('fracture_episode as e', (join) =>
      join.onRef('e.site_id', '=', 'c.site_id').onRef('e.fracture_episode_id', '=', 'c.fracture_episode_id'),
    )
    .select(['c.fls_case_id', 'c.fracture_on', 'e.fracture_site'])
    .where('c.site_id', '=', site)
    .where('c.state', 'not in', ['closed', 'rejected'])
    .orderBy('c.fls_case_id')
    .execute();
  const rows = cases.flatMap(({ fls_case_id: id, fracture_on: on, fracture_site: place }) => {
    const facts = id % shownOf === 0 ? null : factsOf(id, place, on, today);
    return facts === null
      ? []
      : [{ site_id: site, fls_case_id: id, facts: JSON.stringify(facts), changed_by: by, changed_at: at }];
  });
  if (rows.length === 0) return;
  await db
    .insertInto('guide_facts')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const daysInHospital = 8;
const daysOfOpioid = 14;

function factsOf(
  id: number,
  place: FractureSite,
  on: CalendarDate | null,
  today: CalendarDate,
): GuideFacts | null {
  const treatment = treatmentOf(id, place, on);
  if (treatment === null) return null;
  const inHospital = on !== null && addDays(on, daysInHospital) >= today && place.startsWith('hip.');
  const opioidUntil = on === null ? 'not-recorded' : addDays(on, daysOfOpioid);
  return {
    ...noGuideFacts,
    treatment,
    place: inHospital ? 'hospital' : 'home',
    livesAlone: id % 2 === 0 ? 'yes' : 'no',
    stairs: id % 5 === 0 ? 'no' : 'yes',
    weightBearing: place.startsWith('hip.') ? 'full' : 'not-recorded',
    medication: [
      medicine('paracetamol', 'Paracetamol 1 g', ['08:00', '14:00', '20:00'], 'not-recorded'),
      ...(opioidUntil !== 'not-recorded' && opioidUntil >= today
        ? [medicine('opioid', 'Tramadol 50 mg', ['08:00', '20:00'], opioidUntil)]
        : []),
    ],
  };
}

function treatmentOf(
  id: number,
  place: FractureSite,
  on: CalendarDate | null,
): GuideFacts['treatment'] | null {
  if (isVertebral(place)) return { kind: 'conservative' };
  if (!place.startsWith('hip.')) return null;
  const operation = place === 'hip.femoral-neck' ? (id % 2 === 0 ? 'half-prosthesis' : 'screws') : 'nail';
  return { kind: 'operation', operation, on: on === null ? 'not-recorded' : addDays(on, 1) };
}

function medicine(
  kind: GuideMedicine['kind'],
  name: string,
  times: readonly string[],
  stopOn: GuideMedicine['stopOn'],
): GuideMedicine {
  return { kind, name, dose: 'not-recorded', times, stopOn, nextOn: 'not-recorded' };
}
