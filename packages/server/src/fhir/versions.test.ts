// Versions of one resource: not sent again, kept, and shown as they were.

import type { Observation, Patient, Resource, Task } from '@medplum/fhirtypes';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FhirHospital, fhirHospital } from '../../test/fhir-hospital.ts';
import { foundCase, today } from '../../test/found-case.ts';
import { r4Problems } from '../../test/r4-problems.ts';
import { testKeys } from '../../test/test-database.ts';
import { mergePersons, unmergePersons } from '../intake/people/merge-persons.ts';
import { changePerson, personById } from '../records/person.ts';
import { addIdentifier } from '../records/person-identifier.ts';

let hospital: FhirHospital;
beforeAll(async () => {
  hospital = await fhirHospital();
});
afterAll(() => hospital.close());

describe('versions', () => {
  test('a resource that did not change is not sent again', async () => {
    const first = await hospital.get(`Patient/${hospital.filled.person}`);
    const again = await hospital.get(`Patient/${hospital.filled.person}`, hospital.nurse, {
      'if-none-match': String(first.headers['etag']),
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('of a corrected report each revision is kept, the newest first, under one id', async () => {
    const { person, report } = hospital.filled;
    await hospital.database.in('gent', async (tx) => {
      await sql`update report set superseded = true where site_id = 'gent' and report_id = ${report}`.execute(
        tx.db,
      );
      await sql`insert into report (site_id, person_id, source_system, source_id, revision, first_revision_id, body, status)
        select site_id, ${person}, source_system, source_id, 2, report_id, 'Geen inzakking.', 'corrected'
          from report where site_id = 'gent' and report_id = ${report}`.execute(tx.db);
    });
    const history = await hospital.bundle(`DiagnosticReport/${report}/_history`);
    expect(r4Problems(history)).toEqual([]);
    const versions = (history.entry ?? []).map(({ resource }) => resource as { status?: string } & Resource);
    expect(versions.map(({ status }) => status)).toEqual(['corrected', 'final']);
    const old = await hospital.get(`DiagnosticReport/${report}/_history/${versions[1]?.meta?.versionId}`);
    expect(JSON.parse(old.text)).toEqual(versions[1]);
    expect((await hospital.get(`DiagnosticReport/${report}/_history/none`)).status).toBe(404);
  });
});

describe('what changed', () => {
  test('a task that was ticked off has two versions, and the older one says it was to be done', async () => {
    const [task] = (await hospital.resources(
      `Task?patient=${hospital.filled.person}&code=urn:breekpunt:task|call`,
    )) as Task[];
    const ticked = await hospital.server.ask('PATCH', `/api/tasks/${task?.id}`, {
      as: hospital.nurse,
      body: { onVersion: 1, done: true },
    });
    expect(ticked.statusCode).toBeLessThan(300);
    const versions = ((await hospital.bundle(`Task/${task?.id}/_history`)).entry ?? []).map(
      ({ resource }) => resource as Task,
    );
    expect(versions.map(({ status }) => status)).toEqual(['completed', 'requested']);
    expect(versions[1]).toEqual(task);
  });

  test('a laboratory result that its sender corrects keeps what it said before', async () => {
    const it = await hospital.server.signedInAs('gent', 'it');
    const post = (value: number, status: string) =>
      hospital.server.ask('POST', '/fhir', {
        as: it,
        body: {
          resourceType: 'Observation',
          id: 'calcium',
          status,
          code: { coding: [{ system: 'http://loinc.org', code: '17861-6' }] },
          subject: { identifier: { value: `X-${hospital.filled.person}` } },
          effectiveDateTime: '2026-11-01',
          valueQuantity: { value, unit: 'mg/dL' },
        },
      });
    await hospital.database.in('gent', (tx) =>
      addIdentifier(tx, testKeys, hospital.filled.person, {
        system: 'local',
        assigner: '',
        value: `X-${hospital.filled.person}`,
      }),
    );
    expect((await post(9.1, 'final')).statusCode).toBe(200);
    expect((await post(9.4, 'amended')).statusCode).toBe(200);
    const [now] = await hospital.resources(`Observation?patient=${hospital.filled.person}&code=17861-6`);
    const versions = ((await hospital.bundle(`Observation/${now?.id}/_history`)).entry ?? []).map(
      ({ resource }) => resource as Observation,
    );
    expect(versions.map(({ status, valueQuantity }) => [status, valueQuantity?.value])).toEqual([
      ['corrected', 9.4],
      ['final', 9.1],
    ]);
    expect(r4Problems(versions[1])).toEqual([]);
  });

  test('a patient whose name was put right keeps the name before, and is found by the day of change', async () => {
    const before = JSON.parse((await hospital.get(`Patient/${hospital.filled.person}`)).text) as Patient;
    const known = await hospital.database.in('gent', (tx) => personById(tx, hospital.filled.person));
    if (known === null) throw new Error('The person is not there');
    const at = new Date(Date.now() + 60_000);
    await hospital.database.in('gent', (tx) =>
      changePerson(tx, known.id, known.version, { ...known, familyName: 'Pieters' }, at),
    );
    const versions = ((await hospital.bundle(`Patient/${hospital.filled.person}/_history`)).entry ?? []).map(
      ({ resource }) => resource as Patient,
    );
    expect(versions.map(({ name }) => name?.[0]?.family)).toEqual(['Pieters', 'Peeters']);
    expect(versions[1]).toEqual(before);
    const since = `Patient?_lastUpdated=ge${at.toISOString()}`;
    expect((await hospital.resources(since)).map(({ id }) => id)).toEqual([String(hospital.filled.person)]);
  });

  test('a record that was merged into another keeps how it was, and so when they are parted again', async () => {
    const { filled, server, database } = hospital;
    const finding = server.context.intake.finding();
    const moment = { today, now: server.context.now() };
    const { person: retired } = await database.in('gent', (tx) => foundCase(tx));
    await database.in('gent', (tx) =>
      mergePersons(tx, finding, { retired, survivor: filled.person }, moment),
    );
    await database.in('gent', (tx) => unmergePersons(tx, finding, { retired }, moment));
    const versions = ((await hospital.bundle(`Patient/${retired}/_history`)).entry ?? []).map(
      ({ resource }) => resource as Patient,
    );
    expect(versions.map(({ active }) => active)).toEqual([true, false, true]);
  });
});
