// The accounts of a hospital, for who keeps them; and the names of colleagues, for who gives work to each other.

import { languages } from '@breekpunt/core';
import { z } from 'zod';
import { type Answer, created, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { hashPassword } from './password.ts';
import { weaknessOf } from './password-rules.ts';
import { carers, roles } from './role.ts';
import { endSessionsOf } from './session.ts';
import { addUser, allUsers, changeUser, colleagues } from './user.ts';

const keepers = ['it'] as const;
const displayName = z.string().trim().min(1).max(120);
const role = z.enum(roles);
const language = z.enum(languages).nullable();
const userParams = z.strictObject({ user: z.coerce.number().int().positive() });

const list = siteRoute({
  method: 'GET',
  url: '/api/users',
  roles: keepers,
  audit: 'none',
  handle: async ({ tx }) => json({ users: await allUsers(tx) }),
});

const names = siteRoute({
  method: 'GET',
  url: '/api/colleagues',
  roles: carers,
  audit: 'none',
  handle: async ({ tx }) => json({ colleagues: await colleagues(tx) }),
});

const add = siteRoute({
  method: 'POST',
  url: '/api/users',
  roles: keepers,
  audit: 'create',
  body: z.strictObject({
    login: z.string().trim().min(1).max(200),
    displayName,
    role,
    language,
    /** Good for one sign-in; null for who signs in at the hospital's own provider. */
    password: z.string().max(1_000).nullable(),
  }),
  handle: async ({ tx, audit }, { body }) => {
    const weakness =
      body.password === null ? null : weaknessOf(body.password, [body.login, body.displayName]);
    if (weakness !== null) return refuse('refused', weakness, { at: 'body.password' });
    const { password, ...rest } = body;
    const added = await addUser(tx, {
      ...rest,
      passwordHash: password === null ? null : await hashPassword(password),
      mustChangePassword: password !== null,
    });
    if (!added.ok) return refuse('taken', 'Somebody has this login already.', { at: 'body.login' });
    audit({
      action: 'create',
      object: { type: 'account', id: String(added.value) },
      detail: { role: body.role },
    });
    return created({ id: added.value });
  },
});

const change = siteRoute({
  method: 'PUT',
  url: '/api/users/:user',
  roles: keepers,
  audit: 'change',
  params: userParams,
  body: z.strictObject({
    onVersion: z.number().int().positive(),
    displayName,
    role,
    language,
    active: z.boolean(),
  }),
  handle: async (visit, { params, body }) => {
    const { tx, at, audit } = visit;
    if (params.user === visit.user.id && (body.role !== 'it' || !body.active))
      return refuse('refused', 'Nobody takes away their own access. Let another administrator do it.');
    const changed = await changeUser(tx, params.user, body, at);
    if (!changed.ok)
      return changed.error.kind === 'not-found'
        ? noSuchUser()
        : refuse('changed-meanwhile', 'Somebody else changed this account meanwhile. Look again.', {
            version: changed.error.version,
            at: changed.error.at,
          });
    if (!body.active) await endSessionsOf(tx, params.user, at);
    audit({
      action: 'change',
      object: { type: 'account', id: String(params.user) },
      detail: { role: body.role, active: body.active },
    });
    return json({ version: changed.value });
  },
});

/** The account as it should be after `set`; refused when it is not of this hospital. */
async function setOnAccount(
  { tx, at, audit }: Visit,
  user: number,
  step: string,
  set: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const row = await tx.db
    .updateTable('app_user')
    .set({ ...set, changed_at: at })
    .where('site_id', '=', tx.site)
    .where('app_user_id', '=', user)
    .where('role', '<>', 'machine')
    .returning('app_user_id')
    .executeTakeFirst();
  if (row === undefined) return noSuchUser();
  await endSessionsOf(tx, user, at);
  audit({ action: 'configure', object: { type: 'account', id: String(user) }, detail: { step } });
  return nothing();
}

const resetPassword = siteRoute({
  method: 'PUT',
  url: '/api/users/:user/password',
  roles: keepers,
  audit: 'configure',
  params: userParams,
  body: z.strictObject({ password: z.string().max(1_000) }),
  handle: async (visit, { params, body }) => {
    const weakness = weaknessOf(body.password, []);
    if (weakness !== null) return refuse('refused', weakness, { at: 'body.password' });
    return setOnAccount(visit, params.user, 'password-given', {
      password_hash: await hashPassword(body.password),
      must_change_password: true,
      failed_sign_ins: 0,
      locked_until: null,
    });
  },
});

const removeSecondFactor = siteRoute({
  method: 'DELETE',
  url: '/api/users/:user/second-factor',
  roles: keepers,
  audit: 'configure',
  params: userParams,
  handle: (visit, { params }) =>
    setOnAccount(visit, params.user, 'second-factor-removed', {
      second_factor: null,
      second_factor_step: null,
    }),
});

const endSessions = siteRoute({
  method: 'DELETE',
  url: '/api/users/:user/sessions',
  roles: keepers,
  audit: 'configure',
  params: userParams,
  handle: (visit, { params }) => setOnAccount(visit, params.user, 'signed-out', {}),
});

function noSuchUser(): Answer {
  return refuse('not-found', 'There is no such account at this hospital.');
}

export const userRoutes: readonly Route[] = [
  list,
  names,
  add,
  change,
  resetPassword,
  removeSecondFactor,
  endSessions,
];
