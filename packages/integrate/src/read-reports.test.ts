import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readAll } from '../test/read-all.ts';
import { describeRefusal } from './describe-reason.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each(['', ' \r\n', '\ufeff'])('an empty file (%j) is refused as such', async (text) => {
  const { refusals, tally } = await readAll(text, { name: 'leeg.csv' });
  expect(refusals).toEqual([{ place: { kind: 'file' }, reason: { kind: 'empty-file' } }]);
  expect(tally.items).toBe(0);
});

test.each([
  ['%PDF-1.7 …', 'verslag.pdf', /PDF/],
  ['<Bundle xmlns="http://hl7.org/fhir"/>', 'bundle.xml', /JSON/],
  ['[{"id":"1"}]', 'lijst.json', /NDJSON/],
  ['\x00\x01\x02\x03\x04', 'iets.dat', /binary/],
  ['gewoon een zin zonder meer', 'iets.dat', /ending/],
  ['no zip at all', 'boek.xlsx', /zip/],
])('%j as %s is refused and says what to do', async (text, name, hint) => {
  const { refusals } = await readAll(text, { name });
  expect(refusals).toHaveLength(1);
  expect(refusals.map((refusal) => describeRefusal(refusal.reason)).join()).toMatch(hint);
});

test('a text file is one report named after the file, with line endings made one', async () => {
  const { reports } = await readAll('RX heup.\r\nGeen fractuur.\r\n', { name: 'map/verslag-12.txt' });
  expect(reports).toEqual([
    { id: 'verslag-12', text: 'RX heup.\nGeen fractuur.\n', place: { kind: 'file' } },
  ]);
});

test('the bytes decide over the name: HL7 in a .txt file is HL7', async () => {
  const { notices } = await readAll('MSH|^~\\&|A|B|C|D|2024||SIU^S12|1|P|2.5\r', { name: 'bericht.txt' });
  expect(notices).toContainEqual({ kind: 'format', format: 'hl7v2' });
});

test('a gzip file reads as what is inside', async () => {
  const { reports } = await readAll(gzipSync(bytes('id,text\n1,Breuk L1\n')), { name: 'export.csv.gz' }, [5]);
  expect(reports).toMatchObject([{ id: '1', text: 'Breuk L1' }]);
});

test('a gzip file that is cut off gives the rows it has and says that it is damaged', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, i) => `${i},tekst ${(i * 7_919) % 10_007} van dit verslag`,
  ).join('\n');
  const packed = gzipSync(bytes(`id,text\n${rows}\n`));
  const { reports, refusals, tally } = await readAll(packed.slice(0, packed.length >> 1), {
    name: 'a.csv.gz',
  });
  expect(refusals).toMatchObject([{ reason: { kind: 'damaged' } }]);
  expect(tally.reports).toBe(reports.length);
});

test('a gzip bomb is stopped by its ratio', async () => {
  const packed = gzipSync(new Uint8Array(12_000_000).fill(0x41));
  const { refusals } = await readAll(packed, { name: 'bom.csv.gz' });
  expect(refusals).toMatchObject([{ reason: { kind: 'too-large', unit: 'ratio' } }]);
});

test('an encoding nobody knows is refused by name', async () => {
  const { refusals } = await readAll('id,text\n1,a\n', { name: 'a.csv', encoding: 'latin-99' });
  expect(refusals).toMatchObject([{ reason: { kind: 'unknown-encoding', encoding: 'latin-99' } }]);
});

test('a disk that fails while reading is not mistaken for bad input', async () => {
  const { readReports } = await import('./index.ts');
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield bytes('id,text\n1,a\n');
    throw new Error('EIO');
  }
  const all = async (): Promise<void> => {
    for await (const batch of readReports(failing(), { name: 'a.csv' })) expect(batch).toBeDefined();
  };
  await expect(all()).rejects.toThrow('EIO');
});
