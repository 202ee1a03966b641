// Which bone or bones a head word speaks of: its own phrase first, then the sentence, the heading, the sentences
// before, the examination; and a vertebra without a level takes the one that its surroundings name.

import { isVertebral, vertebralRegion } from '@breekpunt/core';
import type { HeadRow } from '@breekpunt/knowledge';
import { duty } from '../scan/duties.ts';
import { areaOf, partOfSite, precisionOf, siteOfRegion } from './bone-parts.ts';
import { admitsLevel } from './level-candidate.ts';
import { needsSpine, type Phrase, type Place, placeElsewhere } from './place.ts';
import { placesAfter, placesBefore, placesOfContext } from './places-around.ts';
import { placesIn } from './places-in.ts';
import { type Element, rowOf, type SentenceView } from './report-view.ts';
import { midline, withContextSide } from './side-of-place.ts';

export function choosePlaces(
  sentence: SentenceView,
  index: number,
  row: HeadRow,
  phrase: Phrase,
  before: readonly SentenceView[],
): Place[] {
  const side = ownSide(sentence, phrase, index);
  const places = namedPlaces(sentence, index, row, phrase, before).map((place) => {
    const site = place.site === 'finger' && onFoot(sentence) ? 'toe' : place.site;
    if (site === 'toe' && place.site !== 'toe' && place.side === null)
      return withContextSide([{ ...place, site }], sentence)[0] as Place;
    if (isVertebral(site) && place.from === 'phrase' && side !== null && side !== 'both')
      return { ...place, side };
    const keeps = side === null || isVertebral(site) || midline.has(site) || place.from === 'phrase';
    return keeps &&
      !(place.from === 'phrase' && place.side === null && side !== null && row.site !== undefined)
      ? { ...place, site }
      : { ...place, site, side };
  });
  // "fractuur grondfalanx dig V voet": the foot only says which phalanx.
  const precise = places.filter((place) => !place.vague || !places.some((other) => other.site === 'toe'));
  // A phalanx beside its toe is one toe.
  return precise.filter(
    (place, at) =>
      !precise.some(
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
  const named = placesIn(
    sentence.elements,
    phrase.from,
    phrase.to,
    admits,
    spinal || own?.site === 'vertebra.unspecified',
  );
  const near = named.filter(fits);
  if (near.length > 0)
    return refineSpine(
      own === null ? withContextSide(near, sentence, index) : merged(own, near, sentence),
      sentence,
      phrase,
      row,
      admits,
    );
  if (own !== null) return refineSpine(withContextSide([own], sentence), sentence, phrase, row, admits);
  // "Deformity of the proximal humerus": another bone's shape, whatever spine was named before.
  if (row.kind === 'vertebral-deformity' && named.some((place) => precisionOf(place.site) === 2))
    return [...named];
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
  const told = spinal ? spineBefore(before) : abbreviated(row) ? boneBefore(before) : null;
  if (told !== null) return [told];
  return [placeElsewhere('nothing', 'unspecified', [], sideIn(sentence, phrase))];
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
    if ((sentence.duties & duty.site) === 0) continue;
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

/** "#" and "fx": in a note they are short for a fracture, never for a hernia. */
function abbreviated(row: HeadRow): boolean {
  return row.lang === 'any' && row.plain === true;
}

function toldBefore({ named }: Place): Place['named'] {
  return named.map((word) => ({ ...word, rule: 'before' }));
}

/** "S/P plate R clavicle. … Fx not healed.": the one bone named in the sentences before. */
function boneBefore(before: readonly SentenceView[]): Place | null {
  for (const sentence of [...before].reverse()) {
    if (sentence.section === 'request' || sentence.section === 'history') continue;
    if ((sentence.duties & duty.site) === 0) continue;
    const named = placesIn(sentence.elements, 0, sentence.elements.length - 1, () => false, false);
    const only = named[0];
    if (named.length === 1 && only !== undefined && only.site !== 'unspecified')
      return { ...only, start: null, end: null, from: 'context', named: named.flatMap(toldBefore) };
    if (named.length > 0) return null;
  }
  return null;
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
          ? siteOfRegion[vertebralRegion(level)]
          : site !== null && isVertebral(site.site)
            ? site.site
            : null;
      if (region === null) continue;
      const named = [{ rule: site?.id ?? 'level', start: element.start, end: element.end }];
      return placeElsewhere('context', region, named);
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
    partOf: null,
    vague: false,
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
