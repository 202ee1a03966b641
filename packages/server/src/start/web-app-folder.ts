// Finds the built clinic app beside the server, and builds it when it is not there or older than what it is made of.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const web = join(import.meta.dirname, '../../../web');
const built = join(web, 'dist');

/** Null when there is no clinic app, or it could not be built; `say` hears why. */
export async function webAppFolder(say: (line: string) => void): Promise<string | null> {
  const page = join(built, 'index.html');
  const sources = ['src', 'public', 'index.html', 'package.json', 'vite.config.ts'].map((name) =>
    join(web, name),
  );
  const made = existsSync(page) ? statSync(page).mtimeMs : null;
  if (!existsSync(join(web, 'src'))) return made === null ? null : built;
  if (made !== null && sources.every((source) => newest(source) <= made)) return built;
  say('Building the clinic app, once …');
  const code = await build();
  if (code === 0) return built;
  say('The clinic app could not be built: run npm run build --workspace packages/web to see why.');
  return made === null ? null : built;
}

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  return Math.max(mtimeMs, ...files.map((file) => statSync(join(path, file)).mtimeMs));
}

function build(): Promise<number | null> {
  const vite = ['node_modules', '../../node_modules']
    .map((folder) => join(web, folder, 'vite/bin/vite.js'))
    .find((path) => existsSync(path));
  if (vite === undefined) return Promise.resolve(null);
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: web,
    stdio: 'inherit',
  });
  return new Promise((done) => {
    child.on('error', () => done(null));
    child.on('exit', done);
  });
}
