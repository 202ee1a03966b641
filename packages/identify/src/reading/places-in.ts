// All bones named in a stretch of elements: parts narrow them ("distale" + "radius"), precise words replace vague
// ones of the same area, levels split by region, and each gets the side written against it.

import {
  type FractureSite,
  isVertebral,
  type Side,
  type VertebralLevel,
  type VertebralRegion,
  vertebralLevels,
  vertebralRegion,
} from '@breekpunt/core';
import type { SiteRow } from '@breekpunt/knowledge';
import { gapBit } from '../scan/char-class.ts';
import { areaOf, precisionOf, siteOfPart, siteOfRegion } from './bone-parts.ts';
import { nearestSide } from './bone-sides.ts';
import type { Place } from './place.ts';
import { type Element, hasRole, rowOf } from './report-view.ts';

/** One named bone within a stretch of elements, before sides and parts are settled. */
export interface Named {
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
          site: siteOfRegion[region],
          index: i,
          row: null,
          levels: element.level.levels.filter((level) => vertebralRegion(level) === region),
          plural: false,
        });
  }
  for (const name of named) applyPart(name, parts);
  const kept = dropVague(levelsTogether(named, elements), elements);
  return kept.map((name) => placeOf(name, named, elements, sides));
}

/** "D7 (severe), D11 (moderate)": levels of one region that only a remark in brackets parts are one place. */
function levelsTogether(named: readonly Named[], elements: readonly Element[]): Named[] {
  const together: Named[] = [];
  for (const name of named) {
    const last = together.find((other) => other.row === null && other.site === name.site);
    const remark =
      last !== undefined && name.row === null && bracketsBetween(elements, last.index, name.index);
    if (remark)
      last.levels = vertebralLevels.filter((level) => [...last.levels, ...name.levels].includes(level));
    else together.push(name);
  }
  return together;
}

function bracketsBetween(elements: readonly Element[], from: number, to: number): boolean {
  let open = false;
  for (let i = from + 1; i <= to; i++) {
    const element = elements[i] as Element;
    if ((element.gap & gapBit.close) !== 0) open = false;
    if ((element.gap & gapBit.open) !== 0) open = true;
    if (!open && i < to && element.level === null && rowOf(element, 'joiner') === null) return false;
    // A grade, an age or a doubt of its own makes each a fracture of its own.
    if (open && (element.numeric || hasRole(element, 'cue') || hasRole(element, 'head'))) return false;
  }
  return !open;
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
  // "radiusfractuur dorsaal gekanteld": a compound has named its bone.
  const beside = [elements[at - 1], elements[at + 1]].some(
    (element) => element !== undefined && hasRole(element, 'head') && !element.inner,
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

export function regionsOf(levels: readonly VertebralLevel[]): VertebralRegion[] {
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
    // "distal tibial shaft": the shaft is the bone's, distal only says where in it.
    if (site !== null && (gap < distance || (gap === distance && part === 'shaft'))) {
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
    const yields =
      name.row?.yields === true && named.some((other) => areaOf(other.site) !== areaOf(name.site));
    const part = name.row?.partOf !== undefined && named.some((other) => other.site === name.row?.partOf);
    if (betterThere || twin || part || yields) continue;
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
    partOf: name.row?.partOf ?? null,
    vague: name.row?.vague === true && name.row.site === name.site,
  };
}
