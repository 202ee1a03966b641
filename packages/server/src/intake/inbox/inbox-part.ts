// The worker of the inbox as a part of the server.

import type { Part } from '../../start/part.ts';
import { startInboxWorker } from './inbox-worker.ts';

export const inboxPart: Part = {
  name: 'inbox',
  start: ({ database, keys, intake, now }, log) =>
    startInboxWorker({ db: database.db, keys, finding: intake.finding(), now }, intake.queue, log),
};
