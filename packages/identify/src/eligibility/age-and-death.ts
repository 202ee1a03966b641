// Whether the patient was old enough at the fracture, and is alive to be investigated.
// Decision: age is completed years on the counted day; when both ends of a range give different answers, or the
// dates cannot all be true, the question goes back to a person.

import { ageInYears, type CalendarDate, isVertebral } from '@breekpunt/core';
import type { FractureEpisode } from '../episodes/episode.ts';
import { countedDates } from './counted-date.ts';
import type { EligibilityPatient } from './eligibility-patient.ts';
import type { EligibilityRules } from './eligibility-rules.ts';
import { against, blockedBy, type Judgement, nothingToSay } from './judgement.ts';

export function judgeAge(
  episode: FractureEpisode,
  { birthDate }: EligibilityPatient,
  today: CalendarDate,
  rules: EligibilityRules,
): Judgement {
  if (birthDate === undefined) return blockedBy('CF22', 'birth-date');
  const { earliest, latest } = ageDates(episode, today, rules);
  if (latest !== null && latest < birthDate) return blockedBy('CF22', 'birth-date', 'report-date');
  const atMost = latest === null ? null : ageInYears(birthDate, latest);
  if (atMost !== null && atMost < rules.minimumAge) return against('CF2');
  const atLeast = earliest === null ? null : ageInYears(birthDate, earliest);
  return atLeast !== null && atLeast >= rules.minimumAge ? nothingToSay : blockedBy('CF21', 'fracture-date');
}

export function judgeDeath(
  { firstSeen }: FractureEpisode,
  { deathDate }: EligibilityPatient,
  today: CalendarDate,
): Judgement {
  if (deathDate === undefined) return nothingToSay;
  if (deathDate > today) return blockedBy('CF19', 'death-date');
  if (firstSeen !== null && deathDate < firstSeen) return blockedBy('CF19', 'death-date', 'report-date');
  return against('CF19');
}

// The Belgian text asks for the age of a person who has a vertebral fracture, not for her age when it happened.
function ageDates(
  episode: FractureEpisode,
  today: CalendarDate,
  rules: EligibilityRules,
): { readonly earliest: CalendarDate | null; readonly latest: CalendarDate | null } {
  const countsToday = isVertebral(episode.site) && rules.vertebralAtAnyTime;
  return countsToday ? { earliest: today, latest: today } : countedDates(episode);
}
