// Bones named outside a head's own phrase: by the heading or examination above, earlier in the sentence, or
// later in the clause.

import { isVertebral, type VertebralRegion, vertebralRegion } from '@breekpunt/core';
import type { HeadRow } from '@breekpunt/knowledge';
import { siteOfRegion } from './bone-parts.ts';
import { isPlace } from './phrase.ts';
import { needsSpine, type Phrase, type Place, placeElsewhere } from './place.ts';
import { placesIn, regionsOf } from './places-in.ts';
import { type Context, type Element, hasRole, rowOf, type SentenceView } from './report-view.ts';

/** Places given by a heading or examination title. */
export function placesOfContext(context: Context): Place[] {
  // A long span of levels is what the examination shows, not what is broken.
  const levels = context.levels.flatMap((group) => group.levels);
  const regions = regionsOf(levels);
  if (levels.length > 3) return [wholeSpine(context, regions)];
  const named = [{ rule: 'context', start: context.start, end: context.end }];
  if (regions.length > 0)
    return regions.map((region) =>
      placeElsewhere(
        'context',
        siteOfRegion[region],
        named,
        null,
        levels.filter((level) => vertebralRegion(level) === region),
      ),
    );
  return context.sites.map(({ site, plural }) =>
    placeElsewhere(
      'context',
      site,
      named,
      isVertebral(site) ? null : (context.side ?? (plural ? 'both' : null)),
    ),
  );
}

function wholeSpine(context: Context, regions: readonly VertebralRegion[]): Place {
  const only = regions.length === 1 ? regions[0] : undefined;
  return placeElsewhere('context', only === undefined ? 'vertebra.unspecified' : siteOfRegion[only], [
    { rule: 'context', start: context.start, end: context.end },
  ]);
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
    if (isPerson(element) || (spinal && hasRole(element, 'exam'))) break;
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
    // "Th12: ventraal lager dan dorsaal": where the line names its vertebra, the adjective tells a direction.
    const levelled = (sentence.context?.levels.length ?? 0) > 0;
    if (levelled && element.level === null && rowOf(element, 'site')?.adjective === true) continue;
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
  return placeElsewhere('sentence', row.site ?? 'unspecified', named);
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
    // "left 5th through 7th ribs": the numbers of ribs stand between them and their side.
    const counts = before.numeric || hasRole(before, 'ordinal');
    if (!isPlace(before) && rowOf(before, 'joiner') === null && !counts) break;
    from--;
  }
  return from;
}
