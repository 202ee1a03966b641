import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hospitalOf } from './hospital-for-tests.ts';

const script = join(import.meta.dirname, '..', 'scripts', 'hospital-digest.ts');

function digestIn(zone: string, seed: string): string {
  const env = { ...process.env, TZ: zone };
  return execFileSync(process.execPath, [script, seed, '2026-11-21', '120'], { env, encoding: 'utf8' });
}

test('the same seed gives the same hospital in Brussels, New York and Kiritimati', () => {
  const digests = ['Europe/Brussels', 'America/New_York', 'Pacific/Kiritimati'].map((zone) =>
    digestIn(zone, 'a'),
  );
  expect(digests[0]).toMatch(/^[0-9a-f]{64}\n$/);
  expect(new Set(digests).size).toBe(1);
  expect(digestIn('UTC', 'b')).not.toBe(digests[0]);
});

test('a smaller hospital is the beginning of a larger one', () => {
  const persons = (people: number): string[] =>
    hospitalOf('a', people)
      .slice(0, 30)
      .map((patient) => JSON.stringify([patient.resident, patient.reports, patient.care]));
  expect(persons(30)).toEqual(persons(60));
});
