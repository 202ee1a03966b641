// Prints a digest of a synthetic hospital: seed, day and number of people are its arguments. Two machines that print
// the same have the same hospital.

import { createHash } from 'node:crypto';
import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { syntheticHospital } from '../src/synthetic-hospital.ts';

const [seed = 'breekpunt-demo-1', today = '2026-11-21', people = '3000'] = process.argv.slice(2);
const digest = createHash('sha256');
const plan = { seed, today: knownDate(today), people: Number(people) };
for (const patient of syntheticHospital(plan, loadKnowledge())) digest.update(JSON.stringify(patient));
console.log(digest.digest('hex'));
