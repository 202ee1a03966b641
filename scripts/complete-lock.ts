// `npm run lock`: after a change of dependencies, makes package-lock.json whole for every platform.

import { readFileSync, writeFileSync } from 'node:fs';
import { type LockFile, missingPlatforms, withPlatforms } from './lock-file.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;
const added = Object.keys(missingPlatforms(lock)).length;
if (added > 0) writeFileSync('package-lock.json', `${JSON.stringify(withPlatforms(lock), null, 2)}\n`);
console.log(`${added} platform packages added to package-lock.json`);
