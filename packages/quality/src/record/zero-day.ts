// The day from which an indicator counts. Decision: the day of the fracture; when nobody knows it, the day the case was found,
// and the reason shown with the figure says so.

import type { CalendarDate } from '@breekpunt/core';
import type { Clock } from '@breekpunt/knowledge';
import type { CareRecord } from './care-record.ts';

export function zeroDay(record: CareRecord): CalendarDate {
  return record.fractureOn ?? record.foundOn;
}

/** Null when the clock never began: no admission or no surgery was recorded. */
export function clockStart(record: CareRecord, clock: Clock): CalendarDate | null {
  switch (clock) {
    case 'fracture':
      return zeroDay(record);
    case 'admission':
      return record.hip?.admittedOn ?? null;
    case 'surgery':
      return record.hip?.operatedOn ?? null;
  }
}
