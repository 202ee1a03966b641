// How far a cue carries, by arithmetic on positions: semicolons and contrasts stop every cue, colons most, commas
// some; a noun of its own between the two takes the cue for itself. Nothing is tried twice.

import type { CueRow, CueSense } from '@breekpunt/knowledge';
import { gapBit } from '../scan/char-class.ts';
import { duty } from '../scan/duties.ts';
import { onlyCuesBetween, touchesPhrase, wordsBetween } from './between.ts';
import { deniesOrSupposes, isLongPast, leavesPresenceOpen } from './cue-senses.ts';
import { isPlace } from './phrase.ts';
import { type Element, hasRole, isUnknownNoun, rowOf } from './report-view.ts';

const NEAR_WORDS = 5;
/** "If there is …": the verb that belongs to a condition stands this close behind it. */
export const CONDITION_WORDS = 2;
/** "but also", "aber auch": words of a contrast before its doubt. */
const CONTRAST_WORDS = 2;

/** The cue stands before the head. −1 when something between them stops it. */
export function distanceAhead(
  elements: readonly Element[],
  cue: number,
  head: number,
  phraseFrom: number,
  row: CueRow,
  inPhrase: boolean,
): number {
  if (row.touches === true && !touchesPhrase(elements, cue, head)) return -1;
  let commas = 0;
  let heads = 0;
  let lastComma = -1;
  let attribute = -1;
  // "Indien pijn aanhoudt: CT voor een fractuur": what is asked for under a condition is one sentence.
  const conditional = row.sense === 'hypothetical' && row.reach === 'sentence';
  for (let i = cue + 1; i <= head; i++) {
    const element = elements[i] as Element;
    if (element.breakBefore === 3) return -1;
    if (
      element.breakBefore === 2 &&
      !(i === cue + 1 && row.reach !== 'near') &&
      row.sense !== 'oedema' &&
      !(conditional && !hasRole(elements[i - 1] as Element, 'exam'))
    )
      return -1;
    if (element.breakBefore === 1 && bracketed(elements, i, cue, head)) continue;
    if (element.breakBefore === 1) {
      commas++;
      lastComma = i;
    }
    if (i < head) {
      if (isRealHead(element)) heads++;
      if (hasRole(element, 'attribute')) attribute = i;
      const other = rowOf(element, 'cue');
      if (
        other?.sense === 'present' &&
        leavesPresenceOpen(row.sense) &&
        !(conditional && i - cue <= CONDITION_WORDS)
      )
        return -1;
    }
  }
  if (commas > 0 && row.look === 'around' && headBeside(elements, cue, -1)) return -1;
  const distance = head - cue - 1 + commas * 2;
  if (attribute >= 0 && leavesPresenceOpen(row.sense) && !joined(elements, attribute, head)) return -1;
  if (inPhrase && commas === 0 && heads === 0) return distance;
  switch (row.reach) {
    case 'near':
      if (commas > 0 && !onlyCuesBetween(elements, cue, head)) return -1;
      if (heads > 0 && !joined(elements, cue, head)) return -1;
      // "Alter" at a sentence's beginning is the adjective only right before its noun.
      if (row.sense === 'absent' || (row.exact === true && row.look === 'ahead'))
        return wordsBetween(elements, cue, head) === 0 ? distance : -1;
      return phraseFrom - cue - 1 <= NEAR_WORDS ? distance : -1;
    case 'clause':
      if (commas > 0 && !crossesComma(elements, cue, head, lastComma, row.sense)) return -1;
      if (row.sense === 'absent' && takenByOtherNoun(elements, cue, head)) return -1;
      if (
        row.sense === 'absent' &&
        row.lang === 'fr' &&
        commas === 0 &&
        runsIntoStatement(elements, cue, head)
      )
        return -1;
      return distance;
    case 'sentence':
    case 'report':
      return distance;
  }
}

