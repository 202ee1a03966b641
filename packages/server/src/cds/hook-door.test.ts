// Who may ask for cards, and with what: discovery, signed tokens, requests of others.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  base,
  bundle,
  type HookCall,
  type HookHospital,
  hookContexts,
  hookHospital,
  patient,
} from '../../test/hook-hospital.ts';
import { anyCard } from './card-form-fixture.ts';

let hooks: HookHospital;
beforeAll(async () => {
  hooks = await hookHospital();
});
afterAll(() => hooks.close());

const rows = <T>(query: string): Promise<T[]> =>
  hooks.database.asOwner(async (owner) => (await owner.query(query)).rows as T[]);

test('discovery lists five services, each with the hook and what may be sent along; nobody has to sign in for it', async () => {
  for (const path of ['/cds-services', '/hospitals/gent/cds-services']) {
    const answer = await hooks.server.ask('GET', path);
    expect(answer.statusCode).toBe(200);
    const { services } = answer.json() as { services: { id: string; prefetch: Record<string, string> }[] };
    expect(services.map(({ id }) => id).toSorted()).toEqual(Object.keys(hookContexts).toSorted());
    for (const { prefetch } of services) expect(prefetch['patient']).toBe('Patient/{{context.patientId}}');
  }
});

describe('who asks', () => {
  test('must bring a token that it signed for this address', async () => {
    expect((await hooks.ask('patient-view')).status).toBe(200);
    expect((await hooks.ask('patient-view', { options: { alg: 'RS384' } })).status).toBe(200);
    expect(
      (await hooks.ask('patient-view', { path: '/hospitals/gent/cds-services/patient-view' })).status,
    ).toBe(200);
  });

  test.each<[string, HookCall]>([
    ['no token', { token: null }],
    ['something that is no token', { token: 'abc.def' }],
    [
      'a token for another address',
      { claims: { aud: 'https://elsewhere.example/cds-services/patient-view' } },
    ],
    ['a token for another service', { claims: { aud: `${base}/cds-services/order-sign` } }],
    ['a token of somebody who is not registered', { claims: { iss: 'https://stranger.example' } }],
    ['a token that ended', { options: { exp: -600 } }],
    ['a token that is good for a day', { options: { exp: 86_400 } }],
    ['a token without a number', { claims: { jti: undefined } }],
    ['a token signed with a shared secret', { options: { alg: 'HS256' } }],
    [
      'a token that says its keys are elsewhere',
      { options: { header: { jku: 'https://stranger.example/keys' } } },
    ],
  ])('is refused with the same words for %s', async (_name, call) => {
    const before = hooks.ehr.asked.length;
    const answer = await hooks.ask('patient-view', call);
    expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
    expect(JSON.stringify(answer.body)).not.toMatch(/signature|expired|audience|issuer/);
    expect(hooks.ehr.asked.slice(before).filter((asked) => !asked.includes('jwks'))).toEqual([]);
  });

  test('cannot use a token twice', async () => {
    const token = await hooks.ehr.sign({ iss: hooks.ehr.issuer, aud: `${base}/cds-services/patient-view` });
    expect((await hooks.ask('patient-view', { token })).status).toBe(200);
    expect((await hooks.ask('patient-view', { token })).status).toBe(401);
  });

  test('stands in the audit log with its account, and the reason of a refusal in the program’s own log only', async () => {
    await hooks.ask('patient-view');
    const [event] = await rows<{ action: string; person_id: number; detail: Record<string, unknown> }>(
      "select action, person_id, detail from audit_event where action = 'search' order by sequence desc limit 1",
    );
    expect(event).toMatchObject({
      action: 'search',
      person_id: hooks.found.person,
      detail: { onBehalfOf: 'Practitioner/7' },
    });
    expect(hooks.server.logged()).toContain('"reason":"used-before"');
    expect(hooks.server.logged()).not.toContain('Peeters');
  });
});

test('a long record may be sent along whole', async () => {
  const old = {
    resourceType: 'Condition',
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'I10' }], text: 'x'.repeat(8_000) },
    subject: { reference: 'Patient/p1' },
  };
  const conditions = bundle(...Array.from({ length: 200 }, () => old));
  const { status } = await hooks.ask('patient-view', { prefetch: { patient: patient('4711'), conditions } });
  expect(status).toBe(200);
});

describe('samples of another project', () => {
  const sample = (name: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../../test/samples/cds-hooks', name), 'utf8'));

  async function send(service: string, request: Record<string, unknown>): Promise<number> {
    const token = await hooks.ehr.sign({ iss: hooks.ehr.issuer, aud: `${base}/cds-services/${service}` });
    return (await hooks.server.ask('POST', `/cds-services/${service}`, { key: token, body: request }))
      .statusCode;
  }

  test('a request of order-select goes in, and cards come out once its patient is sent along', async () => {
    const request = sample('order_select_hook_request.json');
    expect(await send('order-select', request)).toBe(412);
    expect(await send('order-select', { ...request, prefetch: { patient: patient('4711') } })).toBe(200);
  });

  test('requests of hooks that are not served are told so', async () => {
    for (const name of ['encounter_start_hook_request.json', 'appointment_book_hook_request.json']) {
      const request = sample(name);
      expect(await send(request.hook, request)).toBe(404);
      expect(await send('patient-view', request)).toBe(400);
    }
  });

  test('its valid cards are valid by the form that our own cards are held to', () => {
    const cards = sample('valid_cards.json') as unknown[];
    expect(cards.length).toBeGreaterThan(3);
    for (const card of cards) expect(anyCard.safeParse(card).error?.issues).toBeUndefined();
  });
});
