// Where the bone is that a head word speaks of. First the head's own phrase ("distale radiusfractuur links",
// "fracture of the left femoral neck"), then the rest of its sentence, then the heading or examination above.

import type { FractureSite, Side, VertebralLevel, VertebralRegion } from '@breekpunt/core';
import { isVertebral, vertebralLevels, vertebralRegion } from '@breekpunt/core';
import type { HeadRow, SiteRow } from '@breekpunt/knowledge';
import { gapBit } from '../scan/char-class.ts';
import { areaOf, precisionOf, siteOfPart } from './bone-parts.ts';
import { type Context, type Element, hasRole, rowOf, type SentenceView } from './report-view.ts';

export interface Place {
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  /** Where the words stand that name it; null when only the context does. */
  readonly start: number | null;
  readonly end: number | null;
  readonly from: 'phrase' | 'sentence' | 'context' | 'nothing';
  /** Vocabulary rows that named it, with their positions. */
  readonly named: readonly { readonly rule: string; readonly start: number; readonly end: number }[];
  /** The site this bone is counted with when both broke (ulnar styloid: distal radius). */
  readonly partOf?: FractureSite;
  /** Named by an everyday word for a whole area only. */
  readonly vague?: boolean;
}

/** Index range of elements that form a head's phrase. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

const MOST_UNKNOWN_WORDS = 2;

/** Elements that belong to the head's own noun phrase, left and right of it. */
export function phraseOf(elements: readonly Element[], head: number): Phrase {
  return { from: walkLeft(elements, head), to: walkRight(elements, head) };
}

function walkRight(elements: readonly Element[], head: number): number {
  let unknown = 0;
  let reached = head;
  let pendingComma = false;
  // "Fracturen: pols links 2010, rib 6 rechts": a head used as a label takes the places behind its colon.
  const label = isLabel(elements, head);
  for (let i = head + 1; i < elements.length; i++) {
    const element = elements[i] as Element;
    if (element.breakBefore >= 2 && !(label && i === head + 1)) break;
    if (label && element.breakBefore === 1 && placeSoon(elements, i)) {
      if (isPlace(element)) reached = i;
      continue;
    }
    if (
      hasRole(element, 'head') &&
      !isNounless(element) &&
      !adjoins(elements, head, i) &&
      !governs(elements, head, i)
    )
      break;
    if (
      element.breakBefore === 1 &&
      (element.gap & gapBit.open) !== 0 &&
      element.level === null &&
      !hasRole(element, 'side') &&
      !isYear(element)
    ) {
      if (levelSoon(elements, i)) continue;
      const after = afterBracket(elements, i);
      if (after === null) break;
      i = after - 1;
      continue;
    }
    if (element.breakBefore === 1 && !closesBracket(element)) {
      const opensLevels =
        element.level !== null ||
        (element.numeric && element.end - element.start <= 2) ||
        hasRole(element, 'ordinal') ||
        hasRole(element, 'side') ||
        isYear(element);
      if (!opensLevels && !(hasRole(element, 'site') && continuesList(elements, i))) break;
      pendingComma = !opensLevels;
    }
    if (isPlace(element)) {
      reached = i;
      unknown = 0;
      pendingComma = false;
      continue;
    }
    if (hasRole(element, 'ordinal') || hasRole(element, 'unit')) continue;
    const joiner = rowOf(element, 'joiner');
    if (joiner !== null) {
      if ((joiner.joins === 'and' || joiner.joins === 'or') && !placeFollows(elements, i + 1)) break;
      continue;
    }
    if (hasRole(element, 'cue')) {
      const cue = rowOf(element, 'cue');
      if (cue?.sense === 'absent' || cue?.sense === 'possible' || cue?.sense === 'present') break;
      // "heupfractuur na val op de pols": where she fell is not what broke.
      if (cue?.reach === 'report') break;
      continue;
    }
    if (hasRole(element, 'mismatch') || hasRole(element, 'attribute') || hasRole(element, 'section')) break;
    if (isNumber(element)) continue;
    if (++unknown > MOST_UNKNOWN_WORDS || pendingComma) break;
  }
  return reached;
}

