// A physician signs a choice: the rules are asked again on what is recorded now, and the whole is kept so that it can be
// made again. Decision: whoever signs names the mark of what they saw and the patient's birth date; when the record moved
// on in between, or another patient was meant, nothing is signed.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import {
  type DecisionRecord,
  type Drug,
  drugs,
  type RecordRefusal,
  recordDecision,
} from '@breekpunt/intervene';
import type { CaseRecord } from '../assessment/case-record.ts';
import { answersOf } from '../assessment/shown-answers.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import type { Decision, DecisionOutcome } from '../records/decision.ts';
import { type Deciding, decisionOf, inputsOf, type ShownTopic, topicsOf } from './decisions-of.ts';

export interface Signing {
  readonly topic: ShownTopic;
  readonly choice: string;
  /** Needed when the choice was not offered. */
  readonly reason: string | null;
  /** Of the decision that was on the screen. */
  readonly mark: string;
  /** Typed again by whoever signs: the birth date, or the family name of a person without one. */
  readonly patient: string;
}

export type NotSigned =
  | { readonly kind: 'other-patient' | 'not-decided-here' | 'record-changed' | 'impossible-values' }
  | { readonly kind: 'unknown-choice'; readonly choices: readonly string[] }
  | RecordRefusal;

export interface Signer {
  readonly user: number;
  readonly at: Date;
  readonly today: CalendarDate;
}

/** Choices about the bones that are no drug. */
const withoutDrug: Readonly<Record<string, DecisionOutcome>> = {
  'no-drug': 'not-indicated',
  contraindicated: 'contraindicated',
  declined: 'declined',
  referred: 'referred',
  postponed: 'postponed',
};

/** Codes by which other systems know the drugs. */
export const atcOf: Readonly<Record<Drug, string>> = {
  alendronate: 'M05BA04',
  'alendronate-solution': 'M05BA04',
  risedronate: 'M05BA07',
  ibandronate: 'M05BA06',
  zoledronate: 'M05BA08',
  denosumab: 'M05BX04',
  raloxifene: 'G03XC01',
  teriparatide: 'H05AA02',
  abaloparatide: 'H05AA04',
  romosozumab: 'M05BX06',
};

/** The drug of a code; the first of those that share one. Null for another medicine. */
export function drugOfCode(code: string | null): Drug | null {
  return drugs.find((drug) => atcOf[drug] === code) ?? null;
}

/** The id of the decision. */
export async function signDecision(
  tx: SiteTransaction,
  record: CaseRecord,
  before: readonly Decision[],
  signing: Signing,
  deciding: Deciding,
  signer: Signer,
): Promise<Result<number, NotSigned>> {
  const { topic, choice } = signing;
  const answers = answersOf(record, deciding.rules);
  if (!topicsOf(record, answers, deciding).includes(topic)) return failure({ kind: 'not-decided-here' });
  if (!isPatient(record, signing.patient)) return failure({ kind: 'other-patient' });
  const view = decisionOf(topic, record, answers, deciding);
  if (view.mark !== signing.mark) return failure({ kind: 'record-changed' });
  if (view.result === null) return failure({ kind: 'impossible-values' });
  if (topic === 'bone' && outcomeOf(choice) === undefined)
    return failure({ kind: 'unknown-choice', choices: [...drugs, ...Object.keys(withoutDrug)] });
  const recorded = recordDecision(
    topic,
    inputsOf(topic, record, answers, deciding),
    { option: choice, reason: signing.reason },
    deciding.rules.knowledge,
    deciding.context,
  );
  if (!recorded.ok) return recorded;
  return success(await store(tx, record, before, recorded.value, signer));
}

/** Undefined when the word is none. */
function outcomeOf(choice: string): DecisionOutcome | undefined {
  return drugs.some((drug) => drug === choice) ? 'medicine' : withoutDrug[choice];
}

function isPatient({ person }: CaseRecord, typed: string): boolean {
  const plain = (text: string): string => text.trim().toLocaleLowerCase();
  return plain(typed) !== '' && plain(typed) === plain(person.birthDate ?? person.familyName ?? '');
}

async function store(
  tx: SiteTransaction,
  { case: id, person }: CaseRecord,
  before: readonly Decision[],
  decided: DecisionRecord,
  { user, at, today }: Signer,
): Promise<number> {
  const drug = drugs.find((each) => each === decided.choice);
  const isBone = decided.topic === 'bone';
  const earlier = before.filter((each) => each.topic === decided.topic).at(-1);
  const row = await tx.db
    .insertInto('decision')
    .values({
      site_id: tx.site,
      person_id: person.id,
      fls_case_id: id,
      topic: decided.topic,
      outcome: isBone ? (outcomeOf(decided.choice) ?? 'option') : 'option',
      choice: decided.choice,
      medicine_atc: isBone && drug !== undefined ? atcOf[drug] : null,
      inputs: JSON.stringify(decided.inputs),
      reasons: JSON.stringify(decided.rules),
      record: JSON.stringify(decided),
      knowledge_version: decided.knowledgeVersion,
      override_reason: decided.override?.reason ?? null,
      decided_on: today,
      decided_by: user,
      recorded_at: at,
      replaces_id: earlier?.id ?? null,
    })
    .returning('decision_id')
    .executeTakeFirstOrThrow();
  return row.decision_id;
}
