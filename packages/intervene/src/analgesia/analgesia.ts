// What speaks against a drug for pain, and what has to go with it. Decision: one answer a drug, and a block says "ask the
// physician" with its rule: it refuses nothing. A plan that lacks something is not ready, and says what.

import type { Answer } from '@breekpunt/core';
import type { Recorded } from '@breekpunt/investigate';
import type { KnowledgeStatus } from '@breekpunt/knowledge';
import { all, asked, type Condition, known, not, questionsOf } from '../logic/condition.ts';
import type { Standings } from '../logic/standing.ts';
import type { AnalgesiaRules } from './analgesia-rules.ts';

export interface PainPatient {
  readonly age: Recorded<number>;
  readonly weightKg: Recorded<number>;
  /** mL/min/1.73 m2. */
  readonly egfr: Recorded<number>;
  readonly frail: Answer;
  readonly liverFailure: Answer;
  /** For harm by paracetamol: alcohol, undernutrition, liver disease and the like. */
  readonly paracetamolRisk: Answer;
  readonly heartFailure: Answer;
  readonly ulcer: Answer;
  readonly anticoagulant: Answer;
  readonly otherAntiInflammatory: Answer;
  readonly aspirin: Answer;
  readonly ssri: Answer;
  readonly gabapentinoidOrBenzodiazepine: Answer;
}

export interface ParacetamolPlan {
  readonly drug: 'paracetamol';
  readonly days: Recorded<number>;
  /** The lower dose of long use was tried and was not enough. */
  readonly lowerDoseNotEnough: Answer;
}

export interface AntiInflammatoryPlan {
  readonly drug: 'anti-inflammatory';
  readonly isIbuprofen: Answer;
  readonly stomachProtection: Answer;
  readonly kidneyCheckPlanned: Answer;
}

export interface OpioidPlan {
  readonly drug: 'opioid';
  readonly isTramadol: Answer;
  readonly days: Recorded<number>;
  /** mg of oral morphine a day. */
  readonly morphineMg: Recorded<number>;
  readonly stopDay: Answer;
  readonly laxative: Answer;
  readonly taperPlan: Answer;
  readonly fallAndDrivingWarning: Answer;
}

export type PainPlan = ParacetamolPlan | AntiInflammatoryPlan | OpioidPlan;

export interface PainAnswer {
  readonly outcome: 'ready' | 'not-ready' | 'ask-physician' | 'cannot-tell';
  /** What makes somebody ask, or what the plan lacks. */
  readonly because: readonly { readonly rule: string; readonly fact: string }[];
  /** Greatest daily dose of paracetamol in g; null for other drugs, or when it cannot be told. */
  readonly mostGramsADay: number | null;
  /** Beyond this the general practitioner looks at it. */
  readonly practitionerLooks: boolean;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly standing: KnowledgeStatus;
}

interface Check {
  readonly rule: string;
  readonly fact: string;
  readonly condition: Condition;
}

export function analgesiaCheck(
  plan: PainPlan,
  patient: PainPatient,
  country: 'BE' | 'NL',
  rules: AnalgesiaRules,
): PainAnswer {
  switch (plan.drug) {
    case 'paracetamol':
      return paracetamol(plan, patient, country, rules);
    case 'anti-inflammatory':
      return weigh(
        ['PA7', 'PA8', 'PA9'],
        antiInflammatoryBlocks(plan, patient, rules),
        antiInflammatoryNeeds(plan),
        rules.standings,
      );
    case 'opioid':
      return opioid(plan, patient, rules);
  }
}

function weigh(
  about: readonly string[],
  blocks: readonly Check[],
  needs: readonly Check[],
  standings: Standings,
): PainAnswer {
  const held = (checks: readonly Check[]): PainAnswer['because'] =>
    checks.filter(({ condition }) => condition.answer === 'yes').map(({ rule, fact }) => ({ rule, fact }));
  const [blocking, lacking] = [held(blocks), held(needs)];
  const unknown = questionsOf([...blocks, ...needs].map(({ condition }) => condition));
  const outcome =
    blocking.length > 0
      ? 'ask-physician'
      : unknown.length > 0
        ? 'cannot-tell'
        : lacking.length > 0
          ? 'not-ready'
          : 'ready';
  const because = [...blocking, ...lacking];
  const reasons = because.length > 0 ? [...new Set(because.map(({ rule }) => rule))] : about;
  return {
    outcome,
    because,
    mostGramsADay: null,
    practitionerLooks: false,
    reasons,
    missing: unknown,
    standing: standings.of(reasons),
  };
}

function paracetamol(
  plan: ParacetamolPlan,
  patient: PainPatient,
  country: 'BE' | 'NL',
  rules: AnalgesiaRules,
): PainAnswer {
  const { standings } = rules;
  const blocks = [
    {
      rule: 'PA6',
      fact: 'failure-of-the-liver',
      condition: asked(patient.liverFailure, 'failure-of-the-liver'),
    },
  ];
  const dose = country === 'NL' ? dutchDose(plan, patient, rules) : belgianDose(patient, rules);
  const checked = weigh(['PA1', ...dose.rules], blocks, [], standings);
  if (checked.outcome === 'ask-physician') return checked;
  const missing = [...checked.missing, ...dose.missing];
  const outcome = missing.length > 0 ? 'cannot-tell' : 'ready';
  return { ...checked, outcome, mostGramsADay: missing.length > 0 ? null : dose.grams, missing };
}

interface Dose {
  readonly grams: number;
  readonly rules: readonly string[];
  readonly missing: readonly string[];
}