function isLabel(elements: readonly Element[], head: number): boolean {
  const next = elements[head + 1];
  return next !== undefined && next.breakBefore === 2 && placeSoon(elements, head + 1);
}

/** A place here or within the next two words, no comma between. */
function placeSoon(elements: readonly Element[], at: number): boolean {
  for (let i = at; i < Math.min(elements.length, at + 3); i++) {
    const element = elements[i] as Element;
    if (i > at && element.breakBefore > 0) return false;
    if (element.level !== null || hasRole(element, 'site')) return true;
    if (hasRole(element, 'head') || hasRole(element, 'cue')) return false;
  }
  return false;
}

/** "fracture enfoncement", "wigvormige inzakking": two head words side by side are one. */
function adjoins(elements: readonly Element[], head: number, other: number): boolean {
  return Math.abs(head - other) === 1 && (elements[Math.max(head, other)] as Element).breakBefore === 0;
}

/** "Zunehmende Sinterung der bekannten Fraktur LWK 1": the first word tells what happens to the second. */
function governs(elements: readonly Element[], head: number, other: number): boolean {
  const first = rowOf(elements[head] as Element, 'head');
  const second = rowOf(elements[other] as Element, 'head');
  if (first?.needs !== 'spine' || second?.kind !== 'fracture' || other - head > 5) return false;
  let of = false;
  for (let i = head + 1; i <= other; i++) {
    const element = elements[i] as Element;
    if (element.breakBefore > 0) return false;
    if (i === other) break;
    const joins = rowOf(element, 'joiner')?.joins;
    if (joins === 'of') of = true;
    else if (joins !== 'filler' && !hasRole(element, 'cue')) return false;
  }
  return of;
}

/** Whether another head's phrase already holds this head word. */
export function governedByHead(elements: readonly Element[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 5); i--)
    if (hasRole(elements[i] as Element, 'head')) return governs(elements, i, at);
  return false;
}

function closesBracket(element: Element): boolean {
  return (element.gap & gapBit.close) !== 0 && (element.gap & (gapBit.comma | gapBit.open)) === 0;
}

/** "(verm. D8)": the bracket opens with at most one word before its level. */
function levelSoon(elements: readonly Element[], at: number): boolean {
  const next = elements[at + 1];
  return next !== undefined && next.level !== null && next.breakBefore === 0;
}

/** The element after a short bracket that begins here, or null when it does not close soon. */
function afterBracket(elements: readonly Element[], at: number): number | null {
  for (let i = at + 1; i < Math.min(elements.length, at + 8); i++) {
    const element = elements[i] as Element;
    if ((element.gap & gapBit.close) !== 0)
      return (element.gap & (gapBit.comma | gapBit.semicolon | gapBit.colon)) === 0 ? i : null;
    if (element.breakBefore >= 2) return null;
  }
  return null;
}

function walkLeft(elements: readonly Element[], head: number): number {
  let unknown = 0;
  let reached = head;
  for (let i = head - 1; i >= 0; i--) {
    const element = elements[i] as Element;
    const following = elements[i + 1] as Element;
    if (following.breakBefore >= 1) break;
    if (hasRole(element, 'head') && !isNounless(element) && !adjoins(elements, head, i)) break;
    if (isPlace(element)) {
      reached = i;
      unknown = 0;
      continue;
    }
    if (hasRole(element, 'ordinal')) continue;
    const joiner = rowOf(element, 'joiner');
    if (joiner !== null) {
      if (joiner.joins === 'of') break;
      if (joiner.joins === 'filler') continue;
      const before = elements[i - 1];
      if (before === undefined || reached !== i + 1 || !isPlaceOrFiller(before)) break;
      continue;
    }
    if (hasRole(element, 'cue')) {
      const cue = rowOf(element, 'cue');
      if (cue?.sense === 'absent' || cue?.sense === 'possible' || cue?.sense === 'present') break;
      continue;
    }
    if (
      hasRole(element, 'mismatch') ||
      hasRole(element, 'attribute') ||
      hasRole(element, 'section') ||
      hasRole(element, 'exam')
    )
      break;
    if (isNumber(element)) continue;
    if (++unknown > 1) break;
  }
  return reached;
}

