// The two commands of the README do what the README says.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readmeCommands } from './readme-commands.ts';

const root = join(import.meta.dirname, '../..');
const commands = readmeCommands(readFileSync(join(root, 'README.md'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'breekpunt-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const screen = 'npm ci && npx breekpunt screen examples/hospital-export.csv --out found.html';

test('the README gives one command for the main job and one for the tests', () => {
  expect(commands).toContain(screen);
  expect(commands).toContain('npm ci && npm test');
});

test('the build server runs exactly the test command of the README', () => {
  const script = readFileSync(join(root, '.ci/run'), 'utf8');
  expect(script.trimEnd().split('\n').at(-1)).toBe('npm ci && npm test');
});

test('the main command of the README writes one self-contained page with the patients found', () => {
  const page = join(folder, 'found.html');
  const args = screen.replace('npm ci && npx ', '').replace('found.html', page).split(' ').slice(1);
  const run = spawnSync('npx', ['--no-install', 'breekpunt', ...args], { cwd: root, encoding: 'utf8' });
  expect(run.stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
  // 1 means that some rows could not be read; the example holds a few on purpose.
  expect([0, 1]).toContain(run.status);
  const html = readFileSync(page, 'utf8');
  expect(html).toMatch(/^<!doctype html>/i);
  expect(html).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)=["']https?:/i);
  expect(html).toMatch(/fractuur|wervel|heup/i);
});
