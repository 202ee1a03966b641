// A measured value (laboratory, bone density) as its sender gave it. Decision: the number, its unit and the sender's
// code stay as received; what they mean is judged by the rooms that know.

import type { CalendarDate } from '@breekpunt/core';
import type { RecordedCode, ReportStatus } from './report-record.ts';

export interface RecordedMeasurement {
  /** The sender's own name for this value; it comes again under it when corrected. */
  readonly id: string;
  readonly codes: readonly RecordedCode[];
  readonly name: string;
  readonly date?: CalendarDate;
  readonly comparator?: '<' | '<=' | '>' | '>=';
  readonly value?: number;
  /** When it is no number, or beside it. */
  readonly text?: string;
  readonly unit?: string;
  readonly low?: number;
  readonly high?: number;
  readonly status?: ReportStatus;
  /** Where on the body, in the sender's words and codes: bone density. */
  readonly bodySites?: readonly RecordedCode[];
  /** Which device measured it; a FHIR reference names one that comes beside it. */
  readonly device?: RecordedDevice;
  /** With whom or what the number is compared, in the sender's words. */
  readonly reference?: string;
  /** The sender's remarks on this value. They may be about the patient: read, never kept. */
  readonly note?: string;
}

export interface RecordedDevice {
  /** In the words of the sender. */
  readonly maker?: string;
  readonly model?: string;
  readonly serial?: string;
  /** Of a Device that is sent beside it, as the sender refers to it. */
  readonly of?: string;
}
