// The addresses of a SMART launch. A browser goes there, not a script, so every end is a page of the app: the case of the
// patient, or a page that says why there is none.

import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { siteNamed } from '../connections/admit-system.ts';
import { type ConnectedSystem, launchSecretOf, systemBy } from '../connections/connected-system.ts';
import { personMeant } from '../connections/patient-meant.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import { type Answer, redirect, refuse } from '../http/answer.ts';
import { eventOf } from '../http/in-visit.ts';
import { openRoute, type Route } from '../http/route.ts';
import type { Call } from '../http/visit.ts';
import { openSession } from '../people/session.ts';
import {
  type Arrived,
  type LaunchMemory,
  type LaunchProblem,
  launchMemory,
  wayBack,
  wayThere,
} from './launch-flow.ts';
import { accountOfSystem } from './system-account.ts';

const returnPath = '/api/smart/callback';
const perMinute = 120;
/** Of the other system's FHIR server, and the handle of what is open there; without a handle the person began here. */
const query = z.looseObject({ iss: z.string().max(500), launch: z.string().max(2_000).optional() });

function startAt(prefix: '' | '/hospitals/:site'): Route {
  return openRoute({
    method: 'GET',
    url: `${prefix}/smart/launch`,
    perMinute,
    ...(prefix === '' ? {} : { params: z.strictObject({ site: z.string().max(39) }) }),
    query,
    handle: async (call, { params, query: { iss, launch = null } }) => {
      const named = (params as { readonly site: string } | null)?.site ?? null;
      return start(call, named, iss, launch);
    },
  });
}

const callback = openRoute({
  method: 'GET',
  url: returnPath,
  perMinute,
  query: z.record(z.string(), z.string().max(4_000)),
  handle: async (call, { query: { code, state } }) => {
    const memory = launchMemory(call.context.keys.sealing, call.cookie('flow'), call.at);
    if (memory === null || code === undefined || state !== memory.state) return turnedAway('refused');
    return arrive(call, memory, code);
  },
});

export const launchRoutes: readonly Route[] = [startAt(''), startAt('/hospitals/:site'), callback];

async function start(call: Call, named: string | null, iss: string, launch: string | null): Promise<Answer> {
  const { context, at } = call;
  const site = await siteNamed(call, named);
  if (site === null) return refuse('not-found', 'Name the hospital: /hospitals/ID/smart/launch.');
  const base = iss.replace(/\/+$/, '');
  const system = await inSite(context.database.db, site, (tx) => systemBy(tx, { fhir_base: base }));
  // An address that nobody registered is never asked, and never sent to.
  if (system === null || system.launchClient === null) return turnedAway('unknown-system');
  const returnTo = `${context.web.address}${returnPath}`;
  const way = await wayThere(system, { site, launch, returnTo }, context.keys.sealing, at);
  if (!way.ok) return turnedAway(way.error);
  return redirect(way.value.to, [{ name: 'flow', value: way.value.memory }]);
}

async function arrive(call: Call, memory: LaunchMemory, code: string): Promise<Answer> {
  const { context, at } = call;
  const { database, keys, web } = context;
  const known = await inSite(database.db, memory.site, async (tx) => {
    const system = await systemBy(tx, { connected_system_id: memory.system });
    return { system, secret: system === null ? null : await launchSecretOf(tx, keys, system.id) };
  });
  const { system, secret } = known;
  if (system === null || system.launchClient === null) return turnedAway('unknown-system');
  const returnTo = `${web.address}${returnPath}`;
  const back = await wayBack(system, { code, memory, returnTo, secret }, at);
  if (!back.ok) return turnedAway(back.error);
  return inSite(database.db, memory.site, (tx) => enter(tx, call, system, back.value));
}

/** Signs the person in and finds the case of the patient. */
async function enter(
  tx: SiteTransaction,
  call: Call,
  system: ConnectedSystem,
  arrived: Arrived,
): Promise<Answer> {
  const { context, at, address } = call;
  const user = await accountOfSystem(tx, system.id, arrived.person, at);
  const session = user === null ? null : await openSession(tx, user, context.web, at, address);
  const person =
    user === null || arrived.patient === null
      ? null
      : await personMeant(tx, context.keys, system, arrived.patient);
  const actor =
    user === null ? ({ kind: 'unknown' } as const) : ({ kind: 'user', user, onBehalfOf: null } as const);
  await recordAudit(tx, context.keys, [
    eventOf(
      {
        action: 'sign-in',
        outcome: user === null ? 'refused' : 'done',
        person,
        object: { type: 'connection', id: String(system.id) },
        detail: { by: 'smart-launch', ...(user === null ? { reason: 'no-account' } : {}) },
      },
      actor,
      address,
      at,
    ),
  ]);
  if (session === null) return turnedAway('no-account');
  const id = person === null ? null : await newestCaseOf(tx, person);
  return redirect(id === null ? '/launched/no-case' : `/cases/${id}`, [
    { name: 'flow', value: null },
    { name: 'session', value: session },
  ]);
}

async function newestCaseOf({ db, site }: SiteTransaction, person: number): Promise<number | null> {
  const row = await db
    .selectFrom('fls_case')
    .select('fls_case_id')
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .where('state', '<>', 'rejected')
    .orderBy(({ eb }) => eb('state', '=', 'closed'))
    .orderBy('fls_case_id', 'desc')
    .executeTakeFirst();
  return row?.fls_case_id ?? null;
}

/** A page that whoever is not signed in can read too. */
function turnedAway(why: LaunchProblem | 'unknown-system' | 'no-account'): Answer {
  return redirect(`/?sign-in=${codes[why]}`, [{ name: 'flow', value: null }]);
}

const codes = {
  unreachable: 'provider-unreachable',
  refused: 'sign-in-refused',
  'unknown-system': 'sign-in-refused',
  'no-account': 'sign-in-refused',
} as const;
