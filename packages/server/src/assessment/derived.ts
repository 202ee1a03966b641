// What can be computed from the answers of an assessment, apart from the decisions. Decision: one object with a place for each;
// a place stays null where something lacks, and says what where the calculation can.

import type { SurgeryTimes } from '@breekpunt/intervene';
import {
  type CreatinineClearance,
  creatinineClearance,
  type FallPlan,
  type FallRisk,
  type FiltrationRate,
  fallPlan,
  fallRisk,
  fallRulesOn,
  filtrationRate,
  type LabFindings,
  labFindings,
  type PanelStatus,
  panelRulesOn,
  panelStatus,
} from '@breekpunt/investigate';
import { ageOf, bonePatientOf, valueOr } from '../decision/bone-patient-of.ts';
import type { Deciding } from '../decision/decisions-of.ts';
import { bodyMassIndex } from '../decision/hip-patient-of.ts';
import { surgeryTimesOf } from '../decision/surgery-times-of.ts';
import type { CaseRecord } from './case-record.ts';
import { type DensitySummary, densitySummary } from './density-summary.ts';
import { fallHistoryOf } from './fall-history-of.ts';
import { brokenHere, isHip } from './fractures-of.ts';
import { type HipMeasures, hipMeasures } from './hip-measures.ts';
import { inForce } from './in-force.ts';
import { labResultsOf } from './lab-results.ts';
import type { Answers } from './shown-answers.ts';

export interface Derived {
  readonly density: DensitySummary;
  readonly clearance: CreatinineClearance | null;
  readonly filtration: FiltrationRate | null;
  /** kg/m2. */
  readonly bodyMassIndex: number | null;
  /** Corrected for albumin, against the laboratory's own range. */
  readonly calcium: 'low' | 'within' | 'high' | null;
  /** What the newest results point to, and who or what comes next. */
  readonly findings: LabFindings;
  readonly fallRisk: FallRisk;
  readonly fallPlan: FallPlan;
  readonly panel: PanelStatus;
  /** Of a broken hip, by each definition; null for other fractures. */
  readonly surgery: SurgeryTimes | null;
  readonly hip: HipMeasures;
}

export function derivedFrom(record: CaseRecord, answers: Answers, deciding: Deciding): Derived {
  const { rules, context } = deciding;
  const { knowledge, labs } = rules;
  const country = context.set === 'NL' ? 'NL' : 'BE';
  const { usable } = labResultsOf(record.labs, labs);
  const ageYears = ageOf(record, context.on);
  const weight = valueOr<number>(answers, 'weight');
  const { sex } = record.person;
  const kidney = { creatinine: usable.get('creatinine')?.result.value ?? null, sex, ageYears };
  const clearance = creatinineClearance(
    { ...kidney, weightKg: weight === 'not-recorded' ? null : weight },
    labs,
  );
  const filtration = filtrationRate(kidney, labs);
  const index = bodyMassIndex(answers);
  const { calcium } = bonePatientOf(record, answers, rules, context.on);
  const { history } = fallHistoryOf(record, answers, context.on);
  const fallRules = inForce(fallRulesOn(knowledge, context.on));
  const risk = fallRisk(history, country, fallRules);
  const hip = brokenHere(record, isHip) !== null;
  return {
    density: densitySummary(record, answers, deciding),
    clearance: clearance.ok ? clearance.value : null,
    filtration: filtration.ok ? filtration.value : null,
    bodyMassIndex: index === 'not-recorded' ? null : index,
    calcium: calcium === 'not-recorded' ? null : calcium,
    findings: labFindings(
      // A laboratory that corrects for albumin says so in the name of the test; without that word it is not corrected.
      [...usable.values()].map(({ result }) =>
        result.test === 'calcium' ? { ...result, adjustedForAlbumin: 'no' as const } : result,
      ),
      null,
      { sex, ageYears, recentFracture: 'yes' },
      labs,
    ),
    fallRisk: risk,
    fallPlan: fallPlan(risk, lookedAt(answers, usable.has('vitamin-d')), context.on, fallRules),
    panel: panelStatus(
      [...usable.keys()],
      { sex, ageYears, recentFracture: 'yes', extended: false },
      inForce(panelRulesOn(knowledge, country, context.on)),
    ),
    surgery: hip ? surgeryTimesOf(record, answers, deciding) : null,
    hip: hipMeasures(answers, deciding),
  };
}

/** Items of a multifactorial assessment of falls that a question of this page answers. */
const answeredBy: Readonly<Record<string, readonly string[]>> = {
  'gait-and-balance': ['gait-speed', 'timed-up-and-go', 'chair-stands'],
  medication: ['fall-risk-medicines'],
  'orthostatic-test': ['orthostatic-drop'],
  'fear-of-falling': ['worried'],
  pain: ['back-pain'],
  cognition: ['dementia', 'mental-test', 'cognitive-impairment'],
};

function lookedAt(answers: Answers, vitaminD: boolean): readonly string[] {
  const answered = (field: string): boolean => (answers.get(field)?.answer ?? null) !== null;
  const items = Object.entries(answeredBy)
    .filter(([, fields]) => fields.some(answered))
    .map(([item]) => item);
  return vitaminD ? [...items, 'vitamin-d'] : items;
}