function isPlaceOrFiller(element: Element): boolean {
  return isPlace(element) || rowOf(element, 'joiner')?.joins === 'filler';
}

function isPlace(element: Element): boolean {
  return (
    element.level !== null || hasRole(element, 'site') || hasRole(element, 'part') || hasRole(element, 'side')
  );
}

/** Treatments and shape words may stand in another head's phrase without cutting it. */
function isNounless(element: Element): boolean {
  return rowOf(element, 'head')?.kind === 'vertebral-deformity';
}

function isNumber(element: Element): boolean {
  return element.numeric;
}

function isYear(element: Element): boolean {
  return element.numeric && element.end - element.start === 4;
}

function placeFollows(elements: readonly Element[], from: number): boolean {
  for (let i = from; i < Math.min(elements.length, from + 5); i++) {
    const element = elements[i] as Element;
    if (element.breakBefore >= 1) return false;
    if (hasRole(element, 'head')) return false;
    if (isPlace(element) || element.numeric || hasRole(element, 'ordinal')) return true;
    // Another noun after the joining word begins another phrase.
    if (element.rows.length === 0 && element.end - element.start > 4) return false;
    const cue = rowOf(element, 'cue');
    if (cue !== null && (cue.sense === 'absent' || cue.sense === 'possible')) return false;
  }
  return false;
}

/** A comma followed by a site continues the list when a joining word with another site closes it. */
function continuesList(elements: readonly Element[], at: number): boolean {
  for (let i = at + 1; i < Math.min(elements.length, at + 10); i++) {
    const element = elements[i] as Element;
    if (element.breakBefore >= 2 || hasRole(element, 'head')) return false;
    const joins = rowOf(element, 'joiner')?.joins;
    if (joins === 'and' || joins === 'or') return placeFollows(elements, i + 1);
    if (element.breakBefore === 1 && !isPlace(element)) return false;
  }
  return false;
}

/** One named bone within a stretch of elements, before sides and parts are settled. */
interface Named {
  site: FractureSite;
  index: number;
  row: SiteRow | null;
  levels: VertebralLevel[];
  plural: boolean;
}

/** All places named in a stretch, precise words replacing vague ones of the same area. */
export function placesIn(
  elements: readonly Element[],
  from: number,
  to: number,
  admitsLevel: (element: Element) => boolean,
  spinal: boolean,
): Place[] {
  const named: Named[] = [];
  const parts: { part: NonNullable<ReturnType<typeof rowOf<'part'>>>['part']; index: number }[] = [];
  const sides: { side: Side; index: number }[] = [];
  for (let i = from; i <= to; i++) {
    const element = elements[i];
    if (element === undefined) continue;
    const part = rowOf(element, 'part');
    if (part !== null) parts.push({ part: part.part, index: i });
    const side = rowOf(element, 'side');
    if (side !== null) sides.push({ side: side.side, index: i });
    const site = rowOf(element, 'site');
    if (site !== null && siteCounts(elements, i, site, spinal))
      named.push({
        site: site.site,
        index: i,
        row: site,
        levels: levelOfNoun(elements, i, site),
        plural: site.plural === true,
      });
    if (element.level !== null && admitsLevel(element))
      for (const region of regionsOf(element.level.levels))
        named.push({
          site: `vertebra.${region}`,
          index: i,
          row: null,
          levels: element.level.levels.filter((level) => vertebralRegion(level) === region),
          plural: false,
        });
  }
  for (const name of named) applyPart(name, parts);
  const kept = dropVague(named, elements);
  return kept.map((name) => placeOf(name, named, elements, sides));
}

/** Adjectives of the spine need a spinal head or noun; everyday words need a side, an examination or a joint beside. */
function siteCounts(elements: readonly Element[], at: number, row: SiteRow, spinal: boolean): boolean {
  if (row.adjective === true && !spinal) {
    const noun = elements.some((element) => element.level !== null || isSpinalNoun(element));
    if (!noun && !describesHead(elements, at)) return false;
  }
  if (row.ambiguous !== true || (elements[at] as Element).inner) return true;
  return [at - 1, at + 1].some((index) => {
    const element = elements[index];
    if (element === undefined) return index === elements.length;
    return (
      hasRole(element, 'side') ||
      hasRole(element, 'exam') ||
      hasRole(element, 'site') ||
      hasRole(element, 'head') ||
      element.rows.some((other) => other.role === 'joiner' && other.joins !== 'filler') ||
      isArticle(element)
    );
  });
}

