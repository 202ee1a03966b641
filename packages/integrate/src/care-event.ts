// A medicine, a procedure or a stay as another system records it.

import type { CalendarDate } from '@breekpunt/core';
import type { RecordedCode } from './report-record.ts';

export interface RecordedCareEvent {
  readonly kind: 'medicine' | 'procedure' | 'stay';
  readonly id: string;
  readonly codes: readonly RecordedCode[];
  readonly name: string;
  readonly status: 'planned' | 'active' | 'completed' | 'stopped' | 'entered-in-error' | 'not-recorded';
  readonly startedOn?: CalendarDate;
  readonly endedOn?: CalendarDate;
}
