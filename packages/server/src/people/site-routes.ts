// The hospital's own row: its name, and what it chose about signing in.

import { languages } from '@breekpunt/core';
import { z } from 'zod';
import { json, nothing } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { roles } from './role.ts';
import { keepSiteChoice, siteChoicesFrom } from './site-choices.ts';

const show = siteRoute({
  method: 'GET',
  url: '/api/site',
  roles,
  audit: 'none',
  handle: async ({ tx }) => {
    const row = await tx.db
      .selectFrom('site')
      .select(['name', 'country', 'language', 'time_zone', 'synthetic', 'choices'])
      .where('site_id', '=', tx.site)
      .executeTakeFirstOrThrow();
    const { time_zone: timeZone, choices, ...rest } = row;
    return json({ id: tx.site, timeZone, ...rest, ...siteChoicesFrom(choices) });
  },
});

const timeZone = z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), {
  message: 'a time zone such as Europe/Brussels',
});

const change = siteRoute({
  method: 'PUT',
  url: '/api/site',
  roles: ['it'],
  audit: 'configure',
  body: z.strictObject({
    name: z.string().trim().min(1).max(120),
    language: z.enum(languages),
    timeZone,
    secondFactor: z.enum(['required', 'offered']),
  }),
  handle: async ({ tx, audit }, { body }) => {
    const { name, language, timeZone, secondFactor } = body;
    await tx.db
      .updateTable('site')
      .set({ name, language, time_zone: timeZone })
      .where('site_id', '=', tx.site)
      .execute();
    await keepSiteChoice(tx, { secondFactor });
    audit({
      action: 'configure',
      object: { type: 'site', id: tx.site },
      detail: { language, timeZone, secondFactor },
    });
    return nothing();
  },
});

export const siteRoutes: readonly Route[] = [show, change];
