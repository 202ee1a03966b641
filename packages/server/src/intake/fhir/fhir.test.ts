import { addDays } from '@breekpunt/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../../test/test-server.ts';

let database: TestDatabase;
let server: TestServer;
let it: Person;
beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  it = await server.signedInAs('gent', 'it');
});
afterAll(async () => {
  await server.close();
  await database.close();
});

async function post(body: unknown, type = 'application/fhir+json') {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await server.app.inject({
    method: 'POST',
    url: '/fhir',
    headers: { cookie: it.cookie, 'content-type': type },
    payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}

function rows(query: string): Promise<unknown[]> {
  return database.asOwner(async (owner) => (await owner.query(query)).rows);
}

const hip = 'RX bekken. Verplaatste pertrochantere femurfractuur links na val van stoel.';
/** A page of one line, as small as a page can be. */
function printed(line: string): string {
  const drawn = `BT /F1 11 Tf 50 780 Td (${line}) Tj ET`;
  return [
    '%PDF-1.4',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj',
    `4 0 obj << /Length ${drawn.length} >> stream\n${drawn}\nendstream endobj`,
    '5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj',
    'trailer << /Root 1 0 R >>\n%%EOF',
  ].join('\n');
}

const patient = (id: string, more: object = {}) => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: 'urn:hospital', value: `N-${id}` }],
  birthDate: '1944-05-06',
  gender: 'female',
  ...more,
});
const report = (id: string, subject: string, more: object = {}) => ({
  resourceType: 'DiagnosticReport',
  id,
  status: 'final',
  code: { text: 'RX bekken' },
  subject: { reference: subject },
  effectiveDateTime: addDays(server.today(), -2),
  presentedForm: [{ contentType: 'text/plain', data: Buffer.from(hip).toString('base64') }],
  ...more,
});
const bundle = (type: string, ...resources: object[]) => ({
  resourceType: 'Bundle',
  type,
  entry: resources.map((resource) => ({ resource, request: { method: 'POST' } })),
});
const cases = (id: string) =>
  rows(`select state, reason from fls_case where person_id in
    (select person_id from report where source_id = 'DiagnosticReport/${id}')`);

describe('a transaction', () => {
  test('with a patient and a report opens a case; sent again it changes nothing', async () => {
    const sent = bundle('transaction', report('R1', 'Patient/A'), patient('A'));
    const first = await post(sent);
    expect([first.status, first.body.type, first.body.entry]).toEqual([
      200,
      'transaction-response',
      [{ response: { status: '201 Created' } }, { response: { status: '201 Created' } }],
    ]);
    expect(await cases('R1')).toEqual([{ state: 'to-review', reason: null }]);
    expect((await post(sent)).body.entry[0]).toEqual({ response: { status: '200 OK' } });
    expect(
      await rows("select count(*)::int as n from report where source_id = 'DiagnosticReport/R1'"),
    ).toEqual([{ n: 1 }]);
  });

  test('whose report is a PDF is read by its words, and a torn one is refused with what to do', async () => {
    const pdf = Buffer.from(printed(hip));
    const form = (bytes: Buffer) => ({
      presentedForm: [{ contentType: 'application/pdf', data: bytes.toString('base64') }],
    });
    const sent = bundle('transaction', patient('P'), report('RP', 'Patient/P', form(pdf)));
    expect((await post(sent)).status).toBe(200);
    expect(await cases('RP')).toEqual([{ state: 'to-review', reason: null }]);
    const torn = report('RQ', 'Patient/P', form(pdf.subarray(0, 90)));
    const { status, body } = await post(bundle('transaction', torn));
    expect([status, body.issue[0].code]).toEqual([400, 'not-supported']);
    expect(body.issue[0].diagnostics).toContain('send it again');
  });

  test('with one wrong element is refused whole, and the answer names the element', async () => {
    const sent = bundle('transaction', patient('B'), { ...report('R2', 'Patient/B'), status: 'finished' });
    const { status, body } = await post(sent);
    expect(status).toBe(400);
    expect(body.issue).toMatchObject([
      { severity: 'error', code: 'value', expression: ['Bundle.entry[1].resource.status'] },
    ]);
    expect(
      await rows(
        "select 1 from person_identifier where assigner = 'fhir' and person_id in (select person_id from report where source_id = 'DiagnosticReport/R2')",
      ),
    ).toEqual([]);
  });

  test('about a patient nobody knows is refused whole, and leaves not even its message', async () => {
    const before = await rows('select count(*)::int as n from inbox_message');
    const { status, body } = await post(bundle('transaction', patient('C'), report('R3', 'Patient/NOBODY')));
    expect(status).toBe(422);
    expect(body.issue).toMatchObject([
      { code: 'not-found', expression: ['Bundle.entry[1].resource.subject'] },
    ]);
    expect(await rows('select count(*)::int as n from inbox_message')).toEqual(before);
  });
});

