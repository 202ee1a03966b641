// Everything the assessment page shows, of one moment: the questions with their answers and where these came from, what is
// still missing for the register, what contradicts itself, what can be computed, and what the rules say.

import type { CalendarDate } from '@breekpunt/core';
import { rulesIn } from '@breekpunt/intervene';
import {
  knownUnits,
  type LabTest,
  numbersOn,
  rangesOn,
  type StagingSystem,
  stagesOf,
} from '@breekpunt/investigate';
import { modelOf } from '@breekpunt/knowledge';
import { type Deciding, decisionsOf, type TopicView } from '../decision/decisions-of.ts';
import { type OptionFigure, optionFigures } from '../decision/option-figures.ts';
import { type ShownRule, shownRules } from '../decision/shown-rules.ts';
import { type SignedDecision, signedDecisions } from '../decision/signed-decisions.ts';
import type { Decision } from '../records/decision.ts';
import { riskAnswers } from '../risk/risk-answers.ts';
import type { KeptRisk, RiskView } from '../risk/risk-view.ts';
import type { CaseRecord, ToldCare } from './case-record.ts';
import { type Contradiction, contradictionsOf } from './contradictions.ts';
import { type Derived, derivedFrom } from './derived.ts';
import type { Field } from './field.ts';
import { fields } from './fields.ts';
import { inForce } from './in-force.ts';
import { isAsked } from './is-asked.ts';
import { labResultsOf } from './lab-results.ts';
import { type MinimumState, registerMinimum } from './register-minimum.ts';
import { type Answers, answersOf, type ShownAnswer } from './shown-answers.ts';

/** A question with its answer, ready to be asked. */
export interface ShownField extends ShownAnswer {
  readonly section: Field['section'];
  readonly kind: Field['kind'];
  /** What is believed of a number; null for other questions. */
  readonly range: { readonly least: number; readonly most: number; readonly unit: string } | null;
  /** "No" is no answer to it. */
  readonly withoutNo: boolean;
  /** In which a laboratory result may come; empty for other questions. */
  readonly units: readonly string[];
  /** In which a stage may be stated, with its codes; empty for other questions. */
  readonly systems: readonly ShownSystem[];
}

export interface ShownSystem {
  readonly system: StagingSystem;
  readonly name: string;
  readonly edition: string;
  readonly stages: readonly string[];
}

export interface AssessmentPage {
  readonly case: number;
  readonly knowledgeVersion: string;
  readonly fields: readonly ShownField[];
  /** Medicines that other systems told of. */
  readonly medicines: readonly ToldCare[];
  readonly unusableLabs: readonly { readonly test: LabTest; readonly on: CalendarDate | null }[];
  readonly minimum: readonly MinimumState[];
  readonly contradictions: readonly Contradiction[];
  readonly derived: Derived;
  readonly decisions: readonly TopicView[];
  readonly risks: readonly RiskView[];
  /** Published numbers that stand beside options. */
  readonly figures: readonly OptionFigure[];
  /** Every rule named in the above. */
  readonly rules: readonly ShownRule[];
  readonly signed: readonly SignedDecision[];
}

export function assessmentPage(
  record: CaseRecord,
  decisions: readonly Decision[],
  kept: readonly KeptRisk[],
  deciding: Deciding,
): AssessmentPage {
  const { rules, context } = deciding;
  const { knowledge } = rules;
  const answers = answersOf(record, rules);
  const derived = derivedFrom(record, answers, deciding);
  const views = decisionsOf(record, answers, deciding);
  const due = inForce(
    numbersOn(knowledge, context.on, {
      first: 'assessment.first-follow-up-days',
      second: 'assessment.second-follow-up-days',
    }),
  );
  const named = new Set([
    ...views.flatMap(({ result, payments }) => [...rulesIn(result), ...rulesIn(payments)]),
    ...rulesIn(derived),
  ]);
  const signed = signedDecisions(decisions, record);
  return {
    case: record.case,
    knowledgeVersion: knowledge.version,
    fields: fields
      .filter((field) => isAsked(field, record, answers))
      .map((field) => shownField(field, answers, deciding)),
    medicines: record.told.filter(({ kind }) => kind === 'medicine'),
    unusableLabs: [...labResultsOf(record.labs, rules.labs).unusable].map(([test, row]) => ({
      test,
      on: row.sampledOn,
    })),
    minimum: registerMinimum(record, answers, decisions, due, context.on),
    contradictions: contradictionsOf(record, answers, context.on),
    derived,
    decisions: views,
    risks: riskAnswers({ record, answers, deciding }).map((risk) => ({
      ...risk,
      kept: kept.filter(({ model }) => model === risk.model),
    })),
    figures: optionFigures(views, knowledge, context.on),
    rules: shownRules([...named].toSorted(), knowledge, context.signed),
    signed,
  };
}

function shownField(field: Field, answers: Answers, { rules, context }: Deciding): ShownField {
  const shown = answers.get(field.id);
  if (shown === undefined) throw new Error(`Nobody looked for an answer to ${field.id}`);
  const { kind, section } = field;
  const range =
    kind.kind === 'number'
      ? inForce(rangesOn(rules.knowledge, context.on, { range: kind.range })).range
      : null;
  const units = kind.kind === 'lab' ? knownUnits(kind.test, rules.labs) : [];
  const systems =
    kind.kind === 'stage' ? kind.systems.map((system) => shownSystem(system, rules.knowledge)) : [];
  return { ...shown, section, kind, range, units, systems, withoutNo: field.withoutNo === true };
}

function shownSystem(system: StagingSystem, knowledge: Deciding['rules']['knowledge']): ShownSystem {
  const { name, edition } = modelOf(knowledge, system);
  return { system, name, edition, stages: stagesOf(knowledge, system) };
}
