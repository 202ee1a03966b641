// How many whole decisions about the bones one core makes in a second, for runs over a population:
// npm run bench:bone -- --date 2026-11-21 --commit abc1234 [--people 5000] [--rounds 11]
// The people are made by a small seeded sequence: complete records, and records with gaps. Reading the knowledge is done
// once, as in a run over a population. Without --date nothing is stored.

import { parseArgs } from 'node:util';
import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
import {
  type BonePatient,
  boneDecision,
  boneRulesOn,
  medicalFacts,
  type RuleSet,
  ruleSets,
} from '@breekpunt/intervene';
import { loadKnowledge } from '@breekpunt/knowledge';
import { type Candidate, rounded, timeAll } from './measure.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    people: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '11' },
    name: { type: 'string', default: 'bone-decisions' },
  },
});

const knowledge = loadKnowledge();
const today = knownDate('2026-11-21');
const complete = makePeople(Number(values.people), 0);
const withGaps = makePeople(Number(values.people), 0.3);

const timings = timeAll(
  ruleSets.flatMap((set) => [
    candidate(`${set}, complete records`, set, complete),
    candidate(`${set}, records with gaps`, set, withGaps),
  ]),
  [],
  { rounds: Number(values.rounds), warmUps: 3, slowRoundMs: 4000 },
);

const perSecond = (medianMs: number): number => (1000 * complete.length) / medianMs;
for (const { name, medianMs, noise } of timings) {
  const count = Math.round(perSecond(medianMs)).toLocaleString('en').padStart(10);
  console.log(`${name.padEnd(28)} ${count} a second, noise ${(100 * noise).toFixed(0)} %`);
}
if (values.date !== undefined) {
  const { date } = values;
  const commit = required('commit', values.commit);
  const figures = Object.fromEntries(
    timings.map(({ name, medianMs }) => [`${name}, a second`, rounded(perSecond(medianMs))]),
  );
  console.log(storeRun(values.name, { kind: 'bone-decisions', date, commit, machine: machine(), figures }));
}

function candidate(name: string, set: RuleSet, people: readonly BonePatient[]): Candidate {
  const rules = boneRulesOn(knowledge, set, today, new Set());
  if (!rules.ok) throw new Error(`no rules for ${set} on ${today}`);
  return {
    name,
    run: () => {
      // What is counted is what a caller would look at, so that nothing can be skipped.
      let drugs = 0;
      for (const person of people) drugs += boneDecision(person, rules.value).options.length;
      return drugs;
    },
  };
}

function makePeople(count: number, gaps: number): readonly BonePatient[] {
  const next = sequence(2026);
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const one = <T>(words: readonly [T, ...T[]]): T => words[between(0, words.length - 1)] ?? words[0];
  const answer = () => (next() < 0.1 ? ('yes' as const) : ('no' as const));
  const maybe = <T>(value: T): T | 'not-recorded' => (next() < gaps ? 'not-recorded' : value);
  const dayBack = (): CalendarDate => addDays(today, -between(1, 1500));
  const score = (reference: 'female' | 'male') => {
    const value = between(-45, 5) / 10;
    return { value, text: String(value), reference: { database: null, sex: reference } };
  };
  return Array.from({ length: count }, (): BonePatient => {
    const sex = one(['female', 'female', 'male'] as const);
    const measured = (site: 'lumbar-spine' | 'total-hip' | 'femoral-neck') => ({
      site,
      side: site === 'lumbar-spine' ? null : ('left' as const),
      vertebrae: site === 'lumbar-spine' ? (['L1', 'L2', 'L3', 'L4'] as const) : null,
      excluded: [],
      bmd: null,
      tScore: score(sex),
      zScore: null,
    });
    return {
      sex,
      birthDate: maybe(knownDate(`${2026 - between(50, 95)}-06-15`)),
      postmenopausal: sex === 'female' ? maybe('yes' as const) : 'no',
      fractures: maybe([
        {
          site: one([
            'wrist.distal-radius',
            'hip.femoral-neck',
            'humerus.proximal',
            'ankle',
            'vertebra.lumbar',
          ] as const),
          on: maybe(dayBack()),
          fragility: 'yes',
          seenOnImage: 'yes',
        },
      ]),
      spine: {
        complete: next() >= gaps,
        broken:
          next() < 0.3
            ? [
                {
                  level: 'T12',
                  grade: one([1, 2, 3] as const),
                  on: maybe(dayBack()),
                  measured: 'not-recorded',
                },
              ]
            : [],
      },
      scan: maybe({
        date: dayBack(),
        device: { maker: 'hologic', model: null, serial: null },
        measurements: [measured('lumbar-spine'), measured('total-hip'), measured('femoral-neck')],
        notMeasurable: [],
      }),
      fraxMajor: maybe(between(3, 40)),
      glucocorticoid: next() < 0.1 ? { mgPerDay: between(2, 20), months: between(1, 12) } : 'none',
      clearance: maybe(between(15, 110)),
      calcium: maybe('within' as const),
      vitaminD: maybe(between(20, 120)),
      hipSurgery: 'none',
      allergies: maybe([]),
      facts: Object.fromEntries(medicalFacts.map((fact) => [fact, maybe(answer())] as const)),
    };
  });
}

/** Numbers from 0 to 1 that are the same on every machine. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
