// Calcium and vitamin D beside a drug, as the rule set words them. Decision: amounts are given as the text gives them, a
// least or a range, and Belgium's only for residents of an institution; nobody's diet is guessed.

import type { KnowledgeStatus } from '@breekpunt/knowledge';
import { asked } from '../logic/condition.ts';
import { decided } from '../logic/decided.ts';
import type { BonePatient } from './bone-patient.ts';
import type { BoneRules } from './bone-rules.ts';

export interface Supplement {
  readonly substance: 'calcium' | 'vitamin-d';
  /** A day: one number is the least, two are a range; empty when the text gives none for this patient. */
  readonly perDay: readonly number[];
  readonly unit: 'mg' | 'IU';
  /** Calcium counts what is eaten. */
  readonly foodCounts: boolean;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly standing: KnowledgeStatus;
}

export function supplements(patient: BonePatient, rules: BoneRules): readonly Supplement[] {
  const { calcium, vitaminD } = rules.supplements;
  switch (rules.set) {
    case 'NL':
      return [
        supplement('calcium', calcium, ['TX33'], ['calcium-in-the-diet'], rules),
        supplement('vitamin-d', vitaminD, ['TX33', 'TX34'], [], rules),
      ];
    case 'BE': {
      const resident = asked(patient.facts.institutionalised ?? 'not-recorded', 'institutionalised');
      const lives = resident.answer === 'yes';
      const reasons = lives ? ['TX35', 'TX36'] : ['TX35'];
      const ask = ['calcium-in-the-diet', ...resident.missing];
      return [
        supplement('calcium', lives ? calcium : [], reasons, ask, rules),
        supplement('vitamin-d', lives ? vitaminD : [], reasons, resident.missing, rules),
      ];
    }
    case 'NICE':
      return [
        supplement('calcium', calcium, ['TX37'], ['calcium-in-the-diet'], rules),
        supplement('vitamin-d', vitaminD, ['TX37'], [], rules),
      ];
  }
}

function supplement(
  substance: Supplement['substance'],
  perDay: readonly number[],
  because: readonly string[],
  ask: readonly string[],
  { standings }: BoneRules,
): Supplement {
  const { reasons, missing, standing } = decided('taken', because, ask, standings);
  const isCalcium = substance === 'calcium';
  return {
    substance,
    perDay,
    unit: isCalcium ? 'mg' : 'IU',
    foodCounts: isCalcium,
    reasons,
    missing,
    standing,
  };
}
