// npm run libraries: makes the packages to publish in out/libraries and packs each into one file.

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { libraries, makeLibraryPackages } from './library-packages.ts';

const folder = join(import.meta.dirname, '../out/libraries');
rmSync(folder, { recursive: true, force: true });
const objection = makeLibraryPackages(folder);
if (objection !== null) {
  console.error(objection);
  process.exit(1);
}
for (const name of libraries)
  spawnSync('npm', ['pack', `./${name}`, '--silent'], { cwd: folder, stdio: 'inherit' });
