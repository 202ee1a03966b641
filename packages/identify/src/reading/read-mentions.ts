// From head words to mentions: each head gets its bone, its cues and its time; what turns out to be hernia,
// metal, disc, question or leaflet is set aside with the reason, never silently lost.

import { isVertebral } from '@breekpunt/core';
import type { HeadRow } from '@breekpunt/knowledge';
import { duty } from '../scan/duties.ts';
import type { Scan } from '../scan/scan.ts';
import { choosePlaces } from './choose-places.ts';
import { isLongPast } from './cue-senses.ts';
import { decide } from './decide.ts';
import { gradesHere, speaksOfGrading } from './grading.ts';
import { absorbed } from './head-words.ts';
import { type Mention, note } from './mention.ts';
import { implantBefore, otherTissueNear, pressedRoot } from './other-things.ts';
import { isPlace, phraseOf } from './phrase.ts';
import { needsSpine, type Phrase, type Place } from './place.ts';
import { type Element, hasRole, isUnknownNoun, rowOf, type SentenceView } from './report-view.ts';
import type { TimeBounds } from './timing.ts';

export interface ReadingOptions {
  readonly bounds: TimeBounds;
  readonly reportYear: number | null;
}

export function readMentions(
  scan: Scan,
  sentences: readonly SentenceView[],
  options: ReadingOptions,
): Mention[] {
  const mentions: Mention[] = [];
  let graded: boolean | null = null;
  for (const sentence of sentences) {
    if ((sentence.duties & duty.head) === 0) continue;
    const { elements } = sentence;
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i] as Element;
      const row = rowOf(element, 'head');
      if (row === null || absorbed(elements, i, row)) continue;
      if (row.needs === 'grading') {
        graded ??= speaksOfGrading(sentences);
        if (!graded || !gradesHere(sentence, i)) continue;
      }
      const before = sentences.slice(Math.max(0, sentence.index - 2), sentence.index);
      mentions.push(...readHead(scan, sentence, i, row, options, before));
    }
  }
  placeNonUnions(mentions);
  applyAfterthoughts(sentences, mentions);
  applyRefutals(sentences, mentions);
  return mentions;
}

/** No non-union speaks of a fracture told more sentences before. */
const NON_UNION_WITHIN = 3;

