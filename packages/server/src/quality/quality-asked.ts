// What the routes of quality share: a day in an address, and the refusal when nothing was counted yet.

import { type CalendarDate, parseCalendarDate } from '@breekpunt/core';
import { z } from 'zod';
import { type Answer, refuse } from '../http/answer.ts';

export const dayAsked: z.ZodType<CalendarDate, string> = z
  .string()
  .transform((text, context): CalendarDate => {
    const read = parseCalendarDate(text);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', message: 'a day such as 2026-11-01' });
    return z.NEVER;
  });

export const notCounted = (): Answer => refuse('not-found', 'Nothing was counted yet. Count first.');
