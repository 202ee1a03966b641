// What the sections of every letter share: the facts of a case put into sentences, what is not known among them.

import { type CalendarDate, daysBetween } from '@breekpunt/core';
import type { LetterFacts, LetterFracture } from './letter-facts.ts';
import { riskFactors } from './letter-facts.ts';
import type { LetterSay, LetterWord } from './letter-words.ts';

const daysInWeek = 7;
/** Days from which a time is told in weeks. */
const inWeeksFrom = 21;
/** The T-score at and below which the definition speaks of osteoporosis. */
export interface Definition {
  readonly osteoporosisAtMost: number;
}

export function lines(...parts: readonly (string | null | readonly string[])[]): string {
  return parts.flatMap((part) => part ?? []).join('\n');
}

/** Short sentences after each other, so that a letter stays on a sheet. */
export function paragraph(...parts: readonly (string | null | readonly string[])[]): string {
  return parts.flatMap((part) => part ?? []).join(' ');
}

export function fractureInWords({ site, side, levels }: LetterFracture, say: LetterSay): string {
  return [say.of('site', site), levels.join(', '), side === null ? '' : say.of('side', side)]
    .filter((part) => part !== '')
    .join(' ');
}

export function fractureLines({ fractures, today }: LetterFacts, say: LetterSay): readonly string[] {
  if (fractures.length === 0) return [say('fracture.none')];
  return fractures.map((fracture) =>
    say(fracture.ofThisCase ? 'fracture.this' : 'fracture.earlier', {
      fracture: fractureInWords(fracture, say),
      when: whenInWords(fracture, today, say),
    }),
  );
}

function whenInWords({ on, ofThisCase }: LetterFracture, today: CalendarDate, say: LetterSay): string {
  if (on === null) return say('when.unknown');
  const days = daysBetween(on, today);
  if (!ofThisCase || days < 0) return say('when.day', { day: say.day(on) });
  return days < inWeeksFrom
    ? say.count('when.recent', days, { day: say.day(on), days })
    : say('when.on', { day: say.day(on), weeks: Math.floor(days / daysInWeek) });
}

export function scanLines(facts: LetterFacts, say: LetterSay): readonly string[] {
  if (facts.tScores.length > 0)
    return facts.tScores.map(
      ({ region, value, on, maker }) =>
        `- ${say('dxa.score', {
          region: say.of('region', region),
          value: say.number(value),
          day: say.day(on),
          maker: maker === null ? say('maker.unknown') : say.of('maker', maker),
        })}`,
    );
  if (facts.scan === 'not-done')
    return [say('dxa.not-done', { reason: facts.scanNotDoneReason ?? say('reason.unknown') })];
  return [say(`dxa.${facts.scan}`)];
}

export function lowestScore({ tScores }: LetterFacts): number | null {
  return tScores.length === 0 ? null : Math.min(...tScores.map(({ value }) => value));
}

export function osteoporosisLine(
  facts: LetterFacts,
  { osteoporosisAtMost }: Definition,
  say: LetterSay,
): string {
  const lowest = lowestScore(facts);
  if (lowest === null) return say('osteoporosis.unknown');
  return say(lowest <= osteoporosisAtMost ? 'osteoporosis.yes' : 'osteoporosis.no', {
    value: say.number(lowest),
    limit: say.number(osteoporosisAtMost),
  });
}

export function spineLines({ spine }: LetterFacts, say: LetterSay): readonly string[] {
  if (spine === null) return [say('spine.none')];
  if (spine.broken.length === 0) return [say('spine.clean', { day: say.day(spine.on) })];
  return spine.broken.map(({ level, genant, lossPercent }) => {
    const loss = lossPercent === null ? say('loss.unknown') : `${say.number(lossPercent)} %`;
    const grade = genant === null ? say('grade.unknown') : say('grade.known', { grade: genant, loss });
    return `- ${say('spine.broken', { level, grade, day: say.day(spine.on) })}`;
  });
}

export function causeLines({ secondaryCauses, labs }: LetterFacts, say: LetterSay): readonly string[] {
  const causes =
    secondaryCauses === null
      ? say('causes.unknown')
      : secondaryCauses.length === 0
        ? say('causes.none')
        : say('causes.found', { list: secondaryCauses.join(', ') });
  return [causes, ...(labs.length === 0 ? [say('lab.none')] : labLines(labs, say))];
}

