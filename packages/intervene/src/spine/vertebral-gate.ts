// Where somebody with a broken vertebra goes: emergency, second line, surgeon, team, or home with a plan. Decision: the
// gates are asked gravest first and an open gate is never walked past; every score is kept with its own reading.

import { type Answer, type Result, success, type VertebralLevel, vertebralRegion } from '@breekpunt/core';
import {
  type AoSpineMorphology,
  type OfClass,
  type OfScoreInput,
  type OutsideRange,
  ofScore,
  type Recorded,
  type ScoreAnswer,
  type TlAosisInput,
  type TlicsInput,
  tlAosis,
  tlics,
} from '@breekpunt/investigate';
import type { Knowledge, KnowledgeStatus } from '@breekpunt/knowledge';
import { all, any, asked, type Condition, known, not, open, when } from '../logic/condition.ts';
import { type Decided, decide, type RuleRow } from '../logic/decided.ts';
import type { SpineRules } from './spine-rules.ts';

export interface VertebralPatient {
  readonly level: Recorded<VertebralLevel | 'sacrum'>;
  /** New trouble with bladder or bowel, a numb saddle, weak legs, sexual function suddenly gone. */
  readonly redFlag: Answer;
  readonly worseningDeficit: Answer;
  readonly cancer: Answer;
  readonly infection: Answer;
  readonly accident: Answer;
  readonly age: Recorded<number>;
  readonly morphology: Recorded<AoSpineMorphology>;
  readonly ofClass: Recorded<OfClass>;
  /** The scores that are asked for here; null leaves one out. */
  readonly tlics: TlicsInput | null;
  readonly tlAosis: TlAosisInput | null;
  readonly ofScore: OfScoreInput | null;
}

export type VertebralGate =
  | 'emergency-now'
  | 'outside-table'
  | 'look-for-the-cause-first'
  | 'spine-surgeon-now'
  | 'team'
  | 'without-operation';

export type ScoreName = 'TLICS' | 'TL AOSIS' | 'OF score';

export interface ReadScore {
  readonly score: ScoreName;
  readonly answer: ScoreAnswer;
  /** Every reading still possible: conservative, either, surgical. */
  readonly readings: readonly string[];
}

export interface VertebralDecision {
  readonly gate: Decided<VertebralGate>;
  /** Not averaged; to be shown beside each other. */
  readonly scores: readonly ReadScore[];
  /** Two settled scores read differently (rule VB9). */
  readonly disagree: boolean;
  readonly fractureService: Decided<'refer' | 'not-by-this-rule'>;
  /** Weeks at which a standing X-ray is repeated; empty unless treated without operation. */
  readonly xRayWeeks: readonly number[];
  readonly xRayStanding: KnowledgeStatus;
}

export function vertebralDecision(
  patient: VertebralPatient,
  knowledge: Knowledge,
  rules: SpineRules,
): Result<VertebralDecision, OutsideRange> {
  const scores: ReadScore[] = [];
  const asks = [
    ['TLICS', patient.tlics === null ? null : tlics(knowledge, patient.tlics)],
    ['TL AOSIS', patient.tlAosis === null ? null : tlAosis(knowledge, patient.tlAosis)],
    ['OF score', patient.ofScore === null ? null : ofScore(knowledge, patient.ofScore)],
  ] as const;
  for (const [score, answer] of asks) {
    if (answer === null) continue;
    if (!answer.ok) return answer;
    scores.push({ score, answer: answer.value, readings: readingsOf(answer.value) });
  }
  const rows = gates(patient, scores, rules);
  // Somebody who needs the surgeon anyway goes there now; what else may be wrong is asked on the way.
  const unstable = rows.some(
    ({ outcome, when: gateOpens }) => outcome === 'spine-surgeon-now' && gateOpens.answer === 'yes',
  );
  // Before anybody asked about the red signs such a fracture is nobody's to look into at leisure: only what is as urgent answers.
  const urgent: readonly VertebralGate[] = ['emergency-now', 'spine-surgeon-now'];
  const redIsOpen = rows.some(
    ({ outcome, when: gateOpens }) => outcome === 'emergency-now' && gateOpens.answer === 'not-recorded',
  );
  const gate = decide(
    unstable && redIsOpen ? rows.filter(({ outcome }) => urgent.includes(outcome)) : rows,
    { rules: ['VB6'], outcome: 'without-operation' as const },
    rules.standings,
    unstable ? 'ask-only' : 'nothing-to-say',
  );
  const settled = new Set(scores.flatMap(({ readings }) => (readings.length === 1 ? readings : [])));
  const atHome = gate.outcome === 'without-operation';
  return success({
    gate,
    scores,
    disagree: settled.size > 1,
    fractureService: decide(
      [
        {
          rule: 'VB7',
          when: known(patient.age, 'age', (age) => age >= rules.serviceFromAge),
          outcome: 'refer',
        },
      ],
      { rules: ['VB7'], outcome: 'not-by-this-rule' as const },
      rules.standings,
    ),
    xRayWeeks: atHome ? rules.xRayWeeks : [],
    xRayStanding: rules.standings.of(['VB8']),
  });
}

function gates(
  patient: VertebralPatient,
  scores: readonly ReadScore[],
  rules: SpineRules,
): readonly RuleRow<VertebralGate>[] {
  const redFlag = any(
    asked(patient.redFlag, 'red-flags'),
    asked(patient.worseningDeficit, 'worsening-deficit'),
  );
  const elsewhere = known(
    patient.level,
    'level',
    (level) => level === 'sacrum' || vertebralRegion(level) === 'cervical',
  );
  const young = all(
    known(patient.age, 'age', (age) => age < rules.youngBelowAge),
    not(asked(patient.accident, 'accident')),
  );
  const cause = any(asked(patient.cancer, 'cancer'), asked(patient.infection, 'infection'), young);
  const unstable = any(
    known(patient.morphology, 'ao-spine-type', (type) => type.startsWith('B') || type.startsWith('C')),
    known(patient.ofClass, 'of-class', (ofClass) => ofClass === 'OF5'),
    ...scores.map((score) => reads(score, 'surgical')),
  );
  const between = any(...scores.map((score) => reads(score, 'either')));
  return [
    { rule: 'VB1', when: redFlag, outcome: 'emergency-now' },
    { rule: 'VB2', when: elsewhere, outcome: 'outside-table' },
    { rule: 'VB3', when: cause, outcome: 'look-for-the-cause-first' },
    { rule: 'VB4', when: unstable, outcome: 'spine-surgeon-now' },
    { rule: 'VB5', when: between, outcome: 'team' },
  ];
}

function readingsOf(answer: ScoreAnswer): readonly string[] {
  return answer.outcome === 'value' ? [answer.reading.means] : answer.readings.map(({ means }) => means);
}

/** Whether a score reads so; missing answers leave it open only while more than one reading is possible. */
function reads({ score, answer, readings }: ReadScore, means: string): Condition {
  if (!readings.includes(means)) return when(false);
  if (readings.length === 1) return when(true);
  return open(...(answer.outcome === 'value' ? [] : answer.missing.map(({ input }) => `${score}: ${input}`)));
}
