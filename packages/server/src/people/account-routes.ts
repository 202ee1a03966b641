// What people do with their own account: password, second factor, language.

import { languages } from '@breekpunt/core';
import { z } from 'zod';
import { qrSquares } from '../guide/access/qr-code.ts';
import { json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { sealSecondFactor } from './kept-second-factor.ts';
import { hashPassword, isPassword } from './password.ts';
import { weaknessOf } from './password-rules.ts';
import { roles } from './role.ts';
import { isSecret, newSecret, secondFactorUri, stepOfCode } from './second-factor.ts';
import { endSessionsOf } from './session.ts';

const password = z.string().min(1).max(1_000);
const wrongPassword = 'The current password is another.';

async function hasPassword({ tx, user }: Visit, given: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('app_user')
    .select('password_hash')
    .where('site_id', '=', tx.site)
    .where('app_user_id', '=', user.id)
    .executeTakeFirstOrThrow();
  return isPassword(given, row.password_hash);
}

const changePassword = siteRoute({
  method: 'PUT',
  url: '/api/account/password',
  roles,
  audit: 'configure',
  beforeReady: true,
  perMinute: 10,
  body: z.strictObject({ current: password, next: password }),
  handle: async (visit, { body: { current, next } }) => {
    const { tx, user, at, audit } = visit;
    if (!(await hasPassword(visit, current))) return refuse('refused', wrongPassword, { at: 'body.current' });
    const weakness =
      current === next
        ? 'The new password is the old one.'
        : weaknessOf(next, [user.login, user.displayName]);
    if (weakness !== null) return refuse('refused', weakness, { at: 'body.next' });
    await tx.db
      .updateTable('app_user')
      .set({ password_hash: await hashPassword(next), must_change_password: false, changed_at: at })
      .where('site_id', '=', tx.site)
      .where('app_user_id', '=', user.id)
      .execute();
    await endSessionsOf(tx, user.id, at, user.session?.hash);
    audit({
      action: 'configure',
      object: { type: 'account', id: String(user.id) },
      detail: { step: 'password' },
    });
    return nothing();
  },
});

const offerSecondFactor = siteRoute({
  method: 'POST',
  url: '/api/account/second-factor',
  roles,
  audit: 'none',
  beforeReady: true,
  handle: async ({ user }) => {
    const secret = newSecret();
    const uri = secondFactorUri(secret, user.login, user.siteName);
    return json({ secret, uri, squares: qrSquares(uri) });
  },
});

const setSecondFactor = siteRoute({
  method: 'PUT',
  url: '/api/account/second-factor',
  roles,
  audit: 'configure',
  beforeReady: true,
  perMinute: 10,
  body: z.strictObject({
    password,
    secret: z.string().refine(isSecret, 'the secret as it was given'),
    code: z.string().max(20),
  }),
  handle: async (visit, { body }) => {
    const { tx, user, at, audit, context } = visit;
    if (!(await hasPassword(visit, body.password)))
      return refuse('refused', wrongPassword, { at: 'body.password' });
    const step = stepOfCode(body.secret, body.code, at, null);
    if (step === null)
      return refuse('refused', 'The code is not the one of now. Check the clock of the telephone.', {
        at: 'body.code',
      });
    await tx.db
      .updateTable('app_user')
      .set({
        second_factor: sealSecondFactor(context.keys, tx.site, user.id, body.secret),
        second_factor_step: step,
        changed_at: at,
      })
      .where('site_id', '=', tx.site)
      .where('app_user_id', '=', user.id)
      .execute();
    audit({
      action: 'configure',
      object: { type: 'account', id: String(user.id) },
      detail: { step: 'second-factor' },
    });
    return nothing();
  },
});

const setLanguage = siteRoute({
  method: 'PUT',
  url: '/api/account/language',
  roles,
  audit: 'none',
  beforeReady: true,
  body: z.strictObject({ language: z.enum(languages) }),
  handle: async ({ tx, user }, { body: { language } }) => {
    await tx.db
      .updateTable('app_user')
      .set({ language })
      .where('site_id', '=', tx.site)
      .where('app_user_id', '=', user.id)
      .execute();
    return nothing();
  },
});

export const accountRoutes: readonly Route[] = [
  changePassword,
  offerSecondFactor,
  setSecondFactor,
  setLanguage,
];
