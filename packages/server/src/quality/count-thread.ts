// A thread that counts portions, one after the other, for a full counting of a large hospital. It has no connection to the database:
// it is given lines and gives back columns.

import { constants, setPriority } from 'node:os';
import { platform } from 'node:process';
import { parentPort } from 'node:worker_threads';
import { loadKnowledge } from '@breekpunt/knowledge';
import { countPortion, type PortionQuestion } from './count-portion.ts';
import { shownSets } from './shown-sets.ts';

// Whoever reads the figures meanwhile goes first. On Linux 0 is this thread; elsewhere it would be the whole server.
if (platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

const sets = shownSets(loadKnowledge());
parentPort?.on('message', (question: PortionQuestion) => {
  parentPort?.postMessage(countPortion(question, sets));
});
