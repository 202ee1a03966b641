// The systems that meet this one, kept by the lead and by IT. Decision: what is registered here is the allow-list of every
// request that the server makes on another system's word, so addresses are checked when they are written down.

import { z } from 'zod';
import { type Answer, created, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { isSystemScope } from '../smart/scopes.ts';
import { type CardCounts, cardCounts } from './card-counts.ts';
import {
  addSystem,
  allSystems,
  type ConnectedSystem,
  changeSystem,
  endSystem,
  reachOf,
  type SystemFacts,
} from './connected-system.ts';
import { isWithinReach } from './guarded-request.ts';
import { type KeyProblem, readKeySet } from './public-keys.ts';

const keepers = ['lead', 'it'] as const;
const params = z.strictObject({ system: z.coerce.number().int().positive() });

/** Without a slash at the end, so that one address is written in one way. */
const address = z
  .string()
  .trim()
  .max(500)
  .regex(/^https?:\/\/[^\s?#@]+$/, 'an address: https://…')
  .transform((text) => text.replace(/\/+$/, ''))
  .refine((text) => URL.canParse(text), 'an address: https://…');
const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9.-]{1,253}(:\d{1,5})?$/, 'a host, such as sso.hospital.example');
const word = z.string().trim().min(1).max(200);

const facts = z.strictObject({
  name: z.string().trim().min(1).max(120),
  issuer: word.nullable(),
  jwksUrl: address.nullable(),
  jwks: z.unknown(),
  fhirBase: address.nullable(),
  hosts: z.array(host).max(20),
  network: z.enum(['public', 'own']),
  scopes: z.array(z.string().refine(isSystemScope, 'a scope such as system/Observation.read')).max(60),
  patientSystem: word.nullable(),
  patientAssigner: word.nullable(),
  launchClient: word.nullable(),
  loginClaim: z.string().regex(/^[\w.:/-]{1,100}$/),
  /** Absent: stays as it is. */
  launchSecret: z.string().min(1).max(500).nullable().optional(),
});

export interface ConnectionList {
  readonly systems: readonly (ConnectedSystem & { readonly cards: CardCounts })[];
  /** What the other side has to be told about this one. */
  readonly addresses: {
    readonly cdsServices: string;
    readonly fhir: string;
    readonly tokens: string;
    readonly launch: string;
    readonly launchReturns: string;
  };
}

const list = siteRoute({
  method: 'GET',
  url: '/api/connections',
  roles: keepers,
  audit: 'none',
  handle: async ({ tx, context }) => {
    const systems = await allSystems(tx);
    const counts = await cardCounts(tx);
    const { address: base } = context.web;
    const none: CardCounts = { given: 0, accepted: 0, overridden: 0 };
    const answer: ConnectionList = {
      systems: systems.map((system) => ({ ...system, cards: counts.get(system.id) ?? none })),
      addresses: {
        cdsServices: `${base}/hospitals/${tx.site}/cds-services`,
        fhir: `${base}/fhir`,
        tokens: `${base}/api/smart/token`,
        launch: `${base}/hospitals/${tx.site}/smart/launch`,
        launchReturns: `${base}/api/smart/callback`,
      },
    };
    return json(answer);
  },
});

const add = siteRoute({
  method: 'POST',
  url: '/api/connections',
  roles: keepers,
  audit: 'configure',
  body: facts,
  handle: async ({ tx, context, user, at, audit }, { body: { launchSecret = null, ...stated } }) => {
    const known = { ...stated, jwks: stated.jwks ?? null };
    const refused = objection(known, await allSystems(tx), null);
    if (refused !== null) return refused;
    const added = await addSystem(tx, context.keys, known, launchSecret, user.id, at);
    audit({
      action: 'configure',
      object: { type: 'connection', id: String(added.id) },
      detail: { step: 'added' },
    });
    return created({ id: added.id, client: added.client });
  },
});

const change = siteRoute({
  method: 'PUT',
  url: '/api/connections/:system',
  roles: keepers,
  audit: 'configure',
  params,
  body: facts.extend({ onVersion: z.number().int().positive() }),
  handle: async ({ tx, context, at, audit }, { params: { system: id }, body }) => {
    const { onVersion, launchSecret, ...stated } = body;
    const known = { ...stated, jwks: stated.jwks ?? null };
    const systems = await allSystems(tx);
    if (!systems.some((each) => each.id === id)) return noSuchSystem();
    const refused = objection(known, systems, id);
    if (refused !== null) return refused;
    const changed = await changeSystem(tx, context.keys, id, onVersion, known, launchSecret, at);
    if (changed === null)
      return refuse('changed-meanwhile', 'Somebody else changed this connection meanwhile. Read it again.');
    audit({
      action: 'configure',
      object: { type: 'connection', id: String(id) },
      detail: { step: 'changed' },
    });
    return json({ version: changed.version });
  },
});

const end = siteRoute({
  method: 'DELETE',
  url: '/api/connections/:system',
  roles: keepers,
  audit: 'configure',
  params,
  handle: async ({ tx, at, audit }, { params: { system: id } }) => {
    if (!(await endSystem(tx, id, at))) return noSuchSystem();
    audit({ action: 'configure', object: { type: 'connection', id: String(id) }, detail: { step: 'ended' } });
    return nothing();
  },
});

function objection(
  stated: SystemFacts,
  systems: readonly ConnectedSystem[],
  own: number | null,
): Answer | null {
  const wrong = (at: string, detail: string): Answer => refuse('refused', detail, { at: `body.${at}` });
  const reach = reachOf(stated);
  for (const name of ['jwksUrl', 'fhirBase'] as const) {
    const value = stated[name];
    if (value !== null && !isWithinReach(new URL(value), reach))
      return wrong(
        name,
        'Over the internet an address is https and not of a private network. Say "own network" if it is yours.',
      );
  }
  if (stated.jwks !== null) {
    const keys = readKeySet(stated.jwks);
    if (!keys.ok) return wrong('jwks', keyWords[keys.error]);
  }
  const signs = stated.issuer !== null || stated.scopes.length > 0;
  if (signs && stated.jwks === null && stated.jwksUrl === null)
    return wrong('jwksUrl', 'A system that signs tokens needs its public keys: an address, or pasted.');
  if (stated.launchClient !== null && stated.fhirBase === null)
    return wrong('fhirBase', 'A system that opens this app is known by the address of its FHIR server.');
  if ((stated.patientSystem === null) !== (stated.patientAssigner === null))
    return wrong('patientAssigner', 'The system of the number and who gives it out belong together.');
  const others = systems.filter(({ id }) => id !== own);
  for (const name of ['issuer', 'fhirBase'] as const)
    if (stated[name] !== null && others.some((each) => each[name] === stated[name]))
      return refuse('taken', 'Another connection has this already.', { at: `body.${name}` });
  return null;
}

const keyWords: Readonly<Record<KeyProblem, string>> = {
  'no-keys': 'Expected a JWK Set: {"keys": […]} with at least one key.',
  'private-key':
    'This holds a private key. It is now known to others: make a new one, and paste its public part.',
  'not-asymmetric': 'Only public keys of asymmetric algorithms are taken.',
};

function noSuchSystem(): Answer {
  return refuse('not-found', 'There is no such connection at this hospital.');
}

export const connectionRoutes: readonly Route[] = [list, add, change, end];
