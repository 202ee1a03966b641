// What a country's guideline asks before a fracture leads to investigation, as knowledge has it on a day.
// Decision: the countries differ in numbers and in two stated points (old vertebral fractures, low impact), so one
// evaluation serves both. Numbers come from dated parameters; nothing is assumed when one is not in force.

import { type CalendarDate, type FractureSite, fractureSites, type Result, success } from '@breekpunt/core';
import type { Country, Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { listOn, numberOn } from '@breekpunt/knowledge/parameter-on';

export interface EligibilityRules {
  readonly country: Country;
  /** Completed years at the fracture. */
  readonly minimumAge: number;
  /** A fracture is recent when less than this many months ago. */
  readonly recentMonths: number;
  readonly includedSites: readonly FractureSite[];
  readonly excludedSites: readonly FractureSite[];
  /** Belgium: a vertebral fracture counts whenever it happened. */
  readonly vertebralAtAnyTime: boolean;
}

export function eligibilityRulesOn(
  knowledge: Knowledge,
  country: Country,
  date: CalendarDate,
): Result<EligibilityRules, NoValueInForce> {
  const land = country.toLowerCase();
  const minimumAge = numberOn(knowledge, `identify.${land}-minimum-age`, date);
  if (!minimumAge.ok) return minimumAge;
  const recentMonths = numberOn(knowledge, `identify.${land}-recent-fracture-window`, date);
  if (!recentMonths.ok) return recentMonths;
  const excluded = listOn(knowledge, `identify.${land}-excluded-sites`, date);
  if (!excluded.ok) return excluded;
  const included = includedSites(knowledge, country, date, excluded.value);
  if (!included.ok) return included;
  return success({
    country,
    minimumAge: minimumAge.value,
    recentMonths: recentMonths.value,
    includedSites: included.value,
    excludedSites: fractureSites.filter((site) => excluded.value.includes(site)),
    vertebralAtAnyTime: country === 'BE',
  });
}

// The Dutch guideline lists what counts; the Belgian text lists only what does not.
function includedSites(
  knowledge: Knowledge,
  country: Country,
  date: CalendarDate,
  excluded: readonly (number | string)[],
): Result<readonly FractureSite[], NoValueInForce> {
  if (country === 'BE') {
    return success(fractureSites.filter((site) => site !== 'unspecified' && !excluded.includes(site)));
  }
  const listed = listOn(knowledge, 'identify.nl-investigated-sites', date);
  return listed.ok ? success(fractureSites.filter((site) => listed.value.includes(site))) : listed;
}
