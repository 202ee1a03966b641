// One entry for a fracture, however often the report names it. The most specific words lead, the conclusion
// prevails, and a contradiction is flagged instead of settled.

import { isVertebral } from '@breekpunt/core';
import type { FindingFlag, Presence } from '../finding.ts';
import { precisionOf } from './bone-parts.ts';
import type { Mention } from './mention.ts';
import { hasRole, rowOf } from './report-view.ts';
import { isSign, sameFracture } from './same-fracture.ts';

export interface Group {
  lead: Mention;
  readonly mentions: Mention[];
  presence: Presence;
  conflict: boolean;
  /** What the conclusion last said of it. */
  concluded: Presence | null;
  /** Only signs (a cortical step, an avulsed piece) state it so far, no fracture word. */
  onlySigns: boolean;
  /** Only the request states it; findings that deny it answer the request. */
  onlyRequest: boolean;
}

/** No report tells of more fractures, or of one more often; beyond that only the time spent is bounded. */
const MOST_OPEN = 60;
const MOST_COMPARED = 12;

export function mergeMentions(mentions: readonly Mention[]): Group[] {
  const groups: Group[] = [];
  for (const mention of mentions) {
    const home = homeOf(mention, groups);
    if (home === null) groups.push(groupOf(mention));
    else join(home, mention);
  }
  shareConclusion(groups);
  return groups.filter((group) => !overruled(group, groups));
}

/** The first group still open that this mention belongs to. */
function homeOf(mention: Mention, groups: readonly Group[]): Group | null {
  for (let at = Math.max(0, groups.length - MOST_OPEN); at < groups.length; at++) {
    const group = groups[at] as Group;
    if (belongs(group, mention)) return group;
  }
  return null;
}

/** "Conclusie: osteoporose met 2 oude wervelfracturen": a conclusion without levels speaks of every vertebra found. */
function shareConclusion(groups: readonly Group[]): void {
  const vertebral = groups.filter(
    (group) =>
      group.presence === 'present' && isVertebral(group.lead.site) && group.lead.experiencer === 'patient',
  );
  if (vertebral.length < 2) return;
  for (const group of vertebral)
    for (const mention of group.mentions.slice(-MOST_COMPARED)) {
      if (mention.section !== 'conclusion' || mention.levels.length > 0 || mention.presence !== 'present')
        continue;
      for (const other of vertebral) {
        if (other === group || other.mentions.some((known) => known.timeStated)) continue;
        other.lead.time = mention.time;
        other.lead.timeStated = mention.timeStated;
        if (mention.flags.has('osteoporotic')) other.lead.flags.add('osteoporotic');
      }
    }
}

function groupOf(mention: Mention): Group {
  return {
    lead: mention,
    mentions: [mention],
    presence: mention.presence,
    conflict: false,
    concluded: concludes(mention) ? mention.presence : null,
    onlySigns: mention.presence !== 'present' || isSign(mention),
    onlyRequest: mention.presence !== 'present' || mention.section === 'request',
  };
}

/** A shape repeated in the conclusion settles nothing. */
function concludes(mention: Mention): boolean {
  return mention.section === 'conclusion' && !mention.shapeOnly;
}

function belongs(group: Group, mention: Mention): boolean {
  const compared = Math.min(group.mentions.length, MOST_COMPARED);
  for (let at = 0; at < compared; at++)
    if (!sameFracture(group.mentions[at] as Mention, mention)) return false;
  return true;
}

/** "Suspicion de fracture de hanche. RX : pas de fracture": a later examination that denies it settles the doubt. */
function settledByScan(group: Group, mention: Mention): boolean {
  if (mention.presence === 'absent' && examinedBetween(group.lead, mention)) return true;
  if (
    mention.presence !== 'absent' ||
    mention.absentScope !== 'any' ||
    mention.sentence.index <= group.lead.sentence.index
  )
    return false;
  if (mention.sentence.whole.some((element) => hasRole(element, 'exam'))) return true;
  return (
    precisionOf(mention.site) === 2 &&
    mention.site === group.lead.site &&
    mention.sentence.examination !== group.lead.sentence.examination
  );
}

/** A denial of so few letters hedges nothing: "no", "geen", "keine", "pas de". */
const PLAIN_DENIAL = 7;
/** A doubt is answered at once or not by a bare word. */
const ANSWERED_WITHIN = 2;

/** "Suspected hip fracture. No fracture.": the bare denial right after a doubt answers it; "no definite fracture" does not. */
function plainlyDenied(group: Group, mention: Mention): boolean {
  if (mention.presence !== 'absent' || mention.absentScope !== 'any') return false;
  const denial = mention.evidence.find((cue) => cue.role === 'absent');
  if (denial === undefined || denial.end - denial.start > PLAIN_DENIAL) return false;
  if (denial.end !== mention.headStart - 1 || mention.place.from === 'phrase') return false;
  // "Remaining levels are without fracture": a denial with a subject of its own speaks of that.
  const { elements } = mention.sentence;
  if (elements[0]?.start !== denial.start && elements[1]?.start !== denial.start) return false;
  return group.mentions.every((known) => {
    const after = mention.sentence.index - known.sentence.index;
    if (known.presence !== 'possible') return known.presence === 'absent';
    return after > 0 && after <= ANSWERED_WITHIN && known.section !== 'conclusion' && !holdsDoubt(known);
  });
}

