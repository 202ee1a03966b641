// A day as a request states it: checked once here, a CalendarDate from then on.

import { type CalendarDate, describeCalendarDateError, parseCalendarDate } from '@breekpunt/core';
import { z } from 'zod';

export const calendarDay: z.ZodType<CalendarDate> = z.string().transform((text, context) => {
  const parsed = parseCalendarDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: describeCalendarDateError(parsed.error) });
  return z.NEVER;
});
