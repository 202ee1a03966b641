// From head words to mentions: each head gets its bone, its cues and its time; what turns out to be hernia,
// metal, disc, question or leaflet is set aside with the reason, never silently lost.

import { isVertebral } from '@breekpunt/core';
import type { HeadRow } from '@breekpunt/knowledge';
import { duty } from '../scan/duties.ts';
import type { Scan } from '../scan/scan.ts';
import { choosePlaces } from './choose-places.ts';
import { decide } from './decide.ts';
import { gradesHere, speaksOfGrading } from './grading.ts';
import { absorbed } from './head-words.ts';
import { applyAfterthoughts, applyRefutals, placeNonUnions } from './later-sentences.ts';
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
