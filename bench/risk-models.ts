// How many answers of each risk model one core gives in a second:
// npm run bench:risk -- --date 2026-11-21 --commit abc1234 [--people 20000] [--rounds 11]
// The people are made by a small seeded sequence; every answer is complete, so that the whole sum is computed. Without
// --date nothing is stored.

import { parseArgs } from 'node:util';
import {
  fractureIndex,
  imminentRefracture,
  nhgScore,
  nottinghamHipFractureScore,
  ofScore,
  orai,
  ost,
  tlAosis,
  tlics,
} from '@breekpunt/investigate';
import { loadKnowledge } from '@breekpunt/knowledge';
import { type Condition, conditions, qfracture } from '@breekpunt/qfracture';
import { type Candidate, rounded, timeAll } from './measure.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    people: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '11' },
    name: { type: 'string', default: 'risk-models' },
  },
});

const knowledge = loadKnowledge();
const people = makePeople(Number(values.people));
type Person = ReturnType<typeof makePeople>[number];

/** Answers of all people; the count of those with a value is what the caller sees. */
function candidate(
  name: string,
  answer: (person: Person) => { readonly ok: boolean; readonly value?: { readonly outcome: string } },
): Candidate {
  return {
    name,
    run: () => {
      let complete = 0;
      for (const person of people) if (answer(person).value?.outcome === 'value') complete += 1;
      if (complete !== people.length)
        throw new Error(`${name}: ${people.length - complete} people without a value`);
      return complete;
    },
  };
}

const timings = timeAll(
  [
    candidate('QFracture-2012, both risks', (person) => qfracture(person.qfracture)),
    candidate('FRACTURE Index', (person) =>
      fractureIndex(knowledge, person.fractureIndex, 'with-bone-density'),
    ),
    candidate('NHG score', (person) => nhgScore(knowledge, person.nhg)),
    candidate('OST', (person) => ost(knowledge, person.body, 'caucasian')),
    candidate('ORAI', (person) => orai(knowledge, { ...person.body, takesOestrogen: 'no' })),
    candidate('Nottingham Hip Fracture Score', (person) =>
      nottinghamHipFractureScore(knowledge, person.nottingham),
    ),
    candidate('refracture curve, four moments', (person) => imminentRefracture(knowledge, person.refracture)),
    candidate('TLICS', (person) => tlics(knowledge, person.tlics)),
    candidate('TL AOSIS', (person) => tlAosis(knowledge, person.tlAosis)),
    candidate('OF score', (person) => ofScore(knowledge, person.ofScore)),
  ],
  [],
  { rounds: Number(values.rounds), warmUps: 3, slowRoundMs: 2000 },
);

const figures = Object.fromEntries(
  timings.map(({ name, medianMs }) => [`${name}, a second`, rounded((1000 * people.length) / medianMs)]),
);
for (const { name, medianMs, noise } of timings) {
  const perSecond = Math.round((1000 * people.length) / medianMs).toLocaleString('en');
  console.log(`${name.padEnd(34)} ${perSecond.padStart(12)} a second, noise ${(100 * noise).toFixed(0)} %`);
}
if (values.date !== undefined) {
  const { date } = values;
  const commit = required('commit', values.commit);
  console.log(storeRun(values.name, { kind: 'risk-models', date, commit, machine: machine(), figures }));
}

function makePeople(count: number) {
  const next = sequence(2012);
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const answer = () => (next() < 0.3 ? 'yes' : 'no') as 'yes' | 'no';
  const one = <T>(words: readonly [T, ...T[]]): T => words[between(0, words.length - 1)] ?? words[0];
  const names = Object.keys(conditions) as Condition[];
  return Array.from({ length: count }, () => {
    const body = { age: between(55, 89), weightKg: between(45, 110) };
    const sex = one(['female', 'male'] as const);
    return {
      body,
      qfracture: {
        sex,
        age: body.age,
        bodyMassIndex: 20 + 20 * next(),
        alcohol: 'none' as const,
        smoking: one(['never', 'former', 'under-10'] as const),
        ethnicGroup: 'white-or-not-stated' as const,
        conditions: Object.fromEntries(names.map((name) => [name, answer()])),
        years: 10,
      },
      fractureIndex: {
        ...body,
        fractureAfter50: answer(),
        motherHipFracture: answer(),
        smokesNow: answer(),
        needsArmsToRise: answer(),
        tScore: between(-40, 10) / 10,
      },
      nhg: {
        ...body,
        heightCm: between(145, 190),
        fractureAfter50: answer(),
        parentHipFracture: answer(),
        reducedMobility: answer(),
        rheumatoidArthritis: answer(),
        secondaryCondition: answer(),
        glucocorticoids: answer(),
      },
      nottingham: {
        age: body.age,
        sex,
        haemoglobin: { value: between(70, 160) / 10, unit: 'g/dL' as const },
        mentalTestScore: between(0, 10),
        fromInstitution: answer(),
        comorbidities: between(0, 5),
        malignancy: answer(),
      },
      refracture: {
        age: body.age,
        sex,
        site: one(['vertebra', 'hip', 'humerus', 'forearm', 'any'] as const),
        yearsSinceFracture: 4 * next(),
      },
      tlics: {
        morphology: one(['compression', 'burst', 'distraction'] as const),
        ligaments: one(['intact', 'suspected', 'injured'] as const),
        neurology: one(['intact', 'root', 'cauda-equina'] as const),
      },
      tlAosis: {
        morphology: one(['A1', 'A3', 'A4', 'B2', 'C'] as const),
        neurology: one(['N0', 'N2', 'NX'] as const),
        indeterminateLigaments: answer(),
        relevantComorbidity: answer(),
      },
      ofScore: {
        ofClass: one(['OF1', 'OF2', 'OF3', 'OF4', 'OF5'] as const),
        tScore: between(-40, 0) / 10,
        hounsfieldUnits: 'unknown' as const,
        deformityProgression: answer(),
        painUnderAnalgesia: between(0, 10),
        neurology: 'N0' as const,
        mobilisation: one(['possible', 'impossible'] as const),
        asaAbove3: answer(),
        frailtyIndexAbove2: answer(),
        anticoagulation: answer(),
      },
    };
  });
}

/** Numbers from 0 to 1 that look random and are the same every time. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
