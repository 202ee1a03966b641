// The programs that may bring messages, kept by who keeps the doors.

import { z } from 'zod';
import { created, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { addKey, addMachine, allMachines, endKey } from './machine.ts';

const keepers = ['it'] as const;
const id = z.coerce.number().int().positive();

const list = siteRoute({
  method: 'GET',
  url: '/api/machines',
  roles: keepers,
  audit: 'none',
  handle: async ({ tx }) => json({ machines: await allMachines(tx) }),
});

const add = siteRoute({
  method: 'POST',
  url: '/api/machines',
  roles: keepers,
  audit: 'create',
  body: z.strictObject({
    name: z.string().trim().min(1).max(120),
    /** What it may read over FHIR. */
    scopes: z
      .array(z.string().regex(/^system\/(\*|[A-Z][A-Za-z]{1,60})\.rs$/))
      .max(40)
      .default([]),
  }),
  handle: async ({ tx, user, at, audit }, { body: { name, scopes } }) => {
    const machine = await addMachine(tx, name, at, scopes);
    const key = await addKey(tx, machine, user.id, at);
    audit({ action: 'create', object: { type: 'machine', id: String(machine) } });
    return created({ id: machine, key });
  },
});

const renew = siteRoute({
  method: 'POST',
  url: '/api/machines/:machine/keys',
  roles: keepers,
  audit: 'configure',
  params: z.strictObject({ machine: id }),
  handle: async ({ tx, user, at, audit }, { params: { machine } }) => {
    const key = await addKey(tx, machine, user.id, at);
    if (key === null) return refuse('not-found', 'There is no such program at this hospital.');
    audit({
      action: 'configure',
      object: { type: 'machine', id: String(machine) },
      detail: { step: 'key-added' },
    });
    return created({ key });
  },
});

const end = siteRoute({
  method: 'DELETE',
  url: '/api/machines/:machine/keys/:key',
  roles: keepers,
  audit: 'configure',
  params: z.strictObject({ machine: id, key: id }),
  handle: async ({ tx, at, audit }, { params: { machine, key } }) => {
    if (!(await endKey(tx, machine, key, at)))
      return refuse('not-found', 'There is no such key in use at this hospital.');
    audit({
      action: 'configure',
      object: { type: 'machine', id: String(machine) },
      detail: { step: 'key-ended' },
    });
    return nothing();
  },
});

export const machineRoutes: readonly Route[] = [list, add, renew, end];
