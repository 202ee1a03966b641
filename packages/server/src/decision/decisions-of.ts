// What the rules say of a case today: the bones always, the hip and the spine when they broke, a dying or worn hip and
// pain relief when somebody says they are at stake. Decision: the answer of intervene as it is, its open questions as questions of the assessment, and a mark of everything it rests on, so that
// nobody signs anything but what was shown.

import { createHash } from 'node:crypto';
import { type CalendarDate, unreachable } from '@breekpunt/core';
import {
  type BonePatient,
  boneRulesOn,
  checkBonePatient,
  type DecisionContext,
  decisionTopics,
  type NotDecidable,
  type PatientRefusal,
  type PaymentLine,
  paymentBeside,
  paymentRulesOn,
  type Topics,
} from '@breekpunt/intervene';
import type { AssessmentRules } from '../assessment/assessment-rules.ts';
import type { CaseRecord } from '../assessment/case-record.ts';
import { brokenHere, isHip, isLowerSpine } from '../assessment/fractures-of.ts';
import { plannedFor } from '../assessment/is-asked.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { bonePatientOf, yesNo } from './bone-patient-of.ts';
import { bracePatientOf, cementPatientOf } from './brace-and-cement-of.ts';
import { hipPatientOf } from './hip-patient-of.ts';
import { necrosisPatientOf, osteoarthritisInputsOf } from './joint-patients-of.ts';
import { painInputsOf } from './pain-inputs-of.ts';
import { type OpenQuestion, openQuestions } from './question-fields.ts';
import { vertebralPatientOf } from './vertebral-patient-of.ts';

/** The topics that are decided in the app. */
export const shownTopics = [
  'bone',
  'hip-fracture',
  'spine',
  'brace',
  'cement',
  'necrosis',
  'osteoarthritis',
  'pain-relief',
] as const;
export type ShownTopic = (typeof shownTopics)[number];

export type TopicView<T extends ShownTopic = ShownTopic> = {
  readonly [K in ShownTopic]: DecidedTopic<K>;
}[T];

interface DecidedTopic<T extends ShownTopic> {
  readonly topic: T;
  readonly set: DecisionContext['set'];
  readonly on: CalendarDate;
  /** Null when something recorded cannot be true; then `refused` says what. */
  readonly result: Topics[T]['result'] | null;
  readonly refused: readonly (PatientRefusal | NotDecidable)[];
  /** What may be chosen without giving a reason. */
  readonly offered: readonly string[];
  readonly questions: readonly OpenQuestion[];
  /** Who pays, apart from whether it is indicated; drugs for bone say it drug by drug in the result. */
  readonly payments: readonly PaymentLine[];
  /** Of inputs, knowledge, signatures and day. */
  readonly mark: string;
}

export interface Deciding {
  readonly rules: AssessmentRules;
  readonly context: DecisionContext;
}

export function decisionsOf(record: CaseRecord, answers: Answers, deciding: Deciding): readonly TopicView[] {
  return topicsOf(record, answers, deciding).map((topic) => decisionOf(topic, record, answers, deciding));
}

export function topicsOf(record: CaseRecord, answers: Answers, deciding: Deciding): readonly ShownTopic[] {
  return [
    'bone',
    ...(brokenHere(record, isHip) === null ? [] : (['hip-fracture'] as const)),
    ...(brokenHere(record, isLowerSpine) === null ? [] : spineTopics(record, answers, deciding)),
    ...(yesNo(answers, 'necrosis-suspected') === 'yes' ? (['necrosis'] as const) : []),
    ...(yesNo(answers, 'hip-osteoarthritis') === 'yes' ? (['osteoarthritis'] as const) : []),
    ...(plannedFor(answers).length > 0 ? (['pain-relief'] as const) : []),
  ];
}

/** Brace and cement are talked over only of a fracture that may stay at home or goes to the team. */
function spineTopics(record: CaseRecord, answers: Answers, deciding: Deciding): readonly ShownTopic[] {
  const { result } = decided('spine', inputsOf('spine', record, answers, deciding), deciding, []);
  const gate = result?.gate.outcome;
  return gate === 'without-operation' || gate === 'team' ? ['spine', 'brace', 'cement'] : ['spine'];
}

