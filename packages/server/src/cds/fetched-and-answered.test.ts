// What was not sent along is fetched from the registered server alone; what became of a card is told and counted.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { base, type HookHospital, hookHospital, patient } from '../../test/hook-hospital.ts';

let hooks: HookHospital;
beforeAll(async () => {
  hooks = await hookHospital();
});
afterAll(() => hooks.close());

const rows = <T>(query: string): Promise<T[]> =>
  hooks.database.asOwner(async (owner) => (await owner.query(query)).rows as T[]);

describe('what was not sent along', () => {
  test('is fetched from the registered server with the token that came', async () => {
    hooks.ehr.answers.set('/fhir/Patient/p1', patient('4711'));
    const more = {
      fhirServer: `${hooks.ehr.fhirBase}/`,
      fhirAuthorization: {
        access_token: 'abc',
        token_type: 'Bearer',
        expires_in: 60,
        scope: '',
        subject: '',
      },
    };
    const { status, body } = await hooks.ask('patient-view', { prefetch: null, more });
    expect(status).toBe(200);
    expect(body.cards?.length).toBeGreaterThan(0);
  });

  test.each([
    ['there is no server', {}],
    ['the server is another one', { fhirServer: 'https://stranger.example/fhir' }],
    ['the server is this machine’s own metadata service', { fhirServer: 'http://169.254.169.254/fhir' }],
    ['the server does not know the patient', { fhirServer: 'ITS', context: { patientId: 'nobody' } }],
  ])(
    'is said to be missing when %s',
    async (_name, { context = {}, ...more }: { context?: object; fhirServer?: string }) => {
      const server = more.fhirServer === 'ITS' ? { fhirServer: hooks.ehr.fhirBase } : more;
      const before = hooks.ehr.asked.length;
      const answer = await hooks.ask('patient-view', { prefetch: null, more: server, context });
      expect([answer.status, answer.body.code]).toEqual([412, 'no-patient-data']);
      if (more.fhirServer !== 'ITS')
        expect(hooks.ehr.asked.slice(before).filter((each) => each.includes('/fhir'))).toEqual([]);
    },
  );
});

describe('feedback', () => {
  const tell = async (service: string, feedback: object) => {
    const path = `/cds-services/${service}/feedback`;
    const token = await hooks.ehr.sign({ iss: hooks.ehr.issuer, aud: `${base}${path}` });
    return hooks.server.ask('POST', path, { key: token, body: { feedback: [feedback] } });
  };
  const at = { outcomeTimestamp: '2026-11-22T05:00:00Z' };

  test('is kept with the card it is about, and the settings page counts it', async () => {
    const { body } = await hooks.ask('patient-view');
    const card = body.cards?.[0]?.uuid ?? '';
    const reason = { reason: { code: 'done', system: 'urn:breekpunt:override' }, userComment: 'gepland' };
    expect(
      (await tell('patient-view', { card, outcome: 'overridden', overrideReason: reason, ...at })).statusCode,
    ).toBe(200);
    expect(
      await rows(
        `select outcome, override_reason, override_comment from hook_card where card_uuid = '${card}'`,
      ),
    ).toEqual([{ outcome: 'overridden', override_reason: 'done', override_comment: 'gepland' }]);
    const { systems } = (await hooks.server.ask('GET', '/api/connections', { as: hooks.lead })).json();
    expect(systems[0].cards).toMatchObject({ overridden: 1, accepted: 0 });
  });

  test('about a card that was never given is not taken', async () => {
    const answer = await tell('patient-view', { card: 'another', outcome: 'accepted', ...at });
    expect(answer.statusCode).toBe(404);
  });
});
