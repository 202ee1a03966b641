// Acute care of invented broken hips: from arrival to 120 days after, as the shares of knowledge have it. A part of the cases has
// none, because a ward wrote nothing down.

import { type Answer, addDays, type CalendarDate } from '@breekpunt/core';
import { type Knowledge, listOn } from '@breekpunt/knowledge';
import { createRandom } from '@breekpunt/synthetic';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { addHipCares, type HipCare, type NewHipCare } from '../hip-care/hip-care.ts';
import { duringWork } from './working-hours.ts';

export async function recordHipCare(
  tx: SiteTransaction,
  people: readonly number[],
  knowledge: Knowledge,
  today: CalendarDate,
): Promise<void> {
  if (people.length === 0) return;
  const shares = listOn(knowledge, 'synthetic.acute-hip-shares', today);
  if (!shares.ok) throw new Error('Knowledge has no shares of acute hip care for invented patients');
  const cases = await tx.db
    .selectFrom('fls_case')
    .select(['fls_case_id', 'person_id', 'fracture_on', 'opened_on'])
    .where('site_id', '=', tx.site)
    .where('person_id', 'in', people)
    .where('place_group', '=', 'hip')
    .where('list', 'not in', ['to-review', 'snoozed'])
    .where('state', '<>', 'rejected')
    .execute();
  await addHipCares(
    tx,
    cases.flatMap((one): NewHipCare[] => {
      const on = one.fracture_on ?? one.opened_on;
      const care = inventedHipCare(
        `${tx.site} ${one.fls_case_id} ${on}`,
        shares.value.map(Number),
        on,
        today,
      );
      if (care === null) return [];
      const at = duringWork(care.dischargedOn ?? addDays(on, 1), one.fls_case_id);
      return [
        { case: one.fls_case_id, person: one.person_id, version: 1, care, source: 'import', by: null, at },
      ];
    }),
  );
}

const until120Days = 120;

/** Null when nobody wrote it down, or when the patient came too lately. */
function inventedHipCare(
  seed: string,
  shares: readonly number[],
  arrivedOn: CalendarDate,
  today: CalendarDate,
): HipCare | null {
  const random = createRandom(`hip care ${seed}`);
  const drawn = shares.map((percent) => random.chance(percent / 100));
  const [written, operated, inTime, advised, geriatrician, up, tested, delirium, nutrition, home, medicine] =
    drawn;
  const wait = inTime === true ? random.int(0, 1) : random.int(2, 4);
  const stay = wait + random.int(4, 12);
  if (written !== true || addDays(arrivedOn, stay) > today) return null;
  const operatedOn = operated === true ? addDays(arrivedOn, wait) : null;
  const seenOn = geriatrician === true ? addDays(arrivedOn, random.int(1, 3)) : null;
  const later = addDays(arrivedOn, until120Days) <= today;
  return {
    arrivedOn,
    arrivedClock: clockFrom(random.int(60, 660)),
    operated: answer(operated),
    operatedOn,
    operatedClock: operatedOn === null ? null : clockFrom(random.int(700, 1200)),
    operationAsAdvised: operatedOn === null ? 'not-recorded' : answer(advised),
    geriatrician: answer(geriatrician),
    geriatricianOn: seenOn,
    geriatricianClock: seenOn === null ? null : clockFrom(random.int(540, 1020)),
    mobilised: operatedOn === null ? 'not-recorded' : 'yes',
    mobilisedOn: operatedOn === null ? null : addDays(operatedOn, up === true ? 1 : 2),
    deliriumTested: answer(tested),
    delirium: tested === true ? answer(delirium) : 'not-recorded',
    nutritionAssessed: answer(nutrition),
    dischargedOn: addDays(arrivedOn, stay),
    dischargedTo: random.chance(0.4) ? 'rehabilitation' : 'home',
    homeAt120Days: later ? answer(home) : 'not-recorded',
    medicineAt120Days: later ? answer(medicine) : 'not-recorded',
  };
}

function answer(drawn: boolean | undefined): Answer {
  return drawn === true ? 'yes' : 'no';
}

function clockFrom(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
