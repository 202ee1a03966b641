// An appointment for one's own calendar (iCalendar, RFC 5545), by a small library. Decision: the title says only that it is
// an appointment at the hospital: a calendar is shown on locked screens and shared with families. An entry has the name and the
// count of changes that it has in the calendars of the team, so that a file that is fetched again moves it and adds none.

import type { AppointmentBlock } from '@breekpunt/inform';
import { z } from 'zod';
import { appointmentUid, calendarFile, doseUid } from '../../follow-up/calendar/calendar-text.ts';
import { file, redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import type { GuideVisit } from '../access/guide-visit.ts';
import { guideFactsOf } from '../facts/kept-guide-facts.ts';
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
    const text = calendarText(block, title, await entryOf(visit, block.appointment));
    return file(`${sayOf(visit)('calendar.file')}.ics`, 'text/calendar; charset=utf-8', text);
  },
});

interface Entry {
  readonly uid: string;
  readonly sequence: number;
}

/** Of one that the team stated, the count is that of the facts it stands among: it never falls, and that is all it has to do. */
async function entryOf({ tx, guest }: GuideVisit, appointment: string): Promise<Entry> {
  const dose = /^dose-(\d+)$/.exec(appointment)?.[1];
  if (dose !== undefined) {
    const row = await tx.db
      .selectFrom('injection')
      .select('calendar_sequence')
      .where('site_id', '=', tx.site)
      .where('injection_id', '=', Number(dose))
      .executeTakeFirstOrThrow();
    return { uid: doseUid(tx.site, dose), sequence: row.calendar_sequence };
  }
  const booked = /^booked-(\d+)$/.exec(appointment)?.[1];
  if (booked === undefined) {
    const { version } = await guideFactsOf(tx, guest.case);
    return { uid: appointmentUid(tx.site, `${guest.case}-${appointment}`), sequence: version };
  }
  const { calendar_sequence: sequence } = await tx.db
    .selectFrom('appointment')
    .select('calendar_sequence')
    .where('site_id', '=', tx.site)
    .where('appointment_id', '=', Number(booked))
    .executeTakeFirstOrThrow();
  return { uid: appointmentUid(tx.site, booked), sequence };
}

/** Without a time it is the whole day; with one, it floats: the hour at the hospital, wherever the phone is. */
function calendarText(
  { on, at, place }: Pick<AppointmentBlock, 'on' | 'at' | 'place'>,
  title: string,
  entry: Entry,
): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const [hour = 0, minute = 0] = at === 'not-recorded' ? [] : at.split(':').map(Number);
  return calendarFile([
    {
      ...entry,
      title,
      location: place,
      status: 'CONFIRMED',
      startInputType: 'local',
      startOutputType: 'local',
      ...(at === 'not-recorded'
        ? { start: [year, month, day] as const, duration: { days: 1 } }
        : { start: [year, month, day, hour, minute] as const, duration: { minutes: 30 } }),
    },
  ]);
}

export const calendarRoutes: readonly Route[] = [calendar];
