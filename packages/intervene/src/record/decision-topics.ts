// The decisions that are recorded, and how each is made again from what was stored. Decision: one table, so that recording,
// recomputing and comparing work for every topic alike and a new topic is one more row.

import type { CalendarDate, Result } from '@breekpunt/core';
import { success } from '@breekpunt/core';
import type { OutsideRange } from '@breekpunt/investigate';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { analgesiaRulesOn } from '../analgesia/analgesia-rules.ts';
import { type PainDecision, type PainInputs, painDecision } from '../analgesia/pain-decision.ts';
import { type BoneDecision, boneDecision } from '../bone/bone-decision.ts';
import type { BonePatient, RuleSet } from '../bone/bone-patient.ts';
import { boneRulesOn } from '../bone/bone-rules.ts';
import { type HipFracturePatient, type HipOption, hipFractureOptions } from '../hip-fracture/hip-fracture.ts';
import { hipFractureRulesOn } from '../hip-fracture/hip-fracture-rules.ts';
import type { Pathway } from '../logic/pathway.ts';
import type { SignedRules } from '../logic/standing.ts';
import type { NecrosisPatient } from '../necrosis/necrosis.ts';
import { type NecrosisDecision, necrosisDecision } from '../necrosis/necrosis-decision.ts';
import { necrosisRulesOn } from '../necrosis/necrosis-rules.ts';
import {
  type OsteoarthritisDecision,
  type OsteoarthritisInputs,
  osteoarthritisDecision,
} from '../osteoarthritis/osteoarthritis-decision.ts';
import { osteoarthritisRulesOn } from '../osteoarthritis/osteoarthritis-rules.ts';
import {
  type BraceOption,
  type BracePatient,
  braceOptions,
  type CementOption,
  type CementPatient,
  cementOptions,
} from '../spine/brace-and-cement.ts';
import { spineRulesOn } from '../spine/spine-rules.ts';
import { type VertebralDecision, type VertebralPatient, vertebralDecision } from '../spine/vertebral-gate.ts';

export interface Topics {
  readonly bone: { readonly inputs: BonePatient; readonly result: BoneDecision };
  readonly 'hip-fracture': { readonly inputs: HipFracturePatient; readonly result: Pathway<HipOption> };
  readonly spine: { readonly inputs: VertebralPatient; readonly result: VertebralDecision };
  readonly brace: { readonly inputs: BracePatient; readonly result: Pathway<BraceOption> };
  readonly cement: { readonly inputs: CementPatient; readonly result: Pathway<CementOption> };
  readonly necrosis: { readonly inputs: NecrosisPatient; readonly result: NecrosisDecision };
  readonly osteoarthritis: {
    readonly inputs: OsteoarthritisInputs;
    readonly result: OsteoarthritisDecision;
  };
  readonly 'pain-relief': { readonly inputs: PainInputs; readonly result: PainDecision };
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
  /** What to ask, each once. */
  readonly asks: (result: Topics[T]['result']) => readonly string[];
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
    asks: ({ missing }) => missing,
  },
  'hip-fracture': {
    decide: (inputs, knowledge, { on, signed }) => {
      const rules = hipFractureRulesOn(knowledge, on, signed);
      return rules.ok ? success(hipFractureOptions(inputs, rules.value)) : rules;
    },
    offered: shownIn,
    asks: ({ missing }) => missing,
  },
  spine: {
    decide: (inputs, knowledge, { on, signed }) => {
      const rules = spineRulesOn(knowledge, on, signed);
      return rules.ok ? vertebralDecision(inputs, knowledge, rules.value) : rules;
    },
    offered: ({ gate }) => (gate.outcome === 'cannot-tell' ? [] : [gate.outcome]),
    asks: ({ gate, scores }) => [...new Set([...gate.missing, ...scores.flatMap(askedByScore)])],
  },
  brace: {
    decide: (inputs, knowledge, { on, signed }) => {
      const rules = spineRulesOn(knowledge, on, signed);
      return rules.ok ? success(braceOptions(inputs, rules.value)) : rules;
    },
    offered: shownIn,
    asks: ({ missing }) => missing,
  },
  cement: {
    decide: (inputs, knowledge, { set, on, signed }) => {
      const rules = spineRulesOn(knowledge, on, signed);
      return rules.ok ? success(cementOptions(inputs, set, rules.value)) : rules;
    },
    // Leaving it out needs no reason.
    offered: (result) => [...shownIn(result), 'no-cement'],
    asks: ({ missing }) => missing,
  },
  necrosis: {
    decide: (inputs, knowledge, { on, signed }) => {
      const rules = necrosisRulesOn(knowledge, on, signed);
      return rules.ok ? success(necrosisDecision(inputs, on, rules.value)) : rules;
    },
    offered: ({ table }) => shownIn(table),
    asks: ({ table, otherHip, causes }) => [
      ...new Set([...table.missing, ...(otherHip?.missing ?? []), ...(causes?.missing ?? [])]),
    ],
  },
  osteoarthritis: {
    decide: (inputs, knowledge, { on, signed }) => {
      const rules = osteoarthritisRulesOn(knowledge, on, signed);
      return rules.ok ? success(osteoarthritisDecision(inputs, on, rules.value)) : rules;
    },
    offered: ({ table }) => shownIn(table),
    asks: ({ table, image, dose }) => [
      ...new Set([...table.missing, ...(image?.missing ?? []), ...(dose?.missing ?? [])]),
    ],
  },
  'pain-relief': {
    decide: (inputs, knowledge, { set, on, signed }) => {
      const rules = analgesiaRulesOn(knowledge, on, signed);
      return rules.ok ? success(painDecision(inputs, set, rules.value)) : rules;
    },
    offered: ({ checks }) => [
      ...checks.filter(({ outcome }) => outcome === 'ready').map(({ drug }) => drug),
      'no-drug',
    ],
    asks: ({ checks }) => [...new Set(checks.flatMap(({ missing }) => missing))],
  },
};

function shownIn(result: Pathway<string>): readonly string[] {
  return result.options.map(({ option }) => option);
}

/** A score that was begun is asked to its end, also where the gate no longer needs it: it stands beside the others. */
function askedByScore({ score, answer }: VertebralDecision['scores'][number]): readonly string[] {
  return answer.outcome === 'value' ? [] : answer.missing.map(({ input }) => `${score}: ${input}`);
}
