// Settles one mention by the cues that reach it: presence, whose bone, time, flags and vertebral shape.

import { isVertebral } from '@breekpunt/core';
import type { FindingFlag } from '../finding.ts';
import type { Scan } from '../scan/scan.ts';
import { assertPresence } from './assertion.ts';
import { precisionOf } from './bone-parts.ts';
import { cuesFor, type ReachingCue } from './cues.ts';
import { assignExperiencer } from './experiencer.ts';
import { type Mention, note } from './mention.ts';
import type { Place } from './place.ts';
import { placesOfContext } from './places-around.ts';
import type { ReadingOptions } from './read-mentions.ts';
import { type Element, rowOf, type SentenceView } from './report-view.ts';
import { sideSaid } from './side-of-place.ts';
import { readTime } from './timing.ts';
import { genantNear, heightLossNear } from './vertebral-shape.ts';

export function decide(scan: Scan, mention: Mention, options: ReadingOptions): void {
  const { sentence, headIndex, phrase } = mention;
  const cues = cuesFor(sentence, headIndex, phrase.from, phrase.to);
  const setAside = mention.setAside;
  assertPresence(mention, cues, scan);
  if (mention.presence === 'absent' && !levelsDenied(mention)) mention.levels = [];
  if (
    mention.presence === 'absent' &&
    mention.place.from === 'sentence' &&
    mention.place.levels.length > 0 &&
    mention.levels.length === 0
  )
    mention.site = mention.absentScope === 'acute' ? 'vertebra.unspecified' : regionExamined(sentence);
  mention.ofHistory =
    mention.presence === 'absent' &&
    cues.some((cue) => (cue.sense === 'old' || cue.sense === 'known') && cue.distance <= 4);
  // A denial is of all that was examined, not of the one bone told before.
  if (mention.presence === 'absent' && mention.place.named[0]?.rule === 'before') {
    mention.site = 'unspecified';
    mention.side = null;
  }
  // "T-score col fémoral … Pas d'ATCD fracturaire": a history is of every bone, whatever is examined.
  if (mention.ofHistory && mention.place.from === 'context' && isTold(cues)) {
    mention.site = 'unspecified';
    mention.side = null;
  }
  assignExperiencer(mention, cues);
  readTime(mention, cues, scan, options.bounds, options.reportYear);
  readFlags(mention, cues);
  if (isVertebral(mention.site)) readShape(scan, mention, cues);
  // "nooit een breuk gehad" denies bones in general; a stated breuk without a bone may be a hernia.
  const supposed = mention.setAside !== setAside;
  if (
    setAside === 'no-bone-named' &&
    !supposed &&
    (mention.presence === 'absent' || mention.flags.has('periprosthetic'))
  )
    mention.setAside = null;
  else if (
    setAside === 'no-spine-named' &&
    mention.presence === 'absent' &&
    mention.kind === 'fracture' &&
    !(mention.row.shape === true && namesOtherBone(sentence))
  ) {
    mention.site = 'vertebra.unspecified';
    mention.side = null;
    mention.setAside = null;
  } else if (setAside !== null) mention.setAside = setAside;
  if (
    mention.kind === 'treated-fracture' &&
    (mention.presence !== 'present' || mention.section === 'plan' || mention.section === 'request')
  )
    mention.setAside ??= 'hypothetical';
  if (mention.kind === 'treated-fracture' && !mention.timeStated && mention.presence === 'present')
    mention.time = 'old';
}

/** "condyle contusion, no fracture line or depression": the sentence is about a bone that is no vertebra. */
function namesOtherBone(sentence: SentenceView): boolean {
  return sentence.elements.some((element) => {
    const site = rowOf(element, 'site');
    return site !== null && !isVertebral(site.site);
  });
}

/** "eerdere", "antécédent": said before the fracture, of what was before this examination. */
function isTold(cues: readonly ReachingCue[]): boolean {
  return cues.some((cue) => cue.ahead && cue.sense === 'old' && cue.distance <= 4);
}

/** The one spinal region that heading or examination shows, else the spine. */
function regionExamined(sentence: SentenceView): Place['site'] {
  for (const context of [sentence.context, sentence.examination]) {
    const regions =
      context === null ? [] : placesOfContext(context).filter((place) => isVertebral(place.site));
    if (regions.length === 1 && regions[0] !== undefined) return regions[0].site;
  }
  return 'vertebra.unspecified';
}

