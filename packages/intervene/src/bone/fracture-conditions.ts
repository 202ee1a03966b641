// What a patient's fractures and bones amount to, as conditions the rules are made of. Decision: each question of the
// guidelines ("a hip fracture", "a vertebra of grade 3") is one function, so that every rule set asks it the same way.

import { addMonths, ageInYears, type CalendarDate, isVertebral } from '@breekpunt/core';
import {
  type DxaSite,
  type HeightCriterion,
  lowestSite,
  meetsDensityCriterion,
  type Recorded,
} from '@breekpunt/investigate';
import {
  all,
  any,
  asked,
  type Condition,
  countOf,
  fails,
  holds,
  known,
  open,
  when,
} from '../logic/condition.ts';
import type { BonePatient, BrokenVertebra, KnownFracture } from './bone-patient.ts';
import type { BoneRules } from './bone-rules.ts';

/** Completed years on a day; nobody has an age before being born. */
export function ageOn({ birthDate }: BonePatient, on: CalendarDate): Recorded<number> {
  return birthDate === 'not-recorded' ? 'not-recorded' : (ageInYears(birthDate, on) ?? 'not-recorded');
}

export function isAged(patient: BonePatient, from: number, on: CalendarDate): Condition {
  return known(ageOn(patient, on), 'birth-date', (age) => age >= from);
}

export function isWoman({ sex }: BonePatient): Condition {
  return sex === 'female' ? holds : sex === 'male' ? fails : open('sex');
}

export function isPostmenopausal(patient: BonePatient): Condition {
  return all(isWoman(patient), asked(patient.postmenopausal, 'menopause'));
}

/** Some recorded fragility fracture for which the test holds. */
export function someFracture(
  { fractures, fracturesComplete = 'yes' }: BonePatient,
  test: (fracture: KnownFracture) => Condition,
): Condition {
  if (fractures === 'not-recorded') return open('fractures');
  const unlisted = fracturesComplete === 'yes' ? fails : open('other-fractures');
  return any(
    ...fractures.map((each) => all(test(each), asked(each.fragility, 'how-the-fracture-happened'))),
    unlisted,
  );
}

export function hipFracture(patient: BonePatient): Condition {
  return someFracture(patient, ({ site }) => when(site.startsWith('hip.')));
}

export function recentHipFracture(patient: BonePatient, months: number, on: CalendarDate): Condition {
  return someFracture(patient, (each) =>
    all(when(each.site.startsWith('hip.')), isYoungerThan(each.on, months, on)),
  );
}

export function anyFragilityFracture(patient: BonePatient): Condition {
  return any(
    someFracture(patient, () => holds),
    spineShowsFracture(patient),
  );
}

/** Of the chest or lower back, in the history or on an image; the neck does not count. */
export function vertebralFracture(patient: BonePatient): Condition {
  return any(
    someFracture(patient, ({ site }) => when(isBelowNeck(site))),
    spineShowsFracture(patient),
  );
}

export function isBelowNeck(site: KnownFracture['site']): boolean {
  return isVertebral(site) && site !== 'vertebra.cervical';
}

function spineShowsFracture({ spine }: BonePatient): Condition {
  if (spine === 'not-recorded') return open('image-of-the-spine');
  if (spine === 'not-made') return fails;
  if (spine.broken.length > 0) return holds;
  return spine.complete ? fails : open('whole-image-of-the-spine');
}

/** At least so many broken vertebrae for which the test holds. */
export function brokenVertebrae(
  { spine }: BonePatient,
  count: number,
  test: (vertebra: BrokenVertebra) => Condition,
): Condition {
  if (spine === 'not-recorded' || spine === 'not-made') return open('image-of-the-spine');
  const found = countOf(spine.broken.map(test), count);
  return found.answer === 'no' && !spine.complete ? open('whole-image-of-the-spine') : found;
}

export function gradeFrom({ grade }: BrokenVertebra, least: number): Condition {
  return known(grade, 'grades-of-the-vertebrae', (value) => value >= least);
}

/** Lost enough height for a criterion in percent and millimetres, both at one border. */
export function lostHeight({ measured }: BrokenVertebra, { percent, mm }: HeightCriterion): Condition {
  if (measured === 'not-recorded') return open('heights-of-the-vertebrae');
  const reached = measured.losses.filter((loss) => loss.percent >= percent - noise);
  if (reached.some((loss) => loss.mm !== null && loss.mm >= mm - noise)) return holds;
  if (reached.some((loss) => loss.mm === null)) return open('scale-of-the-image');
  return measured.atLeast ? open('heights-of-the-neighbours') : fails;
}

const noise = 1e-9;

/** Younger than so many months on the day; a fracture of exactly that age is not. */
export function isYoungerThan(day: Recorded<CalendarDate>, months: number, on: CalendarDate): Condition {
  return known(day, 'day-of-the-fracture', (since) => on < addMonths(since, months));
}

/** At most so many months old. */
export function isAtMost(day: Recorded<CalendarDate>, months: number, on: CalendarDate): Condition {
  return known(day, 'day-of-the-fracture', (since) => on <= addMonths(since, months));
}

/** The lowest T-score that counts is at most the limit. "No" needs every site that counts. */
export function tScoreAtMost(patient: BonePatient, limit: number, rules: BoneRules): Condition {
  const { scan } = patient;
  if (scan === 'none' || scan === 'not-recorded') return open('bone-density');
  const lowest = lowestSite(scan, brokenLevels(patient), rules.dxa);
  if (lowest.score !== null && lowest.score.value <= limit) return holds;
  return lowest.missing.length === 0 && lowest.score !== null
    ? fails
    : open(...densityQuestions(lowest.missing));
}

/** Strictly below a limit by the reference of the patient's own sex, at one of these sites: Belgium's way. */
export function tScoreBelowByOwnSex(
  patient: BonePatient,
  sites: readonly DxaSite[],
  tScore: number,
  rules: BoneRules,
): Condition {
  const { scan, sex } = patient;
  if (scan === 'none' || scan === 'not-recorded') return open('bone-density');
  const lowest = lowestSite(scan, brokenLevels(patient), { ...rules.dxa, sites, fallbackSites: [] });
  const questions = densityQuestions(lowest.missing);
  if (lowest.score === null) return open(...questions);
  const met = meetsDensityCriterion(lowest.score, sex, { country: 'BE', tScore, meetsAtTheValue: false });
  if (met.meets === 'yes') return holds;
  if (met.meets === 'cannot-tell') return open(...met.missing);
  return lowest.missing.length === 0 ? fails : open(...questions);
}

function densityQuestions(missing: readonly string[]): readonly string[] {
  return missing.length === 0 ? ['bone-density'] : missing.map((part) => `bone-density: ${part}`);
}

function brokenLevels({ spine }: BonePatient): BrokenVertebra['level'][] {
  return typeof spine === 'string' ? [] : spine.broken.map(({ level }) => level);
}

/** On glucocorticoids of at least this dose for at least this long. */
export function glucocorticoidsFrom(
  { glucocorticoid }: BonePatient,
  mgPerDay: number,
  months: number,
): Condition {
  if (glucocorticoid === 'none') return fails;
  return known(
    glucocorticoid,
    'glucocorticoids',
    (taken) => taken.mgPerDay >= mgPerDay && taken.months >= months,
  );
}
