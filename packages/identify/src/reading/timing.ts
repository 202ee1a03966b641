// How old the fracture is: what is said of it, else what its section implies, else what the report says of
// the injury. Six weeks and twelve months are the corpus' bounds between acute, subacute and old.

import { isVertebral } from '@breekpunt/core';
import type { FractureTime } from '../finding.ts';
import { gapBit } from '../scan/char-class.ts';
import type { Scan } from '../scan/scan.ts';
import { ageOfLife } from '../text/age-of-life.ts';
import { agesIn } from '../text/ages.ts';
import { dayWithoutYear, yearShown, yearsIn } from '../text/years.ts';
import { isLongPast } from './cue-senses.ts';
import type { ReachingCue } from './cues.ts';
import { type Mention, note } from './mention.ts';
import { type Element, hasRole } from './report-view.ts';

export interface TimeBounds {
  /** First day that is no longer acute. */
  readonly acuteUnderDays: number;
  /** Last day that is still subacute. */
  readonly subacuteToDays: number;
}

export function timeOfAge(days: number, bounds: TimeBounds): FractureTime {
  if (days < bounds.acuteUnderDays) return 'acute';
  return days <= bounds.subacuteToDays ? 'subacute' : 'old';
}

/** Settles the time that the mention's own sentence states; leaves `timeStated` false when it states none. */
export function readTime(
  mention: Mention,
  cues: readonly ReachingCue[],
  scan: Scan,
  bounds: TimeBounds,
  reportYear: number | null,
): void {
  readYear(mention, scan, reportYear);
  if (mention.presence === 'absent') return;
  const dating = cues.filter(
    (cue) => isTimeSense(cue.sense) && !deniedBeside(mention, cue) && !tellsAlignment(mention, cue),
  );
  const own = ageInBracket(mention, dating);
  const said = own === undefined ? dating : [own];
  if (said.some((cue) => cue.sense === 'healed')) {
    const healed = said.find((cue) => cue.sense === 'healed') as ReachingCue;
    mention.flags.add('healed');
    note(mention, healed.row.id, 'healed', healed.start, healed.end);
  }
  const unknown = said.find((cue) => cue.sense === 'age-unknown');
  if (unknown !== undefined) return settle(mention, 'undetermined', unknown);
  const age = nearestAge(mention, scan);
  const progressive = said.find((cue) => cue.sense === 'progressive');
  if (progressive !== undefined)
    note(mention, progressive.row.id, 'progressive', progressive.start, progressive.end);
  if (
    age !== null &&
    (progressive !== undefined || mention.presence === 'present' || mention.presence === 'possible')
  ) {
    mention.time = timeOfAge(age.days, bounds);
    mention.timeStated = true;
    note(mention, 'age', mention.time, age.start, age.end);
    return;
  }
  if (progressive !== undefined) return settle(mention, 'subacute', progressive);
  const acute = said.find(
    (cue) => (cue.sense === 'acute' || cue.sense === 'new') && !outsideYear(mention, cue),
  );
  const old = said.find((cue) => isLongPast(cue.sense));
  const subacute = said.find((cue) => cue.sense === 'subacute');
  if (acute !== undefined && old !== undefined && alternatives(mention, acute, old))
    return settle(mention, 'undetermined', acute);
  // Healing makes a known or unchanged fracture subacute; beside the word old, callus is only its scar.
  if (old !== undefined && subacute !== undefined && acute === undefined) {
    const summedUp = !old.ahead && old.index > subacute.index && subacute.distance >= 1;
    const calledOld = old.sense === 'old' && old.row.reach === 'near' && (old.ahead || summedUp);
    return calledOld ? settle(mention, 'old', old) : settle(mention, 'subacute', subacute);
  }
  const nearest = [acute, old, subacute]
    .filter((cue) => cue !== undefined)
    .sort((a, b) => a.distance - b.distance)[0];
  if (nearest !== undefined) {
    if (isLongPast(nearest.sense) && nearest.ahead && nearest.row.reach === 'clause') {
      const day = dayWithoutYear(scan, mention.sentence.elements, mention.headIndex);
      if (day !== null) {
        mention.timeStated = true;
        return note(mention, 'day', 'undetermined', day.start, day.end);
      }
    }
    const time = isLongPast(nearest.sense) ? 'old' : nearest.sense === 'subacute' ? 'subacute' : 'acute';
    return settle(mention, time, nearest);
  }
  if (mention.year !== null) {
    mention.time = reportYear === null || reportYear - mention.year >= 1 ? 'old' : 'undetermined';
    mention.timeStated = true;
    return;
  }
  const aged = ageOfLife(scan, mention.sentence.elements, mention.phrase.to);
  if (aged !== null) {
    mention.time = 'old';
    mention.timeStated = true;
    return note(mention, 'age', 'old', aged.start, aged.end);
  }
  const oedema = said.find((cue) => cue.sense === 'oedema');
  if (oedema !== undefined) return settle(mention, 'acute', oedema);
  const shown = yearShown(scan, mention.sentence.elements, mention.headIndex);
  if (shown === null || (reportYear !== null && reportYear - shown.year < 1)) return;
  mention.time = 'old';
  mention.timeStated = true;
  note(mention, 'year', 'old', shown.start, shown.end);
}

