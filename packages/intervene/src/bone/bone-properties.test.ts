// What must hold for every patient: more contraindications never help, forgetting an answer never reassures, and nothing
// depends on the order in which things were written down.

import { loadKnowledge } from '@breekpunt/knowledge';
import { unwrapped } from '@breekpunt/knowledge/test/rule-cases';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryPatient, forgettable, today } from '../../test/arbitrary-patient.ts';
import { type BoneDecision, boneDecision } from './bone-decision.ts';
import { type BonePatient, medicalFacts, type RuleSet, ruleSets } from './bone-patient.ts';
import { type BoneRules, boneRulesOn } from './bone-rules.ts';
import { drugs } from './drug.ts';
import { drugSafety } from './drug-safety.ts';

const knowledge = loadKnowledge();
const sets = fc.constantFrom(...ruleSets);
const rulesOf = Object.fromEntries(
  ruleSets.map((set) => [set, unwrapped(boneRulesOn(knowledge, set, today, new Set()))] as const),
) as Record<RuleSet, BoneRules>;
const settings = { numRuns: 120, seed: 20261121 };

/** What an answer may become when a fact turns out to be there. */
const notEasier = {
  open: ['open', 'not-yet', 'blocked'],
  'not-yet': ['not-yet', 'blocked'],
  'cannot-tell': ['cannot-tell', 'not-yet', 'blocked'],
  blocked: ['blocked'],
} as const;

test('one more contraindication never makes a drug easier to get', () => {
  fc.assert(
    fc.property(arbitraryPatient, fc.constantFrom(...medicalFacts), sets, (patient, fact, set) => {
      const more = { ...patient, facts: { ...patient.facts, [fact]: 'yes' as const } };
      for (const drug of drugs) {
        const before = drugSafety(drug, patient, rulesOf[set]).outcome;
        expect(notEasier[before], drug).toContain(drugSafety(drug, more, rulesOf[set]).outcome);
      }
    }),
    settings,
  );
});

test('weaker kidneys never make a drug easier to get', () => {
  fc.assert(
    fc.property(arbitraryPatient, fc.nat(150), fc.nat(150), (patient, one, other) => {
      for (const drug of drugs) {
        const strong = { ...patient, clearance: Math.max(one, other) };
        const weak = { ...patient, clearance: Math.min(one, other) };
        const before = drugSafety(drug, strong, rulesOf.NL).outcome;
        expect(notEasier[before], drug).toContain(drugSafety(drug, weak, rulesOf.NL).outcome);
      }
    }),
    settings,
  );
});

/** Everything that a decision says firmly, by name. */
function answersOf(decision: BoneDecision): ReadonlyMap<string, string> {
  return new Map([
    ['indication', decision.indication.outcome],
    ['risk', decision.risk.outcome],
    ...decision.options.flatMap(({ drug, safety, payment }): [string, string][] => [
      [`${drug}: safety`, safety.outcome],
      [`${drug}: payment`, payment.outcome],
    ]),
  ]);
}

function forget(patient: BonePatient, part: keyof BonePatient): BonePatient {
  return { ...patient, [part]: 'not-recorded' };
}

test('an answer that was forgotten leaves every firm answer as it was, or turns it into a question', () => {
  fc.assert(
    fc.property(arbitraryPatient, fc.constantFrom(...forgettable), sets, (patient, part, set) => {
      // A lumbar density that is known to hold a broken vertebra is read again; nobody doubts it while none is known.
      const lumbar =
        typeof patient.spine === 'object' && patient.spine.broken.some(({ level }) => level.startsWith('L'));
      fc.pre(part !== 'spine' || !lumbar);
      const before = answersOf(boneDecision(patient, rulesOf[set]));
      for (const [name, after] of answersOf(boneDecision(forget(patient, part), rulesOf[set]))) {
        const was = before.get(name);
        // Without a densitometry a broken hip is still worth considering.
        const weaker = name === 'indication' && was === 'treat' && set === 'NL' ? ['consider'] : [];
        expect([was, 'cannot-tell', ...weaker], `${name} without ${part}`).toContain(after);
      }
    }),
    settings,
  );
});

test('a question is asked whenever something cannot be told, and nothing is proposed that is not open', () => {
  fc.assert(
    fc.property(arbitraryPatient, sets, (patient, set) => {
      const decision = boneDecision(patient, rulesOf[set]);
      for (const part of [decision.indication, decision.risk]) {
        expect(part.missing.length > 0 || part.outcome !== 'cannot-tell').toBe(true);
        expect(part.reasons.length).toBeGreaterThan(0);
      }
      for (const { drug, safety, turn, payment } of decision.options) {
        expect(safety.missing.length > 0 || safety.outcome !== 'cannot-tell', drug).toBe(true);
        expect(payment.missing.length > 0 || payment.outcome !== 'cannot-tell', drug).toBe(true);
        if (decision.first.includes(drug)) expect([safety.outcome, turn.outcome]).toEqual(['open', 'now']);
      }
      if (decision.indication.outcome === 'no-drug') expect(decision.first).toEqual([]);
      expect(decision.options.map(({ drug }) => drug).toSorted()).toEqual([...drugs].toSorted());
    }),
    settings,
  );
});

test('the order in which fractures and vertebrae were written down changes nothing', () => {
  fc.assert(
    fc.property(arbitraryPatient, sets, (patient, set) => {
      const { fractures, spine } = patient;
      const turned = {
        ...patient,
        fractures: fractures === 'not-recorded' ? fractures : fractures.toReversed(),
        spine: typeof spine === 'string' ? spine : { ...spine, broken: spine.broken.toReversed() },
      };
      const [one, other] = [boneDecision(patient, rulesOf[set]), boneDecision(turned, rulesOf[set])];
      expect(answersOf(other)).toEqual(answersOf(one));
      expect(other.missing.toSorted()).toEqual(one.missing.toSorted());
    }),
    settings,
  );
});
