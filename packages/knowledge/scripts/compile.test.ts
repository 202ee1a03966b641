import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryKnowledge } from '../test/temporary-knowledge.ts';

const goodRule = {
  'rules/falls.sentences.yaml': 'FA1: {nl: Naar vallen wordt gevraagd., fr: On demande les chutes.}\n',
  'rules/falls.md': '**FA1** A fall is asked for. [read-guideline, p. 1] {status: confirmed}\n',
  'rules/falls.cases.yaml':
    'cases:\n  - {name: asked, rules: [FA1], on: 2026-11-21, given: {}, expect: {outcome: asked}}\n',
  'seeds.yaml': 'documents: {}\nitems: []\n',
  'vocabulary/nl/heads.yaml': 'rows: []\n',
};

function run(knowledge: string, ...options: string[]): { code: number | null; out: string; err: string } {
  const generated = join(knowledge, 'generated');
  const command = [
    join(import.meta.dirname, 'compile.ts'),
    '--knowledge',
    knowledge,
    '--generated',
    generated,
  ];
  const result = spawnSync(process.execPath, [...command, ...options], { encoding: 'utf8' });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

describe('npm run knowledge', () => {
  test('sound knowledge is written and exits 0; then --check finds it fresh', () => {
    const knowledge = temporaryKnowledge(goodRule);
    expect(run(knowledge, '--check')).toMatchObject({
      code: 1,
      err: expect.stringContaining('rules.json: missing'),
    });
    expect(existsSync(join(knowledge, 'generated', 'rules.json'))).toBe(false);
    expect(run(knowledge)).toMatchObject({ code: 0, out: expect.stringContaining('rules.json') });
    expect(run(knowledge, '--check')).toMatchObject({ code: 0, err: '' });
  });

  test('every problem of every topic is printed with its place, and it exits 1', () => {
    const knowledge = temporaryKnowledge({
      ...goodRule,
      'rules/falls.md': '**FA1** A fall is asked for. [nowhere, p. 1] {status: confirmed}\n',
      'parameters/falls/window.yaml': 'id: falls.window\n',
    });
    const { code, err } = run(knowledge);
    expect(code).toBe(1);
    expect(err).toContain('knowledge/rules/falls.md, line 1 (FA1): source "nowhere"');
    expect(err).toContain('knowledge/parameters/falls/window.yaml, line 1 (unit): "unit" is missing');
    expect(err).toMatch(/\d+ problems\./);
    expect(existsSync(join(knowledge, 'generated', 'sources.json'))).toBe(true);
    expect(existsSync(join(knowledge, 'generated', 'rules.json'))).toBe(false);
  });
});
