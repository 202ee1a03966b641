// Runs every case of treatment, drug safety, reimbursement and follow-up. The cases are the specification; this file
// gives their words a type.

import { type Answer, knownDate } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, ruleCases } from '@breekpunt/knowledge';
import {
  asDecided,
  rulesNamedIn,
  type Shown,
  testCases,
  testThresholds,
  unwrapped,
} from '@breekpunt/knowledge/test/rule-cases';
import { expect, test } from 'vitest';
import { patientFrom, type StatedPatient } from '../../test/stated-patient.ts';
import { type PaymentTopic, paymentBeside } from '../payment/payment-beside.ts';
import { paymentRulesOn } from '../payment/payment-rules.ts';
import type { CementPatient } from '../spine/brace-and-cement.ts';
import { boneDecision } from './bone-decision.ts';
import type { RuleSet } from './bone-patient.ts';
import { boneRulesOn } from './bone-rules.ts';
import { checkBonePatient } from './check-bone-patient.ts';
import { clockRulesOn } from './clock-rules.ts';
import type { Drug } from './drug.ts';
import { fractureOnTreatment } from './fracture-on-treatment.ts';
import { safetyClocks } from './safety-clocks.ts';
import { thighPain } from './thigh-pain.ts';

interface Given {
  readonly ask:
    | 'decision'
    | 'drug'
    | 'supplements'
    | 'clocks'
    | 'thigh-pain'
    | 'fracture-on-drug'
    | 'enter'
    | 'who-pays';
  readonly topic?: PaymentTopic;
  readonly cement?: Partial<CementPatient>;
  readonly set: RuleSet;
  readonly patient?: StatedPatient;
  readonly drug?: Drug;
  readonly started?: string;
  readonly lastDose?: string;
  readonly stopped?: string;
  readonly followed?: Answer;
  readonly pain?: Answer;
  readonly signed?: readonly string[];
}

const knowledge = loadKnowledge();
const topics = ['treatment', 'drug-safety', 'reimbursement', 'follow-up'];
const cases = topics.flatMap((topic) => ruleCases(topic));

function decision(given: Given, on: string, from: Knowledge): Shown {
  const rules = unwrapped(boneRulesOn(from, given.set, knownDate(on), new Set(given.signed)));
  const decided = boneDecision(patientFrom(given.patient ?? {}, on), rules);
  const { indication, risk, anabolicFirst, first, missing } = decided;
  if (given.ask === 'supplements') {
    const amounts = decided.supplements.map(({ substance, perDay }) => [substance, perDay] as const);
    const because = decided.supplements.flatMap(({ reasons }) => reasons);
    const standing = rules.standings.of(because);
    return { ...Object.fromEntries(amounts), standing, because, ask: missing };
  }
  if (given.ask === 'drug') return option(given.drug, decided);
  return {
    indication: indication.outcome,
    indicationIs: indication.standing,
    risk: risk.outcome,
    anabolic: anabolicFirst.outcome,
    first,
    because: [
      ...indication.reasons,
      ...risk.reasons,
      ...anabolicFirst.reasons,
      ...decided.options.filter(({ drug }) => first.includes(drug)).map(({ place }) => place?.rule ?? ''),
      ...decided.also,
    ],
    ask: missing,
  };
}

function option(drug: Drug | undefined, { options }: ReturnType<typeof boneDecision>): Shown {
  const found = options.find((each) => each.drug === drug);
  if (found === undefined) throw new Error('the case names no drug');
  const { place, turn, safety, course, payment } = found;
  return {
    rank: place?.rank ?? null,
    turn: turn.outcome,
    safety: safety.outcome,
    why: safety.because.map(({ fact }) => fact),
    care: safety.care.map(({ fact }) => fact),
    from: safety.from,
    dose: [course.dose.amount, course.dose.unit, course.dose.rhythm],
    longest: course.longestMonths,
    judgedAgain: course.judgedAgainMonths,
    payment: payment.outcome,
    paymentIs: payment.standing,
    paymentAsks: payment.missing,
    standing: found.standing,
    because: [
      ...(place === null ? [] : [place.rule]),
      ...turn.reasons,
      ...safety.reasons,
      ...course.reasons,
      ...payment.reasons,
    ],
    ask: [...safety.missing, ...turn.missing],
  };
}

