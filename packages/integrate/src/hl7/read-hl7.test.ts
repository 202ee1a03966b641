import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pdfOf } from '../../test/pdf-of.ts';
import { readAll, windows1252 } from '../../test/read-all.ts';

const hl7 = { name: 'berichten.hl7' };
const header = 'MSH|^~\\&|RIS|AZ|BREEKPUNT|AZ|20240517101500||ORU^R01^ORU_R01|M1|P|2.5.1';
const pid = 'PID|1||X9^^^NAT^NNNLD~P1^^^AZ^PI||JANSEN^AN||19480312|F';
const obr = 'OBR|1|PL1|V1|RXLWZ^RX lumbale wervelzuil^L|||202405170930|||||||||||||||||RAD|F';
const obx = (n: number, text: string, status = 'F'): string =>
  `OBX|${n}|TX|GDT^Verslag^L||${text}||||||${status}`;
const report = (...segments: string[]): string => `${[header, pid, obr, ...segments].join('\r')}\r`;

test('a radiology report: lines joined, escapes read, patient, date, kind and status kept', async () => {
  const { reports, rejects } = await readAll(
    report(obx(1, 'Val\\.br\\pijn~rug'), obx(2, 'Inzakking L1 \\T\\ L2')),
    hl7,
  );
  expect(rejects).toEqual([]);
  expect(reports).toEqual([
    {
      id: 'V1',
      text: 'Val\npijn\nrug\nInzakking L1 & L2',
      patient: 'P1',
      birthDate: '1948-03-12',
      sex: 'female',
      date: '2024-05-17',
      kind: 'RX lumbale wervelzuil',
      status: 'final',
      place: { kind: 'message', message: 1, line: 1, segment: 'OBR' },
    },
  ]);
});

test.each([
  ['CR', (text: string) => text],
  ['LF', (text: string) => text.replaceAll('\r', '\n')],
  ['CRLF', (text: string) => text.replaceAll('\r', '\r\n')],
  ['MLLP', (text: string) => text.replaceAll(/MSH.*?(?=MSH|$)/gs, (m) => `\x0b${m}\x1c\r`)],
  ['batch', (text: string) => `FHS|^~\\&|A\rBHS|^~\\&|A\r${text}BTS|2\rFTS|1\r`],
  ['UTF-8 mark', (text: string) => `\ufeff${text}`],
])('messages set off by %s are told apart', async (_name, dress) => {
  const two = report(obx(1, 'Breuk L1')) + report(obx(1, 'Geen breuk'));
  for (const cuts of [undefined, [1], [5, 11]]) {
    const { reports, rejects } = await readAll(dress(two), hl7, cuts);
    expect(rejects).toEqual([]);
    expect(reports.map((r) => r.text)).toEqual(['Breuk L1', 'Geen breuk']);
  }
});

test('raw line breaks inside report text belong to the text', async () => {
  const { reports } = await readAll(report(obx(1, 'Regel een\n\nregel twee\nregel drie')), hl7);
  expect(reports[0]?.text).toBe('Regel een\n\nregel twee\nregel drie');
});

test('several examinations in one message are several reports, and a conclusion keeps its heading', async () => {
  const text = report(
    obx(1, 'Discopathie.'),
    'OBX|2|FT|IMP^Besluit^L||Recente inzakking L1.||||||F',
    'OBR|2||V2|RXHEUP^RX heup^L|||20240517',
    obx(1, 'Geen fractuur.'),
  );
  const { reports } = await readAll(text, hl7);
  expect(reports.map((r) => [r.id, r.text])).toEqual([
    ['V1', 'Discopathie.\nBesluit:\nRecente inzakking L1.'],
    ['V2', 'Geen fractuur.'],
  ]);
});

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

test('a document in base64 is read when it is text or HTML, and refused by its type when not', async () => {
  const ed = (type: string, data: string): string =>
    report(`OBX|1|ED|DOC||^TEXT^${type}^Base64^${data}||||||F`);
  expect((await readAll(ed('plain', base64('Patiënte: breuk')), hl7)).reports[0]?.text).toBe(
    'Patiënte: breuk',
  );
  expect((await readAll(ed('html', base64('<p>Breuk</p>')), hl7)).reports[0]?.text).toBe('Breuk');
  expect((await readAll(ed('PDF', base64('%PDF')), hl7)).rejects).toMatchObject([
    { reason: { kind: 'unreadable-pdf', element: 'OBX-5', why: 'damaged' } },
  ]);
  expect((await readAll(ed('RTF', base64('{rtf')), hl7)).rejects).toMatchObject([
    { reason: { kind: 'unreadable-content', element: 'OBX-5', contentType: 'text/rtf' } },
  ]);
  expect((await readAll(ed('plain', 'a*b'), hl7)).rejects).toMatchObject([
    { reason: { kind: 'bad-base64' } },
  ]);
});

test('the words of a PDF are the report, in the order of the messages', async () => {
  const data = btoa(String.fromCharCode(...pdfOf([['Recente inzakking van L1.']])));
  const { reports } = await readAll(
    [report(`OBX|1|ED|DOC||^APPLICATION^PDF^Base64^${data}||||||F`), report(obx(1, 'Geen fractuur.'))].join(
      '\r',
    ),
    hl7,
  );
  expect(reports.map(({ text }) => text)).toEqual(['Recente inzakking van L1.', 'Geen fractuur.']);
});

