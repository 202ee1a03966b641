// Calendars over HTTP: making and ending one's own address, the file behind it, and one appointment as a file.

import { z } from 'zod';
import { inSite } from '../../database/site-transaction.ts';
import { created, file, json, nothing, refuse, text } from '../../http/answer.ts';
import { inLoggedTransaction } from '../../http/in-visit.ts';
import { openRoute, type Route, siteRoute } from '../../http/route.ts';
import { carers } from '../../people/role.ts';
import { keepSiteChoice, siteChoices } from '../../people/site-choices.ts';
import { dayAt } from '../../start/day-at.ts';
import { appointmentEntry, calendarEntries, nameColumns } from './calendar-entries.ts';
import { type CalendarFeed, endFeed, feedsOf, makeFeed, readerOf } from './calendar-feed.ts';
import { calendarFileName, calendarText } from './calendar-text.ts';

export interface CalendarFeeds {
  readonly feeds: readonly CalendarFeed[];
  /** Whether the hospital chose to have patients named in calendars. */
  readonly withNames: boolean;
}

/** Shown once. */
export interface NewCalendarFeed {
  readonly id: number;
  readonly address: string;
}

const calendarType = 'text/calendar; charset=utf-8';

const list = siteRoute({
  method: 'GET',
  url: '/api/calendar-feeds',
  roles: carers,
  audit: 'none',
  handle: async ({ tx, user }) =>
    json({
      feeds: await feedsOf(tx, user.id),
      withNames: (await siteChoices(tx)).calendarNames,
    } satisfies CalendarFeeds),
});

const make = siteRoute({
  method: 'POST',
  url: '/api/calendar-feeds',
  roles: carers,
  audit: 'configure',
  handle: async ({ tx, user, at, context, audit }) => {
    const { id, secret } = await makeFeed(tx, user.id, at);
    audit({
      action: 'configure',
      object: { type: 'calendar-feed', id: String(id) },
      detail: { step: 'made' },
    });
    const made: NewCalendarFeed = { id, address: `${context.web.address}/calendar/${tx.site}/${secret}.ics` };
    return created(made);
  },
});

const names = siteRoute({
  method: 'PUT',
  url: '/api/calendar-feeds/names',
  roles: ['lead'],
  audit: 'configure',
  body: z.strictObject({ withNames: z.boolean() }),
  handle: async ({ tx, audit }, { body: { withNames } }) => {
    await keepSiteChoice(tx, { calendarNames: withNames });
    audit({
      action: 'configure',
      object: { type: 'site', id: tx.site },
      detail: { calendarNames: withNames },
    });
    return nothing();
  },
});

const end = siteRoute({
  method: 'DELETE',
  url: '/api/calendar-feeds/:feed',
  roles: carers,
  audit: 'configure',
  params: z.strictObject({ feed: z.coerce.number().int().positive() }),
  handle: async ({ tx, user, at, audit }, { params: { feed } }) => {
    if (!(await endFeed(tx, { user: user.id, feed }, at)))
      return refuse('not-found', 'You have no such calendar, or it ended already.');
    audit({
      action: 'configure',
      object: { type: 'calendar-feed', id: String(feed) },
      detail: { step: 'ended' },
    });
    return nothing();
  },
});

const noCalendar = () => refuse('not-found', 'There is no calendar at this address, or not any more.');

/** Read by a calendar program, which cannot sign in: the secret in the address is all it has. */
const read = openRoute({
  method: 'GET',
  url: '/calendar/:site/:file',
  perMinute: 30,
  params: z.object({ site: z.string(), file: z.string() }),
  handle: async (call, { params: { site, file: name } }) => {
    const secret = name.endsWith('.ics') ? name.slice(0, -4) : '';
    const { context, at } = call;
    if (!/^[a-z0-9][a-z0-9-]{0,38}$/.test(site)) return noCalendar();
    const reader = await inSite(context.database.db, site, (tx) => readerOf(tx, secret, at));
    if (reader === null) return noCalendar();
    const { user, feed, language } = reader;
    const actor = { kind: 'user', user, onBehalfOf: null } as const;
    return inLoggedTransaction(call, site, actor, 'export', async (tx, add) => {
      const { time_zone: timeZone } = await tx.db
        .selectFrom('site')
        .select('time_zone')
        .where('site_id', '=', site)
        .executeTakeFirstOrThrow();
      const { calendarNames } = await siteChoices(tx);
      const entries = await calendarEntries(tx, user, dayAt(at, timeZone), at, calendarNames);
      add({
        action: 'export',
        object: { type: 'calendar-feed', id: String(feed) },
        detail: { entries: entries.length },
      });
      return text(calendarType, calendarText(entries, { site, address: context.web.address, language }));
    });
  },
});

const appointment = siteRoute({
  method: 'GET',
  url: '/api/appointments/:appointment/calendar',
  roles: carers,
  audit: 'export',
  params: z.strictObject({ appointment: z.coerce.number().int().positive() }),
  handle: async ({ tx, user, context, audit }, { params: { appointment: id } }) => {
    const row = await tx.db
      .selectFrom('appointment as a')
      .leftJoin('fls_case as c', (join) =>
        join.onRef('c.site_id', '=', 'a.site_id').onRef('c.person_id', '=', 'a.person_id'),
      )
      .innerJoin('person as p', (join) =>
        join.onRef('p.site_id', '=', 'a.site_id').onRef('p.person_id', '=', 'a.person_id'),
      )
      .selectAll('a')
      .select(['c.fls_case_id', ...nameColumns])
      .where('a.site_id', '=', tx.site)
      .where('a.appointment_id', '=', id)
      .orderBy('c.fls_case_id', 'desc')
      .executeTakeFirst();
    if (row === undefined || row.starts_at === null || row.fls_case_id === null)
      return refuse('not-found', 'There is no such appointment at this hospital, or it has no hour yet.');
    audit({
      action: 'export',
      person: row.person_id,
      object: { type: 'appointment', id: String(id) },
    });
    const { calendarNames } = await siteChoices(tx);
    const entry = appointmentEntry({ ...row, starts_at: row.starts_at }, row.fls_case_id, calendarNames);
    const place = { site: tx.site, address: context.web.address, language: user.language };
    return file(`${calendarFileName(place)}.ics`, calendarType, calendarText([entry], place));
  },
});

export const calendarFeedRoutes: readonly Route[] = [list, make, names, end, read, appointment];