function holdsDoubt(mention: Mention): boolean {
  return mention.sentence.elements.some((element) => rowOf(element, 'cue')?.holds === true);
}

/** "?subtle # of the left ramus, radiologist: no fracture": what was only asked is answered by a plain denial. */
function answersQuestion(group: Group, mention: Mention): boolean {
  if (mention.presence !== 'absent' || mention.absentScope !== 'any') return false;
  return group.mentions.every(
    (known) =>
      known === mention ||
      known.presence === 'absent' ||
      (known.presence === 'possible' && known.evidence.some((cue) => cue.rule === 'sign/doubt')),
  );
}

/** "E: inzakking wervel? … Uitslag: inzakking L1": a question mark is answered by what is told after it. */
function onlyAsked(group: Group, mention: Mention): boolean {
  return group.mentions.every(
    (known) =>
      known === mention ||
      (known.presence === 'possible' &&
        known.sentence.index < mention.sentence.index &&
        known.evidence.some((cue) => cue.rule === 'sign/doubt')),
  );
}

function join(group: Group, mention: Mention): void {
  group.mentions.push(mention);
  const before = group.presence;
  if (concludes(mention)) group.concluded = mention.presence;
  if (mention.presence === 'present' && !isSign(mention)) group.onlySigns = false;
  if (mention.presence === 'present' && mention.section !== 'request') group.onlyRequest = false;
  const weightOld = weight(group.lead);
  if (before !== mention.presence) {
    const denial = before === 'absent' || mention.presence === 'absent';
    const settled = settle(group, mention);
    group.presence = settled;
    if (denial && (before === 'present' || mention.presence === 'present')) group.conflict = true;
  }
  const fitsPresence = mention.presence === group.presence;
  const leadFits = group.lead.presence === group.presence;
  if ((fitsPresence && !leadFits) || (fitsPresence === leadFits && weight(mention) > weightOld))
    group.lead = mention;
}

/** The conclusion prevails; otherwise doubt outweighs denial and a statement outweighs doubt. */
function settle(group: Group, mention: Mention): Presence {
  if (mention.presence === 'present' && !isSign(mention) && onlyAsked(group, mention)) return 'present';
  if (group.concluded !== null) return group.concluded;
  const pair = [group.presence, mention.presence];
  if (pair.includes('absent') && pair.includes('present') && (onlyShapes(group) || group.onlySigns))
    return 'absent';
  if (group.onlyRequest && pair.includes('absent') && pair.includes('present')) return 'absent';
  if (pair.includes('possible') && answersQuestion(group, mention)) return 'absent';
  if (pair.includes('absent') && pair.includes('possible'))
    return settledByScan(group, mention) || plainlyDenied(group, mention) ? 'absent' : 'possible';
  if (pair.includes('possible') && group.onlySigns) return 'possible';
  return 'present';
}

/** "Verdenking heupfractuur, MRI: geen fractuur": the examination is named between doubt and denial. */
function examinedBetween(doubt: Mention, denial: Mention): boolean {
  if (doubt.sentence.index !== denial.sentence.index) return false;
  return denial.sentence.elements
    .slice(doubt.headIndex + 1, denial.headIndex)
    .some((element) => hasRole(element, 'exam'));
}

/** "Wigvorming Th7, geen fractuur": a shape without a grade gives way to the denial. */
function onlyShapes(group: Group): boolean {
  return group.mentions.every((mention) => mention.presence !== 'present' || mention.shapeOnly);
}

function weight(mention: Mention): number {
  return (
    precisionOf(mention.site) * 2 +
    (mention.levels.length > 0 ? 3 : 0) +
    (mention.side !== null ? 1 : 0) +
    (mention.row.kind === 'fracture' ? 1 : 0) +
    (mention.place.from === 'phrase' ? 2 : 0)
  );
}

/** A bare general mention adds nothing beside a specific one that it may simply repeat. */
function overruled(group: Group, groups: readonly Group[]): boolean {
  const whole = group.lead.place.partOf;
  if (whole !== null && group.presence !== 'absent')
    return groups.some(
      (other) =>
        other.lead.site === whole &&
        other.presence !== 'absent' &&
        (other.lead.side === group.lead.side || group.lead.side === null || other.lead.side === null),
    );
  if (group.presence !== 'present' || group.lead.site !== 'unspecified') return false;
  if (group.lead.experiencer !== 'patient') return false;
  return groups.some(
    (other) =>
      other !== group &&
      other.presence !== 'absent' &&
      other.lead.experiencer === 'patient' &&
      other.lead.site !== 'unspecified' &&
      (group.lead.time === other.lead.time || !group.lead.timeStated),
  );
}

export function flagsOf(group: Group): Set<FindingFlag> {
  const flags = new Set<FindingFlag>();
  for (const mention of group.mentions) for (const flag of mention.flags) flags.add(flag);
  return flags;
}
