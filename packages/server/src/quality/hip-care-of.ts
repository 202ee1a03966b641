// Acute care of a hip as the indicators read it: what the block of acute care says, and where it is silent, the days of arrival and
// operation that the assessment asked. Decision: hours between two moments are known only when both have a time; a day alone
// is not turned into hours.

import type { Answer, CalendarDate } from '@breekpunt/core';
import type { HipSeen } from '@breekpunt/quality';

/** In the order of their fields behind person and case. */
export const hipColumns = [
  'arrived_on',
  'arrived_clock',
  'operated',
  'operated_on',
  'operation_as_advised',
  'geriatrician',
  'geriatrician_on',
  'geriatrician_clock',
  'mobilised',
  'mobilised_on',
  'delirium_tested',
  'delirium',
  'home_at_120_days',
  'medicine_at_120_days',
] as const;

type Column = (typeof hipColumns)[number];

/** `block`: fields in the order of `hipColumns`; null when nobody filled it in. `asked`: answers of the assessment by question. */
export function hipCareOf(block: readonly string[] | null, asked: ReadonlyMap<string, string>): HipSeen {
  const at = (column: Column): string => block?.[hipColumns.indexOf(column)] ?? '';
  const answer = (column: Column): Answer => (at(column) === '' ? 'not-recorded' : (at(column) as Answer));
  const day = (text: string): CalendarDate | null =>
    /^\d{4}-\d\d-\d\d$/.test(text) ? (text as CalendarDate) : null;
  const told = asked.get('hip-operation') ?? '';
  const operatedOn = day(at('operated_on')) ?? (answer('operated') === 'not-recorded' ? day(told) : null);
  const operated = answer('operated');
  return {
    admittedOn: day(at('arrived_on')) ?? day(asked.get('admitted') ?? ''),
    operated:
      operated !== 'not-recorded' ? operated : operatedOn !== null ? 'yes' : told === 'no' ? 'no' : operated,
    operatedOn,
    geriatrician: answer('geriatrician'),
    hoursToOrthogeriatrician: hoursBetween(
      [at('arrived_on'), at('arrived_clock')],
      [at('geriatrician_on'), at('geriatrician_clock')],
    ),
    operationAsAdvised: answer('operation_as_advised'),
    mobilised: answer('mobilised'),
    mobilisedOn: day(at('mobilised_on')),
    // Tested and not found: a test that nobody made says nothing.
    noDelirium: opposite(answer('delirium')),
    homeAt120Days: answer('home_at_120_days'),
    medicineAt120Days: answer('medicine_at_120_days'),
  };
}

function opposite(answer: Answer): Answer {
  if (answer === 'not-recorded') return answer;
  return answer === 'yes' ? 'no' : 'yes';
}

type Moment = readonly [day: string, clock: string];

function hoursBetween(from: Moment, to: Moment): number | null {
  if ([...from, ...to].includes('')) return null;
  const at = ([day, clock]: Moment): number => Date.parse(`${day}T${clock}:00Z`);
  // To the minute: a rounded 72 hours would take in whoever was a few minutes late.
  return (at(to) - at(from)) / 3_600_000;
}
