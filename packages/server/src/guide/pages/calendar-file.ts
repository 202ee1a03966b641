// An appointment for one's own calendar (iCalendar, RFC 5545), by a small library. Decision: the title says only that it is
// an appointment at the hospital: a calendar is shown on locked screens and shared with families.

import type { AppointmentBlock } from '@breekpunt/inform';
import { createEvent } from 'ics';
import { z } from 'zod';
import { foldLines } from '../../follow-up/calendar/fold-lines.ts';
import { file, redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { sayOf } from '../html/guide-answer.ts';
import { readGuide } from '../read-guide.ts';
import { sectionOf } from './section-page.ts';

const calendar = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/afspraken/:name',
  audit: 'export',
  params: z.object({ name: z.string() }),
  handle: async (visit, { params: { name } }) => {
    const { guide } = await readGuide(visit);
    visit.audit({ action: 'export', detail: { what: 'appointment' } });
    const wanted = name.replace(/\.ics$/, '');
    const block = (sectionOf(guide, 'appointments')?.blocks ?? []).find(
      (each): each is AppointmentBlock => each.kind === 'appointment' && each.appointment === wanted,
    );
    if (block === undefined) return redirect(`${visit.guest.path}/afspraken`);
    const title = sayOf(visit)('calendar.title', { hospital: visit.guest.siteName });
    return file('afspraak.ics', 'text/calendar; charset=utf-8', calendarText(block, title, visit.guest));
  },
});

/** Without a time it is the whole day; with one, it floats: the hour at the hospital, wherever the phone is. */
function calendarText(
  { on, at, place, appointment }: Pick<AppointmentBlock, 'on' | 'at' | 'place' | 'appointment'>,
  title: string,
  { site, link }: { readonly site: string; readonly link: number },
): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const [hour = 0, minute = 0] = at === 'not-recorded' ? [] : at.split(':').map(Number);
  const { error, value } = createEvent({
    productId: 'breekpunt',
    uid: `${site}-${link}-${appointment}`,
    title,
    location: place,
    startInputType: 'local',
    startOutputType: 'local',
    ...(at === 'not-recorded'
      ? { start: [year, month, day] as const, duration: { days: 1 } }
      : { start: [year, month, day, hour, minute] as const, duration: { minutes: 30 } }),
  });
  if (typeof value !== 'string')
    throw new Error(`An appointment made no calendar entry: ${error?.name ?? ''}`);
  return foldLines(value);
}

export const calendarRoutes: readonly Route[] = [calendar];
