import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ageOn,
  createRandom,
  createReportExport,
  outcomeOf,
  type PatientRecord,
  triageOf,
} from '@breekpunt/synthetic';
import { beforeAll, expect, test } from 'vitest';
import { buildExamples, examplePlan } from './examples.ts';

const folder = join(import.meta.dirname, '..');
let files: ReadonlyMap<string, Uint8Array>;
let records: readonly PatientRecord[];

beforeAll(async () => {
  files = await buildExamples();
  records = [...createReportExport(examplePlan)];
});

test('making the examples again gives the bytes that are kept in the repository', () => {
  const differing = [...files].filter(
    ([path, bytes]) => !Buffer.from(bytes).equals(readFileSync(join(folder, path))),
  );
  expect(files.size).toBeGreaterThan(10);
  expect(differing.map(([path]) => path)).toEqual([]);
});

test('no text file of an earlier hospital is left behind', () => {
  const made = [...files.keys()]
    .filter((path) => path.startsWith('hospital-texts/'))
    .map((path) => path.slice(15));
  expect(readdirSync(join(folder, 'hospital-texts')).sort()).toEqual(made.sort());
});

test('all examples together stay under 8 MB', () => {
  expect([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(8_000_000);
});

test('every number says that it is synthetic, and no report has two owners', () => {
  const ids = records.flatMap((record) => record.reports.map((report) => report.id));
  expect(records.every((record) => record.patient.id.startsWith('SYN-'))).toBe(true);
  expect(ids.every((id) => id.startsWith('SYN-V'))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(3500);
});

test('the words of every statement stand in its report', () => {
  const adrift = records.flatMap((r) =>
    r.reports.filter((d) => d.statements.some((s) => !d.text.includes(s.evidence))),
  );
  expect(adrift.map((report) => report.id)).toEqual([]);
});

test('no slot or mark of a template is left in a text', () => {
  const unfinished = records.flatMap((r) =>
    r.reports.filter((d) => /[{}]|\[\[|\]\]|undefined|NaN/.test(d.text)),
  );
  expect(unfinished.map((report) => report.id)).toEqual([]);
});

test('a statement names an episode of its own patient, at the same place', () => {
  for (const { episodes, reports } of records) {
    for (const statement of reports.flatMap((report) => report.statements)) {
      if (statement.episode === null) continue;
      const episode = episodes.find((e) => e.key === statement.episode);
      expect(episode?.side ?? null).toBe(statement.side);
      if (statement.site !== 'vertebra.unspecified') expect(episode?.site).toBe(statement.site);
    }
  }
});

test('a report is of a day within the export and after the birth of its patient', () => {
  for (const { patient, reports } of records) {
    for (const report of reports) expect(ageOn(patient.birth, report.day)).toBeGreaterThanOrEqual(18);
  }
});

test('who is to be found for a recent fracture is 50 or older and has a report that states one', () => {
  const found = records.filter((record) => outcomeOf(record).find === 'recent-fracture');
  expect(found.length).toBeGreaterThan(200);
  for (const { patient, reports } of found) {
    expect(reports.some((report) => triageOf(report.statements) === 'fracture')).toBe(true);
    expect(ageOn(patient.birth, reports.at(-1)?.day ?? 0)).toBeGreaterThanOrEqual(50);
  }
});

test('who has no fracture at all has no report that states one', () => {
  for (const record of records) {
    const outcome = outcomeOf(record);
    if (outcome.find !== 'none' || outcome.because !== 'no-fracture') continue;
    expect(
      record.reports.map((report) => triageOf(report.statements)).filter((triage) => triage === 'fracture'),
    ).toEqual([]);
  }
});

test('truth and reports are the same patients and the same rows in every file', () => {
  const lines = (path: string): { id: string; patient: string; reports: { id: string }[] }[] =>
    Buffer.from(files.get(path) ?? [])
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const told = lines('hospital-export.truth.ndjson').flatMap((line) =>
    line.reports.map((report) => report.id),
  );
  expect(told).toEqual(lines('hospital-export.ndjson').map((line) => line.id));
  const csv = Buffer.from(files.get('hospital-export.csv') ?? []).toString('utf8');
  expect(csv.match(/;synthetisch\r\n/g)?.length).toBe(told.length);
});

test('the messy file tells of every kind of damage, and of rows that exist', () => {
  const { rows, spoiled } = JSON.parse(
    Buffer.from(files.get('hospital-export.messy.expected.json') ?? []).toString('utf8'),
  );
  expect(new Set(spoiled.map((s: { fault: string }) => s.fault)).size).toBe(7);
  expect(spoiled.every((s: { row: number }) => s.row >= 1 && s.row <= rows)).toBe(true);
});

test('the same seed draws the same, another seed draws otherwise', () => {
  const draw = (seed: string): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: 8 }, () => random.int(0, 999));
  };
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

test('the words of every annotation and trap of the open corpus stand in their text', () => {
  const lines = (name: string): { text: string; target?: string; fractures?: { evidence: string }[] }[] =>
    readFileSync(join(folder, 'open-corpus', name), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const reports = lines('open.jsonl');
  const traps = lines('traps.jsonl');
  expect([reports.length, traps.length]).toEqual([160, 40]);
  for (const { text, fractures } of reports)
    for (const { evidence } of fractures ?? []) expect(text).toContain(evidence);
  for (const { text, target } of traps) expect(text.toLowerCase()).toContain(target?.toLowerCase());
});
