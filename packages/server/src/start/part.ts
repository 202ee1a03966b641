// A part of the server that runs beside HTTP: a listener for messages, workers. Started after the database, stopped before
// it. The list is what `breekpunt serve` starts.

import type { Logger } from 'pino';
import type { ServerContext } from '../http/server-context.ts';
import { folderPart } from '../intake/folder/folder-part.ts';
import { inboxPart } from '../intake/inbox/inbox-part.ts';
import { nightlyPart } from '../intake/jobs/nightly-part.ts';
import { mllpPart } from '../mllp/mllp-part.ts';
import { countingPart } from '../quality/counting-part.ts';
import { webhooksPart } from '../webhooks/webhooks-part.ts';

export interface Part {
  readonly name: string;
  /** Gives what stops it; ends when it is stopped and nothing of it is under way. */
  readonly start: (context: ServerContext, log: Logger) => Promise<() => Promise<void>>;
}

export const parts: readonly Part[] = [
  inboxPart,
  nightlyPart,
  folderPart,
  mllpPart,
  webhooksPart,
  countingPart,
];
