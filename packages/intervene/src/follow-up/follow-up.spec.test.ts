// Runs every case of the contacts after the fracture. The cases are the specification; this file gives their words a type.

import { type Answer, type CalendarDate, knownDate } from '@breekpunt/core';
import { type Knowledge, loadKnowledge, ruleCases } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { rulesNamedIn, type Shown, testCases, testThresholds, unwrapped } from '../../test/rule-cases.ts';
import type { Drug } from '../bone/drug.ts';
import type { CurrentTreatment } from '../bone/safety-clocks.ts';
import { type AttemptOutcome, afterAttempt } from './attempts.ts';
import { consequencesOf, needsNobody, settledQuestions } from './call-consequences.ts';
import { type CallAnswers, callQuestions, openQuestions } from './call-questions.ts';
import { type ContactRules, contactRulesOn } from './contact-rules.ts';
import { doseHandover } from './dose-handover.ts';
import { doseStanding } from './dose-standing.ts';
import { type ContactMoment, type FollowEnd, plannedContacts } from './planned-contacts.ts';

interface Given {
  readonly ask: 'contacts' | 'dose' | 'attempt' | 'call' | 'leaving';
  readonly country: 'BE' | 'NL';
  readonly fracture?: string;
  readonly advised?: Answer;
  readonly drug?: Drug;
  readonly started?: string;
  readonly lastDose?: string;
  readonly stopped?: string;
  /** The day written down for what follows. */
  readonly follows?: string;
  readonly made?: readonly {
    readonly moment: ContactMoment;
    readonly on: string;
    readonly reached: Answer;
  }[];
  readonly ended?: FollowEnd;
  readonly outcome?: AttemptOutcome;
  readonly again?: string;
  readonly failed?: number;
  readonly moment?: ContactMoment;
  readonly begun?: Answer;
  readonly answers?: Partial<CallAnswers>;
}

const knowledge = loadKnowledge();
const cases = ruleCases('follow-up-contacts');
/** The rest of that folder are months of treatment, which the cases of treatment hold. */
const contactNumbers = [
  'follow-up.ask-again-days',
  'follow-up.contact-attempts',
  'follow-up.denosumab-late-weeks',
  'follow-up.dose-warning-weeks',
  'follow-up.evaluation-',
  'follow-up.first-contact',
  'follow-up.infusion-late-weeks',
  'follow-up.ordinary',
  'follow-up.pressing',
  'follow-up.retry-days',
  'follow-up.year-contact',
  'follow-up.yearly-window',
];

function treatmentOf({ drug, started, lastDose, stopped }: Given): CurrentTreatment | null {
  if (drug === undefined) return null;
  const day = (text: string | undefined): CalendarDate | 'not-recorded' =>
    text === undefined ? 'not-recorded' : knownDate(text);
  return {
    drug,
    startedOn: day(started),
    lastDoseOn: day(lastDose),
    stoppedOn: stopped === undefined ? null : knownDate(stopped),
    followedBy: 'not-recorded',
  };
}

function contacts(given: Given, rules: ContactRules): Shown {
  const plan = plannedContacts(
    {
      zero: knownDate(given.fracture ?? ''),
      drugAdvised: given.advised ?? 'not-recorded',
      treatment: treatmentOf(given),
      followsOn: given.follows === undefined ? null : knownDate(given.follows),
      made: (given.made ?? []).map(({ moment, on, reached }) => ({
        moment,
        doneOn: knownDate(on),
        reached: reached === 'yes',
      })),
      ended: given.ended ?? null,
    },
    rules,
  );
  return {
    contacts: plan.contacts.map(({ due, moment, from, until }) => `${due} ${moment}, ${from} to ${until}`),
    ended: plan.ended,
    because: plan.reasons,
    ask: plan.missing,
  };
}

function dose(given: Given, rules: ContactRules): Shown {
  const treatment = treatmentOf(given);
  const found = treatment === null ? null : doseStanding(treatment, rules);
  if (found === null) return { state: 'none', because: ['FC2'], ask: [] };
  return {
    state: found.state,
    due: found.dueOn,
    overdue: found.overdueOn,
    late: found.daysLate,
    rebound: found.reboundUntil,
    because: found.reasons,
    ask: found.missing,
  };
}

function call(given: Given, rules: ContactRules): Shown {
  const unasked = Object.fromEntries(
    callQuestions.map((each) => [each, 'not-recorded']),
  ) as unknown as CallAnswers;
  const answers: CallAnswers = { ...unasked, ...given.answers };
  const { moment = '16-weeks', drug = null, begun = 'not-recorded' } = given;
  const subject = { moment, drug, begun };
  const leads = consequencesOf(subject, answers, rules);
  return {
    leads: leads.map(({ kind, withinDays }) => `${kind} within ${withinDays}`),
    open: openQuestions(subject, answers),
    settled: settledQuestions(subject, answers, rules),
    needsNobody: needsNobody(subject, answers, rules) ? 'yes' : 'no',
    because: leads.length > 0 ? leads.flatMap(({ reasons }) => reasons) : ['FC15'],
    ask: [],
  };
}

test('the cases of the contacts are there to be run', () => expect(cases.length).toBeGreaterThan(30));

function answer(given: Given, on: string, from: Knowledge): Shown {
  const rules = unwrapped(contactRulesOn(from, given.country, knownDate(on), new Set()));
  switch (given.ask) {
    case 'contacts':
      return contacts(given, rules);
    case 'dose':
      return dose(given, rules);
    case 'attempt': {
      const { outcome = 'no-answer', again, failed = 0 } = given;
      const after = afterAttempt(
        { outcome, again: again === undefined ? null : knownDate(again), failed },
        rules,
      );
      const tryOn = 'on' in after ? after.on : null;
      return { next: after.next, tryOn, because: after.reasons, ask: [] };
    }
    case 'call':
      return call(given, rules);
    case 'leaving': {
      const handover = doseHandover(given.ended ?? 'declined', treatmentOf(given));
      const asks = handover.length > 0;
      return { asksWhoGives: asks ? 'yes' : 'no', because: asks ? handover : ['FC7'], ask: [] };
    }
  }
}

testCases(cases, answer);
testThresholds(cases, answer, contactNumbers);

test('every rule id that this folder names is a rule, and every rule of its topic is named', () => {
  const used = rulesNamedIn(import.meta.dirname, ['FC', 'FU', 'TX']);
  const rules = Object.values(knowledge.rules).filter(({ topic }) => topic === 'follow-up-contacts');
  expect(rules.length).toBeGreaterThan(10);
  expect([...used].filter((id) => knowledge.rules[id] === undefined)).toEqual([]);
  expect(rules.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
});
