// What abnormal results point to, and who or what comes next. Decision: a finding names the next step and its rule and
// no diagnosis; a result that cannot be judged is listed as such, so that a silent panel is not taken for a clean one.

import type { Answer, Sex } from '@breekpunt/core';
import { correctedCalcium } from './corrected-calcium.ts';
import { filtrationRate } from './kidney-function.ts';
import type { LabRules } from './lab-rules.ts';
import type { LabResult, LabTest, MeasuredTest, ProteinResult } from './lab-test.ts';
import { resultLevel } from './result-level.ts';

export const nextSteps = [
  'second-line',
  'haematologist',
  'nephrologist',
  'general-practitioner',
  'measure-pth',
  'measure-m-protein',
  'measure-ionised-calcium',
  'correct-before-parenteral-drug',
  'load-vitamin-d',
  'supplement-vitamin-d',
  'clinician-judges-alkaline-phosphatase',
] as const;
export type NextStep = (typeof nextSteps)[number];

export interface LabFinding {
  readonly test: LabTest;
  readonly is: 'low' | 'high' | 'found';
  readonly next: readonly NextStep[];
  readonly reasons: readonly string[];
}

export interface LabFindings {
  readonly findings: readonly LabFinding[];
  /** Results for which no range is known, or which need another result first. */
  readonly notJudged: readonly { readonly test: LabTest; readonly missing: readonly string[] }[];
}

export interface FindingsContext {
  readonly sex: Sex;
  readonly ageYears: number | null;
  readonly recentFracture: Answer;
}

/** The newest result of each test, one a test. */
export function labFindings(
  results: readonly LabResult[],
  protein: ProteinResult | null,
  context: FindingsContext,
  rules: LabRules,
): LabFindings {
  const findings: LabFinding[] = [];
  const notJudged: { test: LabTest; missing: readonly string[] }[] = [];
  for (const result of results) {
    const judged = judge(result, results, context, rules);
    if ('missing' in judged) notJudged.push({ test: result.test, missing: judged.missing });
    else if (judged.finding !== null) findings.push(judged.finding);
  }
  if (protein?.found === 'yes') {
    findings.push({ test: 'm-protein', is: 'found', next: ['haematologist'], reasons: ['LB12', 'LB19'] });
  }
  return { findings, notJudged };
}

type Judged = { readonly finding: LabFinding | null } | { readonly missing: readonly string[] };

function judge(
  result: LabResult,
  all: readonly LabResult[],
  context: FindingsContext,
  rules: LabRules,
): Judged {
  switch (result.test) {
    case 'calcium':
      return judgeCalcium(result, all, context, rules);
    case 'vitamin-d':
      return { finding: vitaminDFinding(result, rules) };
    case 'creatinine':
      return judgeCreatinine(result, context, rules);
    default:
      return judgeByRange(result, context, rules);
  }
}

function judgeCalcium(
  result: LabResult,
  all: readonly LabResult[],
  { sex }: FindingsContext,
  rules: LabRules,
): Judged {
  const corrected = correctedCalcium(result, all.find(({ test }) => test === 'albumin') ?? null, rules);
  if (corrected.outcome === 'cannot-tell') return { missing: corrected.missing };
  const { level } = resultLevel(result, sex, rules, corrected.value);
  if (level === 'cannot-tell') return { missing: ['reference-range'] };
  if (level === 'within') return { finding: null };
  const low = level === 'low';
  const next: NextStep[] = low
    ? ['correct-before-parenteral-drug', 'measure-pth', 'measure-ionised-calcium']
    : ['measure-pth', 'measure-ionised-calcium', 'second-line'];
  return {
    finding: {
      test: 'calcium',
      is: level,
      next,
      reasons: ['LB12', low ? 'LB13' : 'LB14', ...corrected.reasons],
    },
  };
}