/** One line for each day of sampling. */
function labLines(labs: LetterFacts['labs'], say: LetterSay): readonly string[] {
  const days = [...new Set(labs.map(({ on }) => on))];
  return days.map((day) => {
    const list = labs
      .filter(({ on }) => on === day)
      .map(({ name, value, unit }) => {
        const written = typeof value === 'number' ? say.number(value) : value;
        return say('lab', { name, value: written, unit: unit ?? '' }).trim();
      })
      .join('; ');
    return day === null ? say('lab.no-day', { list }) : say('lab.on', { day: say.day(day), list });
  });
}

export function riskLines(
  { riskScore, riskFactors: answers }: LetterFacts,
  say: LetterSay,
): readonly string[] {
  const score =
    riskScore === null
      ? say('score.none')
      : say('score', {
          name: riskScore.name,
          value: `${say.number(riskScore.percent)} %`,
          hip:
            riskScore.hipPercent === null
              ? ''
              : say('score.hip', { value: `${say.number(riskScore.hipPercent)} %` }),
          day: say.day(riskScore.on),
        });
  const groups = (
    [
      ['yes', 'factors.yes'],
      ['no', 'factors.no'],
      ['not-recorded', 'factors.unknown'],
    ] as const
  ).flatMap(([answer, word]) => {
    const named = riskFactors.filter((factor) => answers[factor] === answer);
    return named.length === 0
      ? []
      : [say(word, { list: named.map((one) => say.of('factor', one)).join(', ') })];
  });
  return [score, ...groups];
}

export function fallsLines({ falls }: LetterFacts, say: LetterSay): readonly string[] {
  if (falls === null) return [say('falls.none'), say('exercise.unknown')];
  return [
    falls.lastYear === null ? say('falls.count-unknown') : say('falls.count', { n: falls.lastYear }),
    falls.risk === null ? say('falls.risk-unknown') : say('falls.risk', { risk: say.of('risk', falls.risk) }),
    ...(falls.referredTo === null
      ? []
      : [say('falls.referred', { to: say.of('referred', falls.referredTo) })]),
    say(answerWord('exercise', falls.exerciseStarted)),
  ];
}

export function lifestyleLines(facts: LetterFacts, say: LetterSay): readonly string[] {
  const { alcoholUnitsPerDay: units, calciumMgPerDay: mg } = facts;
  return [
    say(answerWord('smokes', facts.riskFactors.smokes)),
    units === null ? say('alcohol.unknown') : say('alcohol', { units: say.number(units) }),
    mg === null ? say('calcium.unknown') : say('calcium', { mg: say.number(mg) }),
  ];
}

export function medicineLines({ medicines, adherence }: LetterFacts, say: LetterSay): readonly string[] {
  const taken =
    medicines === null
      ? say('medicines.unknown')
      : medicines.length === 0
        ? say('medicines.none')
        : say('medicines', { list: medicines.join(', ') });
  return [taken, say(answerWord('adherence', adherence))];
}

export function plannedLines({ contacts }: LetterFacts, say: LetterSay): readonly string[] {
  if (contacts.length === 0) return [say('contact.none')];
  return contacts.map(
    ({ moment, on }) => `- ${say('contact', { moment: say.of('moment', moment), day: say.day(on) })}`,
  );
}

export function contactLines(facts: LetterFacts, say: LetterSay): readonly string[] {
  const { nextInjectionOn, decision } = facts;
  const injection =
    decision?.drug === 'denosumab'
      ? [
          nextInjectionOn === null
            ? say('denosumab.due-unknown')
            : say('denosumab.due', { day: say.day(nextInjectionOn) }),
        ]
      : [];
  return [...plannedLines(facts, say), ...injection];
}

export function drugName({ decision }: LetterFacts, say: LetterSay): string | null {
  return decision === null || decision.drug === null ? null : say.of('drug', decision.drug);
}

function answerWord<G extends 'smokes' | 'exercise' | 'adherence'>(
  group: G,
  answer: 'yes' | 'no' | 'not-recorded',
): LetterWord {
  return `${group}.${answer === 'not-recorded' ? 'unknown' : answer}`;
}
