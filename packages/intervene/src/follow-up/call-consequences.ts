// Where the answers of a call lead. Decision: every answer that needs somebody names who or what, by which rule and within
// how many days; an answer that needs nobody names nothing, and an unasked question is left open, not well.

import type { KnowledgeStatus } from '@breekpunt/knowledge';
import type { Drug } from '../bone/drug.ts';
import { thighPain } from '../bone/thigh-pain.ts';
import {
  type CallAnswers,
  type CallQuestion,
  type CallSubject,
  openQuestions,
  questionsToAsk,
} from './call-questions.ts';
import type { ContactRules } from './contact-rules.ts';

export const consequenceKinds = [
  'follow-on-plan',
  'femur-x-rays',
  'new-fracture',
  'jaw',
  'not-started',
  'stopped',
  'falls-again',
  'side-effects',
  'exercises',
  'questions',
] as const;
export type ConsequenceKind = (typeof consequenceKinds)[number];

export interface Consequence {
  readonly kind: ConsequenceKind;
  /** Whose answer leads here. */
  readonly question: CallQuestion;
  readonly withinDays: number;
  readonly reasons: readonly string[];
  readonly standing: KnowledgeStatus;
}

/** Gravest first. */
export function consequencesOf(
  subject: CallSubject,
  answers: CallAnswers,
  rules: ContactRules,
): readonly Consequence[] {
  const { drug } = subject;
  const { standings } = rules.clocks;
  const found: Consequence[] = [];
  const lead = (kind: ConsequenceKind, rule: readonly string[], pressing: boolean): void => {
    const reasons = [...rule, 'FC17'];
    const withinDays = pressing ? rules.pressingTaskDays : rules.ordinaryTaskDays;
    found.push({
      kind,
      question: questionBehind[kind],
      withinDays,
      reasons,
      standing: standings.of(reasons),
    });
  };
  const stopped = drug !== null && answers.started !== 'no' && answers['still-taking'] === 'no';
  if (stopped && drug === 'denosumab') lead('follow-on-plan', ['FU3', 'FU4'], true);
  const thigh = thighPain(answers['thigh-or-groin-pain'], drug, rules.clocks);
  if (thigh.outcome === 'x-ray-both-femora') lead('femur-x-rays', thigh.reasons, true);
  if (answers.fracture === 'yes') lead('new-fracture', ['FC12'], true);
  if (answers.jaw === 'yes' && keepsBone(drug)) lead('jaw', ['FC10'], true);
  if (drug !== null && answers.started === 'no') lead('not-started', ['FC9'], false);
  if (stopped && drug !== 'denosumab') lead('stopped', ['FC9'], false);
  if (answers.fall === 'yes') lead('falls-again', ['FC11'], false);
  if (answers['side-effects'] === 'yes') lead('side-effects', ['FC13'], false);
  if (answers.exercises === 'no') lead('exercises', ['FC14'], false);
  if (answers.questions === 'yes') lead('questions', ['FC13'], false);
  return found;
}

const questionBehind: Readonly<Record<ConsequenceKind, CallQuestion>> = {
  'follow-on-plan': 'still-taking',
  'femur-x-rays': 'thigh-or-groin-pain',
  'new-fracture': 'fracture',
  jaw: 'jaw',
  'not-started': 'started',
  stopped: 'still-taking',
  'falls-again': 'fall',
  'side-effects': 'side-effects',
  exercises: 'exercises',
  questions: 'questions',
};

/** Answered, and the answer needs nobody: nothing of it has to be asked again. */
export function settledQuestions(
  subject: CallSubject,
  answers: CallAnswers,
  rules: ContactRules,
): readonly CallQuestion[] {
  const needed = new Set(consequencesOf(subject, answers, rules).map(({ question }) => question));
  return questionsToAsk(subject, answers).filter(
    (question) => answers[question] !== 'not-recorded' && !needed.has(question),
  );
}

/** FC15: every question was answered, and no answer needs anybody. */
export function needsNobody(subject: CallSubject, answers: CallAnswers, rules: ContactRules): boolean {
  return openQuestions(subject, answers).length === 0 && consequencesOf(subject, answers, rules).length === 0;
}

/** The drugs with the warning: those that keep bone, and romosozumab. */
function keepsBone(drug: Drug | null): boolean {
  return drug !== null && drug !== 'teriparatide' && drug !== 'abaloparatide' && drug !== 'raloxifene';
}
