import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pdfOf } from '../../test/pdf-of.ts';
import { readAll } from '../../test/read-all.ts';
import { PatientDirectory } from '../index.ts';

const json = { name: 'bundle.json' };
const lines = { name: 'export.ndjson' };
const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

const patient = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [
    { use: 'old', value: '0' },
    { value: '9' },
    { type: { coding: [{ code: 'MR' }] }, value: 'P1' },
  ],
  birthDate: '1948-03-12',
  gender: 'female',
};
const report = {
  resourceType: 'DiagnosticReport',
  id: 'r1',
  status: 'final',
  language: 'nl-BE',
  code: { text: 'RX LWZ' },
  subject: { reference: 'Patient/p1' },
  effectiveDateTime: '2024-05-17T23:30:00+02:00',
  conclusion: 'Recente inzakking L1',
  conclusionCode: [{ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'S32.0' }] }],
  presentedForm: [
    { contentType: 'text/html', data: base64('<p>Verslag</p>') },
    { contentType: 'text/plain; charset=utf-8', data: base64('Verslag van patiënte') },
  ],
};
const bundle = (...resources: object[]): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  });
const ndjson = (...resources: object[]): string =>
  resources.map((resource) => JSON.stringify(resource)).join('\n');

test('a report is joined to its patient, with text, conclusion, codes and the day as written', async () => {
  const { reports, rejects } = await readAll(bundle(patient, report), json);
  expect(rejects).toEqual([]);
  expect(reports).toEqual([
    {
      id: 'r1',
      text: 'Verslag van patiënte\nConclusion: Recente inzakking L1',
      patient: 'P1',
      birthDate: '1948-03-12',
      sex: 'female',
      date: '2024-05-17',
      language: 'nl',
      kind: 'RX LWZ',
      status: 'final',
      codes: [{ system: 'icd-10', code: 'S32.0' }],
      place: { kind: 'resource', index: 2, resourceType: 'DiagnosticReport' },
    },
  ]);
});

test('the patient may come after the report, by urn or relative reference, in a Bundle or in lines', async () => {
  const late = JSON.stringify({
    resourceType: 'Bundle',
    entry: [
      { resource: { ...report, subject: { reference: 'urn:uuid:1' } } },
      { fullUrl: 'urn:uuid:1', resource: patient },
    ],
  });
  expect((await readAll(late, json)).reports).toMatchObject([{ patient: 'P1', sex: 'female' }]);
  const { reports } = await readAll(
    ndjson({ ...report, subject: { reference: 'https://x/fhir/Patient/p1/_history/2' } }, patient),
    lines,
  );
  expect(reports).toMatchObject([{ patient: 'P1', birthDate: '1948-03-12' }]);
});

test('patients of one file serve the reports of another', async () => {
  const patients = new PatientDirectory();
  await readAll(ndjson(patient, patient), { name: 'Patient.ndjson', patients });
  const { reports, notices } = await readAll(ndjson(report, report), {
    name: 'DiagnosticReport.ndjson',
    patients,
  });
  expect(reports).toMatchObject([{ patient: 'P1' }, { patient: 'P1' }]);
  expect(notices.map((notice) => notice.kind)).not.toContain('patients-not-found');
});

test('a report whose patient never comes keeps the reference and is counted', async () => {
  const { reports, notices } = await readAll(bundle(report), json);
  expect(reports[0]?.patient).toBe('p1');
  expect(notices).toContainEqual(expect.objectContaining({ kind: 'patients-not-found', count: 1 }));
});