/** "Removal of the plate today, fracture of 2011": what is new behind a comma is not the fracture that has a year. */
function outsideYear(mention: Mention, cue: ReachingCue): boolean {
  if (mention.year === null || !cue.ahead || cue.sense !== 'acute') return false;
  const { elements } = mention.sentence;
  for (let i = cue.index + 1; i <= mention.headIndex; i++)
    if ((elements[i] as Element).breakBefore > 0) return true;
  return false;
}

/** "fractures at T11 (acute) and T7 (chronic)": the bracket right behind a level tells its age alone. */
function ageInBracket(mention: Mention, aged: readonly ReachingCue[]): ReachingCue | undefined {
  if (mention.levels.length === 0) return undefined;
  const { elements } = mention.sentence;
  const at = elements.findIndex((element) =>
    mention.levels.every((level) => element.level?.levels.includes(level) === true),
  );
  const next = at < 0 ? undefined : elements[at + 1];
  if (next === undefined || (next.gap & gapBit.open) === 0) return undefined;
  return aged.find((cue) => cue.index === at + 1);
}

/** "ältere Fraktur, keine frische": the age belongs to the other fracture that is denied. */
function deniedBeside(mention: Mention, cue: ReachingCue): boolean {
  // "no marrow oedema": its denial is what tells the age.
  if (cue.ahead || cue.sense === 'steady') return false;
  const before = mention.sentence.elements[cue.index - 1];
  return before?.rows.some((row) => row.role === 'cue' && row.sense === 'absent') ?? false;
}

/** A stable ankle fracture holds its place; only of a vertebra does it mean that nothing is new. */
function tellsAlignment(mention: Mention, cue: ReachingCue): boolean {
  return cue.sense === 'steady' && !isVertebral(mention.site);
}

const timeSenses: ReadonlySet<string> = new Set([
  'old',
  'known',
  'steady',
  'acute',
  'subacute',
  'age-unknown',
  'new',
  'progressive',
  'healed',
  'oedema',
]);

function isTimeSense(sense: string): boolean {
  return timeSenses.has(sense);
}

function settle(mention: Mention, time: FractureTime, cue: ReachingCue): void {
  mention.time = time;
  mention.timeStated = true;
  note(mention, cue.row.id, time, cue.start, cue.end);
}

/** "recent of oud", "DD recent versus oud": two ages offered as alternatives are no age. */
function alternatives(mention: Mention, acute: ReachingCue, old: ReachingCue): boolean {
  const { elements } = mention.sentence;
  const low = Math.min(acute.index, old.index);
  const high = Math.max(acute.index, old.index);
  if (high - low > 3) return false;
  let joined = false;
  for (let i = low + 1; i <= high; i++) {
    const element = elements[i] as Element;
    if (element.breakBefore > 0 || element.rows.some((row) => row.role === 'head')) return false;
    if ((element.gap & gapBit.slash) !== 0) joined = true;
    if (
      element.rows.some(
        (row) =>
          (row.role === 'joiner' && row.joins === 'or') || (row.role === 'cue' && row.sense === 'possible'),
      )
    )
      joined = true;
  }
  return joined;
}

function nearestAge(mention: Mention, scan: Scan): { days: number; start: number; end: number } | null {
  const { elements } = mention.sentence;
  let best: { days: number; start: number; end: number } | null = null;
  let distance = 12;
  for (const age of agesIn(scan, elements, mention.sentence.language)) {
    const low = Math.min(age.index, mention.headIndex);
    const high = Math.max(age.index, mention.headIndex);
    let blocked = false;
    for (let i = low + 1; i <= high; i++) if ((elements[i] as Element).breakBefore === 3) blocked = true;
    if (blocked || high - low >= distance) continue;
    distance = high - low;
    best = age;
  }
  return best;
}

function readYear(mention: Mention, scan: Scan, reportYear: number | null): void {
  const { elements } = mention.sentence;
  let distance = 8;
  for (const stated of yearsIn(scan, elements)) {
    const from =
      stated.index < mention.phrase.from
        ? mention.phrase.from - stated.index
        : stated.index - mention.phrase.to;
    if (from >= distance || otherHeadBetween(mention, stated.index)) continue;
    if (reportYear !== null && stated.year > reportYear) continue;
    distance = from;
    mention.year = stated.year;
    note(mention, 'year', 'year', stated.start, stated.end);
  }
}

function otherHeadBetween(mention: Mention, index: number): boolean {
  const { elements } = mention.sentence;
  const low = Math.min(index, mention.headIndex);
  const high = Math.max(index, mention.headIndex);
  for (let i = low + 1; i <= high; i++) {
    const element = elements[i] as Element;
    if (i < high && element.rows.some((row) => row.role === 'head')) return true;
    if (element.breakBefore === 3) return true;
    // "ribfracturen na val van de trap (2017)": a year alone in its bracket dates what stands before it.
    if (
      element.breakBefore === 1 &&
      i === index &&
      (element.gap & gapBit.open) !== 0 &&
      onlyKnown(mention, index)
    )
      continue;
    if (element.breakBefore === 1 && i > mention.phrase.to + 1) return true;
    // "2009 - enkelfractuur": a year that opens the line dates it.
    if (element.breakBefore === 1 && index < mention.headIndex && !(index === 0 && i === 1)) return true;
  }
  return false;
}

/** "polsfractuur bij THP (2015)": behind a word of its own the year dates that. */
function onlyKnown(mention: Mention, index: number): boolean {
  const { elements } = mention.sentence;
  for (let i = mention.phrase.to + 1; i < index; i++)
    if ((elements[i] as Element).rows.length === 0 || hasRole(elements[i] as Element, 'device')) return false;
  return true;
}
