// The first-administrator set-up, open until there is a hospital, for whoever read the code where the server was started.

import { languages } from '@breekpunt/core';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { inSite } from '../database/site-transaction.ts';
import { refuse } from '../http/answer.ts';
import { openRoute, type Route } from '../http/route.ts';
import { weaknessOf } from './password-rules.ts';
import { openSession } from './session.ts';
import { setUp } from './set-up.ts';
import { sessionAnswer } from './sign-in-routes.ts';

const firstStart = openRoute({
  method: 'POST',
  url: '/api/set-up',
  perMinute: 10,
  body: z.strictObject({
    code: z.string().max(40),
    site: z.strictObject({
      name: z.string().trim().min(1).max(120),
      country: z.enum(['BE', 'NL']),
      language: z.enum(languages),
    }),
    administrator: z.strictObject({
      login: z.string().trim().min(1).max(200),
      displayName: z.string().trim().min(1).max(120),
      password: z.string().max(1_000),
    }),
  }),
  handle: async (call, { body: { code, site, administrator } }) => {
    const { context, at, address } = call;
    const { database, keys, web } = context;
    if (!context.setUpCode.matches(code))
      return refuse('set-up-closed', 'This is not the set-up code. It stands where the server was started.');
    const weakness = weaknessOf(administrator.password, [administrator.login, site.name]);
    if (weakness !== null)
      return refuse('not-valid', weakness, {
        fields: [{ at: 'body.administrator.password', expected: weakness }],
      });
    const done = await setUp(database, keys, { site, administrator });
    if (!done.ok) return refuse('set-up-closed', 'There is a hospital here already. Sign in.');
    const cookie = await inSite(database.db, done.value.site, async (tx) => {
      const opened = await openSession(tx, done.value.user, web, at, address);
      await recordAudit(tx, keys, [
        {
          at,
          actor: { kind: 'user', user: done.value.user, onBehalfOf: null },
          action: 'configure',
          outcome: 'done',
          person: null,
          shown: [],
          object: { type: 'site', id: done.value.site },
          detail: { step: 'set-up' },
          breakGlass: null,
          address,
        },
      ]);
      return opened;
    });
    return sessionAnswer(call, cookie);
  },
});

export const setUpRoutes: readonly Route[] = [firstStart];