/** "fracture lombaire": the adjective stands against the head, and no other bone follows. */
function describesHead(elements: readonly Element[], at: number): boolean {
  const beside = [elements[at - 1], elements[at + 1]].some(
    (element) => element !== undefined && hasRole(element, 'head'),
  );
  if (!beside) return false;
  for (let i = at + 1; i < Math.min(elements.length, at + 5); i++)
    if (hasRole(elements[i] as Element, 'site')) return false;
  return true;
}

/** "derde lendenwervel", "third lumbar vertebra": an ordinal beside a spinal noun is a level. */
function levelOfNoun(elements: readonly Element[], at: number, row: SiteRow): VertebralLevel[] {
  if (row.level !== undefined) return [row.level];
  const letter = { 'vertebra.cervical': 'C', 'vertebra.thoracic': 'T', 'vertebra.lumbar': 'L' }[
    row.site as 'vertebra.lumbar'
  ];
  if (letter === undefined) return [];
  for (const index of [at - 1, at - 2]) {
    const before = elements[index];
    const ordinal = before === undefined ? null : (rowOf(before, 'ordinal')?.number ?? before.value);
    if (ordinal === null) continue;
    const level = vertebralLevels.find((candidate) => candidate === `${letter}${ordinal}`);
    return level === undefined ? [] : [level];
  }
  return [];
}

function isSpinalNoun(element: Element): boolean {
  const site = rowOf(element, 'site');
  return site !== null && isVertebral(site.site) && site.adjective !== true;
}

function isArticle(element: Element): boolean {
  return element.end - element.start <= 3 && rowOf(element, 'joiner')?.joins === 'filler';
}

function regionsOf(levels: readonly VertebralLevel[]): VertebralRegion[] {
  return [...new Set(levels.map(vertebralRegion))];
}

function applyPart(
  name: Named,
  parts: readonly { part: Parameters<typeof siteOfPart>[1]; index: number }[],
): void {
  const bone = name.row?.bone;
  if (bone === undefined) return;
  let best: FractureSite | null = null;
  let distance = 5;
  for (const { part, index } of parts) {
    const site = siteOfPart(bone, part);
    const gap = Math.abs(index - name.index);
    if (site !== null && gap < distance) {
      best = site;
      distance = gap;
    }
  }
  if (best !== null) name.site = best;
}

/** "pols of carpus": two names joined as alternatives are two bones. */
function listed(elements: readonly Element[], a: number, b: number): boolean {
  for (let i = Math.min(a, b) + 1; i < Math.max(a, b); i++)
    if (rowOf(elements[i] as Element, 'joiner')?.joins === 'or') return true;
  return false;
}

function dropVague(named: readonly Named[], elements: readonly Element[]): Named[] {
  const kept: Named[] = [];
  for (const name of named) {
    const betterThere = named.some(
      (other) =>
        other !== name &&
        areaOf(other.site) === areaOf(name.site) &&
        rank(other) > rank(name) &&
        !listed(elements, name.index, other.index),
    );
    const twin = kept.some(
      (other) => other.site === name.site && (name.levels.length === 0 || sameLevels(other, name)),
    );
    const part = name.row?.partOf !== undefined && named.some((other) => other.site === name.row?.partOf);
    if (betterThere || twin || part) continue;
    kept.push(name);
  }
  return kept;
}

function sameLevels(a: Named, b: Named): boolean {
  return a.levels.join() === b.levels.join();
}

function rank(name: Named): number {
  if (name.levels.length > 0) return 5;
  return name.row?.vague === true ? precisionOf(name.site) : 4;
}

