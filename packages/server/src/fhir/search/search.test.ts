// Searching over HTTP: what is found, in which order, page by page, and what is refused.

import type { Bundle } from '@medplum/fhirtypes';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FhirHospital, fhirHospital } from '../../../test/fhir-hospital.ts';
import { r4Problems } from '../../../test/r4-problems.ts';

let hospital: FhirHospital;
beforeAll(async () => {
  hospital = await fhirHospital();
});
afterAll(() => hospital.close());

describe('a search', () => {
  test.each([
    ['a parameter that is not known', 'Patient?name=Peeters'],
    ['a chained parameter', 'Condition?subject:Patient.family=Peeters'],
    ['a modifier', 'Condition?code:text=hip'],
    ['a date that never was', 'Observation?date=2026-02-30'],
    ['a number without its system', 'Patient?identifier=41031200122'],
    ['an unknown include', 'Condition?_include=Condition:asserter'],
    ['an unknown order', 'Observation?_sort=value'],
    ['a page that is none of ours', 'Observation?_page=Peeters'],
    ['a type that is not served', 'Basic?patient=1'],
  ])('with %s is an error that quotes nothing', async (_name, path) => {
    const { status, text } = await hospital.get(path);
    expect([400, 404]).toContain(status);
    expect(r4Problems(JSON.parse(text))).toEqual([]);
    expect(text).not.toMatch(/Peeters|41031200122/);
  });

  test('by national number, by the hospital’s own number and by name finds the patient', async () => {
    for (const query of [
      `identifier=https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin|${hospital.filled.insz}`,
      `identifier=urn:hospital|U-${hospital.filled.person}`,
      `identifier=urn:breekpunt:assigner:HIS|N-${hospital.filled.person}`,
      'family=peet&birthdate=1941-03-12&gender=female',
    ])
      expect((await hospital.resources(`Patient?${query}`)).map(({ id }) => id)).toEqual([
        String(hospital.filled.person),
      ]);
    expect(await hospital.resources('Patient?identifier=urn:hospital|nobody')).toEqual([]);
    expect(await hospital.resources('Patient?birthdate=lt1941-03-12')).toEqual([]);
  });

  test('by code finds a T-score of the neck of the femur by LOINC, and only that', async () => {
    const found = await hospital.resources(
      `Observation?patient=${hospital.filled.person}&code=http://loinc.org|38263-0`,
    );
    expect(found).toMatchObject([
      {
        valueQuantity: { value: -2.7 },
        bodySite: { text: 'Femoral neck, left' },
        effectiveDateTime: '2026-10-01',
      },
    ]);
    const low = await hospital.resources(
      `Observation?patient=${hospital.filled.person}&code=t-score&value-quantity=lt-2`,
    );
    expect(low.map((one) => (one as { valueQuantity?: { value?: number } }).valueQuantity?.value)).toEqual([
      -2.7, -2.1,
    ]);
  });

  test('by post answers like one by address', async () => {
    const posted = await hospital.server.ask('POST', '/fhir/Observation/_search', {
      as: hospital.nurse,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `patient=${hospital.filled.person}&category=laboratory` as never,
    });
    const asked = await hospital.resources(
      `Observation?patient=${hospital.filled.person}&category=laboratory`,
    );
    expect(posted.json<Bundle>().entry?.map(({ resource }) => resource)).toEqual(asked);
    expect(asked).toHaveLength(4);
  });

  test('_include brings the patient and the plan once, marked as included', async () => {
    const { entry = [] } = await hospital.bundle(
      `Task?patient=${hospital.filled.person}&_include=Task:patient&_include=Task:focus`,
    );
    const included = entry.filter(({ search }) => search?.mode === 'include');
    expect(included.map(({ fullUrl }) => fullUrl?.replace(/^.*\/fhir\//, ''))).toEqual([
      `Patient/${hospital.filled.person}`,
      `CarePlan/${hospital.filled.id}`,
    ]);
  });

  test('counts without resources, and totals when asked', async () => {
    const counted = await hospital.bundle(`Observation?patient=${hospital.filled.person}&_summary=count`);
    const all = await hospital.bundle(
      `Observation?patient=${hospital.filled.person}&_total=accurate&_count=2`,
    );
    expect(counted.entry).toBeUndefined();
    expect(counted.total).toBe(
      (await hospital.resources(`Observation?patient=${hospital.filled.person}`)).length,
    );
    expect(all.total).toBe(counted.total);
  });

  test.each(['', '&_sort=-date', '&_sort=date', '&_sort=_lastUpdated'])(
    'page by page ("%s") gives each resource once, in the order of one large page',
    async (sort) => {
      const whole = (await hospital.resources(`Observation?patient=${hospital.filled.person}${sort}`)).map(
        ({ id }) => id,
      );
      const paged: (string | undefined)[] = [];
      let next: string | undefined = `Observation?patient=${hospital.filled.person}${sort}&_count=3`;
      while (next !== undefined) {
        const page: Bundle = await hospital.bundle(next);
        paged.push(...(page.entry ?? []).map(({ resource }) => resource?.id));
        next = page.link?.find(({ relation }) => relation === 'next')?.url?.replace(/^.*\/fhir\//, '');
      }
      expect(paged).toEqual(whole);
    },
  );

  test('what is recorded between two pages neither shifts nor doubles what follows', async () => {
    const path = `Observation?patient=${hospital.filled.person}&category=laboratory`;
    const whole = (await hospital.resources(path)).map(({ id }) => id);
    const first = await hospital.bundle(`${path}&_count=2`);
    await hospital.database.in('gent', (tx) =>
      sql`insert into lab_result (site_id, person_id, name, value, source)
        values ('gent', ${hospital.filled.person}, 'Later', 1, 'manual')`.execute(tx.db),
    );
    const link = first.link?.find(({ relation }) => relation === 'next')?.url ?? '';
    const rest = (await hospital.resources(link.replace(/^.*\/fhir\//, ''))).map(({ id }) => id);
    const before = (first.entry ?? []).map(({ resource }) => resource?.id);
    expect([...before, ...rest].slice(0, whole.length)).toEqual(whole);
    await hospital.database.in('gent', (tx) =>
      sql`delete from lab_result where site_id = 'gent' and name = 'Later'`.execute(tx.db),
    );
  });

  test('asked many times at once gives always the same answer', async () => {
    const path = `Observation?patient=${hospital.filled.person}&_sort=-date&_count=5`;
    const answers = await Promise.all(Array.from({ length: 40 }, () => hospital.get(path)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});
