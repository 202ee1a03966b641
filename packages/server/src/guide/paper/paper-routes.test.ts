// The paper guide, as the nurse prints it from the case and as the patient gets it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fractures, type GuideHospital, guideHospital } from '../../../test/guide-hospital.ts';
import type { TestServer } from '../../../test/test-server.ts';

let hospital: GuideHospital;

beforeAll(async () => {
  hospital = await guideHospital();
});
afterAll(() => hospital.close());

test('the nurse prints the paper guide from the case for the right patient alone, and the patient gets the same', async () => {
  const one = await hospital.reader(fractures.hip);
  const url = `/api/cases/${one.found.id}/guide/paper`;
  const ask = (body: unknown): ReturnType<TestServer['ask']> =>
    hospital.server.ask('POST', url, { as: hospital.nurse, body });
  const wrong = await ask({ confirm: '1900-01-01', language: 'nl', link: null });
  expect(wrong.statusCode).toBe(422);
  const { asks, links } = (
    await hospital.server.ask('GET', `/api/cases/${one.found.id}/guide`, { as: hospital.nurse })
  ).json();
  const { birth_date: born, family_name: family } = await hospital.database.in('gent', ({ db }) =>
    db
      .selectFrom('person')
      .select(['birth_date', 'family_name'])
      .where('person_id', '=', one.found.person)
      .executeTakeFirstOrThrow(),
  );
  const confirm = asks === 'birth-date' ? born : family;
  const printed = await ask({ confirm, language: 'fr', link: links[0].id });
  expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect((await ask({ confirm, language: 'nl', link: 999_999 })).statusCode).toBe(404);
  const own = await hospital.server.ask('GET', `${one.path}/papier.pdf`, { as: one.as });
  expect(own.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(own.headers['content-disposition']).not.toMatch(/Peeters|Maria|heup/i);
});