export function decisionOf(
  topic: ShownTopic,
  record: CaseRecord,
  answers: Answers,
  deciding: Deciding,
): TopicView {
  const inputs = <T extends ShownTopic>(of: T): Topics[T]['inputs'] =>
    inputsOf(of, record, answers, deciding);
  switch (topic) {
    case 'bone': {
      const bones = inputs('bone');
      return decided('bone', bones, deciding, refusalsOf(bones, deciding));
    }
    case 'hip-fracture':
      return decided(topic, inputs(topic), deciding, []);
    case 'spine':
      return decided(topic, inputs(topic), deciding, []);
    case 'brace':
      return decided(topic, inputs(topic), deciding, []);
    case 'cement':
      return decided(topic, inputs(topic), deciding, []);
    case 'necrosis':
      return decided(topic, inputs(topic), deciding, []);
    case 'osteoarthritis':
      return decided(topic, inputs(topic), deciding, []);
    case 'pain-relief':
      return decided(topic, inputs(topic), deciding, []);
    default:
      return unreachable(topic);
  }
}

/** What the topic is decided on. */
export function inputsOf<T extends ShownTopic>(
  topic: T,
  record: CaseRecord,
  answers: Answers,
  { rules, context }: Deciding,
): Topics[T]['inputs'] {
  const compiled: { readonly [K in ShownTopic]: () => Topics[K]['inputs'] } = {
    bone: () => bonePatientOf(record, answers, rules, context.on),
    'hip-fracture': () => hipPatientOf(record, answers, rules, context.on),
    spine: () => vertebralPatientOf(record, answers, context.on),
    brace: () => bracePatientOf(answers),
    cement: () => cementPatientOf(record, answers, context.on),
    necrosis: () => necrosisPatientOf(record, answers, rules),
    osteoarthritis: () => osteoarthritisInputsOf(record, answers, rules, context.on),
    'pain-relief': () => painInputsOf(record, answers, rules, context.on),
  };
  return compiled[topic]();
}

function refusalsOf(
  inputs: BonePatient,
  { rules: { knowledge }, context: { set, on, signed } }: Deciding,
): DecidedTopic<'bone'>['refused'] {
  const rules = boneRulesOn(knowledge, set, on, signed);
  if (!rules.ok) return [rules.error];
  const checked = checkBonePatient(inputs, rules.value);
  return checked.ok ? [] : checked.error;
}

function decided<T extends ShownTopic>(
  topic: T,
  inputs: Topics[T]['inputs'],
  { rules: { knowledge }, context }: Deciding,
  refused: DecidedTopic<T>['refused'],
): DecidedTopic<T> {
  const { set, on } = context;
  const common = { topic, set, on, mark: markOf(topic, inputs, knowledge.version, context) };
  const nothing = { ...common, result: null, offered: [], questions: [], payments: [] };
  if (refused.length > 0) return { ...nothing, refused };
  const answer = decisionTopics[topic].decide(inputs, knowledge, context);
  if (!answer.ok) return { ...nothing, refused: [answer.error] };
  return {
    ...common,
    result: answer.value,
    refused: [],
    offered: decisionTopics[topic].offered(answer.value),
    questions: openQuestions(topic, decisionTopics[topic].asks(answer.value)),
    payments: paymentsOf(topic, inputs, knowledge, context),
  };
}

/** A day before the first text on payment has no line, as it has no answer. */
function paymentsOf<T extends ShownTopic>(
  topic: T,
  inputs: Topics[T]['inputs'],
  knowledge: AssessmentRules['knowledge'],
  { set, on, signed }: DecisionContext,
): readonly PaymentLine[] {
  const rules = paymentRulesOn(knowledge, on, signed);
  if (!rules.ok) return [];
  const cement = topic === 'cement' ? (inputs as Topics['cement']['inputs']) : null;
  return paymentBeside(topic, cement, set, rules.value);
}

function markOf(
  topic: string,
  inputs: unknown,
  version: string,
  { set, on, signed }: DecisionContext,
): string {
  const all = JSON.stringify([topic, set, on, version, [...signed].toSorted(), inputs]);
  return createHash('sha256').update(all).digest('hex').slice(0, 32);
}
