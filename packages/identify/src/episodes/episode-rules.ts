// The numbers by which statements merge into episodes, as knowledge has them on a day.
// Decision: they come in as one plain object, so that an episode of last year can be merged with last year's
// numbers. A number that is not in force is an error with its name, never a default.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { listOn, numberOn } from '@breekpunt/knowledge/parameter-on';

export interface EpisodeRules {
  /** "Acute" means at most this many days ago. */
  readonly acuteDays: number;
  /** "Old" means more than this many months ago. */
  readonly oldAfterMonths: number;
  /** Statements about one place this many days apart speak of one fracture unless they say otherwise. */
  readonly sameFractureDays: number;
  /** How near a statement that names no bone must be to be about the same fracture. */
  readonly sameContactDays: number;
  /** Kinds of report whose denial settles a suspicion of the same day, and whose suspicion a plainer one cannot settle. */
  readonly settlingKinds: readonly string[];
}

export function episodeRulesOn(
  knowledge: Knowledge,
  date: CalendarDate,
): Result<EpisodeRules, NoValueInForce> {
  const acuteWeeks = numberOn(knowledge, 'identify.acute-until-weeks', date);
  if (!acuteWeeks.ok) return acuteWeeks;
  const oldAfterMonths = numberOn(knowledge, 'identify.subacute-until-months', date);
  if (!oldAfterMonths.ok) return oldAfterMonths;
  const sameFractureDays = numberOn(knowledge, 'identify.same-fracture-days', date);
  if (!sameFractureDays.ok) return sameFractureDays;
  const sameContactDays = numberOn(knowledge, 'identify.same-contact-days', date);
  if (!sameContactDays.ok) return sameContactDays;
  const settlingKinds = listOn(knowledge, 'identify.settling-report-kinds', date);
  if (!settlingKinds.ok) return settlingKinds;
  return success({
    acuteDays: acuteWeeks.value * 7,
    oldAfterMonths: oldAfterMonths.value,
    sameFractureDays: sameFractureDays.value,
    sameContactDays: sameContactDays.value,
    settlingKinds: settlingKinds.value.map(String),
  });
}
