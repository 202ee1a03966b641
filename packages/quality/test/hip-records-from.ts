// The invented hips as the program keeps them.

import { addDays, type CalendarDate } from '@breekpunt/core';
import type { CareRecord } from '../src/record/care-record.ts';
import { emptyRecord } from './empty-record.ts';
import type { RawHip } from './raw-hip.ts';
import { aboutPerson, firstDay } from './records-from.ts';

export function hipRecordsFrom(hips: readonly RawHip[]): readonly CareRecord[] {
  return hips.map((one) => {
    const on = (day: number | null): CalendarDate | null =>
      day === null ? null : addDays(firstDay, one.firstFracture + day);
    return {
      ...emptyRecord,
      ...aboutPerson(one),
      case: one.patient,
      site: one.site,
      mechanism: one.violent ? 'high-energy' : 'low-energy',
      fractureOn: one.dayKnown ? on(0) : null,
      foundOn: addDays(firstDay, one.firstFracture + 2),
      hip: {
        admittedOn: on(one.arrived),
        operated: one.operated,
        operatedOn: on(one.operatedOn),
        geriatrician: one.geriatrician,
        hoursToOrthogeriatrician: one.geriatricianAfter,
        operationAsAdvised: one.asAdvised,
        mobilised: one.mobilised,
        mobilisedOn: on(one.mobilisedOn),
        noDelirium: one.delirium === 'not-tested' ? 'not-recorded' : one.delirium === 'clear' ? 'yes' : 'no',
        homeAt120Days: one.homeAt120,
        medicineAt120Days: one.medicineAt120,
      },
    };
  });
}
