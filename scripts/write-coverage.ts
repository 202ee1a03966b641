// `npm run coverage`: writes docs/rule-coverage.md.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '@breekpunt/knowledge';
import { allRuleCases } from './all-rule-cases.ts';
import { coveragePage } from './coverage-page.ts';
import { decisionTables } from './decision-tables.ts';

const knowledge = loadKnowledge();
const page = coveragePage(knowledge, allRuleCases(knowledge), decisionTables);
writeFileSync(join(import.meta.dirname, '../docs/rule-coverage.md'), page);
console.log('docs/rule-coverage.md written');