/** "# scaphoid, never united. X-ray: established non-union": without a bone of its own it is of the fracture told before. */
function placeNonUnions(mentions: readonly Mention[]): void {
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
function applyRefutals(sentences: readonly SentenceView[], mentions: readonly Mention[]): void {
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
function applyAfterthoughts(sentences: readonly SentenceView[], mentions: readonly Mention[]): void {
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

function readHead(
  scan: Scan,
  sentence: SentenceView,
  index: number,
  row: HeadRow,
  options: ReadingOptions,
  before: readonly SentenceView[],
): Mention[] {
  const phrase = phraseOf(sentence.elements, index);
  const places = choosePlaces(sentence, index, row, phrase, before);
  const implant = row.needs === 'bone' ? implantBefore(sentence.elements, index) : null;
  const metal = implant ?? otherTissueNear(sentence.elements, index, phrase.from, phrase.to);
  // "Broken right L5 pedicle screw and L3 screw loosening": metal broken at one of the places broke at all.
  const ownsHead =
    metal !== null &&
    (hasRole(metal, 'device') || row.needs !== 'nothing') &&
    (metal === implant || places.some((place) => tissueWins(metal, place, sentence, index)));
  const mentions = places.map((place) => {
    const mention = newMention(scan, sentence, index, row, phrase, place);
    const root =
      row.needs === 'spine' ? pressedRoot(sentence.elements, index, scan.text, place.levels) : null;
    if (root !== null) {
      mention.setAside = 'other-tissue';
      note(mention, root.rows[0]?.id ?? 'tissue', 'tissue', root.start, root.end);
    } else if (metal !== null && ownsHead) {
      mention.setAside = hasRole(metal, 'device') ? 'device' : 'other-tissue';
      if (hasRole(metal, 'device')) mention.kind = 'device-failure';
      note(mention, metal.rows[0]?.id ?? 'tissue', 'tissue', metal.start, metal.end);
    } else if (
      row.needs === 'bone' &&
      (place.from === 'nothing' ||
        speaksOfElse(sentence, index, place) ||
        (place.from === 'context' &&
          (endsUnknownCompound(scan, sentence.elements, index) || opensProblem(scan, sentence, index))))
    )
      mention.setAside = 'no-bone-named';
    else if (needsSpine(row) && !isVertebral(place.site)) mention.setAside = 'no-spine-named';
    decide(scan, mention, options);
    return mention;
  });
  return mentions.some((mention) => mention.presence === 'absent' && mention.levels.length > 4)
    ? [wholeSpineDenied(mentions)]
    : mentions;
}

/** "T7 to L4 assessable, no fracture": the span says what was examined; the denial is one, of the spine. */
function wholeSpineDenied(mentions: readonly Mention[]): Mention {
  const mention = mentions[0] as Mention;
  mention.site = 'vertebra.unspecified';
  mention.levels = [];
  return mention;
}

/**
 * "De nachten waren gebroken door krampen": an everyday word of breaking takes the bone of a title above only in a
 * clause that says little else.
 */
function speaksOfElse(sentence: SentenceView, head: number, place: Place): boolean {
  if (place.from !== 'context') return false;
  const { elements } = sentence;
  let before = 0;
  for (let i = head - 1; i >= 0 && (elements[i + 1] as Element).breakBefore === 0; i--)
    if (isUnknownNoun(elements[i] as Element)) before++;
  if (before >= 2) return true;
  const [next, second] = [elements[head + 1], elements[head + 2]];
  return (
    next?.breakBefore === 0 &&
    isUnknownNoun(next) &&
    second?.breakBefore === 0 &&
    !isPlace(second) &&
    !hasRole(second, 'joiner') &&
    !hasRole(second, 'cue') &&
    !hasRole(second, 'head')
  );
}

/** "# Back pain: …": a number sign that opens a line, with a blank behind it, heads a problem of its own. */
function opensProblem(scan: Scan, sentence: SentenceView, head: number): boolean {
  const sign = (sentence.elements[head] as Element).start;
  const next = sentence.elements[head + 1];
  if (scan.text.charCodeAt(sign) !== NUMBER_SIGN || next === undefined || !isUnknownNoun(next)) return false;
  const before = scan.text.charCodeAt(sign - 1);
  return sign === 0 || before === 10 || before === 13;
}

const NUMBER_SIGN = 35;

/** "begrotingsbreuk", "Einbruch": what breaks stands in the word itself, and is no bone of ours. */
function endsUnknownCompound(scan: Scan, elements: readonly Element[], head: number): boolean {
  const element = elements[head] as Element;
  const opening = scan.start[element.first] as number;
  return element.start > opening && elements[head - 1]?.first !== element.first;
}

/** Metal or soft tissue counts unless a bone is named nearer to the head. */
function tissueWins(tissue: Element, place: Place, sentence: SentenceView, head: number): boolean {
  if (place.from !== 'phrase' || governsTissue(sentence.elements, head, tissue)) return true;
  const head0 = sentence.elements[head] as Element;
  const bone = place.named[0];
  if (bone === undefined) return true;
  const distance = (start: number, end: number): number =>
    start >= head0.end ? start - head0.end : Math.max(0, head0.start - end);
  return distance(tissue.start, tissue.end) < distance(bone.start, bone.end);
}

/** "L4/5 mit Impression des Duralschlauchs": what the head word is said of, wherever the level stands. */
function governsTissue(elements: readonly Element[], head: number, tissue: Element): boolean {
  let of = false;
  for (let i = head + 1; i < elements.length && i <= head + 5; i++) {
    const element = elements[i] as Element;
    if (element === tissue) return of;
    const joins = rowOf(element, 'joiner')?.joins;
    if (joins === 'of') of = true;
    else if (joins !== 'filler') return false;
  }
  return false;
}

function newMention(
  scan: Scan,
  sentence: SentenceView,
  index: number,
  row: HeadRow,
  phrase: Phrase,
  place: Place,
): Mention {
  const element = sentence.elements[index] as Element;
  const inPhrase = place.from === 'phrase' && place.start !== null && place.end !== null;
  const start = inPhrase ? Math.min(element.start, place.start as number) : element.start;
  const end = inPhrase ? Math.max(element.end, place.end as number) : element.end;
  const wordStart = scan.start[element.first] as number;
  const mention: Mention = {
    row,
    headStart: element.start,
    headEnd: element.end,
    headIndex: index,
    sentence,
    phrase,
    place,
    site: place.site,
    side: place.side,
    levels: place.levels,
    start: Math.min(start, wordStart),
    end,
    kind: row.kind,
    presence: 'present',
    absentScope: null,
    experiencer: 'patient',
    time: 'undetermined',
    timeStated: false,
    year: null,
    flags: new Set(),
    genant: null,
    heightLossPercent: null,
    displaced: 'not-recorded',
    section: sentence.section,
    setAside: null,
    evidence: [],
    shapeOnly: false,
    ofHistory: false,
  };
  note(mention, row.id, 'head', element.start, element.end);
  for (const named of place.named) note(mention, named.rule, 'site', named.start, named.end);
  return mention;
}
