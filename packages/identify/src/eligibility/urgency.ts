// In which order a nurse looks at episodes: hip and spine first, the newest first, a stop sign before all.
// Decision: a sum of stated points, so that every place in the list can be explained. It ranks attention only; it
// is no risk estimate and decides nothing. What is not known gets points of its own, so it never sinks.

import {
  addMonths,
  type CalendarDate,
  daysBetween,
  type FractureSite,
  fractureSites,
  type Result,
  success,
} from '@breekpunt/core';
import type { Knowledge, NoValueInForce } from '@breekpunt/knowledge';
import { listOn, numberOn } from '@breekpunt/knowledge/parameter-on';
import type { FractureEpisode } from '../episodes/episode.ts';
import { countedDates } from './counted-date.ts';

export interface UrgencyRules {
  readonly firstSites: readonly FractureSite[];
  /** An assessment this many days after the fracture is still in time. */
  readonly assessWithinDays: number;
  /** The next fracture is likeliest in these months, and still likelier in those. */
  readonly firstMonths: number;
  readonly recentMonths: number;
  readonly points: Readonly<Record<UrgencyPoint, number>>;
}

export type UrgencyPoint =
  | 'first-site'
  | 'unknown-site'
  | 'other-site'
  | 'in-time'
  | 'first-year'
  | 'recent'
  | 'several'
  | 'safety';

export interface UrgencyReason {
  readonly rule: 'CF26' | 'CF27' | 'CF28' | 'CF29';
  readonly because: UrgencyPoint;
  readonly points: number;
}

export interface Urgency {
  /** Greater is sooner. Zero for an excluded episode. */
  readonly score: number;
  /** Days since the fracture, by the day that counts; null when unknown. */
  readonly daysSince: number | null;
  readonly reasons: readonly UrgencyReason[];
}

export function urgency(episode: FractureEpisode, today: CalendarDate, rules: UrgencyRules): Urgency {
  const { latest } = countedDates(episode);
  const daysSince = latest === null ? null : daysBetween(latest, today);
  if (episode.status === 'excluded') return { score: 0, daysSince, reasons: [] };
  const reason = (rule: UrgencyReason['rule'], because: UrgencyPoint): UrgencyReason => ({
    rule,
    because,
    points: rules.points[because],
  });
  const reasons = [
    reason('CF26', sitePoint(episode.site, rules)),
    ...timePoint(latest, daysSince, today, rules).map((because) => reason('CF27', because)),
    ...(episode.levels.length > 1 ? [reason('CF28', 'several')] : []),
    ...(episode.flags.includes('atypical-femur') ? [reason('CF29', 'safety')] : []),
  ];
  return { score: reasons.reduce((sum, each) => sum + each.points, 0), daysSince, reasons };
}

/** The patient's place in the list is that of her most urgent episode; null without episodes. */
export function patientUrgency(
  episodes: readonly FractureEpisode[],
  today: CalendarDate,
  rules: UrgencyRules,
): Urgency | null {
  const [first] = episodes.map((episode) => urgency(episode, today, rules)).sort(compareUrgency);
  return first ?? null;
}

/** For sorting: the more urgent first; among equals the newer, and an unknown day before a known one. */
export function compareUrgency(a: Urgency, b: Urgency): number {
  return b.score - a.score || (a.daysSince ?? -1) - (b.daysSince ?? -1);
}

function sitePoint(site: FractureSite, rules: UrgencyRules): UrgencyPoint {
  if (rules.firstSites.includes(site)) return 'first-site';
  return site === 'unspecified' ? 'unknown-site' : 'other-site';
}

function timePoint(
  day: CalendarDate | null,
  daysSince: number | null,
  today: CalendarDate,
  rules: UrgencyRules,
): readonly UrgencyPoint[] {
  if (day === null || daysSince === null) return ['recent'];
  if (daysSince <= rules.assessWithinDays) return ['in-time'];
  if (addMonths(day, rules.firstMonths) > today) return ['first-year'];
  return addMonths(day, rules.recentMonths) > today ? ['recent'] : [];
}

const pointNames: readonly UrgencyPoint[] = [
  'first-site',
  'unknown-site',
  'other-site',
  'in-time',
  'first-year',
  'recent',
  'several',
  'safety',
];

export function urgencyRulesOn(
  knowledge: Knowledge,
  date: CalendarDate,
): Result<UrgencyRules, NoValueInForce> {
  const first = listOn(knowledge, 'identify.first-urgency-sites', date);
  if (!first.ok) return first;
  const assessWithinDays = numberOn(knowledge, 'identify.assess-within-days', date);
  if (!assessWithinDays.ok) return assessWithinDays;
  const firstMonths = numberOn(knowledge, 'identify.urgency-first-months', date);
  if (!firstMonths.ok) return firstMonths;
  const recentMonths = numberOn(knowledge, 'identify.urgency-recent-months', date);
  if (!recentMonths.ok) return recentMonths;
  const points = {} as Record<UrgencyPoint, number>;
  for (const name of pointNames) {
    const value = numberOn(knowledge, `identify.urgency-points-${name}`, date);
    if (!value.ok) return value;
    points[name] = value.value;
  }
  return success({
    firstSites: fractureSites.filter((site) => first.value.includes(site)),
    assessWithinDays: assessWithinDays.value,
    firstMonths: firstMonths.value,
    recentMonths: recentMonths.value,
    points,
  });
}
