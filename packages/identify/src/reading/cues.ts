// Which cues of a sentence reach a head word, and how near they are. Most look one way and carry as far as
// cue-reach.ts says; a few that look ahead also close a sentence behind their fracture.

import type { CueRow, CueSense } from '@breekpunt/knowledge';
import { duty } from '../scan/duties.ts';
import { noBreak, onlyCuesBetween } from './between.ts';
import { distanceAhead, distanceBack } from './cue-reach.ts';
import { isLongPast } from './cue-senses.ts';
import { type Element, hasRole, rowOf, type SentenceView } from './report-view.ts';

export interface ReachingCue {
  readonly row: CueRow;
  readonly sense: CueSense;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly ahead: boolean;
  /** Elements between cue and head, a comma counting as two. */
  readonly distance: number;
}

/** "Frakturen nach dem 50. Lebensjahr: keine": unknown words of a label that a colon answers. */
const LABEL_WORDS = 5;

/** No cue carries farther than this many elements. */
const FARTHEST = 48;

/** Cues that reach the head at this index, nearest first. */
export function cuesFor(
  sentence: SentenceView,
  head: number,
  phraseFrom: number,
  phraseTo: number,
): ReachingCue[] {
  const { elements } = sentence;
  const reaching: ReachingCue[] = [];
  const low = Math.max(0, head - FARTHEST);
  const high = Math.min(elements.length, head + FARTHEST);
  for (let i = low; i < high; i++) {
    const element = elements[i] as Element;
    if (i === head) {
      for (const row of element.rows) if (row.role === 'cue') reaching.push(made(row, i, element, true, 0));
      continue;
    }
    if (!hasRole(element, 'cue')) continue;
    for (const written of element.rows) {
      if (written.role !== 'cue') continue;
      const row =
        written.sense === 'oedema' && isDenied(elements, i)
          ? asOld(written)
          : written.sense === 'absent' && written.look === 'back' && namesYear(elements, i)
            ? asNew(written)
            : written;
      if (
        row.sense === 'absent' &&
        row.look === 'ahead' &&
        i === elements.length - 1 &&
        i > head &&
        (element.breakBefore === 2 || (i > phraseTo && noBreak(elements, phraseTo, i))) &&
        answersLabel(elements, phraseFrom, phraseTo, i)
      ) {
        // "Frakturen: keine.", "Sinterungszeichen keine."
        reaching.push(made(row, i, element, false, 0.5));
        continue;
      }
      if (
        row.sense === 'possible' &&
        row.look === 'ahead' &&
        row.touches !== true &&
        i > phraseTo &&
        closesClause(elements, phraseTo, i)
      ) {
        // "Heupfractuur waarschijnlijk.": with nothing behind it the doubt looks back.
        reaching.push(made(row, i, element, false, i - phraseTo - 0.5));
        continue;
      }
      if (
        row.sense === 'absent' &&
        row.look === 'ahead' &&
        row.reach === 'clause' &&
        i > phraseTo &&
        endsInDenial(elements, phraseTo, i)
      ) {
        // "Voor een fractuur zijn er geen argumenten."
        reaching.push(made(row, i, element, false, i - phraseTo - 0.5));
        continue;
      }
      const ahead = i < head;
      if (row.look === 'ahead' && !ahead) continue;
      if (row.look === 'back' && ahead) continue;
      if (isLongPast(row.sense) && row.look === 'ahead' && opensInjury(elements, i)) continue;
      const inPhrase = i >= phraseFrom && i <= phraseTo;
      const distance = ahead
        ? distanceAhead(elements, i, head, phraseFrom, row, inPhrase)
        : distanceBack(elements, head, phraseTo, i, row, inPhrase);
      if (distance >= 0) reaching.push(made(row, i, element, ahead, distance));
    }
  }
  return reaching.sort((a, b) => a.distance - b.distance || a.index - b.index);
}

