// A thread that counts portions, one after the other, for a full counting of a large hospital. It has no connection to the database:
// it is given lines and gives back columns.

import { parentPort } from 'node:worker_threads';
import { loadKnowledge } from '@breekpunt/knowledge';
import { countPortion, type PortionQuestion } from './count-portion.ts';
import { shownSets } from './shown-sets.ts';

const sets = shownSets(loadKnowledge());
parentPort?.on('message', (question: PortionQuestion) => {
  parentPort?.postMessage(countPortion(question, sets));
});
