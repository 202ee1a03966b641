// The decisions that are recorded, and how each is made again from what was stored. Decision: one table, so that recording,
// recomputing and comparing work for every topic alike and a new topic is one more row.

import type { CalendarDate, Result } from '@breekpunt/core';
import { success } from '@breekpunt/core';
import type { OutsideRange } from '@breekpunt/investigate';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { type BoneDecision, boneDecision } from '../bone/bone-decision.ts';
import type { BonePatient, RuleSet } from '../bone/bone-patient.ts';
import { boneRulesOn } from '../bone/bone-rules.ts';
import { type HipFracturePatient, type HipOption, hipFractureOptions } from '../hip-fracture/hip-fracture.ts';
import { hipFractureRulesOn } from '../hip-fracture/hip-fracture-rules.ts';
import type { Pathway } from '../logic/pathway.ts';
import type { SignedRules } from '../logic/standing.ts';
import { type NecrosisOption, type NecrosisPatient, necrosisOptions } from '../necrosis/necrosis.ts';
import { necrosisRulesOn } from '../necrosis/necrosis-rules.ts';
import {
  type OsteoarthritisOption,
  type OsteoarthritisPatient,
  osteoarthritisOptions,
} from '../osteoarthritis/hip-osteoarthritis.ts';
import { osteoarthritisRulesOn } from '../osteoarthritis/osteoarthritis-rules.ts';
import { spineRulesOn } from '../spine/spine-rules.ts';
import { type VertebralDecision, type VertebralPatient, vertebralDecision } from '../spine/vertebral-gate.ts';

export interface Topics {
  readonly bone: { readonly inputs: BonePatient; readonly result: BoneDecision };
  readonly 'hip-fracture': { readonly inputs: HipFracturePatient; readonly result: Pathway<HipOption> };
  readonly spine: { readonly inputs: VertebralPatient; readonly result: VertebralDecision };
  readonly necrosis: { readonly inputs: NecrosisPatient; readonly result: Pathway<NecrosisOption> };
  readonly osteoarthritis: {
    readonly inputs: OsteoarthritisPatient;
    readonly result: Pathway<OsteoarthritisOption>;
  };
}
export type Topic = keyof Topics;

/** Whose rules, on which day, and which of them this hospital signed. */
export interface DecisionContext {
  readonly set: RuleSet;
  readonly on: CalendarDate;
  readonly signed: SignedRules;
}

export type NotDecidable = NoValueInForce | OutsideRange;

interface TopicRow<T extends Topic> {
  readonly decide: (
    inputs: Topics[T]['inputs'],
    knowledge: Knowledge,
    context: DecisionContext,
  ) => Result<Topics[T]['result'], NotDecidable>;
  /** What may be chosen without giving a reason. */
  readonly offered: (result: Topics[T]['result']) => readonly string[];
}

export const decisionTopics: { readonly [T in Topic]: TopicRow<T> } = {
  bone: {
    decide: (inputs, knowledge, { set, on, signed }) => {
      const rules = boneRulesOn(knowledge, set, on, signed);
      return rules.ok ? success(boneDecision(inputs, rules.value)) : rules;
    },
    offered: ({ indication, options }) => {
      const treated = indication.outcome === 'treat' || indication.outcome === 'consider';
      const ready = options.filter(
        ({ place, turn, safety }) => place !== null && turn.outcome === 'now' && safety.outcome === 'open',
      );
      const without = indication.outcome === 'treat' ? [] : ['no-drug'];
      return treated ? [...ready.map(({ drug }) => drug), ...without] : without;
    },
  },
  'hip-fracture': {
    decide: (inputs, knowledge, { on, signed }) => {
      const rules = hipFractureRulesOn(knowledge, on, signed);
      return rules.ok ? success(hipFractureOptions(inputs, rules.value)) : rules;
    },
    offered: shownIn,
  },
  spine: {
    decide: (inputs, knowledge, { on, signed }) => {
      const rules = spineRulesOn(knowledge, on, signed);
      return rules.ok ? vertebralDecision(inputs, knowledge, rules.value) : rules;
    },
    offered: ({ gate }) => (gate.outcome === 'cannot-tell' ? [] : [gate.outcome]),
  },
  necrosis: {
    decide: (inputs, knowledge, { on, signed }) => {
      const rules = necrosisRulesOn(knowledge, on, signed);
      return rules.ok ? success(necrosisOptions(inputs, rules.value)) : rules;
    },
    offered: shownIn,
  },
  osteoarthritis: {
    decide: (inputs, knowledge, { on, signed }) => {
      const rules = osteoarthritisRulesOn(knowledge, on, signed);
      return rules.ok ? success(osteoarthritisOptions(inputs, on, rules.value)) : rules;
    },
    offered: shownIn,
  },
};

function shownIn(result: Pathway<string>): readonly string[] {
  return result.options.map(({ option }) => option);
}
