// SIU to an appointment. Decision: the sender's placer or filler number is its identity; what a person books at the
// hospital is kept as it was booked, in the sender's words, and judged by nobody here.

import { hl7Instant } from './hl7-instant.ts';
import type { Hl7Message, Segment } from './parse-message.ts';

export type AppointmentStatus = 'booked' | 'changed' | 'cancelled' | 'no-show';

export interface RecordedAppointment {
  readonly id: string;
  readonly status: AppointmentStatus;
  readonly startsAt?: Date;
  readonly durationMinutes?: number;
  readonly reason?: string;
  readonly place?: string;
}

const statusByTrigger: Readonly<Record<string, AppointmentStatus>> = {
  S12: 'booked',
  S13: 'changed',
  S14: 'changed',
  S15: 'cancelled',
  S16: 'cancelled',
  S17: 'cancelled',
  // A service or a room of it was added, changed or called off; the appointment itself stands.
  S18: 'changed',
  S19: 'changed',
  S20: 'changed',
  S21: 'changed',
  S22: 'changed',
  S26: 'no-show',
};

/** SCH-25, table 0278: some senders call an appointment off by a change that says so. */
const statusByFiller: Readonly<Record<string, AppointmentStatus>> = {
  cancelled: 'cancelled',
  canceled: 'cancelled',
  dc: 'cancelled',
  discontinued: 'cancelled',
  deleted: 'cancelled',
  noshow: 'no-show',
};

/** Undefined when the trigger is about something else, or the appointment has no number. */
export function appointmentFrom(message: Hl7Message, timeZone: string): RecordedAppointment | undefined {
  const sch = message.segments.find(({ name }) => name === 'SCH');
  const byTrigger = statusByTrigger[message.type.trigger];
  const byFiller = statusByFiller[(sch?.value(25) ?? '').toLowerCase().replaceAll(/[^a-z]/g, '')];
  const status = byTrigger === undefined ? undefined : (byFiller ?? byTrigger);
  const id = sch === undefined ? '' : sch.value(2) || sch.value(1);
  if (status === undefined || sch === undefined || id === '') return undefined;
  const startsAt = startOf(message, sch, timeZone);
  const durationMinutes = minutesOf(sch);
  const reason = sch.value(7, 2) || sch.value(7) || sch.value(8, 2) || sch.value(8);
  const ail = message.segments.find(({ name }) => name === 'AIL');
  const place =
    ail === undefined ? '' : [ail.value(3, 4), ail.value(3, 1), ail.value(3, 2)].filter(Boolean).join(' ');
  return {
    id,
    status,
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(durationMinutes === undefined ? {} : { durationMinutes }),
    ...(reason === '' ? {} : { reason }),
    ...(place === '' ? {} : { place }),
  };
}

/** SCH-11.4 of older versions, TQ1-7 of newer ones, or what the first resource is booked for. */
function startOf(message: Hl7Message, sch: Segment, timeZone: string): Date | undefined {
  const tq1 = message.segments.find(({ name }) => name === 'TQ1');
  const booked = message.segments.find(({ name }) => name === 'AIS' || name === 'AIP' || name === 'AIL');
  const fields = [sch.value(11, 4), tq1?.value(7) ?? '', booked?.value(booked.name === 'AIS' ? 4 : 6) ?? ''];
  for (const field of fields) {
    const instant = hl7Instant(field, timeZone);
    if (instant !== undefined) return instant;
  }
  return undefined;
}

function minutesOf(sch: Segment): number | undefined {
  const value = Number(sch.value(9));
  if (!Number.isFinite(value) || value <= 0) return undefined;
  const unit = sch.value(10).toLowerCase();
  if (/^h/.test(unit)) return Math.round(value * 60);
  return /^s/.test(unit) ? Math.round(value / 60) : Math.round(value);
}