test('of a batch the sound resources are taken and the others answered one by one', async () => {
  const sent = bundle('batch', patient('D'), report('R4', 'Patient/D'), {
    resourceType: 'Observation',
    id: 'O',
  });
  const { status, body } = await post(sent);
  expect(status).toBe(200);
  expect(body.entry.map((entry: { response: { status: string } }) => entry.response.status)).toEqual([
    '201 Created',
    '201 Created',
    '400 Bad Request',
  ]);
  expect(body.entry[2].response.outcome.issue[0].expression).toEqual(['Bundle.entry[2].resource.status']);
  expect(await cases('R4')).toHaveLength(1);
});

test.each(['entered-in-error', 'cancelled'])('a report that becomes %s closes its case', async (status) => {
  const id = `W-${status}`;
  await post(bundle('transaction', patient(id), report(id, `Patient/${id}`)));
  expect(await cases(id)).toMatchObject([{ state: 'to-review' }]);
  await post(report(id, `Patient/${id}`, { status }));
  expect(await cases(id)).toMatchObject([{ state: 'closed', reason: 'evidence-withdrawn' }]);
});

test('an amended report revises its findings', async () => {
  await post(bundle('transaction', patient('AM'), report('AM', 'Patient/AM')));
  const calm = Buffer.from('RX bekken. Geen fractuur.').toString('base64');
  await post(
    report('AM', 'Patient/AM', {
      status: 'amended',
      presentedForm: [{ contentType: 'text/plain', data: calm }],
    }),
  );
  expect(await cases('AM')).toMatchObject([{ state: 'closed' }]);
});

test('NDJSON is taken line by line; bone density, laboratory, medicines, procedures and stays are kept', async () => {
  const subject = { reference: 'Patient/N' };
  const observation = (id: string, code: string, value: number, unit: string, more: object = {}) => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code }], text: id },
    subject,
    effectiveDateTime: '2026-10-01',
    valueQuantity: { value, unit },
    ...more,
  });
  const lines = [
    patient('N'),
    observation('t-neck', '38263-0', -2.7, '{T-score}', { bodySite: { text: 'Femoral neck' } }),
    observation('t-spine', '38267-1', -1.9, '1'),
    observation('vitd', '1989-3', 42, 'nmol/L'),
    {
      resourceType: 'MedicationRequest',
      id: 'm',
      status: 'active',
      intent: 'order',
      subject,
      medicationCodeableConcept: {
        coding: [{ system: 'http://www.whocc.no/atc', code: 'M05BA04' }],
        text: 'alendronaat',
      },
      authoredOn: '2026-10-02',
    },
    {
      resourceType: 'Procedure',
      id: 'p',
      status: 'completed',
      subject,
      code: { text: 'PFN links' },
      performedDateTime: '2026-11-20T10:00:00+01:00',
    },
    {
      resourceType: 'Encounter',
      id: 'e',
      status: 'finished',
      class: { code: 'IMP' },
      subject,
      type: [{ text: 'opname' }],
      period: { start: '2026-11-19', end: '2026-11-25' },
    },
  ].map((line) => JSON.stringify(line));
  const { status, body } = await post(
    [...lines, '{"resourceType":', ''].join('\n'),
    'application/fhir+ndjson',
  );
  expect(status).toBe(200);
  expect(body.issue).toMatchObject([{ code: 'structure', expression: ['line[8]'] }]);
  expect(await rows('select region, t_score from dxa_scan order by region')).toEqual([
    { region: 'femoral-neck', t_score: -2.7 },
    { region: 'lumbar-spine', t_score: -1.9 },
  ]);
  expect(await rows('select loinc, value, unit from lab_result')).toEqual([
    { loinc: '1989-3', value: 42, unit: 'nmol/L' },
  ]);
  expect(await rows('select kind, name, status, started_on, ended_on from care_event order by kind')).toEqual(
    [
      { kind: 'medicine', name: 'alendronaat', status: 'active', started_on: '2026-10-02', ended_on: null },
      { kind: 'procedure', name: 'PFN links', status: 'completed', started_on: '2026-11-20', ended_on: null },
      { kind: 'stay', name: 'opname', status: 'completed', started_on: '2026-11-19', ended_on: '2026-11-25' },
    ],
  );
});

