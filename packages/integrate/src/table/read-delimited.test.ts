import { expect, test } from 'vitest';
import { readAll, windows1252 } from '../../test/read-all.ts';

const csv = { name: 'export.csv' };

test('a Dutch semicolon export is understood without being told anything', async () => {
  const text =
    '\ufeffVerslagnummer;Patiëntnummer;Geboortedatum;Geslacht;Datum;Soort;Taal;Verslag;Besluit;ICD-10\r\n' +
    'V1;P1;12/03/1948;V;17-05-2024;RX;Nederlands;"Val, pijn.\r\nInzakking L1; recent.";Recente inzakking L1;S32.0\r\n';
  const { reports, rejects, tally } = await readAll(text, csv);
  expect(rejects).toEqual([]);
  expect(tally).toEqual({ items: 1, reports: 1, rejects: 0, skipped: 0 });
  expect(reports).toEqual([
    {
      id: 'V1',
      text: 'Val, pijn.\r\nInzakking L1; recent.\nBesluit: Recente inzakking L1',
      patient: 'P1',
      birthDate: '1948-03-12',
      sex: 'female',
      date: '2024-05-17',
      kind: 'RX',
      language: 'nl',
      codes: [{ system: 'icd-10', code: 'S32.0' }],
      place: { kind: 'line', line: 2 },
    },
  ]);
});

test.each([
  [
    'French',
    'Identifiant patient;Date de naissance;Sexe;Compte rendu',
    'P1;12.03.1948;Femme;Tassement de L1',
  ],
  ['German', 'Patienten-Nr.\tGeburtsdatum\tGeschlecht\tBefund', 'P1\t12.3.1948\tweiblich\tFraktur L1'],
  ['English', 'patient_id,dob,sex,report_text', 'P1,1948-03-12,F,"Fracture, L1"'],
  ['Dutch', 'PATIENTNR|GEBOORTEDATUM|GESLACHT|VERSLAG', 'P1|19480312|vrouw|Breuk L1'],
])('%s headers are known', async (_language, header, row) => {
  const { reports, refusals } = await readAll(`${header}\n${row}\n`, csv);
  expect(refusals).toEqual([]);
  expect(reports).toMatchObject([{ patient: 'P1', birthDate: '1948-03-12', sex: 'female' }]);
});

test('a Windows-1252 export keeps its accents', async () => {
  const { reports, notices } = await readAll(windows1252('id;verslag\n1;Geen fractuur bij patiënte\n'), csv);
  expect(reports[0]?.text).toBe('Geen fractuur bij patiënte');
  expect(notices).toContainEqual({ kind: 'format', format: 'csv', encoding: 'windows-1252', delimiter: ';' });
});

test('a broken row is rejected with its line and reason, and the run goes on', async () => {
  const text = [
    'id;datum;verslag',
    '1;17/05/2024;goed',
    '2;31/02/2024;onbestaande dag',
    '3;17/05/2024',
    '4;17/05/2024;   ',
    '5;17/05/2024;"niet gesloten',
    '6;;zonder datum',
    '7;17/05/2024;a;b',
    '8;17/05/2024;goed;;',
  ].join('\n');
  const { reports, rejects, tally } = await readAll(text, csv);
  expect(reports.map((report) => report.id)).toEqual(['1', '6', '8']);
  expect(rejects.map((reject) => [reject.place, reject.reason])).toEqual([
    [
      { kind: 'line', line: 3 },
      { kind: 'bad-date', field: 'date' },
    ],
    [
      { kind: 'line', line: 4 },
      { kind: 'column-count', expected: 3, found: 2 },
    ],
    [
      { kind: 'line', line: 5 },
      { kind: 'missing-text', field: 'text' },
    ],
    [{ kind: 'line', line: 6 }, { kind: 'unbalanced-quote' }],
    [
      { kind: 'line', line: 8 },
      { kind: 'column-count', expected: 3, found: 4 },
    ],
  ]);
  expect(rejects[0]?.raw).toBe('2;31/02/2024;onbestaande dag');
  expect(tally).toEqual({ items: 8, reports: 3, rejects: 5, skipped: 0 });
});

test('a row with bytes that are not UTF-8 is rejected in a file that is', async () => {
  const good = new TextEncoder().encode('id,text\n1,patiënte één\n2,');
  const input = new Uint8Array([...good, 0xe9, ...new TextEncoder().encode('\n3,né\n')]);
  const { reports, rejects } = await readAll(input, csv);
  expect(reports.map((report) => report.id)).toEqual(['1', '3']);
  expect(rejects).toMatchObject([{ reason: { kind: 'broken-encoding', encoding: 'utf-8' }, raw: '2,é' }]);
});

