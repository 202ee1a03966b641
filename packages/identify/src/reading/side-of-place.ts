// The side of a bone that its own phrase does not state: said earlier in the sentence, or of the limb examined.

import { isVertebral } from '@breekpunt/core';
import { areaOf, limbOf } from './bone-parts.ts';
import type { Place } from './place.ts';
import { type Context, type Element, hasRole, rowOf, type SentenceView } from './report-view.ts';

export function withContextSide(places: readonly Place[], sentence: SentenceView, own = -1): Place[] {
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
export function sideSaid(sentence: SentenceView, place: Place, own = -1): Place['side'] {
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

export const midline: ReadonlySet<string> = new Set(['pelvis.sacrum', 'sternum', 'skull-face']);

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
