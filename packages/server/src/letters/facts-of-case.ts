// What the record of a case lets a letter say. Decision: nothing is filled in; whatever nobody recorded stays unknown and the
// letter says so.

import type { Answer, CalendarDate } from '@breekpunt/core';
import type { LetterFacts, Letterhead } from '@breekpunt/inform';
import { type Drug, drugs, drugTableOn } from '@breekpunt/intervene';
import { loadKnowledge } from '@breekpunt/knowledge';
import type { FraxAnswer, ScanAnswer, SpineAnswer } from '../assessment/answer.ts';
import { scanRegions } from '../assessment/answer.ts';
import type { AssessmentRules } from '../assessment/assessment-rules.ts';
import type { CaseRecord } from '../assessment/case-record.ts';
import { otherFractures, ownFracture, type RecordedFracture } from '../assessment/fractures-of.ts';
import { type Answers, answersOf } from '../assessment/shown-answers.ts';
import { drugOfCode } from '../decision/sign-decision.ts';
import type { Decision } from '../records/decision.ts';
import type { Injection } from '../records/injection.ts';

export interface OfCase {
  readonly record: CaseRecord;
  readonly decisions: readonly Decision[];
  readonly injections: readonly Injection[];
  readonly head: Letterhead;
  readonly country: 'BE' | 'NL';
}

export function factsOfCase(
  { record, decisions, injections, head, country }: OfCase,
  rules: AssessmentRules,
  today: CalendarDate,
): LetterFacts {
  const answers = answersOf(record, rules);
  const { person, assessment } = record;
  const decision = decisions.filter(({ topic, case: id }) => topic === 'bone' && id === record.case).at(-1);
  const drug = drugs.find((each) => each === decision?.choice) ?? drugOfCode(decision?.medicine ?? null);
  const name = [person.givenName, person.familyName].filter((part) => part !== null).join(' ');
  return {
    today,
    country,
    hospital: head,
    patient: { name: name === '' ? null : name, birthDate: person.birthDate, sex: person.sex },
    fractures: [ownFracture(record), ...otherFractures(record)].map((fracture, place) => ({
      ...placeOf(fracture),
      ofThisCase: place === 0,
    })),
    ...scanFacts(record, answers),
    spine: spineFacts(record, answers),
    labs: record.labs
      .filter(({ value, valueText }) => value !== null || valueText !== null)
      .map(({ name: test, value, valueText, unit, sampledOn }) => ({
        name: test,
        value: value ?? valueText ?? '',
        unit,
        on: sampledOn,
      })),
    secondaryCauses: assessment?.secondaryCauses ?? null,
    riskFactors: {
      parentHipFracture: yesNo(answers, 'parent-hip'),
      smokes: yesNo(answers, 'smokes'),
      glucocorticoids: yesNo(answers, 'glucocorticoids'),
      rheumatoidArthritis: yesNo(answers, 'rheumatoid'),
      diabetes: yesNo(answers, 'diabetes'),
      kidneyDisease: yesNo(answers, 'kidney-disease'),
      hormoneDeprivation: yesNo(answers, 'hormone-deprivation'),
    },
    alcoholUnitsPerDay: amount(answers, 'alcohol'),
    calciumMgPerDay: amount(answers, 'dietary-calcium'),
    falls: fallsFacts(record, answers),
    riskScore: fraxFacts(answers),
    medicines: medicinesOf(record),
    adherence: record.contacts.findLast(({ doneOn }) => doneOn !== null)?.stillPrescribed ?? 'not-recorded',
    decision:
      decision === undefined
        ? null
        : {
            outcome: decision.outcome,
            drug: decision.outcome === 'medicine' ? drug : null,
            startOn: decision.startPlannedOn,
            on: decision.decidedOn,
            by: record.names.get(decision.decidedBy) ?? '',
            rules: decision.reasons.filter((reason) => typeof reason === 'string'),
            overrideReason: decision.overrideReason,
          },
    drugFacts: drug === null ? null : drugFactsOf(drug, country, today),
    nextInjectionOn: nextInjection(injections),
    contacts: record.contacts.flatMap(({ moment, plannedOn, doneOn }) =>
      plannedOn !== null && doneOn === null ? [{ moment, on: plannedOn }] : [],
    ),
  };
}