test('a file without a header row is refused, unless the columns are given by number', async () => {
  const text = 'V1;P1;Geen fractuur\nV2;P2;Breuk L1\n';
  expect((await readAll(text, csv)).refusals).toMatchObject([{ reason: { kind: 'no-header-row' } }]);
  const { reports } = await readAll(text, { ...csv, mapping: { id: 1, patient: 2, text: 3 } });
  expect(reports.map((report) => [report.id, report.text])).toEqual([
    ['V1', 'Geen fractuur'],
    ['V2', 'Breuk L1'],
  ]);
});

test('headers without a text column are refused with the headers that are there', async () => {
  const { refusals, tally } = await readAll('id;geboortedatum;omschr\n1;1948-03-12;x\n', csv);
  expect(refusals).toMatchObject([
    { reason: { kind: 'missing-column', headers: ['id', 'geboortedatum', 'omschr'] } },
  ]);
  expect(tally.items).toBe(0);
});

test('a mapping names the columns, and a name that is not there is said', async () => {
  const text = 'nr;omschr;verslag\n1;Breuk L1;iets anders\n';
  const { reports } = await readAll(text, { ...csv, mapping: { id: 'nr', text: 'Omschr' } });
  expect(reports).toMatchObject([{ id: '1', text: 'Breuk L1' }]);
  const { refusals } = await readAll(text, { ...csv, mapping: { text: 'rapport' } });
  expect(refusals).toMatchObject([
    { reason: { kind: 'mapped-column-absent', field: 'text', column: 'rapport' } },
  ]);
});

test('rows without an id get one from their line, and ids met twice are noticed', async () => {
  const { reports, notices } = await readAll('id,text\n,a\n1,b\n1,c\n', csv);
  expect(reports.map((report) => report.id)).toEqual(['line-2', '1', '1']);
  expect(notices).toContainEqual({ kind: 'ids-made', count: 1 });
  expect(notices).toContainEqual({ kind: 'duplicate-ids', count: 1, first: { kind: 'line', line: 4 } });
});

test('an unknown word for sex leaves it not recorded and is counted', async () => {
  const { reports, notices } = await readAll('id,sex,text\n1,vrouwtje,a\n', csv);
  expect(reports[0]).not.toHaveProperty('sex');
  expect(notices).toContainEqual({
    kind: 'unrecognised-values',
    field: 'sex',
    count: 1,
    first: { kind: 'line', line: 2 },
  });
});

test('a row with a code and no text is a report of its own; a bare three-character code has no known system', async () => {
  const { reports } = await readAll('id,text,code\n1,,S72.001A\n2,,L76\n', csv);
  expect(reports.map((report) => report.codes)).toEqual([
    [{ system: 'icd-10-cm-be', code: 'S72.001A' }],
    [{ system: 'unknown', code: 'L76' }],
  ]);
  const icpc = await readAll('id,text,ICPC\n1,,L76\n', csv);
  expect(icpc.reports[0]?.codes).toEqual([{ system: 'icpc', code: 'L76' }]);
});

test('an old Macintosh file, a sep= line and empty lines are no obstacle', async () => {
  expect((await readAll('id;text\r1;a\r2;b\r', csv)).reports).toHaveLength(2);
  expect(
    (await readAll('sep=|\r\nid|text\r\n1|a;b\r\n\r\n|\r\n2|b\r\n', csv)).reports.map((r) => r.text),
  ).toEqual(['a;b', 'b']);
});

test('a line of 100 MB is refused on its own, without being held', async () => {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const part = new TextEncoder().encode('x'.repeat(1_000_000));
    yield new TextEncoder().encode('id,text\n1,a\n2,');
    for (let i = 0; i < 100; i++) yield part;
    yield new TextEncoder().encode('\n3,c\n');
  }
  const { readReports } = await import('../index.ts');
  const events = [];
  for await (const batch of readReports(bytes(), csv)) events.push(...batch);
  const ids = events.flatMap((event) => (event.kind === 'report' ? [event.record.id] : []));
  const rejects = events.flatMap((event) => (event.kind === 'reject' ? [event.reject] : []));
  expect(ids).toEqual(['1', '3']);
  expect(rejects).toMatchObject([
    { place: { line: 3 }, reason: { kind: 'too-large', limit: 10_000_000 }, rawTruncated: true },
  ]);
  expect(rejects[0]?.raw.length).toBeLessThan(5_000);
});