export function distanceBack(
  elements: readonly Element[],
  head: number,
  phraseTo: number,
  cue: number,
  row: CueRow,
  inPhrase: boolean,
): number {
  if (ofBoth(elements, head, cue, row.sense)) return cue - head;
  if (row.sense === 'absent' && opensOtherNoun(elements, cue)) return -1;
  let commas = 0;
  let heads = 0;
  let attribute = false;
  const adjoins = row.sense !== 'absent' && rowOf(elements[head] as Element, 'head')?.kind === 'fracture';
  for (let i = head + 1; i <= cue; i++) {
    const element = elements[i] as Element;
    // "nicht nachweisbar, aber nicht auszuschließen": nothing stands between the contrast and the doubt.
    const contrast = row.holds === true && i >= cue - CONTRAST_WORDS && hasRole(element, 'break');
    if (element.breakBefore === 3 && !contrast && !(i === cue && row.reach === 'sentence')) return -1;
    if (element.breakBefore === 2 && i !== cue) return -1;
    // "wervelfractuur (L1, jaren geleden)": the bracket right behind the phrase opens more of it.
    const opensRemark = i <= phraseTo + 1 && (element.gap & gapBit.open) !== 0;
    // "Sinterung LWK 1, Grad 2, unverändert": a comma before a grade or percentage parts nothing.
    const measures = i < cue && (element.numeric || rowOf(element, 'head')?.needs === 'grading');
    if (element.breakBefore === 1 && !opensRemark && !measures && !bracketed(elements, i, head, cue))
      commas++;
    if (i < cue) {
      if (isRealHead(element) && !(adjoins && i === head + 1 && element.breakBefore === 0)) heads++;
      if (hasRole(element, 'attribute')) attribute = true;
    }
  }
  if (commas > 0 && row.look === 'around' && headBeside(elements, cue, 1)) return -1;
  const distance = cue - Math.max(head, Math.min(phraseTo, cue)) - 1 + commas * 2 + heads * 4;
  const counted = Math.max(0, distance) + 0.5;
  if (inPhrase && commas === 0) return counted;
  if (attribute && leavesPresenceOpen(row.sense) && row.sense === 'absent') return -1;
  switch (row.reach) {
    case 'near':
      if (heads > 0) return -1;
      // "heupfractuur, noch koorts": behind a comma it begins a list of its own.
      if (row.lang === 'nl' && row.sense === 'absent' && commas > 0 && cue + 1 < elements.length) return -1;
      if (
        commas > 1 ||
        (commas === 1 &&
          (elements[cue] as Element).breakBefore !== 1 &&
          !onlyCuesBetween(elements, phraseTo, cue, deniesOrSupposes(row.sense) ? 0 : 1))
      )
        return -1;
      return cue - phraseTo - 1 <= NEAR_WORDS ? counted : -1;
    case 'clause':
      if (heads > 0 && !joined(elements, head, cue)) return -1;
      if (commas > 1 || (commas === 1 && heads > 0)) return -1;
      if (commas === 1 && deniesOrSupposes(row.sense) && ownSubject(elements, head, cue)) return -1;
      return counted;
    case 'sentence':
    case 'report':
      return heads > 0 && commas > 0 ? -1 : counted;
  }
}

/** "heupfractuur, trombose niet aangetoond": the denial behind the comma has a noun of its own. */
function ownSubject(elements: readonly Element[], head: number, cue: number): boolean {
  for (let i = cue - 1; i > head; i--) {
    const element = elements[i] as Element;
    if (isUnknownNoun(element) || isOtherNoun(element)) return true;
    if (element.breakBefore === 1) return false;
  }
  return false;
}

/** A known word that is a subject of its own: an examination, earlier films, what only looks like a fracture. */
function isOtherNoun(element: Element): boolean {
  return (element.duties & (duty.exam | duty.section | duty.pseudo)) !== 0;
}

/** "BWK 12 Genant 2, LWK 3 Genant 1, beide unverändert": what is said of both is said of the first too. */
function ofBoth(elements: readonly Element[], head: number, cue: number, sense: CueSense): boolean {
  const aged = isLongPast(sense) || sense === 'acute' || sense === 'subacute' || sense === 'healed';
  if (!aged || (elements[cue] as Element).breakBefore > 0) return false;
  if (rowOf(elements[cue - 1] as Element, 'side')?.side !== 'both') return false;
  for (let i = head + 1; i <= cue; i++) if ((elements[i] as Element).breakBefore === 3) return false;
  return true;
}

/** "…, minder waarschijnlijk beginnende osteonecrose": a denial behind a comma that goes on to a noun of its own. */
function opensOtherNoun(elements: readonly Element[], cue: number): boolean {
  if ((elements[cue] as Element).breakBefore !== 1) return false;
  for (let i = cue + 1; i <= cue + 2; i++) {
    const next = elements[i];
    if (next === undefined || next.breakBefore > 0 || hasRole(next, 'joiner') || hasRole(next, 'exam'))
      return false;
    if (hasRole(next, 'mismatch')) return true;
  }
  return false;
}

/** An age or doubt beside a head of its own, in its own clause, does not reach over a comma to another. */
function headBeside(elements: readonly Element[], cue: number, step: 1 | -1): boolean {
  for (let i = cue + step, n = 0; i >= 0 && i < elements.length && n < 7; i += step, n++) {
    const boundary = elements[step === 1 ? i : i + 1] as Element;
    if (boundary.breakBefore >= 1) return false;
    if (isRealHead(elements[i] as Element)) return true;
  }
  return false;
}

/** A bracket that opens and closes between the two weighs nothing. */
function bracketed(elements: readonly Element[], at: number, low: number, high: number): boolean {
  const gap = (elements[at] as Element).gap;
  if ((gap & (gapBit.comma | gapBit.semicolon)) !== 0) return false;
  if ((gap & gapBit.open) !== 0) {
    for (let i = at + 1; i <= high; i++) if (((elements[i] as Element).gap & gapBit.close) !== 0) return true;
    return false;
  }
  if ((gap & gapBit.close) === 0) return false;
  for (let i = at - 1; i > low; i--) if (((elements[i] as Element).gap & gapBit.open) !== 0) return true;
  return false;
}

