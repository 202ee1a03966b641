#!/usr/bin/env node
// Starts breekpunt with the Node it needs. The program is TypeScript that Node 24 runs as it is; that
// Node comes with npm as a dependency, so any machine with Node 20 or later can start it. Plain
// JavaScript on purpose: this file must run on the older one. What was compiled once is kept beside the
// installed packages, which makes later starts three times as fast; where that folder cannot be written
// the program starts as it would without.

import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const compiled = fileURLToPath(new URL('../../../node_modules/.cache/breekpunt', import.meta.url));

if (Number.parseInt(process.versions.node, 10) >= 24) {
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE ?? compiled);
  const { runFromTerminal } = await import('../src/main.ts');
  await runFromTerminal();
} else {
  startWith(nodeFromNpm());
}

function nodeFromNpm() {
  try {
    const root = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    return join(root, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    process.stderr.write(
      'breekpunt: needs Node 24 or later, or the Node that npm brings with it. Run: npm install\n',
    );
    process.exit(2);
  }
}

function startWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', () => {
    process.stderr.write('breekpunt: the Node brought by npm does not start here. Run: npm install\n');
    process.exit(2);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 2);
    for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}
