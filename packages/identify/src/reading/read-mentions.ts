// From head words to mentions: each head gets its bone, its cues and its time; what turns out to be hernia,
// metal, disc, question or leaflet is set aside with the reason, never silently lost.

import { isVertebral, vertebralRegion } from '@breekpunt/core';
import type { HeadRow } from '@breekpunt/knowledge';
import type { FindingFlag } from '../finding.ts';
import type { Scan } from '../scan/scanner.ts';
import { assertPresence, assignExperiencer, otherTissueNear } from './assertion.ts';
import { areaOf, limbOf, partOfSite, precisionOf } from './bone-parts.ts';
import { cuesFor, type ReachingCue } from './cues.ts';
import { type Mention, note } from './mention.ts';
import {
  governedByHead,
  needsSpine,
  type Phrase,
  type Place,
  phraseOf,
  placesAfter,
  placesBefore,
  placesIn,
  placesOfContext,
} from './places.ts';
import { type Context, type Element, hasRole, rowOf, type SentenceView } from './report-view.ts';
import { readTime, type TimeBounds } from './timing.ts';
import { genantNear, heightLossNear } from './vertebral-shape.ts';

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
  const graded = speaksOfGrading(sentences);
  for (const sentence of sentences)
    for (let i = 0; i < sentence.elements.length; i++) {
      const element = sentence.elements[i] as Element;
      const row = rowOf(element, 'head');
      if (row === null || absorbed(sentence.elements, i, row)) continue;
      if (row.needs === 'grading' && !(graded && gradesHere(sentence, i))) continue;
      mentions.push(
        ...readHead(
          scan,
          sentence,
          i,
          row,
          options,
          sentences.slice(Math.max(0, sentence.index - 2), sentence.index),
        ),
      );
    }
  applyAfterthoughts(sentences, mentions);
  return mentions;
}

/** "X: volledig geconsolideerd.", "Ouderdom onbekend.": a short sentence without a fracture word speaks of the one before. */
function applyAfterthoughts(sentences: readonly SentenceView[], mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    if (mention.presence === 'absent' || mention.timeStated || mention.experiencer !== 'patient') continue;
    const next = sentences[mention.sentence.index + 1];
    if (
      next === undefined ||
      next.elements.length > 12 ||
      next.elements.some((element) => hasRole(element, 'head'))
    )
      continue;
    for (const element of next.elements) {
      const cue = rowOf(element, 'cue');
      if (cue === null || (cue.sense !== 'healed' && cue.sense !== 'age-unknown')) continue;
      note(mention, cue.id, cue.sense, element.start, element.end);
      if (cue.sense === 'healed') mention.flags.add('healed');
      else mention.timeStated = true;
    }
  }
}

/** Densitometry with vertebral assessment, or the name Genant anywhere, makes a bare grade a vertebral one. */
function speaksOfGrading(sentences: readonly SentenceView[]): boolean {
  return sentences.some((sentence) =>
    sentence.whole.some(
      (element) =>
        rowOf(element, 'exam')?.modality === 'dxa' ||
        (rowOf(element, 'head')?.needs === 'grading' &&
          element.rows.some((row) => row.text.some((text) => /genant/i.test(text)))),
    ),
  );
}

/** A bare grade names a fracture only right after its vertebra and where no other head word takes it. */
function gradesHere(sentence: SentenceView, at: number): boolean {
  const { elements } = sentence;
  const vertebra = levelOfGrade(elements, at);
  for (let i = Math.max(0, at - 9); i < Math.min(elements.length, at + 9); i++) {
    const other = rowOf(elements[i] as Element, 'head');
    if (i === at || other === null || other.needs === 'grading') continue;
    const taken = phraseOf(elements, i);
    if (vertebra < 0 || (vertebra >= taken.from && vertebra <= taken.to)) return false;
  }
  if (elements.some((element) => hasRole(element, 'mismatch'))) return false;
  return vertebra >= 0 || (at <= 1 && (sentence.context?.levels.length ?? 0) > 0);
}

/** The level a grade stands beside: right before it, else right after; −1 for none. */
function levelOfGrade(elements: readonly Element[], at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) if ((elements[i] as Element).level !== null) return i;
  for (let i = at + 1; i <= Math.min(at + 4, elements.length - 1); i++)
    if ((elements[i] as Element).level !== null) return i;
  return -1;
}