/** A head word that names something of its own, not a grade or a shape that describes another. */
function isRealHead(element: Element): boolean {
  const head = rowOf(element, 'head');
  return head !== null && head.needs !== 'grading' && head.kind !== 'vertebral-deformity';
}

/** Whether an "and/or" or a comma links what stands between two elements into one list. */
function joined(elements: readonly Element[], from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) {
    const element = elements[i] as Element;
    const joins = rowOf(element, 'joiner')?.joins;
    if (joins === 'and' || joins === 'or' || element.breakBefore === 1) return true;
  }
  return false;
}

/**
 * A negation or doubt crosses a comma when the comma belongs to its list: an "or" closes the list, or the item
 * after the comma says nothing of its own (no bone, side or level before the head).
 */
function crossesComma(
  elements: readonly Element[],
  cue: number,
  head: number,
  lastComma: number,
  sense: CueSense,
): boolean {
  for (let i = cue + 1; i < Math.min(elements.length, head + 8); i++) {
    const element = elements[i] as Element;
    if (i > head && element.breakBefore >= 2) break;
    const joins = rowOf(element, 'joiner')?.joins;
    if (joins === 'or') return true;
    if (joins === 'and' && i < head && sense === 'absent') return true;
  }
  if (sense === 'possible' && (elements[cue + 1] as Element).breakBefore === 2) return true;
  if (sense !== 'absent') return isLongPast(sense) || onlyCuesBetween(elements, cue, head);
  // "No acute, displaced fracture of the bony thorax": a comma between adjectives parts nothing.
  if (onlyCuesBetween(elements, cue, head) && !deniesOedema(elements, cue, head)) return true;
  let unknown = 0;
  for (let i = lastComma; i < head; i++) {
    const element = elements[i] as Element;
    // "No effusion, old fracture": what is called old is there.
    if (isLongPast(rowOf(element, 'cue')?.sense ?? 'absent')) return false;
    if (element.level !== null || hasRole(element, 'side') || hasRole(element, 'site')) return false;
    if (element.rows.length === 0) unknown++;
  }
  const after = elements[head + 1];
  if (after !== undefined && after.breakBefore === 0 && !hasRole(after, 'cue')) return false;
  return unknown <= 1;
}

/** "sans oedème, séquellaire d'un tassement": oedema is a noun of its own. */
function deniesOedema(elements: readonly Element[], cue: number, head: number): boolean {
  return elements.slice(cue + 1, head).some((element) => rowOf(element, 'cue')?.sense === 'oedema');
}

/**
 * "pas de luxation fracture du trochiter", dictated without a comma: in French no noun stands between a denial and
 * the noun it denies, so a fracture that names its own bone behind another noun is a new statement.
 */
function runsIntoStatement(elements: readonly Element[], cue: number, head: number): boolean {
  if (rowOf(elements[head] as Element, 'head')?.needs === 'bone') return false;
  let noun = false;
  for (let i = cue + 1; i < head; i++) {
    const element = elements[i] as Element;
    const joins = rowOf(element, 'joiner')?.joins;
    if (joins === 'and' || joins === 'or' || joins === 'of') return false;
    if (element.rows.length === 0 && element.level === null && element.end - element.start > 5) noun = true;
  }
  for (let i = head + 1; noun && i < Math.min(elements.length, head + 5); i++) {
    const element = elements[i] as Element;
    if (element.breakBefore > 0) return false;
    if (isPlace(element)) return true;
    if (rowOf(element, 'joiner') === null) return false;
  }
  return false;
}

/** Marrow oedema, healing: a noun of its own that "of the fracture" places. */
function namesProcess(sense: CueSense | undefined): boolean {
  return sense === 'oedema' || sense === 'healed' || sense === 'subacute';
}

/** "geen callus ter hoogte van de fractuur": the denial belongs to another noun that the fracture only places. */
function takenByOtherNoun(elements: readonly Element[], cue: number, head: number): boolean {
  let unknown = false;
  for (let i = cue + 1; i < head; i++) {
    const element = elements[i] as Element;
    if (element.rows.length === 0 && element.level === null && element.end - element.start > 3)
      unknown = true;
    else if (hasRole(element, 'mismatch') || hasRole(element, 'attribute')) unknown = true;
    else if (namesProcess(rowOf(element, 'cue')?.sense)) unknown = true;
    else if (rowOf(element, 'joiner')?.joins === 'of' && unknown) return true;
    else if (rowOf(element, 'joiner')?.joins === 'or' || element.breakBefore === 1) unknown = false;
  }
  return false;
}