function dutchDose(plan: ParacetamolPlan, patient: PainPatient, { dutch }: AnalgesiaRules): Dose {
  const long = known(plan.days, 'days-of-paracetamol', (days) => days > dutch.longFromDays);
  if (long.answer === 'not-recorded') return { grams: 0, rules: ['PA2', 'PA3'], missing: long.missing };
  if (long.answer === 'no') return { grams: dutch.short, rules: ['PA2'], missing: [] };
  const risk = asked(patient.paracetamolRisk, 'risk-factors-for-paracetamol');
  if (risk.answer === 'yes') return { grams: dutch.withRisk, rules: ['PA3'], missing: [] };
  const more = all(not(risk), asked(plan.lowerDoseNotEnough, 'lower-dose-was-not-enough'));
  if (more.answer === 'yes') return { grams: dutch.longMost, rules: ['PA3'], missing: [] };
  return { grams: dutch.long, rules: ['PA3'], missing: [...new Set([...risk.missing, ...more.missing])] };
}

function belgianDose(patient: PainPatient, { belgian }: AnalgesiaRules): Dose {
  const light = known(patient.weightKg, 'weight', (kg) => kg < belgian.lightBelow);
  const risk = asked(patient.paracetamolRisk, 'risk-factors-for-paracetamol');
  const missing = questionsOf([light, risk]);
  if (missing.length > 0 || patient.weightKg === 'not-recorded')
    return { grams: 0, rules: ['PA4', 'PA5'], missing };
  const byWeight = (belgian.lightMgPerKg * patient.weightKg) / 1000;
  if (light.answer === 'yes') {
    const grams = risk.answer === 'yes' ? Math.min(byWeight, belgian.lightWithRisk) : byWeight;
    return { grams: Math.min(grams, belgian.most), rules: ['PA5'], missing: [] };
  }
  if (risk.answer === 'yes') return { grams: belgian.withRisk, rules: ['PA5'], missing: [] };
  return { grams: belgian.most, rules: ['PA4'], missing: [] };
}

function antiInflammatoryBlocks(
  plan: AntiInflammatoryPlan,
  patient: PainPatient,
  rules: AnalgesiaRules,
): readonly Check[] {
  const frail = all(
    asked(patient.frail, 'frail'),
    known(patient.age, 'age', (age) => age >= rules.antiInflammatoryFrailFromAge),
  );
  const both = all(asked(plan.isIbuprofen, 'is-ibuprofen'), asked(patient.aspirin, 'aspirin'));
  const weakKidneys = known(patient.egfr, 'filtration-rate', (egfr) => egfr < rules.antiInflammatoryEgfrFrom);
  return [
    { rule: 'PA7', fact: 'filtration-rate', condition: weakKidneys },
    { rule: 'PA7', fact: 'heart-failure', condition: asked(patient.heartFailure, 'heart-failure') },
    { rule: 'PA7', fact: 'ulcer', condition: asked(patient.ulcer, 'ulcer') },
    { rule: 'PA7', fact: 'anticoagulant', condition: asked(patient.anticoagulant, 'anticoagulant') },
    { rule: 'PA7', fact: 'frail', condition: frail },
    {
      rule: 'PA9',
      fact: 'second-one',
      condition: asked(patient.otherAntiInflammatory, 'other-anti-inflammatory-drug'),
    },
    { rule: 'PA9', fact: 'aspirin', condition: both },
  ];
}

function antiInflammatoryNeeds(plan: AntiInflammatoryPlan): readonly Check[] {
  return [
    lacks('PA8', 'stomach-protection', plan.stomachProtection),
    lacks('PA8', 'kidney-check', plan.kidneyCheckPlanned),
  ];
}

function opioid(plan: OpioidPlan, patient: PainPatient, rules: AnalgesiaRules): PainAnswer {
  const tramadol = all(asked(plan.isTramadol, 'is-tramadol'), asked(patient.ssri, 'ssri'));
  const sedating = asked(patient.gabapentinoidOrBenzodiazepine, 'gabapentinoid-or-benzodiazepine');
  const high = known(plan.morphineMg, 'dose-as-oral-morphine', (mg) => mg >= rules.morphineBelow);
  const blocks = [
    { rule: 'PA13', fact: 'gabapentinoid-or-benzodiazepine', condition: sedating },
    { rule: 'PA14', fact: 'ssri', condition: tramadol },
    { rule: 'PA12', fact: 'dose-as-oral-morphine', condition: high },
  ];
  const needs = [
    lacks('PA10', 'day-on-which-it-stops', plan.stopDay),
    lacks('PA10', 'laxative', plan.laxative),
    lacks('PA10', 'plan-to-taper', plan.taperPlan),
    lacks('PA10', 'warning-about-falling-and-driving', plan.fallAndDrivingWarning),
  ];
  const checked = weigh(['PA10', 'PA12', 'PA13'], blocks, needs, rules.standings);
  const long = known(plan.days, 'days-of-the-opioid', (days) => days > rules.opioidDays);
  if (long.answer === 'no') return checked;
  const reasons = [...checked.reasons, 'PA11'];
  const outcome =
    checked.outcome === 'ready' && long.answer === 'not-recorded' ? 'cannot-tell' : checked.outcome;
  return {
    ...checked,
    outcome,
    practitionerLooks: long.answer === 'yes',
    reasons,
    missing: [...checked.missing, ...long.missing],
    standing: rules.standings.of(reasons),
  };
}

function lacks(rule: string, fact: string, there: Answer): Check {
  return { rule, fact, condition: not(asked(there, fact)) };
}
