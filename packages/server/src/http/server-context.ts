// What all routes share: the records, the settings, the clock, the event hub.
// Decision: the clock is here, so that tests can let a quarter of an hour pass without waiting for it.

import type { Database } from '../database/open-database.ts';
import type { EventHub } from '../events/event-hub.ts';
import type { Intake } from '../intake/intake.ts';
import type { SetUpCode } from '../people/set-up-code.ts';
import type { Keys } from '../secrets/keys.ts';
import type { FolderSettings, MllpSettings, WebSettings } from '../settings/settings.ts';

export interface ServerContext {
  readonly database: Pick<Database, 'db' | 'pool' | 'state'>;
  readonly keys: Keys;
  readonly web: WebSettings;
  readonly mllp: MllpSettings | null;
  readonly folder: FolderSettings | null;
  readonly intake: Intake;
  readonly events: EventHub;
  /** Address of the script of the guide; null when the web part is not built, and guides work without. */
  readonly guideScript: string | null;
  /** Opens the first-administrator set-up. */
  readonly setUpCode: SetUpCode;
  now(): Date;
}
