// node packages/server/scripts/write-guide-icons.ts: draws the icons of the guide anew, after a change in guide-icons.ts.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { iconFile, iconSizes } from '../src/guide/html/guide-icons.ts';
import { drawnIcon } from '../src/guide/html/icon-png.ts';

for (const size of iconSizes) {
  mkdirSync(dirname(iconFile(size)), { recursive: true });
  writeFileSync(iconFile(size), drawnIcon(size));
  console.log(iconFile(size));
}