function placeOf({
  site,
  side,
  levels,
  on,
}: RecordedFracture): Omit<LetterFacts['fractures'][number], 'ofThisCase'> {
  return { site, side, levels, on };
}

function scanFacts(
  record: CaseRecord,
  answers: Answers,
): Pick<LetterFacts, 'tScores' | 'scan' | 'scanNotDoneReason'> {
  const answer = answers.get('dxa')?.answer ?? null;
  const newest = record.scans.at(-1);
  if (typeof answer === 'object' && answer !== null && 'scores' in answer) {
    const { on, maker, scores } = answer as ScanAnswer;
    const tScores = scanRegions.flatMap((region) => {
      const value = scores[region];
      return value === undefined
        ? []
        : [{ region, value, on, maker: maker === 'other' || maker === 'not-recorded' ? null : maker }];
    });
    return { tScores, scan: 'done', scanNotDoneReason: null };
  }
  return { tScores: [], scan: newest?.status ?? 'none', scanNotDoneReason: newest?.notDoneReason ?? null };
}

function spineFacts({ vertebrae }: CaseRecord, answers: Answers): LetterFacts['spine'] {
  const answer = answers.get('spine-image')?.answer ?? null;
  if (typeof answer !== 'object' || answer === null || !('broken' in answer)) return null;
  const { on, broken } = answer as SpineAnswer;
  return {
    on,
    // A suspicion is no fracture to write of.
    broken: broken
      .flatMap(({ level, grade }) => (grade === 0.5 ? [] : [{ level, grade }]))
      .map(({ level, grade }) => ({
        level,
        genant: grade,
        lossPercent:
          vertebrae.findLast((row) => row.level === level && row.readOn === on)?.heightLossPercent ?? null,
      })),
  };
}

function fallsFacts({ falls }: CaseRecord, answers: Answers): LetterFacts['falls'] {
  const lastYear = answers.get('falls-last-year')?.answer ?? null;
  if (falls === null && lastYear === null) return null;
  return {
    lastYear: lastYear === 'no' ? 0 : typeof lastYear === 'number' ? lastYear : null,
    risk: falls?.riskClass ?? null,
    referredTo: falls?.referredTo ?? null,
    exerciseStarted: falls?.exerciseStarted ?? 'not-recorded',
  };
}

function fraxFacts(answers: Answers): LetterFacts['riskScore'] {
  const answer = answers.get('frax')?.answer ?? null;
  if (typeof answer !== 'object' || answer === null || !('major' in answer)) return null;
  const { major, hip, withBoneDensity, on } = answer as FraxAnswer;
  return { name: `FRAX (${withBoneDensity ? '+' : '−'} DXA)`, percent: major, hipPercent: hip ?? null, on };
}

/** Null: no other system told of medicines, and nobody asked. */
function medicinesOf({ told }: CaseRecord): readonly string[] | null {
  const running = told.filter(({ kind }) => kind === 'medicine');
  return running.length === 0
    ? null
    : running.filter(({ endedOn }) => endedOn === null).map(({ name }) => name);
}

function drugFactsOf(drug: Drug, country: 'BE' | 'NL', today: CalendarDate): LetterFacts['drugFacts'] {
  const table = drugTableOn(loadKnowledge(), today);
  if (!table.ok) return null;
  const { dose, courseMonths, dutchMonths } = table.value[drug];
  return { ...dose, courseMonths, reviewMonths: country === 'NL' ? dutchMonths : null };
}

function nextInjection(injections: readonly Injection[]): CalendarDate | null {
  const last = injections.at(-1);
  return last === undefined ? null : (last.nextDueOn ?? (last.givenOn === null ? last.dueOn : null));
}

function yesNo(answers: Answers, field: string): Answer {
  const answer = answers.get(field)?.answer ?? null;
  if (answer === null) return 'not-recorded';
  return answer === 'no' ? 'no' : 'yes';
}

function amount(answers: Answers, field: string): number | null {
  const answer = answers.get(field)?.answer ?? null;
  return answer === 'no' ? 0 : typeof answer === 'number' ? answer : null;
}