function placeOf(
  name: Named,
  all: readonly Named[],
  elements: readonly Element[],
  sides: readonly { side: Side; index: number }[],
): Place {
  const element = elements[name.index] as Element;
  const rule = name.row?.id ?? 'level';
  let start = element.start;
  let end = element.end;
  const side = nearestSide(name, all, sides, elements);
  for (const other of all)
    if (other !== name && areaOf(other.site) === areaOf(name.site)) {
      const place = elements[other.index] as Element;
      start = Math.min(start, place.start);
      end = Math.max(end, place.end);
    }
  if (side !== null) {
    const word = elements[side.index] as Element;
    start = Math.min(start, word.start);
    end = Math.max(end, word.end);
  }
  return {
    site: name.site,
    side: side?.side ?? name.row?.side ?? (name.plural && name.levels.length === 0 ? 'both' : null),
    levels: name.levels,
    start,
    end,
    from: 'phrase',
    named: [{ rule, start: element.start, end: element.end }],
    ...(name.row?.vague === true && name.row.site === name.site ? { vague: true } : {}),
    ...(name.row?.partOf === undefined ? {} : { partOf: name.row.partOf }),
  };
}

/** The side that belongs to this bone: written right behind it, else right before it, else the only one left over. */
function nearestSide(
  name: Named,
  all: readonly Named[],
  sides: readonly { side: Side; index: number }[],
  elements: readonly Element[],
): { side: Side; index: number } | null {
  if (sides.length === 0 || isVertebral(name.site)) return null;
  if (sides.length === 1) return sides[0] ?? null;
  const own = sides.filter((side) => ownerOf(side.index, all, elements) === name);
  if (own.length > 1 && own.some((side) => side.side !== own[0]?.side))
    return { side: 'both', index: own[0]?.index ?? 0 };
  if (own[0] !== undefined) return own[0];
  const free = sides.filter((side) => {
    const owner = ownerOf(side.index, all, elements);
    return owner === null || (areaOf(owner.site) === areaOf(name.site) && owner.site === name.site);
  });
  const behind = free.find((side) => side.index > name.index);
  return behind ?? free[free.length - 1] ?? inherited(name, sides);
}

/** "enkel- en claviculafractuur links": a bone without its own side takes the one at the end. */
function inherited(
  name: Named,
  sides: readonly { side: Side; index: number }[],
): { side: Side; index: number } | null {
  const kinds = new Set(sides.map((side) => side.side));
  return kinds.size === 1 ? (sides.find((side) => side.index > name.index) ?? sides[0] ?? null) : null;
}

function isListWord(element: Element): boolean {
  const joins = rowOf(element, 'joiner')?.joins;
  return joins === 'and' || joins === 'or';
}

/** The bone a side word is written against: the one right before it, else the next one after it. */
function ownerOf(side: number, all: readonly Named[], elements: readonly Element[]): Named | null {
  for (let i = side - 1; i >= Math.max(0, side - 6); i--) {
    if ((elements[i + 1] as Element).breakBefore >= 1) break;
    const before = all.find((name) => name.index === i);
    if (before !== undefined) return before;
    const element = elements[i] as Element;
    if (
      !element.numeric &&
      !hasRole(element, 'ordinal') &&
      !hasRole(element, 'part') &&
      rowOf(element, 'joiner') === null
    )
      break;
    if (isListWord(element) && !(elements[i + 1] as Element).numeric) break;
  }
  for (let i = side + 1; i < elements.length; i++) {
    if ((elements[i] as Element).breakBefore >= 1) break;
    const name = all.find((candidate) => candidate.index === i);
    if (name !== undefined) return name;
    const element = elements[i] as Element;
    if (rowOf(element, 'joiner')?.joins !== 'filler' && !hasRole(element, 'part')) break;
  }
  return null;
}

/** Places given by a heading or examination title. */
export function placesOfContext(context: Context): Place[] {
  // A long span of levels is what the examination shows, not what is broken.
  const levels = context.levels.flatMap((group) => group.levels);
  if (levels.length > 3) return [wholeSpine(context)];
  const regions = regionsOf(levels);
  const named = [{ rule: 'context', start: context.start, end: context.end }];
  if (regions.length > 0)
    return regions.map((region) => ({
      site: `vertebra.${region}` as const,
      side: null,
      levels: levels.filter((level) => vertebralRegion(level) === region),
      start: null,
      end: null,
      from: 'context' as const,
      named,
    }));
  return context.sites.map(({ site, plural }) => ({
    site,
    side: isVertebral(site) ? null : (context.side ?? (plural ? 'both' : null)),
    levels: [],
    start: null,
    end: null,
    from: 'context' as const,
    named,
  }));
}