test('narrative, documents and conditions are read too', async () => {
  const { reports } = await readAll(
    bundle(
      patient,
      {
        resourceType: 'DiagnosticReport',
        id: 'n',
        text: { div: '<div><p>RX</p><p>Breuk&#160;L1</p></div>' },
      },
      {
        resourceType: 'DocumentReference',
        id: 'd',
        type: { coding: [{ code: '18748-4', display: 'Radiology' }] },
        date: '2024-05-17T10:00:00Z',
        content: [{ attachment: { contentType: 'text/plain', data: base64('Brief') } }],
      },
      {
        resourceType: 'Condition',
        id: 'c',
        subject: { reference: 'Patient/p1' },
        onsetDateTime: '2024-05-16',
        code: { coding: [{ system: 'http://snomed.info/sct', code: '5913000' }], text: 'Heupbreuk' },
      },
    ),
    json,
  );
  expect(reports.map((r) => [r.id, r.text, r.kind, r.codes])).toEqual([
    ['n', 'RX\n\nBreuk L1', undefined, undefined],
    ['d', 'Brief', 'Radiology', undefined],
    ['c', '', 'condition', [{ system: 'snomed-ct', code: '5913000' }]],
  ]);
});

test('a malformed resource is rejected with the element, and the others are read', async () => {
  const { reports, rejects, tally } = await readAll(
    bundle(
      { ...report, id: 'a', conclusion: ['x'] },
      { ...report, id: 'b', effectiveDateTime: '2024-02-31' },
      { ...report, id: 'c', presentedForm: [{ contentType: 'text/plain', data: '***' }] },
      {
        ...report,
        id: 'd',
        conclusion: undefined,
        conclusionCode: [],
        presentedForm: [{ contentType: 'application/pdf', data: 'AA==' }],
      },
      { ...patient, birthDate: '12/03/48' },
      { id: 'e' },
      { ...report, id: 'f' },
    ),
    json,
  );
  expect(reports.map((r) => r.id)).toEqual(['f']);
  expect(
    rejects.map((reject) => [reject.place.kind === 'resource' && reject.place.index, reject.reason]),
  ).toEqual([
    [1, { kind: 'wrong-type', element: 'DiagnosticReport.conclusion', expected: 'string', found: 'array' }],
    [2, { kind: 'bad-date', field: 'DiagnosticReport.effectiveDateTime' }],
    [3, { kind: 'bad-base64', element: 'DiagnosticReport.presentedForm[0].data' }],
    [4, { kind: 'unreadable-pdf', element: 'DiagnosticReport.presentedForm[0]', why: 'damaged' }],
    [5, { kind: 'bad-date', field: 'Patient.birthDate' }],
    [6, { kind: 'missing-element', element: 'resourceType' }],
  ]);
  expect(tally).toEqual({ items: 7, reports: 1, rejects: 6, skipped: 0 });
});

test('an entry that is no JSON costs itself; a Bundle that is cut off says so and keeps what came', async () => {
  const whole = bundle(patient, { ...report, id: 'a' }, { ...report, id: 'b' });
  const broken = whole.replace('"id":"a"', '"id":a');
  const partly = await readAll(broken, json);
  expect(partly.reports.map((r) => r.id)).toEqual(['b']);
  expect(partly.rejects).toMatchObject([{ place: { index: 2 }, reason: { kind: 'bad-json' } }]);
  const cut = await readAll(whole.slice(0, whole.lastIndexOf('"id":"b"')), json);
  expect(cut.reports.map((r) => r.id)).toEqual(['a']);
  expect(cut.rejects).toMatchObject([{ place: { index: 3 }, reason: { kind: 'bad-json' } }]);
  expect(cut.refusals).toMatchObject([{ reason: { kind: 'damaged' } }]);
});

test('types that carry no report are counted by name; status withdrawn and refuted conditions are respected', async () => {
  const { reports, notices } = await readAll(
    bundle(
      { resourceType: 'Observation', id: 'o' },
      { ...report, status: 'entered-in-error' },
      {
        resourceType: 'Condition',
        code: { text: 'Breuk' },
        verificationStatus: { coding: [{ code: 'refuted' }] },
      },
    ),
    json,
  );
  expect(reports).toMatchObject([{ status: 'withdrawn' }]);
  expect(notices).toContainEqual({ kind: 'skipped-type', type: 'Observation', count: 1 });
  expect(notices).toContainEqual({ kind: 'skipped-type', type: 'Condition without text', count: 1 });
});