test.each([
  ['no JSON at all', 'Hello', 'structure'],
  ['a Bundle of another type', '{"resourceType":"Bundle","type":"collection"}', 'value'],
  ['no resource', '{"name":"Anna"}', 'required'],
  ['a birthday that never was', '{"resourceType":"Patient","id":"X","birthDate":"1950-02-31"}', 'value'],
  ['a gender nobody knows', '{"resourceType":"Patient","id":"X","gender":"vrouw"}', 'value'],
])('%s is refused with an outcome that quotes nothing', async (_name, text, code) => {
  const { status, body } = await post(text);
  expect([status, body.resourceType, body.issue[0].code]).toEqual([400, 'OperationOutcome', code]);
  expect(JSON.stringify(body)).not.toMatch(/Anna|1950|vrouw/);
});

describe('at the same moment', () => {
  const rounds = [1, 2, 3, 4];
  const say = (words: string) => ({
    presentedForm: [{ contentType: 'text/plain', data: Buffer.from(words).toString('base64') }],
  });
  const statusOf = async (sent: ReturnType<typeof post>): Promise<number> => (await sent).status;

  test('bundles that name the same patients in other orders are all taken', async () => {
    const named = (id: string, name: string) => patient(id, { name: [{ family: name }] });
    for (const round of rounds) {
      const orders = [
        ['SA', 'SB', 'SC'],
        ['SC', 'SB', 'SA'],
        ['SB', 'SC', 'SA'],
      ].map((ids, order) => ids.map((id) => named(id, `Naam ${round} ${order}`)));
      const taken = orders.map((patients) => statusOf(post(bundle('transaction', ...patients))));
      expect(await Promise.all(taken)).toEqual([200, 200, 200]);
    }
  });

  test('reports that go over to one another’s patient are both taken', async () => {
    await post(bundle('transaction', patient('GA'), patient('GB'), report('GX', 'Patient/GA')));
    await post(report('GY', 'Patient/GB'));
    for (const round of rounds) {
      const [one, other] = round % 2 === 0 ? ['GA', 'GB'] : ['GB', 'GA'];
      const taken = [
        statusOf(post(report('GX', `Patient/${one}`, say(`${hip} ${round}`)))),
        statusOf(post(report('GY', `Patient/${other}`, say(`${hip} ${round}`)))),
      ];
      expect(await Promise.all(taken)).toEqual([200, 200]);
    }
  });

  test('a death that a nurse writes down and a message tells of is taken from both', async () => {
    const nurse = await server.signedInAs('gent', 'nurse');
    const ask = (method: 'PUT' | 'POST', path: string, body: object) =>
      server.ask(method, `/api/cases/${path}`, { as: nurse, body });
    for (const round of rounds) {
      const id = `DE${round}`;
      await post(bundle('transaction', patient(id), report(id, `Patient/${id}`)));
      const [{ fls_case_id: number } = { fls_case_id: 0 }] = (await rows(
        `select fls_case_id from fls_case join report using (site_id, person_id) where source_id = 'DiagnosticReport/${id}'`,
      )) as { fls_case_id: number }[];
      await ask('POST', `${number}/verdict`, { onVersion: 1, verdict: 'confirmed' });
      const on = addDays(server.today(), -1);
      const taken = [
        statusOf(post(patient(id, { deceasedDateTime: addDays(on, -round) }))),
        ask('PUT', `${number}/assessment/death`, { onVersion: 0, answer: on }).then((put) => put.statusCode),
      ];
      expect(await Promise.all(taken)).toEqual([200, 200]);
    }
  });
});
