// `breekpunt evaluate` as a hospital meets it.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { breekpunt, file, inOwnFolder, pathOf } from './command.ts';

inOwnFolder();

describe('breekpunt evaluate', () => {
  const gold = (id: string, text: string, triage: string, fractures: object[]): string =>
    JSON.stringify({ id, lang: 'nl', kind: 'xray', text, triage, fractures });
  const hip = {
    evidence: 'heupfractuur',
    site: 'hip.unspecified',
    side: 'left',
    levels: [],
    presence: 'present',
    experiencer: 'patient',
    time: 'acute',
    flags: [],
  };

  test('measures, lists errors, keeps the figures and compares with earlier ones', () => {
    const right = gold('a', 'Recente heupfractuur links.', 'fracture', [hip]);
    const wrong = gold('b', 'Recente heupfractuur links.', 'none', []);
    const first = breekpunt([
      'evaluate',
      file('gold.jsonl', right),
      '--save',
      'old.json',
      '--date',
      '2026-10-01',
    ]);
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/detection sensitivity\s+100\.0 %/u);
    const second = breekpunt([
      'evaluate',
      file('gold2.jsonl', `${right}\n${wrong}\nno json\n`),
      '--compare',
      'old.json',
      '--errors',
    ]);
    expect(second.code).toBe(1);
    expect(second.error).toContain('gold2.jsonl line 3: not-json');
    expect(second.out).toContain('b (nl, xray) report-false-alarm: expected none; got fracture');
    expect(second.out).toContain('newly wrong triage: b');
    expect(JSON.parse(readFileSync(pathOf('old.json'), 'utf8'))).toMatchObject({ date: '2026-10-01' });
  });
});
