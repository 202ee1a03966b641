// Which side word belongs to which of several bones.

import { isVertebral, type Side } from '@breekpunt/core';
import { areaOf } from './bone-parts.ts';
import type { Named } from './places-in.ts';
import { type Element, hasRole, rowOf } from './report-view.ts';

/** The side that belongs to this bone: written right behind it, else right before it, else the only one left over. */
export function nearestSide(
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
