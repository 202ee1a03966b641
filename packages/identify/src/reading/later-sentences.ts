// What the sentences behind a fracture still say of it: that the doubt was settled, that it healed or did not change,
// that its ends never united. Only short remarks without a fracture word of their own; what a sentence says of its own
// fracture is decided elsewhere.

import { isVertebral } from '@breekpunt/core';
import { duty } from '../scan/duties.ts';
import { isLongPast } from './cue-senses.ts';
import { type Mention, note } from './mention.ts';
import { isPlace } from './phrase.ts';
import { type Element, hasRole, isUnknownNoun, rowOf, type SentenceView } from './report-view.ts';

/** No non-union speaks of a fracture told more sentences before. */
const NON_UNION_WITHIN = 3;

/** "# scaphoid, never united. X-ray: established non-union": without a bone of its own it is of the fracture told before. */
export function placeNonUnions(mentions: readonly Mention[]): void {
  mentions.forEach((mention, at) => {
    const broken = mentions[at - 1];
    if (mention.row.kind !== 'non-union' || broken === undefined || mention.place.from === 'phrase') return;
    if (
      broken.presence !== 'present' ||
      broken.setAside !== null ||
      broken.experiencer !== mention.experiencer
    )
      return;
    if (mention.sentence.index - broken.sentence.index > NON_UNION_WITHIN) return;
    mention.place = broken.place;
    mention.site = broken.site;
    mention.side = broken.side;
    mention.levels = broken.levels;
    if (mention.timeStated) return;
    mention.time = broken.time;
    mention.timeStated = broken.timeStated;
  });
}

/** "V.a. Fraktur rechts. Im CT Verdacht nicht bestätigt.": a later sentence without a fracture word ends the doubt. */
export function applyRefutals(sentences: readonly SentenceView[], mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    if (mention.presence !== 'possible' || mention.setAside !== null) continue;
    for (let at = mention.sentence.index + 1; at <= mention.sentence.index + 2; at++) {
      const next = sentences[at];
      if (next === undefined) break;
      if ((next.duties & (duty.cue | duty.head)) === 0) continue;
      const { elements } = next;
      if (elements.some((element) => hasRole(element, 'head'))) break;
      for (const element of elements)
        for (const row of element.rows) {
          if (row.role !== 'cue' || row.sense !== 'absent' || row.reach !== 'report') continue;
          note(mention, row.id, 'absent', element.start, element.end);
          mention.presence = 'absent';
          mention.absentScope = 'any';
          mention.time = 'undetermined';
          mention.shapeOnly = false;
        }
    }
  }
}

/** After a nail or cement, this many sentences may tell how it heals. */
const TREATED_REMARKS = 3;

/** "X: volledig geconsolideerd.", "Ouderdom onbekend.": a short sentence without a fracture word speaks of the one before. */
export function applyAfterthoughts(sentences: readonly SentenceView[], mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    if (mention.presence === 'absent' || mention.timeStated || mention.experiencer !== 'patient') continue;
    const treated = mention.kind === 'treated-fracture';
    const first = mention.sentence.index + 1;
    for (const next of sentences.slice(first, first + (treated ? TREATED_REMARKS : 1))) {
      if (!treated && (next.duties & (duty.cue | duty.head)) === 0) break;
      if (next.elements.length > 12 || next.elements.some((element) => hasRole(element, 'head'))) break;
      for (const element of next.elements) remark(mention, element, treated);
      if (isVertebral(mention.site)) remarkUnchanged(mention, next);
    }
  }
}

/** "T12 fracture. Unchanged from prior.", "Deze is ongewijzigd.": a short sentence with no subject of its own. */
function remarkUnchanged(mention: Mention, next: SentenceView): void {
  for (const element of next.elements.slice(0, UNCHANGED_WITHIN)) {
    const cue = rowOf(element, 'cue');
    if (cue !== null && isLongPast(cue.sense) && cue.look !== 'ahead' && cue.reach !== 'near') {
      mention.time = 'old';
      mention.timeStated = true;
      return note(mention, cue.id, cue.sense, element.start, element.end);
    }
    if (cue !== null || isPlace(element) || isUnknownNoun(element) || element.breakBefore > 0) return;
  }
}

/** "This is unchanged": words before the remark that name nothing. */
const UNCHANGED_WITHIN = 3;

function remark(mention: Mention, element: Element, treated: boolean): void {
  const cue = rowOf(element, 'cue');
  if (cue?.sense === 'healed') mention.flags.add('healed');
  else if (cue?.sense === 'age-unknown') mention.timeStated = true;
  else if (cue?.sense === 'subacute' && treated) {
    mention.time = 'subacute';
    mention.timeStated = true;
  } else return;
  note(mention, cue.id, cue.sense, element.start, element.end);
}
