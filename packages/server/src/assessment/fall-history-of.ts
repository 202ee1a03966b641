// The falls as the world and Flemish guidelines ask for them, out of the answers, with what contradicts itself.

import type { Answer, CalendarDate } from '@breekpunt/core';
import { ageInYears } from '@breekpunt/core';
import { type FallHistory, fallRulesOn, historyRefusals, type TestResult } from '@breekpunt/investigate';
import { loadKnowledge } from '@breekpunt/knowledge';
import { birthDayOf, type CaseRecord } from './case-record.ts';
import { inForce } from './in-force.ts';
import type { Answers } from './shown-answers.ts';

export interface StatedFalls {
  readonly history: FallHistory;
  /** Words of the program: fell-number, fell-injury … */
  readonly contradictions: readonly string[];
}

export function fallHistoryOf(record: CaseRecord, answers: Answers, today: CalendarDate): StatedFalls {
  const birth = birthDayOf(record.person);
  const answer = (field: string): Answer => {
    const given = answers.get(field)?.answer ?? null;
    return given === null ? 'not-recorded' : given === 'no' ? 'no' : 'yes';
  };
  const number = (field: string): number | null => {
    const given = answers.get(field)?.answer;
    return typeof given === 'number' ? given : null;
  };
  // "Not measured" is no result; that somebody was unable is written as a note, and asked by the walking test itself.
  const test = (field: string): TestResult => number(field) ?? 'not-recorded';
  const history: FallHistory = {
    ageYears: birth === null ? null : ageInYears(birth, today),
    fractureFromFall: answer('low-energy'),
    fellInLastYear: 'not-recorded',
    numberOfFalls: number('falls-last-year'),
    unsteady: answer('unsteady'),
    worriedAboutFalling: answer('worried'),
    injuryNeedingPhysician: answer('injured-by-fall'),
    emergencyDepartment: 'not-recorded',
    onFloorForAnHour: answer('could-not-get-up'),
    lostConsciousness: answer('lost-consciousness'),
    frail: answer('frail'),
    gaitOrBalanceProblem: 'not-recorded',
    gaitSpeed: test('gait-speed'),
    timedUpAndGo: test('timed-up-and-go'),
    chairStand: test('chair-stands'),
  };
  const refusals = historyRefusals(history, inForce(fallRulesOn(loadKnowledge(), today)));
  const contradictions = refusals.flatMap((each) =>
    each.kind === 'contradiction' ? [`falls-${each.between[1]}`] : [],
  );
  return { history, contradictions };
}