/** "Frakturen nach dem 50. Lebensjahr: keine": nothing between the phrase and the denial says anything of its own. */
function answersLabel(
  elements: readonly Element[],
  phraseFrom: number,
  phraseTo: number,
  at: number,
): boolean {
  if ((elements[at] as Element).breakBefore !== 2) return onlyCuesBetween(elements, phraseTo, at);
  if (noBreak(elements, phraseTo, at - 1)) return onlyCuesBetween(elements, phraseTo, at, LABEL_WORDS);
  // "Fracturen, luxaties: geen"; not "Na heupfractuur vorige week, pijn: geen".
  return phraseFrom === 0 && onlyCuesBetween(elements, phraseTo, at, 2);
}

/** "without marrow oedema": a denial right before it, with no more than an adjective between. */
function isDenied(elements: readonly Element[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
    if ((elements[i + 1] as Element).breakBefore > 0) return false;
    const cue = rowOf(elements[i] as Element, 'cue');
    if (cue !== null) return cue.sense === 'absent' && cue.look === 'ahead';
    if (hasRole(elements[i] as Element, 'head')) return false;
  }
  return false;
}

/** "not seen in 2022", "absent en 2022": right behind it stands a year in which the fracture was not there yet. */
function namesYear(elements: readonly Element[], at: number): boolean {
  const [small, year] = [elements[at + 1], elements[at + 2]];
  if (small === undefined || year === undefined || small.breakBefore + year.breakBefore > 0) return false;
  return (
    rowOf(small, 'joiner')?.joins === 'of' &&
    year.numeric &&
    year.end - year.start === 4 &&
    year.value === null
  );
}

function asNew(row: CueRow): CueRow {
  const known = earlier.get(row);
  if (known !== undefined) return known;
  const made: CueRow = { ...row, sense: 'new' };
  earlier.set(row, made);
  return made;
}

const earlier = new WeakMap<CueRow, CueRow>();

/** Marrow that is quiet tells of an old fracture. */
function asOld(row: CueRow): CueRow {
  const known = quiet.get(row);
  if (known !== undefined) return known;
  const made: CueRow = { ...row, sense: 'steady', reach: 'sentence' };
  quiet.set(row, made);
  return made;
}

const quiet = new WeakMap<CueRow, CueRow>();

/** "s/p fall, hip fracture", "Z.n. Sturz": what is past is the injury, and it dates the fracture itself. */
function opensInjury(elements: readonly Element[], at: number): boolean {
  const next = elements[at + 1];
  if (next === undefined || next.breakBefore > 0) return false;
  return (next.duties & duty.fact) !== 0 && rowOf(next, 'cue')?.reach === 'report';
}

/** The cue ends its sentence, right behind the phrase or with no more than small words between. */
function closesClause(elements: readonly Element[], phraseTo: number, at: number): boolean {
  if (at !== elements.length - 1 || at - phraseTo > 3) return false;
  return noBreak(elements, phraseTo, at) && onlyCuesBetween(elements, phraseTo, at, 1);
}

/** "… geen argumenten": the denial and the evidence it denies end the sentence, a few words behind the phrase. */
function endsInDenial(elements: readonly Element[], phraseTo: number, at: number): boolean {
  if (at - phraseTo > 5 || elements.length - at > 4) return false;
  if (at === elements.length - 1 && at - phraseTo < 3) return false;
  if (!noBreak(elements, phraseTo, at)) return false;
  for (let i = at + 1; i < elements.length; i++)
    if (rowOf(elements[i] as Element, 'joiner')?.evidence !== true) return false;
  return true;
}

function made(row: CueRow, index: number, element: Element, ahead: boolean, distance: number): ReachingCue {
  return { row, sense: row.sense, index, start: element.start, end: element.end, ahead, distance };
}

/** Nothing stronger than so many commas stands between two elements, and few words. */
export function unbroken(sentence: SentenceView, from: number, to: number, commas = 0): boolean {
  let left = commas;
  for (let i = from + 1; i <= to; i++) {
    const weight = (sentence.elements[i] as Element).breakBefore;
    if (weight > 1 || (weight === 1 && left-- === 0)) return false;
  }
  return to - from <= 12;
}
