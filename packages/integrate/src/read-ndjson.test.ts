import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAll } from '../test/read-all.ts';

const options = { name: 'reports.ndjson' };

test('every documented field of a line is read', async () => {
  const line = {
    id: 'a',
    text: 'Breuk L1',
    patient: 'P1',
    birthDate: '1948-03-12',
    sex: 'F',
    date: '2024-05-17T08:00:00Z',
    lang: 'nl',
    kind: 'xray',
    codes: [
      'icd-10:S32.0',
      { system: 'http://snomed.info/sct', code: '125605004', display: 'Fracture of bone' },
    ],
  };
  const { reports } = await readAll(`${JSON.stringify(line)}\n`, options);
  expect(reports).toEqual([
    {
      id: 'a',
      text: 'Breuk L1',
      patient: 'P1',
      birthDate: '1948-03-12',
      sex: 'female',
      date: '2024-05-17',
      language: 'nl',
      kind: 'xray',
      codes: [
        { system: 'icd-10', code: 'S32.0' },
        { system: 'snomed-ct', code: '125605004', display: 'Fracture of bone' },
      ],
      place: { kind: 'line', line: 1 },
    },
  ]);
});

test('each bad line is rejected for its own reason and the rest is read', async () => {
  const lines = [
    '{"id":"1","text":"goed"}',
    '{"id":"2","text":"half',
    '[1,2]',
    '{"id":"3","text":12.5e1}',
    '{"id":"4","text":["a"]}',
    '{"id":"5"}',
    '{"id":"6","text":"x","birthDate":"31/02/1950"}',
    '{"id":"7","text":"x","codes":[{"system":"icd-10"}]}',
    '',
    '{"id":8,"text":"goed"}',
  ];
  const { reports, rejects, tally } = await readAll(lines.join('\n'), options);
  expect(reports.map((report) => report.id)).toEqual(['1', '3', '8']);
  expect(rejects.map((reject) => [reject.place.kind === 'line' && reject.place.line, reject.reason])).toEqual(
    [
      [2, { kind: 'bad-json' }],
      [3, { kind: 'wrong-type', element: 'line', expected: 'object', found: 'array' }],
      [5, { kind: 'wrong-type', element: 'line.text', expected: 'string', found: 'array' }],
      [6, { kind: 'missing-text', field: 'text' }],
      [7, { kind: 'bad-date', field: 'birthDate' }],
      [8, { kind: 'missing-element', element: 'line.codes[0].code' }],
    ],
  );
  expect(tally).toEqual({ items: 9, reports: 3, rejects: 6, skipped: 0 });
});

test('a line beyond the limit is refused and the next one is read', async () => {
  const text = `{"id":"1","text":"${'x'.repeat(5_000)}"}\n{"id":"2","text":"b"}\n`;
  const { reports, rejects } = await readAll(text, { ...options, limits: { itemSize: 1_000 } }, [97]);
  expect(reports.map((report) => report.id)).toEqual(['2']);
  expect(rejects).toMatchObject([
    { place: { line: 1 }, reason: { kind: 'too-large', limit: 1_000 }, rawTruncated: true },
  ]);
});

test('chunk boundaries change nothing', async () => {
  const text = readFileSync(new URL('../fixtures/reports-sample.jsonl', import.meta.url));
  const whole = await readAll(text, options);
  expect(whole.reports.length).toBeGreaterThan(3);
  for (const cuts of [[1], [7, 3], [64], [1_000]]) expect(await readAll(text, options, cuts)).toEqual(whole);
});