/** A denial takes the region of levels around it; the levels themselves only when they stand right there. */
function levelsDenied(mention: Mention): boolean {
  const { place, sentence, headIndex } = mention;
  if (place.from === 'phrase' || place.from === 'context') return true;
  if (place.levels.length !== 1) return false;
  const at = sentence.elements.findIndex((element) => element.end === place.end);
  if (at < 0 || at > headIndex || headIndex - at > 7) return false;
  for (let i = at + 1; i < headIndex; i++) {
    const element = sentence.elements[i] as Element;
    if (rowOf(element, 'head')?.kind === 'fracture' || element.level !== null) return false;
  }
  return true;
}

const flagSenses: readonly FindingFlag[] = [
  'low-energy',
  'high-energy',
  'pathological',
  'stress',
  'insufficiency',
  'atypical-femur',
  'periprosthetic',
  'osteoporotic',
];

function readFlags(mention: Mention, cues: readonly ReachingCue[]): void {
  for (const cue of cues) {
    const flag = flagSenses.find((candidate) => candidate === cue.sense);
    if (flag === undefined) {
      if (cue.sense === 'non-union' && mention.presence === 'present') mention.kind = 'non-union';
      continue;
    }
    if (mention.presence === 'absent' && flag !== 'periprosthetic') continue;
    if ((flag === 'low-energy' || flag === 'high-energy') && mention.experiencer !== 'patient') continue;
    mention.flags.add(flag);
    if (flag === 'periprosthetic' && mention.presence === 'absent' && precisionOf(mention.site) < 2)
      mention.site = 'hip.unspecified';
    if (flag === 'periprosthetic')
      mention.side ??= sideSaid(mention.sentence, { ...mention.place, site: 'hip.unspecified' });
    note(mention, cue.row.id, flag, cue.start, cue.end);
  }
}

function readShape(scan: Scan, mention: Mention, cues: readonly ReachingCue[]): void {
  const { elements } = mention.sentence;
  const at = elements.findIndex((element) => element.start === mention.place.start);
  mention.genant = genantNear(scan, elements, at >= 0 ? at : mention.headIndex);
  mention.heightLossPercent = heightLossNear(scan, elements, mention.headIndex);
  const explained = mention.row.shape === true && mention.presence !== 'absent' && mention.genant === null;
  const cause = explained ? cues.find((cue) => explainsShape(mention, cue)) : undefined;
  if (cause !== undefined) return setAsideAsBenign(mention, cause);
  if (mention.row.kind !== 'vertebral-deformity') return;
  const benign = cues.find((cue) => cue.sense === 'benign-shape' || cue.sense === 'benign-cause');
  if (mention.genant !== null && mention.genant >= 1) return;
  if (mention.presence === 'absent') {
    // To deny a wedge is not to deny a fracture.
    mention.setAside = 'shape-without-fracture';
    return;
  }
  if (benign !== undefined && (mention.presence !== 'possible' || doubtsCause(cues, benign))) {
    return setAsideAsBenign(mention, benign);
  }
  mention.shapeOnly = true;
}

function setAsideAsBenign(mention: Mention, cause: ReachingCue): void {
  mention.setAside = 'benign-shape';
  note(mention, cause.row.id, 'benign-shape', cause.start, cause.end);
}

/** "Keilwirbel Th8 (Scheuermann)"; not "Schmorl-Knoten L2, Impression L1", where each has a level of its own. */
function explainsShape(mention: Mention, cue: ReachingCue): boolean {
  if (cue.sense !== 'benign-cause' || cue.distance > 8) return false;
  const { elements } = mention.sentence;
  if (cue.ahead) {
    let levels = 0;
    for (let i = cue.index + 1; i <= mention.headIndex; i++) {
      if ((elements[i] as Element).breakBefore > 0) return false;
      if ((elements[i] as Element).level !== null) levels++;
    }
    // "Schmorl-Knoten L2 mit Deckplattenimpression": both are of the one level between them.
    const behind = elements.slice(mention.headIndex + 1, mention.phrase.to + 1);
    return levels === 0 || (levels === 1 && !behind.some((element) => element.level !== null));
  }
  return !elements.slice(cue.index + 1, cue.index + 3).some((element) => element.level !== null);
}

/** "likely physiologic": the doubt is about the harmless cause, not about a fracture. */
function doubtsCause(cues: readonly ReachingCue[], benign: ReachingCue): boolean {
  const doubts = cues.filter((cue) => cue.sense === 'possible');
  return (
    doubts.length > 0 && doubts.every((cue) => cue.index < benign.index && benign.index - cue.index <= 2)
  );
}