const msh18 = (charset: string): string => `${header}||||||${charset}`;

test('the character set is the declared one, else the one that fits', async () => {
  const message = (charset: string): string => [msh18(charset), pid, obr, obx(1, 'patiënte')].join('\r');
  expect((await readAll(windows1252(message('')), hl7)).reports[0]?.text).toBe('patiënte');
  expect((await readAll(message(''), hl7)).reports[0]?.text).toBe('patiënte');
  expect((await readAll(windows1252(message('8859/1')), hl7)).reports[0]?.text).toBe('patiënte');
  expect((await readAll(message('UNICODE UTF-8'), hl7)).reports[0]?.text).toBe('patiënte');
  expect((await readAll(windows1252(message('UNICODE UTF-8')), hl7)).rejects).toMatchObject([
    { reason: { kind: 'broken-encoding', encoding: 'utf-8' } },
  ]);
  expect((await readAll(message('ISO IR87'), hl7)).rejects).toMatchObject([
    { reason: { kind: 'unknown-charset', charset: 'ISO IR87' } },
  ]);
});

test.each([
  ['no patient', [header, obr, obx(1, 'x')].join('\r'), 'PID'],
  ['no OBX after an OBR', [header, pid, obr].join('\r'), 'OBX'],
  ['no OBR', [header, pid].join('\r'), 'OBR'],
  ['no message type', 'MSH|^~\\&|A|B\rPID|1||P1\r', 'MSH'],
  ['a beginning without MSH', `${pid}\r${obr}\r${obx(1, 'x')}\r`, 'MSH'],
  ['an end within an observation', [header, pid, obr, 'OBX|1|TX|GDT||Recente inzakk'].join('\r'), 'OBX'],
  ['a frame that is never closed', `\x0b${report(obx(1, 'Breuk'))}`, 'OBX'],
])(
  'half a message (%s) is rejected with its segment, and its neighbour is read',
  async (_name, half, segment) => {
    const options = { ...hl7, format: 'hl7v2' } as const;
    const { reports, rejects } = await readAll(`${report(obx(1, 'Breuk L1'))}\x1c${half}`, options);
    expect(reports.map((r) => r.text)).toEqual(['Breuk L1']);
    expect(rejects).toMatchObject([
      { place: { kind: 'message', message: 2, segment }, reason: { kind: 'incomplete-message', segment } },
    ]);
  },
);

test('a birth date that is none rejects the report by its field; a year alone is kept as a year', async () => {
  const born = (value: string): string => report(obx(1, 'Breuk')).replace('19480312', value);
  expect((await readAll(born('19481332'), hl7)).rejects).toMatchObject([
    { reason: { kind: 'bad-date', field: 'PID-7' } },
  ]);
  const { reports } = await readAll(born('1948'), hl7);
  expect(reports[0]?.birthYear).toBe(1948);
  expect(reports[0]).not.toHaveProperty('birthDate');
});

test('a withdrawn report is told as withdrawn, and deleted lines are not read', async () => {
  const withdrawn = report(obx(1, 'Breuk', 'W'));
  expect((await readAll(withdrawn, hl7)).reports).toMatchObject([
    { id: 'V1', text: '', status: 'withdrawn' },
  ]);
  const { reports } = await readAll(report(obx(1, 'Breuk', 'D'), obx(2, 'Geen breuk')), hl7);
  expect(reports[0]?.text).toBe('Geen breuk');
});

test('a laboratory panel and an appointment carry no report and are counted by type', async () => {
  const lab = report('OBX|1|NM|718-7^Hb^LN||12.1|g/dL|||||F');
  const { tally, notices } = await readAll(`${lab}MSH|^~\\&|A|B|C|D|2024||SIU^S12|2|P|2.5\r`, hl7);
  expect(tally).toEqual({ items: 2, reports: 0, rejects: 0, skipped: 2 });
  expect(notices).toContainEqual({ kind: 'skipped-type', type: 'ORU^R01 without text', count: 1 });
  expect(notices).toContainEqual({ kind: 'skipped-type', type: 'SIU^S12', count: 1 });
});

test('diagnoses of an admission are a record of codes', async () => {
  const adt = `MSH|^~\\&|A|B|C|D|20240517||ADT^A01|M7|P|2.5\r${pid}\rDG1|1||S72.001A^Breuk^I10C||20240516|A\r`;
  expect((await readAll(adt, hl7)).reports).toMatchObject([
    {
      id: 'M7',
      text: '',
      patient: 'P1',
      date: '2024-05-16',
      codes: [{ system: 'icd-10-cm-be', code: 'S72.001A' }],
    },
  ]);
});

test('every sample message is read or refused with a reason, wherever it is cut', async () => {
  const folder = new URL('../../fixtures/hl7v2/', import.meta.url);
  const names = readdirSync(folder);
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    const whole = readFileSync(new URL(name, folder));
    const { tally, reports, rejects } = await readAll(whole, { name });
    expect(tally.items).toBe(reports.length + rejects.length + tally.skipped);
    expect(tally.items).toBeGreaterThan(0);
    for (let end = 1; end < whole.length; end += 61) {
      const cut = await readAll(whole.subarray(0, end), { name, format: 'hl7v2' });
      expect(cut.tally.items + cut.refusals.length).toBeGreaterThan(0);
    }
  }
});
