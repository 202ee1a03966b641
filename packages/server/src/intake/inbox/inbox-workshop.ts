// What a worker of the inbox works with.

import type { Kysely } from 'kysely';
import type { Tables } from '../../database/generated/tables.ts';
import type { Keys } from '../../secrets/keys.ts';
import type { CaseFinding } from '../reports/case-finding.ts';

export interface InboxWorkshop {
  readonly db: Kysely<Tables>;
  readonly keys: Keys;
  readonly finding: CaseFinding;
  now(): Date;
}
