// From what another system states to answers of the block. Decision: a stay that is not said to be that of the hip only fills in or moves
// the arrival forward in time, because the emergency department is reached before the ward; and its end is the discharge only of the
// stay that began with that arrival, so that a later admission for something else changes nothing.

import { type CalendarDate, daysBetween } from '@breekpunt/core';
import type { HipCareItem, StatedCare, StatedMoment, StatedStay } from '@breekpunt/integrate';
import { dayAt } from '../start/day-at.ts';
import type { HipCare } from './hip-care.ts';
import { type HipCareCode, itemOf } from './hip-care-codes.ts';

type Said = { -readonly [K in keyof HipCare]?: HipCare[K] };

interface Moment {
  readonly on: CalendarDate;
  readonly clock: string | null;
}

const fields: Readonly<
  Record<
    HipCareItem,
    { readonly answer: keyof HipCare; readonly on?: keyof HipCare; readonly clock?: keyof HipCare }
  >
> = {
  operation: { answer: 'operated', on: 'operatedOn', clock: 'operatedClock' },
  'operation-as-advised': { answer: 'operationAsAdvised' },
  geriatrician: { answer: 'geriatrician', on: 'geriatricianOn', clock: 'geriatricianClock' },
  mobilised: { answer: 'mobilised', on: 'mobilisedOn' },
  'delirium-tested': { answer: 'deliriumTested' },
  delirium: { answer: 'delirium' },
  'nutrition-assessed': { answer: 'nutritionAssessed' },
  'home-at-120-days': { answer: 'homeAt120Days' },
  'medicine-at-120-days': { answer: 'medicineAt120Days' },
};

/** What the facts say; those of codes that mean nothing here are left out. */
export function saidByFacts(
  { facts }: StatedCare,
  codes: readonly HipCareCode[],
  timeZone: string,
): Partial<HipCare> {
  const said: Record<string, unknown> = {};
  for (const { codes: named, answer, moment } of facts) {
    const item = itemOf(named, codes);
    if (item === null) continue;
    const { answer: field, on, clock } = fields[item];
    said[field] = answer;
    if (answer === 'no' || moment === undefined || on === undefined) continue;
    const at = momentAt(moment, timeZone);
    said[on] = at.on;
    if (clock !== undefined && at.clock !== null) said[clock] = at.clock;
  }
  // Who found a delirium had tested for it.
  if (said['delirium'] !== undefined) said['deliriumTested'] = 'yes';
  return said as Partial<HipCare>;
}

/** What the stay says beside what is kept. */
export function saidByStay(stay: StatedStay, kept: HipCare, timeZone: string): Partial<HipCare> {
  const said: Said = {};
  const arrived = stay.arrived === undefined ? null : momentAt(stay.arrived, timeZone);
  if (arrived !== null && (stay.isOfHip || isBefore(arrived, kept))) {
    said.arrivedOn = arrived.on;
    if (arrived.clock !== null) said.arrivedClock = arrived.clock;
  }
  const arrivedOn = said.arrivedOn ?? kept.arrivedOn;
  if (stay.discharged === undefined || arrivedOn === null) return said;
  const dischargedOn = momentAt(stay.discharged, timeZone).on;
  const isThatStay = arrived === null ? dischargedOn >= arrivedOn : daysBetween(arrivedOn, arrived.on) <= 1;
  if (!isThatStay) return said;
  said.dischargedOn = dischargedOn;
  if (stay.dischargedTo !== undefined) said.dischargedTo = stay.dischargedTo;
  return said;
}

/** The first day that is spoken of; null when none is. */
export function dayOf({ facts, stay }: StatedCare, timeZone: string): CalendarDate | null {
  const moment = stay?.arrived ?? stay?.discharged ?? facts.find((fact) => fact.moment !== undefined)?.moment;
  return moment === undefined ? null : momentAt(moment, timeZone).on;
}

function isBefore({ on, clock }: Moment, kept: HipCare): boolean {
  if (kept.arrivedOn === null || on < kept.arrivedOn) return true;
  return on === kept.arrivedOn && clock !== null && (kept.arrivedClock === null || clock < kept.arrivedClock);
}

/** By the clock of the hospital, wherever it was written. */
function momentAt({ on, at }: StatedMoment, timeZone: string): Moment {
  if (at === undefined) return { on, clock: null };
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
  return { on: dayAt(at, timeZone), clock };
}
