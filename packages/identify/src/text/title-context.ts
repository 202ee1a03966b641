// What a title says of the sentences under it: which bones, which side, which levels.

import type { FractureSite } from '@breekpunt/core';
import { areaOf, precisionOf } from '../reading/bone-parts.ts';
import { placesIn } from '../reading/places-in.ts';
import { type Context, type Element, rowOf } from '../reading/report-view.ts';
import type { LevelGroup } from './levels.ts';

/** `title`: an examination's name in passing, which of several regions it showed stays open. */
export function contextFrom(elements: readonly Element[], title: boolean): Context {
  const places = placesIn(elements, 0, elements.length - 1, () => false, true);
  const sites = places.map((place) => ({ site: place.site, plural: place.side === 'both' }));
  const levels: LevelGroup[] = [];
  let left = false;
  let right = false;
  let both = false;
  let sidedAt = -1;
  elements.forEach((element, index) => {
    const side = rowOf(element, 'side');
    if (side !== null) sidedAt = index;
    if (side?.side === 'left') left = true;
    if (side?.side === 'right') right = true;
    if (side?.side === 'both') both = true;
    if (element.level !== null && !element.level.maybeWeighting) levels.push(element.level);
  });
  const side = both || (left && right) ? 'both' : left ? 'left' : right ? 'right' : null;
  const first = elements[0];
  const last = elements[elements.length - 1];
  return {
    sites: narrowed(sites, title),
    side,
    sided: nearestSite(elements, sidedAt),
    levels,
    start: first?.start ?? 0,
    end: last?.end ?? 0,
  };
}

/** The bone named nearest to the side word. */
function nearestSite(elements: readonly Element[], at: number): FractureSite | null {
  let best: FractureSite | null = null;
  let distance = 100;
  elements.forEach((element, index) => {
    const site = rowOf(element, 'site');
    if (site === null || at < 0 || Math.abs(index - at) > distance) return;
    distance = Math.abs(index - at);
    best = site.site;
  });
  return best;
}

/**
 * Which bones a title leaves open. A vague name gives way to a precise one of its area, several spinal regions
 * become the spine, and a title in passing that names several parts of the body names none.
 */
function narrowed(sites: Context['sites'], title: boolean): Context['sites'] {
  const precise = sites.filter(
    (named) =>
      !sites.some(
        (other) =>
          other !== named &&
          areaOf(other.site) === areaOf(named.site) &&
          precisionOf(other.site) > precisionOf(named.site),
      ),
  );
  if (precise.length < 2) return precise;
  if (precise.every((named) => named.site.startsWith('vertebra.')))
    return title ? [{ site: 'vertebra.unspecified', plural: false }] : precise;
  return title ? [{ site: 'unspecified', plural: false }] : precise;
}
