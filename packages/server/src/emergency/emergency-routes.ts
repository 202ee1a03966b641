// Emergency access over HTTP: asking for it with a reason, looking while it lasts, and the lead's list of all of it.
// Decision: whoever asks types the number or name of one patient; when several are meant none is shown, so that asking does
// not become a way of browsing.

import { z } from 'zod';
import { announce } from '../events/announce.ts';
import { created, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { searchCases } from '../worklist/search-cases.ts';
import {
  accessInForce,
  listAccesses,
  type OpenAccess,
  openAccess,
  type RecordedAccess,
  reviewAccess,
  shortestReason,
} from './emergency-access.ts';
import { type PersonRecord, personRecord } from './person-record.ts';

const params = z.strictObject({ person: z.coerce.number().int().positive() });
const mostLines = 200;

export interface EmergencyRecord extends PersonRecord {
  readonly access: OpenAccess;
}

export interface EmergencyList {
  readonly accesses: readonly RecordedAccess[];
}

const ask = siteRoute({
  method: 'POST',
  url: '/api/emergency-access',
  roles: carers,
  audit: 'view',
  body: z.strictObject({
    typed: z.string().trim().min(2).max(100),
    reason: z.string().trim().min(shortestReason).max(500),
  }),
  handle: async ({ tx, user, at, today, audit, context }, { body: { typed, reason } }) => {
    const found = await searchCases(tx, context.keys, today, typed);
    const withCase = new Set(found.rows.map(({ patient }) => patient.id));
    const [person, ...others] = found.persons.filter((each) => !withCase.has(each));
    if (person === undefined)
      return refuse('not-found', 'Nobody without a case was found under this name, day or number.');
    if (others.length > 0)
      return refuse('refused', 'Several patients are meant. Type the number of the one you mean.', {
        at: 'body.typed',
      });
    const access = await openAccess(tx, user.id, person, reason, at);
    audit({
      action: 'view',
      person,
      object: { type: 'person', id: String(person) },
      detail: { step: 'emergency-access' },
      breakGlass: reason,
    });
    await announce(tx, { topic: 'emergency', change: 'added', id: null });
    return created({ person, until: access.until });
  },
});

const look = siteRoute({
  method: 'GET',
  url: '/api/persons/:person/record',
  roles: carers,
  audit: 'view',
  params,
  handle: async ({ tx, user, at, audit, context }, { params: { person } }) => {
    const access = await accessInForce(tx, user.id, person, at);
    const record = access === null ? null : await personRecord(tx, context.keys, person);
    if (access === null || record === null)
      return refuse(
        'outside-scope',
        'This patient has no case here, and you have no emergency access (any more). Ask for it with a reason.',
      );
    audit({
      action: 'view',
      person,
      object: { type: 'person', id: String(person) },
      breakGlass: access.reason,
    });
    const answer: EmergencyRecord = { ...record, access };
    return json(answer);
  },
});

const list = siteRoute({
  method: 'GET',
  url: '/api/emergency-access',
  roles: ['lead', 'auditor'],
  audit: 'read-log',
  handle: async ({ tx, user, audit }) => {
    const accesses = await listAccesses(tx, user.role === 'lead', mostLines);
    audit({
      action: 'read-log',
      shown: [...new Set(accesses.map(({ person }) => person))],
      detail: { step: 'emergency-access', lines: accesses.length },
    });
    const answer: EmergencyList = { accesses };
    return json(answer);
  },
});

const review = siteRoute({
  method: 'POST',
  url: '/api/emergency-access/:access/review',
  roles: ['lead'],
  audit: 'change',
  params: z.strictObject({ access: z.coerce.number().int().positive() }),
  handle: async ({ tx, user, at, audit }, { params: { access } }) => {
    const person = await reviewAccess(tx, access, user.id, at);
    if (person === null) return refuse('not-found', 'There is no such access that waits to be gone through.');
    audit({
      action: 'change',
      person,
      object: { type: 'emergency_access', id: String(access) },
      detail: { step: 'review' },
    });
    await announce(tx, { topic: 'emergency', change: 'changed', id: access });
    return nothing();
  },
});

export const emergencyRoutes: readonly Route[] = [ask, look, list, review];