/** Judged by the limits of treatment, not by the laboratory's range. */
function vitaminDFinding({ value }: LabResult, rules: LabRules): LabFinding | null {
  if (value > rules.vitaminDSupplementTo) return null;
  const load = value < rules.vitaminDLoadBelow;
  const next: NextStep[] = [load ? 'load-vitamin-d' : 'supplement-vitamin-d'];
  return { test: 'vitamin-d', is: 'low', next, reasons: ['LB15'] };
}

/** Judged by the filtration rate: the same creatinine is normal at forty and failing at ninety. */
function judgeCreatinine(result: LabResult, context: FindingsContext, rules: LabRules): Judged {
  const rate = filtrationRate(
    { creatinine: result.value, sex: context.sex, ageYears: context.ageYears },
    rules,
  );
  if (!rate.ok) return { missing: rate.error.kind === 'missing' ? rate.error.missing : ['plausible-value'] };
  if (rate.value.value >= rules.pthWhenEgfrBelow) return { finding: null };
  const failing = rate.value.stage === 'G4' || rate.value.stage === 'G5';
  const next: NextStep[] = failing ? ['measure-pth', 'nephrologist'] : ['measure-pth'];
  return {
    finding: { test: 'creatinine', is: 'high', next, reasons: ['LB12', 'LB17', ...rate.value.reasons] },
  };
}

interface Direction {
  readonly low?: { readonly next: readonly NextStep[]; readonly rule: string };
  readonly high?: { readonly next: readonly NextStep[]; readonly rule: string };
}

const byRange: Readonly<Record<Exclude<MeasuredTest, 'calcium' | 'vitamin-d' | 'creatinine'>, Direction>> = {
  'ionised-calcium': {
    low: { next: ['correct-before-parenteral-drug', 'measure-pth'], rule: 'LB13' },
    high: { next: ['measure-pth', 'second-line'], rule: 'LB14' },
  },
  albumin: { low: { next: ['general-practitioner'], rule: 'LB12' } },
  tsh: {
    low: { next: ['general-practitioner'], rule: 'LB16' },
    high: { next: ['general-practitioner'], rule: 'LB16' },
  },
  phosphate: {
    low: { next: ['second-line'], rule: 'LB24' },
    high: { next: ['second-line'], rule: 'LB24' },
  },
  'alkaline-phosphatase': {
    low: { next: ['second-line'], rule: 'LB24' },
    high: { next: ['second-line'], rule: 'LB18' },
  },
  esr: { high: { next: ['measure-m-protein'], rule: 'LB19' } },
  crp: { high: { next: ['general-practitioner'], rule: 'LB12' } },
  haemoglobin: { low: { next: ['measure-m-protein', 'general-practitioner'], rule: 'LB19' } },
  pth: {
    low: { next: ['second-line'], rule: 'LB24' },
    high: { next: ['second-line'], rule: 'LB24' },
  },
  testosterone: { low: { next: ['second-line'], rule: 'LB20' } },
  'urine-calcium-24h': { high: { next: ['second-line'], rule: 'LB24' } },
};

function judgeByRange(result: LabResult, context: FindingsContext, rules: LabRules): Judged {
  const { test } = result;
  if (test === 'calcium' || test === 'vitamin-d' || test === 'creatinine') return { finding: null };
  if (test === 'testosterone' && context.sex !== 'male') {
    return context.sex === 'female' ? { finding: null } : { missing: ['sex'] };
  }
  const { level } = resultLevel(result, context.sex, rules);
  if (level === 'cannot-tell') return { missing: ['reference-range'] };
  const step = level === 'within' ? undefined : byRange[test][level];
  if (level === 'within' || step === undefined) return { finding: null };
  // A healing bone raises it for months: a question to a clinician, not a finding of its own.
  const healing = test === 'alkaline-phosphatase' && level === 'high' && context.recentFracture !== 'no';
  const next = healing ? (['clinician-judges-alkaline-phosphatase'] as const) : step.next;
  return { finding: { test, is: level, next, reasons: [...new Set(['LB12', step.rule])] } };
}
