// The whole decision about the bones: whether to treat, how high the risk is, what comes first, and for every drug its
// place, its turn, its safety, its course and who pays. Decision: these stay separate answers, each with its own rules,
// and nothing is merged into one score; the physician decides.

import type { CalendarDate } from '@breekpunt/core';
import type { KnowledgeStatus } from '@breekpunt/knowledge';
import type { Decided } from '../logic/decided.ts';
import { type AnabolicFirst, anabolicFirst, type Turn, turnOf } from './anabolic-first.ts';
import type { BonePatient, RuleSet } from './bone-patient.ts';
import type { BoneRules } from './bone-rules.ts';
import { type Drug, drugs, isAnabolic } from './drug.ts';
import type { Dose } from './drug-knowledge.ts';
import { type DrugSafety, type SafetyTable, safetyTable } from './drug-safety.ts';
import { type Indication, indication } from './indication.ts';
import { type Payment, reimbursement } from './reimbursement.ts';
import { type Risk, riskCategory } from './risk-category.ts';
import { type Supplement, supplements } from './supplements.ts';
import { type Place, type TreatmentOrder, treatmentOrder } from './treatment-order.ts';

export interface Course {
  readonly dose: Dose;
  /** Longest course; null when the product text names none. */
  readonly longestMonths: number | null;
  /** When it is judged again in the Netherlands; null elsewhere, where the follow-up rules say when. */
  readonly judgedAgainMonths: number | null;
  /** Whether a drug that keeps bone has to follow. */
  readonly antiresorptiveFollows: boolean;
  readonly reasons: readonly string[];
  readonly standing: KnowledgeStatus;
}

export interface DrugOption {
  readonly drug: Drug;
  readonly kind: 'anabolic' | 'antiresorptive';
  /** Null: the rule set does not name it. */
  readonly place: Place | null;
  readonly turn: Decided<Turn>;
  readonly safety: DrugSafety;
  readonly course: Course;
  readonly payment: Decided<Payment>;
  /** Place, turn, safety and course together; payment has its own. */
  readonly standing: KnowledgeStatus;
}

export interface BoneDecision {
  readonly set: RuleSet;
  readonly on: CalendarDate;
  readonly knowledgeVersion: string;
  readonly indication: Decided<Indication>;
  readonly risk: Decided<Risk>;
  readonly anabolicFirst: Decided<AnabolicFirst>;
  /** By place, then those without; nothing is left out, whatever blocks it. */
  readonly options: readonly DrugOption[];
  /** What can be given now and stands first; empty when nothing is indicated or too much is unknown. */
  readonly first: readonly Drug[];
  readonly supplements: readonly Supplement[];
  /** Rules that hold beside every option. */
  readonly also: readonly string[];
  /** All questions of the parts above, each once. */
  readonly missing: readonly string[];
}

export function boneDecision(patient: BonePatient, rules: BoneRules): BoneDecision {
  const indicated = indication(patient, rules);
  const risk = riskCategory(patient, indicated, rules);
  const order = treatmentOrder(patient, risk, rules);
  const safety = safetyTable(patient, rules);
  const anabolic = anabolicFirst(risk, order, safety, rules);
  const options = inOrder(drugs.map((drug) => optionOf(drug, patient, { anabolic, order, safety }, rules)));
  const treated = indicated.outcome === 'treat' || indicated.outcome === 'consider';
  const beside = treated ? supplements(patient, rules) : [];
  const asked = treated
    ? options.flatMap(({ safety, turn, place }) =>
        place === null ? [] : [...turn.missing, ...safety.missing],
      )
    : [];
  return {
    set: rules.set,
    on: rules.on,
    knowledgeVersion: rules.knowledgeVersion,
    indication: indicated,
    risk,
    anabolicFirst: anabolic,
    options,
    first: treated ? firstOf(options) : [],
    supplements: beside,
    also: ['TX32'],
    missing: [
      ...new Set([
        ...indicated.missing,
        ...risk.missing,
        ...(treated ? order.missing : []),
        ...asked,
        ...beside.flatMap(({ missing }) => missing),
      ]),
    ],
  };
}

/** What every option is weighed with. */
interface Considered {
  readonly anabolic: Decided<AnabolicFirst>;
  readonly order: TreatmentOrder;
  readonly safety: SafetyTable;
}

function optionOf(
  drug: Drug,
  patient: BonePatient,
  { anabolic, order, safety: table }: Considered,
  rules: BoneRules,
): DrugOption {
  const place = order.places.get(drug) ?? null;
  const turn = turnOf(drug, anabolic, order, table, rules);
  const safety = table[drug];
  const course = courseOf(drug, rules);
  const standing = rules.standings.of([
    ...(place === null ? [] : [place.rule]),
    ...turn.reasons,
    ...safety.reasons,
    ...course.reasons,
  ]);
  const kind = isAnabolic(drug) ? 'anabolic' : 'antiresorptive';
  return {
    drug,
    kind,
    place,
    turn,
    safety,
    course,
    payment: reimbursement(drug, patient, table, rules),
    standing,
  };
}

function courseOf(drug: Drug, { drugs: table, set, standings }: BoneRules): Course {
  const { dose, courseMonths, dutchMonths } = table[drug];
  const judgedAgainMonths = set === 'NL' ? dutchMonths : null;
  const reasons = [
    ...(judgedAgainMonths === null ? [] : ['FU6']),
    ...(courseMonths === null ? [] : ['FU12']),
    ...(isAnabolic(drug) ? ['TX31'] : []),
  ];
  return {
    dose,
    longestMonths: courseMonths,
    judgedAgainMonths,
    antiresorptiveFollows: isAnabolic(drug),
    reasons,
    standing: standings.of(reasons),
  };
}

const unnamed = Number.POSITIVE_INFINITY;

function inOrder(options: readonly DrugOption[]): readonly DrugOption[] {
  return options.toSorted((a, b) => (a.place?.rank ?? unnamed) - (b.place?.rank ?? unnamed) || 0);
}

/** The open drugs of the first place that has any; an undecided one before them leaves nothing to propose. */
function firstOf(options: readonly DrugOption[]): readonly Drug[] {
  const ranks = [...new Set(options.flatMap(({ place }) => (place === null ? [] : [place.rank])))];
  for (const rank of ranks) {
    const here = options.filter(({ place }) => place?.rank === rank);
    const ready = here.filter(({ turn, safety }) => turn.outcome === 'now' && safety.outcome === 'open');
    if (ready.length > 0) return ready.map(({ drug }) => drug);
    if (here.some(isUndecided)) return [];
  }
  return [];
}

function isUndecided({ turn, safety }: DrugOption): boolean {
  if (safety.outcome === 'blocked') return false;
  return turn.outcome === 'cannot-tell' || safety.outcome === 'cannot-tell' || safety.outcome === 'not-yet';
}