function followUp(given: Given, on: string, from: Knowledge): Shown {
  const rules = unwrapped(clockRulesOn(from, given.set, knownDate(on), new Set(given.signed)));
  const { drug = 'alendronate', started, lastDose, stopped, followed = 'not-recorded' } = given;
  const treatment = {
    drug,
    startedOn: started === undefined ? ('not-recorded' as const) : knownDate(started),
    lastDoseOn: lastDose === undefined ? ('not-recorded' as const) : knownDate(lastDose),
    stoppedOn: stopped === undefined ? null : knownDate(stopped),
    followedBy: followed,
  };
  const patient = patientFrom(given.patient ?? {}, on);
  if (given.ask === 'fracture-on-drug') {
    const { outcome, reasons, missing } = fractureOnTreatment(treatment, patient, rules);
    return { outcome, because: reasons, ask: missing };
  }
  if (given.ask === 'thigh-pain') {
    const asked = thighPain(given.pain ?? 'not-recorded', given.drug ?? 'not-recorded', rules);
    return { outcome: asked.outcome, because: asked.reasons, ask: asked.missing };
  }
  const found = safetyClocks(treatment, patient, rules);
  return {
    outcome: found.outcome,
    clocks: found.clocks.map(({ kind, on: day }) => `${day} ${kind}`),
    reached: found.clocks.filter(({ reached }) => reached).map(({ kind }) => kind),
    because: found.reasons,
    ask: found.missing,
  };
}

/** Each thing with who pays for it, and what each line asks. */
function whoPays({ topic = 'bone', set, cement }: Given, on: string, from: Knowledge): Shown {
  const rules = unwrapped(paymentRulesOn(from, knownDate(on), new Set()));
  const patient = cement === undefined ? null : { ...unknownCement, ...cement };
  const lines = paymentBeside(topic, patient, set, rules);
  return {
    ...Object.fromEntries(lines.map(({ thing, outcome }) => [thing, outcome])),
    because: lines.flatMap(({ reasons }) => reasons),
    ask: lines.flatMap(({ missing }) => missing),
    standing: rules.standings.of(lines.flatMap(({ reasons }) => reasons)),
  };
}

const unknownCement: CementPatient = {
  age: 'not-recorded',
  weeksSinceFracture: 'not-recorded',
  pain: 'not-recorded',
  careOptimised: 'not-recorded',
  focalPain: 'not-recorded',
  oedemaAtThatLevel: 'not-recorded',
};

function answer(given: Given, on: string, from: Knowledge): Shown {
  switch (given.ask) {
    case 'who-pays':
      return whoPays(given, on, from);
    case 'decision':
    case 'drug':
    case 'supplements':
      return decision(given, on, from);
    case 'clocks':
    case 'thigh-pain':
    case 'fracture-on-drug':
      return followUp(given, on, from);
    case 'enter': {
      const rules = unwrapped(boneRulesOn(from, given.set, knownDate(on), new Set()));
      const checked = checkBonePatient(patientFrom(given.patient ?? {}, on), rules);
      const refused = checked.ok ? [] : checked.error;
      const words = refused.map((each) =>
        each.kind === 'contradiction'
          ? `${each.what} ${each.because}`
          : `${each.quantity} from ${each.range.least} to ${each.range.most}`,
      );
      return { refused: words, because: refused.length > 0 ? ['DS20'] : [], ask: [] };
    }
  }
}

test('the cases of treatment, safety, reimbursement and follow-up are there to be run', () => {
  for (const topic of topics) expect(ruleCases(topic).length, topic).toBeGreaterThan(10);
});

testCases(cases, answer, asDecided);
testThresholds(cases, answer, asDecided, ['drugs.', 'treatment.', 'follow-up.', 'reimbursement.']);

test('every rule id that these folders name is a rule, and every rule of its topics is named or shown by a refusal', () => {
  const prefixes = ['TX', 'DS', 'RB', 'FU'];
  const used = new Set([
    ...rulesNamedIn(import.meta.dirname, prefixes),
    ...rulesNamedIn(`${import.meta.dirname}/../payment`, prefixes),
  ]);
  const rules = Object.values(knowledge.rules).filter(
    ({ topic, retired }) => topics.includes(topic) && retired === undefined,
  );
  expect([...used].filter((id) => knowledge.rules[id] === undefined)).toEqual([]);
  expect(rules.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});
