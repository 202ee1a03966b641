// What everything that takes messages in needs beside its transaction.

import type { HospitalFacts } from '@breekpunt/integrate';
import type { Keys } from '../../secrets/keys.ts';
import type { CaseFinding } from '../reports/case-finding.ts';
import type { Moment } from '../reports/keep-cases.ts';

export interface MessageContext {
  readonly keys: Keys;
  readonly finding: CaseFinding;
  readonly hospital: HospitalFacts;
  readonly moment: Moment;
  readonly inboxMessage: number;
}
