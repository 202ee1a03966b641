// The two accounts of the embedded database, with random passwords kept beside it, readable by its owner alone.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createOnce } from '../../secrets/create-once.ts';

/** The owner makes and migrates tables; the app works under row-level security. */
export interface Passwords {
  readonly owner: string;
  readonly app: string;
}

const shape = z.object({ owner: z.string().min(20), app: z.string().min(20) });

export function passwordsIn(directory: string): Passwords {
  const path = join(directory, 'database-passwords.json');
  const random = (): string => randomBytes(24).toString('base64url');
  createOnce(path, JSON.stringify({ owner: random(), app: random() }));
  return shape.parse(JSON.parse(readFileSync(path, 'utf8')));
}
