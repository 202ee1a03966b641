// Writes the synthetic hospital of examples/. Same seed, same bytes; run it after changing a phrasing.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildExamples } from '../examples/generator/examples.ts';

const folder = join(import.meta.dirname, '..', 'examples');
const files = await buildExamples();
rmSync(join(folder, 'hospital-texts'), { recursive: true, force: true });
let total = 0;
for (const [path, bytes] of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
  total += bytes.length;
}
console.log(`${files.size} files, ${(total / 1e6).toFixed(1)} MB`);