test('a Bundle whose key is written with an escape, or with something else among its entries, loses nothing', async () => {
  const escaped = bundle(patient, report).replace('"entry"', '"ent\\u0072y"');
  expect((await readAll(escaped, json)).reports).toMatchObject([{ id: 'r1', patient: 'P1' }]);
  const { rejects } = await readAll('{"resourceType":"Bundle","entry":[null]}', json);
  expect(rejects).toMatchObject([{ reason: { kind: 'wrong-type', element: 'Bundle.entry[0]' } }]);
});

test('an entry beyond the limit is refused and its neighbours are read', async () => {
  const text = bundle(
    patient,
    { ...report, id: 'a', conclusion: 'x'.repeat(20_000) },
    { ...report, id: 'b' },
  );
  const { reports, rejects } = await readAll(text, { ...json, limits: { itemSize: 5_000 } }, [333]);
  expect(reports.map((r) => r.id)).toEqual(['b']);
  expect(rejects).toMatchObject([{ place: { index: 2 }, reason: { kind: 'too-large' }, rawTruncated: true }]);
});

test('public sample Bundles are read whatever the chunks, and a PDF report by its words', async () => {
  const synthea = readFileSync(new URL('../../fixtures/fhir/synthea-extract.json', import.meta.url));
  const whole = await readAll(synthea, json);
  expect(whole.reports.map((r) => r.codes?.[0]?.display)).toContain('Fracture of forearm');
  expect(whole.reports.every((r) => r.birthDate === '1950-08-03')).toBe(true);
  expect(whole.tally).toMatchObject({ items: 16, rejects: 0 });
  for (const cuts of [[1], [13, 7], [4_096]]) expect(await readAll(synthea, json, cuts)).toEqual(whole);
  const dxa = readFileSync(
    new URL('../../fixtures/fhir/DiagnosticReport-bone-density-report.json', import.meta.url),
  );
  const printed = await readAll(dxa, json);
  expect(printed.rejects).toEqual([]);
  expect(printed.reports[0]?.text).toMatch(/bone density/i);
});

const pdf = btoa(String.fromCharCode(...pdfOf([['RX bekken', 'Femurhalsfractuur rechts.']])));
const printed = { ...report, id: 'p', conclusion: undefined, conclusionCode: undefined };
const withPdf = { ...printed, presentedForm: [{ contentType: 'application/pdf', data: pdf }] };
const document = {
  resourceType: 'DocumentReference',
  id: 'd',
  status: 'current',
  subject: { reference: 'Patient/p1' },
  content: [{ attachment: { contentType: 'application/pdf', data: pdf } }],
};

test.each([
  ['a Bundle', bundle(patient, withPdf, document, report), json],
  ['NDJSON', ndjson(patient, withPdf, document, report), lines],
])(
  'in %s a report that is a PDF is read by its words, in the order of the file',
  async (_name, text, name) => {
    const { reports, rejects } = await readAll(text, name);
    expect(rejects).toEqual([]);
    expect(reports.map(({ id }) => id)).toEqual(['p', 'd', 'r1']);
    expect(reports[0]?.text).toContain('Femurhalsfractuur rechts.');
    expect(reports[0]?.patient).toBe('P1');
  },
);

test('a PDF without words is rejected with what to do, and what comes behind it is read', async () => {
  const scanned = btoa(String.fromCharCode(...pdfOf(['picture'])));
  const unread = { ...printed, presentedForm: [{ contentType: 'application/pdf', data: scanned }] };
  const { reports, rejects } = await readAll(ndjson(patient, unread, report), lines);
  expect(rejects.map(({ reason }) => reason)).toMatchObject([{ kind: 'unreadable-pdf', why: 'scanned' }]);
  expect(reports.map(({ id }) => id)).toEqual(['r1']);
});