/** Of two head words side by side the plainer one is only the other's adjective. */
function absorbed(elements: readonly Element[], at: number, row: HeadRow): boolean {
  const before = elements[at - 1];
  const after = elements[at + 1];
  const previous =
    before !== undefined && (elements[at] as Element).breakBefore === 0 ? rowOf(before, 'head') : null;
  const next = after !== undefined && after.breakBefore === 0 ? rowOf(after, 'head') : null;
  if (row.kind === 'vertebral-deformity' && row.needs === 'spine') {
    for (let i = Math.max(0, at - 4); i < Math.min(elements.length, at + 5); i++) {
      const other = rowOf(elements[i] as Element, 'head');
      if (
        i === at ||
        other === null ||
        other.kind === 'treated-fracture' ||
        other.kind === 'vertebral-deformity'
      )
        continue;
      if (!separated(elements, Math.min(i, at), Math.max(i, at))) return true;
    }
  }
  if (governedByHead(elements, at)) return true;
  if (previous !== null && previous.kind === 'fracture' && row.kind !== 'treated-fracture') return true;
  return next !== null && next.kind === 'fracture' && row.kind === 'vertebral-deformity';
}

function separated(elements: readonly Element[], low: number, high: number): boolean {
  for (let i = low + 1; i <= high; i++) if ((elements[i] as Element).breakBefore > 0) return true;
  return false;
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
  const metal = otherTissueNear(sentence.elements, index, phrase.from, phrase.to);
  const mentions = places.map((place) => {
    const mention = newMention(scan, sentence, index, row, phrase, place);
    if (
      metal !== null &&
      (hasRole(metal, 'device') || row.needs !== 'nothing') &&
      tissueWins(metal, place, sentence, index)
    ) {
      mention.setAside = hasRole(metal, 'device') ? 'device' : 'other-tissue';
      if (hasRole(metal, 'device')) mention.kind = 'device-failure';
      note(mention, metal.rows[0]?.id ?? 'tissue', 'tissue', metal.start, metal.end);
    } else if (row.needs === 'bone' && place.from === 'nothing') mention.setAside = 'no-bone-named';
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

/** Metal or soft tissue counts unless a bone is named nearer to the head. */
function tissueWins(tissue: Element, place: Place, sentence: SentenceView, head: number): boolean {
  if (place.from !== 'phrase') return true;
  const head0 = sentence.elements[head] as Element;
  const bone = place.named[0];
  if (bone === undefined) return true;
  const distance = (start: number, end: number): number =>
    start >= head0.end ? start - head0.end : Math.max(0, head0.start - end);
  return distance(tissue.start, tissue.end) < distance(bone.start, bone.end);
}

function decide(scan: Scan, mention: Mention, options: ReadingOptions): void {
  const { sentence, headIndex, phrase } = mention;
  const cues = cuesFor(sentence, headIndex, phrase.from, phrase.to);
  const setAside = mention.setAside;
  assertPresence(mention, cues);
  if (mention.presence === 'absent' && !levelsDenied(mention)) mention.levels = [];
  if (
    mention.presence === 'absent' &&
    mention.place.from === 'sentence' &&
    mention.place.levels.length > 0 &&
    mention.levels.length === 0
  )
    mention.site = mention.absentScope === 'acute' ? 'vertebra.unspecified' : regionExamined(sentence);
  mention.ofHistory =
    mention.presence === 'absent' && cues.some((cue) => cue.sense === 'old' && cue.distance <= 4);
  assignExperiencer(mention, cues);
  readTime(mention, cues, scan, options.bounds, options.reportYear);
  readFlags(mention, cues);
  if (isVertebral(mention.site)) readShape(scan, mention, cues);
  // "nooit een breuk gehad" denies bones in general; a stated breuk without a bone may be a hernia.
  if (setAside === 'no-bone-named' && mention.presence === 'absent') mention.setAside = null;
  else if (setAside === 'no-spine-named' && mention.presence === 'absent' && mention.kind === 'fracture') {
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
  if (mention.row.kind !== 'vertebral-deformity') return;
  const benign = cues.find((cue) => cue.sense === 'benign-shape');
  if (mention.genant !== null && mention.genant >= 1) return;
  if (mention.presence === 'absent') {
    // To deny a wedge is not to deny a fracture.
    mention.setAside = 'shape-without-fracture';
    return;
  }
  if (benign !== undefined && (mention.presence !== 'possible' || doubtsCause(cues, benign))) {
    mention.setAside = 'benign-shape';
    note(mention, benign.row.id, 'benign-shape', benign.start, benign.end);
    return;
  }
  mention.shapeOnly = true;
}

/** "likely physiologic": the doubt is about the harmless cause, not about a fracture. */
function doubtsCause(cues: readonly ReachingCue[], benign: ReachingCue): boolean {
  const doubts = cues.filter((cue) => cue.sense === 'possible');
  return (
    doubts.length > 0 && doubts.every((cue) => cue.index < benign.index && benign.index - cue.index <= 2)
  );
}

function choosePlaces(
  sentence: SentenceView,
  index: number,
  row: HeadRow,
  phrase: Phrase,
  before: readonly SentenceView[],
): Place[] {
  const side = ownSide(sentence, phrase, index);
  const places = namedPlaces(sentence, index, row, phrase, before).map((place) => {
    const site = place.site === 'finger' && onFoot(sentence) ? 'toe' : place.site;
    if (isVertebral(site) && place.from === 'phrase' && side !== null && side !== 'both')
      return { ...place, side };
    const keeps = side === null || isVertebral(site) || midline.has(site) || place.from === 'phrase';
    return keeps &&
      !(place.from === 'phrase' && place.side === null && side !== null && row.site !== undefined)
      ? { ...place, site }
      : { ...place, site, side };
  });
  // A phalanx beside its toe is one toe.
  return places.filter(
    (place, at) =>
      !places.some(
        (other, i) =>
          i !== at &&
          other.site === place.site &&
          place.levels.length === 0 &&
          (i < at
            ? other.side === place.side || place.side === null
            : other.side !== null && place.side === null),
      ),
  );
}

/** The one side word in the head's own phrase. */
function ownSide(sentence: SentenceView, phrase: Phrase, head: number): Place['side'] {
  let found: Place['side'] = null;
  for (let i = phrase.from; i <= phrase.to; i++) {
    const side = i === head ? null : rowOf(sentence.elements[i] as Element, 'side');
    if (side === null) continue;
    if (found !== null && found !== side.side) return null;
    found = side.side;
  }
  return found;
}

/** Phalanges are fingers' and toes' alike; the examination or sentence tells. */
function onFoot(sentence: SentenceView): boolean {
  const named = [...(sentence.context?.sites ?? []), ...(sentence.examination?.sites ?? [])].map(
    (other) => other.site,
  );
  const here = sentence.elements.flatMap((element) => rowOf(element, 'site')?.site ?? []);
  return [...named, ...here].some((site) => areaOf(site) === 'foot');
}

function namedPlaces(
  sentence: SentenceView,
  index: number,
  row: HeadRow,
  phrase: Phrase,
  before: readonly SentenceView[],
): Place[] {
  const admits = (element: Element): boolean => admitsLevel(element, sentence, index, row);
  const spinal = needsSpine(row);
  const fits = (place: Place): boolean => !spinal || isVertebral(place.site);
  const own = ownSite(sentence.elements[index] as Element, row);
  const near = placesIn(
    sentence.elements,
    phrase.from,
    phrase.to,
    admits,
    spinal || own?.site === 'vertebra.unspecified',
  ).filter(fits);
  if (near.length > 0)
    return refineSpine(
      own === null ? withContextSide(near, sentence, index) : merged(own, near, sentence),
      sentence,
      phrase,
      row,
      admits,
    );
  if (own !== null) return refineSpine(withContextSide([own], sentence), sentence, phrase, row, admits);
  const earlier = placesBefore(sentence, phrase, row, admits);
  const heading = sentence.context === null ? [] : placesOfContext(sentence.context).filter(fits);
  const elsewhere =
    earlier.length > 0 || heading.length > 0 ? earlier : placesAfter(sentence, phrase, row, admits);
  if (elsewhere.length > 0)
    return refineSpine(withContextSide(elsewhere, sentence), sentence, phrase, row, admits);
  const contexts =
    sentence.section === 'plan' ? [sentence.context] : [sentence.context, sentence.examination];
  for (const context of contexts)
    if (context !== null) {
      const places = placesOfContext(context).filter(fits);
      if (places.length > 0)
        return withContextSide(
          refineByBefore(partly(places, sentence, phrase), context === sentence.examination ? before : []),
          sentence,
        );
    }
  if (spinal) {
    const region = spineBefore(before);
    if (region !== null) return [region];
  }
  return [
    {
      site: 'unspecified',
      side: sideIn(sentence, phrase),
      levels: [],
      start: null,
      end: null,
      from: 'nothing',
      named: [],
    },
  ];
}

/** "Oberarm rechts: Schaftquerbruch": the part in the head's phrase narrows the bone of the heading. */
function partly(places: readonly Place[], sentence: SentenceView, phrase: Phrase): Place[] {
  for (let i = phrase.from; i <= phrase.to; i++) {
    const part = rowOf(sentence.elements[i] as Element, 'part');
    if (part !== null)
      return places.map((place) => ({ ...place, site: partOfSite(place.site, part.part) ?? place.site }));
  }
  return [...places];
}

/** A bone named in the sentences before, in the area the examination shows, is nearer than its title. */
function refineByBefore(places: readonly Place[], before: readonly SentenceView[]): Place[] {
  const title = places[0];
  if (places.length !== 1 || title === undefined || isVertebral(title.site)) return [...places];
  for (const sentence of [...before].reverse()) {
    if (sentence.section === 'request' || sentence.section === 'history') continue;
    const named = placesIn(sentence.elements, 0, sentence.elements.length - 1, () => false, false);
    const nearer = named
      .filter(
        (place) =>
          areaOf(place.site) === areaOf(title.site) && precisionOf(place.site) > precisionOf(title.site),
      )
      .at(-1);
    if (nearer !== undefined) return [{ ...nearer, start: null, end: null, from: 'context' }];
  }
  return [...places];
}

/** "Drukpijn D7-D8. … Ik vermoed een inzakking.": the spine named in the sentences before, without its levels. */
function spineBefore(before: readonly SentenceView[]): Place | null {
  for (const sentence of [...before].reverse())
    for (const element of sentence.elements) {
      const site = rowOf(element, 'site');
      const level =
        element.level !== null && !element.level.maybeWeighting && !element.level.maybeDigit
          ? element.level.levels[0]
          : undefined;
      const region =
        level !== undefined
          ? (`vertebra.${vertebralRegion(level)}` as const)
          : site !== null && isVertebral(site.site)
            ? site.site
            : null;
      if (region === null) continue;
      const named = [{ rule: site?.id ?? 'level', start: element.start, end: element.end }];
      return { site: region, side: null, levels: [], start: null, end: null, from: 'context', named };
    }
  return null;
}

/** A vertebra without a level takes the one the sentence names, else the region its examination shows. */
function refineSpine(
  places: readonly Place[],
  sentence: SentenceView,
  phrase: Phrase,
  row: HeadRow,
  admits: (element: Element) => boolean,
): Place[] {
  if (places.length !== 1 || places[0]?.site !== 'vertebra.unspecified') return [...places];
  const place = places[0];
  const spine: HeadRow = { ...row, needs: 'spine' };
  const earlier = placesBefore(sentence, phrase, spine, admits);
  const elsewhere = (earlier.length > 0 ? earlier : placesAfter(sentence, phrase, spine, admits)).filter(
    (other) => other.levels.length > 0 || other.site !== 'vertebra.unspecified',
  );
  if (elsewhere.length > 0)
    return elsewhere.map((other) => ({
      ...other,
      start: place.start,
      end: place.end,
      named: [...place.named, ...other.named],
    }));
  for (const context of [sentence.context, sentence.examination]) {
    if (context === null) continue;
    const spinal = placesOfContext(context).filter((other) => isVertebral(other.site));
    const only = spinal[0];
    if (spinal.length === 1 && only !== undefined && only.site !== 'vertebra.unspecified')
      return [{ ...place, site: only.site, levels: only.levels }];
    if (spinal.length > 0) return [place];
  }
  return [place];
}

function sideIn(sentence: SentenceView, phrase: Phrase): Place['side'] {
  for (let i = phrase.from; i <= phrase.to; i++) {
    const side = rowOf(sentence.elements[i] as Element, 'side');
    if (side !== null) return side.side;
  }
  return sentence.context?.side ?? sentence.examination?.side ?? null;
}

/** A head that names its own bone ("collumfractuur" as one word, a gamma nail) keeps it unless a better is near. */
function ownSite(element: Element, row: HeadRow): Place | null {
  if (row.site === undefined) return null;
  return {
    site: row.site,
    side: row.side ?? null,
    levels: [],
    start: element.start,
    end: element.end,
    from: 'phrase',
    named: [{ rule: row.id, start: element.start, end: element.end }],
  };
}

function merged(own: Place, near: readonly Place[], sentence: SentenceView): Place[] {
  if (own.site === 'vertebra.unspecified') {
    const spinal = near.filter((place) => isVertebral(place.site));
    if (spinal.length > 0) return spinal;
    // "Kompressionsfraktur des Kreuzbeins": the bone named outweighs the vertebra the word usually means.
    const precise = near.filter((place) => precisionOf(place.site) > 0);
    return withContextSide(precise.length > 0 ? precise : [own], sentence);
  }
  const side = near.find((place) => place.side !== null)?.side ?? null;
  return withContextSide([{ ...own, side: own.side ?? side }], sentence);
}

function withContextSide(places: readonly Place[], sentence: SentenceView, own = -1): Place[] {
  return places.map((place) => {
    if (place.side !== null || isVertebral(place.site) || midline.has(place.site)) return place;
    const said = sideSaid(sentence, place, own);
    if (said !== null) return { ...place, side: said };
    for (const context of [sentence.context, sentence.examination])
      if (context?.side != null && context.side !== 'both' && sidedByContext(place, context))
        return { ...place, side: context.side };
    return place;
  });
}

/** The nearest side word before the bone in its sentence, unless another part of the body stands between. */
function sideSaid(sentence: SentenceView, place: Place, own = -1): Place['side'] {
  const { elements } = sentence;
  const at =
    place.start === null
      ? elements.length
      : elements.findIndex((element) => element.end > (place.start as number));
  for (let i = at - 1; i >= 0; i--) {
    const element = elements[i] as Element;
    const site = rowOf(element, 'site');
    if (site !== null && areaOf(site.site) !== areaOf(place.site)) return null;
    if (hasRole(element, 'head')) {
      if (i === own) continue;
      return null;
    }
    const side = rowOf(element, 'side');
    if (side !== null) {
      return ownsOtherBone(elements, i, place) ? null : side.side;
    }
    if (element.breakBefore === 3) return null;
  }
  return null;
}

/** "enkelbreuk re 2009, sleutelbeen": the side belongs to what stands before it. */
function ownsOtherBone(elements: readonly Element[], side: number, place: Place): boolean {
  for (let i = side - 1; i >= Math.max(0, side - 3); i--) {
    const element = elements[i] as Element;
    if (hasRole(element, 'head')) return true;
    const site = rowOf(element, 'site');
    if (site !== null) return areaOf(site.site) !== areaOf(place.site);
  }
  return false;
}

const midline = new Set(['pelvis.sacrum', 'sternum', 'skull-face']);

/** The side of a one-sided examination holds for the limb it shows. */
function sidedByContext(place: Place, context: Context): boolean {
  return (
    context.sided === null ||
    place.site === 'unspecified' ||
    context.sided === 'unspecified' ||
    limbOf(place.site) === limbOf(context.sided) ||
    (areaOf(place.site) === 'chest' && areaOf(context.sided) === 'shoulder')
  );
}

/** Whether a level candidate is a vertebra here, not a magnet's weighting, a finger or a disc. */
function admitsLevel(element: Element, sentence: SentenceView, head: number, row: HeadRow): boolean {
  const level = element.level;
  if (level === null) return false;
  const { elements } = sentence;
  const at = elements.indexOf(element);
  if (
    level.maybeWeighting &&
    (elements.some((other) => hasRole(other, 'signal')) || !besideHead(elements, at, head))
  )
    return false;
  if (level.maybeDigit && row.needs !== 'spine') {
    const spinal = elements.some((other) => {
      const site = rowOf(other, 'site');
      return site !== null && isVertebral(site.site);
    });
    if (!spinal) return false;
  }
  const before = elements[at - 1];
  const after = elements[at + 1];
  if (before !== undefined && (hasRole(before, 'mismatch') || hasRole(before, 'pseudo'))) return false;
  if (after !== undefined && after.breakBefore === 0 && hasRole(after, 'mismatch') && level.maybeDisc)
    return false;
  return Math.abs(at - head) < 40;
}

/** Nothing but joining words and articles stands between a level and its head. */
function besideHead(elements: readonly Element[], at: number, head: number): boolean {
  for (let i = Math.min(at, head) + 1; i < Math.max(at, head); i++)
    if (rowOf(elements[i] as Element, 'joiner') === null) return false;
  return true;
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
