// Writes what is made from other files of this package: the table types and docs/settings.md. With --check it only
// says what is out of date.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startCluster } from '../src/database/embedded/cluster.ts';
import { embeddedAccess, prepareEmbedded, withClient } from '../src/database/prepare-embedded.ts';
import { tableTypes } from '../src/database/table-types.ts';
import { settingsPage } from '../src/settings/settings-page.ts';

const root = join(import.meta.dirname, '../../..');

async function typesFromMigrations(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'breekpunt-types-'));
  const cluster = await startCluster({ directory, programs: null, port: null, throwAway: true });
  try {
    await prepareEmbedded(cluster);
    return await withClient(embeddedAccess(cluster.owner), tableTypes);
  } finally {
    await cluster.stop();
    rmSync(directory, { recursive: true });
  }
}

const pages: Readonly<Record<string, string>> = {
  'docs/settings.md': settingsPage(),
  'packages/server/src/database/generated/tables.ts': await typesFromMigrations(),
};

for (const [path, content] of Object.entries(pages)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  if (!process.argv.includes('--check')) writeFileSync(join(root, path), content);
  else if (readFileSync(join(root, path), 'utf8') !== content) {
    console.log(`${path} is out of date: run npx node packages/server/scripts/write-pages.ts`);
    process.exitCode = 1;
  }
}