function wholeSpine(context: Context): Place {
  const named = [{ rule: 'context', start: context.start, end: context.end }];
  return {
    site: 'vertebra.unspecified',
    side: null,
    levels: [],
    start: null,
    end: null,
    from: 'context',
    named,
  };
}

/** Nearest place named earlier in the sentence. */
export function placesBefore(
  sentence: SentenceView,
  phrase: Phrase,
  row: HeadRow,
  admitsLevel: (element: Element) => boolean,
): Place[] {
  const { elements } = sentence;
  const spinal = needsSpine(row);
  const fits = (place: Place): boolean => !spinal || isVertebral(place.site);
  let vague: Place[] | null = null;
  let crossed = false;
  for (let i = phrase.from - 1; i >= Math.max(0, phrase.from - FARTHEST); i--) {
    const element = elements[i] as Element;
    if (isPerson(element) || hasRole(element, 'exam')) break;
    const head = rowOf(element, 'head');
    if (head !== null && head.kind !== 'vertebral-deformity') {
      if (head.site !== undefined && head.kind === 'treated-fracture')
        return [headPlace(element, head)].filter(fits);
      crossed = true;
    }
    const between = (elements[i + 1] as Element).breakBefore;
    // "Clavicle fractured as a child, no adult fractures": a new clause does not borrow an earlier fracture's bone.
    if (crossed && between >= 1 && !spinal) break;
    if (element.level === null && !hasRole(element, 'site')) continue;
    const from = leftStretch(elements, i);
    const places = placesIn(elements, from, Math.min(i + 1, phrase.from - 1), admitsLevel, spinal).filter(
      fits,
    );
    if (places.length === 0) continue;
    const found = places.map((place) => ({ ...place, from: 'sentence' as const }));
    // "T11 … under the superior endplate": the vertebra named further back tells more.
    if (found.length > 1 || found[0]?.site !== 'vertebra.unspecified') return found;
    vague ??= found;
  }
  return vague ?? [];
}

/** Nearest place named later in the clause, unless it heads a clause of its own. */
export function placesAfter(
  sentence: SentenceView,
  phrase: Phrase,
  row: HeadRow,
  admitsLevel: (element: Element) => boolean,
): Place[] {
  const { elements } = sentence;
  const spinal = needsSpine(row);
  const fits = (place: Place): boolean => !spinal || isVertebral(place.site);
  for (let i = phrase.to + 1; i < Math.min(elements.length, phrase.to + FARTHEST); i++) {
    const element = elements[i] as Element;
    if (element.breakBefore >= 2 || hasRole(element, 'head') || isPerson(element)) break;
    if ((elements[i + 1]?.breakBefore ?? 0) === 2) break;
    if (element.level === null && !hasRole(element, 'site')) continue;
    const places = placesIn(elements, i, Math.min(i + 2, elements.length - 1), admitsLevel, spinal).filter(
      fits,
    );
    if (places.length > 0) return places.map((place) => ({ ...place, from: 'sentence' as const }));
  }
  return [];
}

function headPlace(element: Element, row: HeadRow): Place {
  const named = [{ rule: row.id, start: element.start, end: element.end }];
  return {
    site: row.site ?? 'unspecified',
    side: null,
    levels: [],
    start: null,
    end: null,
    from: 'sentence',
    named,
  };
}

/** No bone is looked for farther than this many elements. */
const FARTHEST = 60;

/** "selbst", "moeder": what stands before another person belongs to them. */
function isPerson(element: Element): boolean {
  const cue = rowOf(element, 'cue');
  return cue !== null && (cue.sense === 'patient' || cue.sense === 'family' || cue.sense === 'other');
}

function leftStretch(elements: readonly Element[], at: number): number {
  let from = at;
  while (from > 0 && (elements[from] as Element).breakBefore === 0) {
    const before = elements[from - 1] as Element;
    if (!isPlace(before) && rowOf(before, 'joiner') === null) break;
    from--;
  }
  return from;
}

export function needsSpine(row: HeadRow): boolean {
  return row.needs === 'spine' || row.needs === 'grading';
}
