// Gives each sentence its section and its context: the heading it stands under and the bone that the heading
// or the examination title names. A heading on its own line rules until the next; one with text after it on
// the same line rules that line only, unless it opens the findings or the conclusion.

import type { FractureSite, Language, Side } from '@breekpunt/core';
import type { SectionRow } from '@breekpunt/knowledge';
import type { ReportSection } from '../finding.ts';
import { areaOf, precisionOf } from '../reading/bone-parts.ts';
import { isLongPast } from '../reading/cues.ts';
import { placesIn } from '../reading/places-in.ts';
import {
  type Context,
  type Element,
  hasRole,
  rowOf,
  type SentenceItems,
  SentenceView,
} from '../reading/report-view.ts';
import { gapBit } from '../scan/char-class.ts';
import { duty } from '../scan/duties.ts';
import type { Item } from '../scan/item.ts';
import type { Scan } from '../scan/scanner.ts';
import type { LevelGroup } from './levels.ts';
import type { Sentence } from './sentences.ts';

interface SectionState {
  section: ReportSection;
  family: boolean;
  /** Rules only until this line ends. */
  line: number | null;
}

const noSection: SectionState = { section: 'none', family: false, line: null };

export function layOut(
  scan: Scan,
  sentences: readonly Sentence[],
  items: readonly Item[],
  languageAt: (word: number) => Language,
): SentenceView[] {
  const views: SentenceView[] = [];
  const own: SentenceItems = { all: items, from: 0, to: 0, lastWord: 0, duties: 0 };
  let state: SectionState = noSection;
  let line: Context | null = null;
  let lineNumber = -1;
  let examination: Context | null = null;
  let listDenial: Element | null = null;
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index] as Sentence;
    takeItems(own, sentence);
    const view = new SentenceView(scan, index, sentence, own, languageAt(sentence.first));
    if (state.line !== null && state.line !== sentence.line) state = noSection;
    if (
      state.section === 'history' &&
      state.line === null &&
      sentence.afterBlank &&
      !startsWithDash(scan, sentence)
    )
      state = noSection;
    if (sentence.line !== lineNumber) {
      line = null;
      lineNumber = sentence.line;
    }
    if (index <= 1 || (own.duties & titled) !== 0 || holdsColon(scan, sentence.first, own.lastWord)) {
      let elements = view.whole;
      let titleLength = 0;
      const heading = sectionHeading(scan, sentence, elements);
      if (heading !== null) {
        state = sectionState(heading.row, heading.fillsLine ? null : sentence.line);
        const title = elements.slice(0, heading.length);
        if (title.some((part) => hasRole(part, 'site') || hasRole(part, 'exam'))) {
          const context = contextFrom(title, false);
          if (context.sites.length > 0) line = context;
        }
        elements = elements.slice(heading.length);
        titleLength = heading.length;
      }
      const cut = contextCut(elements);
      if (cut !== null) {
        const title = elements.slice(0, cut.length);
        const context = contextFrom(title, cut.exam);
        if (cut.exam) {
          if (
            context.sites.length + context.levels.length > 0 ||
            title.some((part) => hasRole(part, 'region'))
          )
            examination = context;
          else if (context.side !== null) examination = sided(examination ?? context, context.side);
          line = cut.consume ? examination : null;
        } else if (context.sites.length > 0 || context.levels.length > 0) line = context;
        else if (context.side !== null) line = sided(examination ?? context, context.side);
        if (cut.consume) titleLength += cut.length;
      } else if (examination === null && isBareTitle(index, elements))
        examination = contextFrom(elements, true);
      view.leaveOut(titleLength);
    }
    view.section = state.section;
    view.familySection = state.family;
    view.context = line;
    view.examination = examination;
    if (!startsWithDash(scan, sentence)) listDenial = denialOfList(view);
    else view.listDenial = listDenial;
    views.push(view);
    if (state.section === 'request' && state.line !== null && (sentence.closing & gapBit.question) !== 0)
      state = noSection;
  }
  return views;
}

/** "Absence de :", "Geen tekenen van:": the denial that ends in a colon and a new line denies each item below. */
function denialOfList(view: SentenceView): Element | null {
  const opens = gapBit.colon | gapBit.newline;
  if ((view.closing & opens) !== opens || (view.duties & duty.cue) === 0) return null;
  const elements = view.whole;
  for (let i = elements.length - 1; i >= Math.max(0, elements.length - 3); i--) {
    const element = elements[i] as Element;
    const cue = rowOf(element, 'cue');
    if (cue !== null) return cue.sense === 'absent' && cue.look !== 'back' ? element : null;
    if (!hasRole(element, 'joiner')) return null;
  }
  return null;
}

function sided(context: Context, side: Side): Context {
  return { ...context, side };
}

/** The next sentence's items, as far as they are read. */
function takeItems(own: SentenceItems, sentence: Sentence): void {
  const { all } = own;
  let next = own.to;
  // An item that runs over the end of a sentence cut short was left for nobody.
  while (next < all.length && (all[next] as Item).first < sentence.first) next++;
  own.from = next;
  own.duties = 0;
  while (next < all.length && (all[next] as Item).first <= sentence.last)
    own.duties |= (all[next++] as Item).duties;
  // Only a sentence with a fracture word or a fact about the whole report is read to its end.
  const telling = (own.duties & duty.telling) !== 0;
  own.lastWord = telling ? sentence.last : Math.min(sentence.last, sentence.first + LONGEST_TITLE + 2);
  if (!telling) while (next > own.from && (all[next - 1] as Item).last > own.lastWord) next--;
  own.to = next;
}

/** Items that can make a sentence's beginning a heading or title; else it takes a colon. */
const titled = duty.section | duty.exam;

function holdsColon(scan: Scan, first: number, last: number): boolean {
  for (let word = first + 1; word <= last; word++)
    if (((scan.gap[word] as number) & gapBit.colon) !== 0) return true;
  return false;
}

function startsWithDash(scan: Scan, sentence: Sentence): boolean {
  return ((scan.gap[sentence.first] as number) & (gapBit.hyphen | gapBit.bullet)) !== 0;
}

function sectionState(row: SectionRow, line: number | null): SectionState {
  if (row.section === 'family') return { section: 'history', family: true, line };
  const persists = row.section === 'findings' || row.section === 'conclusion';
  return { section: row.section, family: false, line: persists ? null : line };
}

interface Heading {
  readonly row: SectionRow;
  /** Elements the heading takes, its colon's left side. */
  readonly length: number;
  readonly fillsLine: boolean;
}

/** A section heading at the sentence's beginning: followed by a colon, alone on its line, or bare by nature. */
function sectionHeading(scan: Scan, sentence: Sentence, elements: readonly Element[]): Heading | null {
  for (let i = 0; i < Math.min(elements.length, 4); i++) {
    const element = elements[i] as Element;
    if (i > 0 && element.breakBefore >= 2) return null;
    const row = rowOf(element, 'section');
    if (row === null) continue;
    for (let j = i + 1; j <= Math.min(elements.length, i + 6); j++) {
      const following = elements[j];
      if (following === undefined) {
        const alone = sentence.startsLine && (sentence.closing & (gapBit.newline | gapBit.colon)) !== 0;
        return alone && j - i <= 4
          ? { row, length: j, fillsLine: (sentence.closing & (gapBit.newline | gapBit.blankLine)) !== 0 }
          : null;
      }
      if ((following.gap & gapBit.colon) !== 0) {
        const fillsLine = (following.gap & (gapBit.newline | gapBit.blankLine)) !== 0;
        return { row: rowOf(elements[j - 1] as Element, 'section') ?? row, length: j, fillsLine };
      }
      if (following.breakBefore > 0 && !hasRole(following, 'section')) break;
    }
    const slashed =
      elements[i + 1] !== undefined &&
      ((elements[i + 1] as Element).gap & (gapBit.slash | gapBit.close)) !== 0;
    if (
      i === 0 &&
      (row.bare === true ||
        (slashed && (scan.end[element.last] as number) - (scan.start[element.first] as number) <= 2))
    ) {
      const capital = scan.text.charCodeAt(element.start);
      if (capital >= 65 && capital <= 90) return { row, length: 1, fillsLine: false };
    }
    return null;
  }
  return null;
}

interface ContextCut {
  readonly length: number;
  readonly exam: boolean;
  /** The title stands before a colon, so the sentence proper begins after it. */
  readonly consume: boolean;
}

const LONGEST_TITLE = 14;

/** An examination title ("RX heup li:") or a colon heading ("Pols links:") at the sentence's beginning. */
function contextCut(elements: readonly Element[]): ContextCut | null {
  let exam = false;
  let examAt = -1;
  for (let i = 0; i < Math.min(elements.length, LONGEST_TITLE); i++) {
    const element = elements[i] as Element;
    if (i > 0 && (element.gap & gapBit.colon) !== 0) {
      const named = elements
        .slice(0, i)
        .some((part) => hasRole(part, 'site') || hasRole(part, 'side') || part.level !== null);
      if (exam || (named && i <= 8)) return { length: i, exam, consume: true };
      return exam ? { length: i, exam, consume: true } : null;
    }
    if (hasRole(element, 'exam') && examAt < 0 && i <= 3) {
      exam = true;
      examAt = i;
    } else if (hasRole(element, 'head') || isAssertion(element)) {
      return exam && i > examAt + 1 ? { length: i, exam, consume: false } : null;
    }
    if (exam && i > examAt + 1 && element.breakBefore === 3) return { length: i, exam, consume: false };
  }
  return exam ? { length: Math.min(elements.length, LONGEST_TITLE), exam, consume: false } : null;
}

/** "Handgelenk li., 2 Ebenen": an opening sentence of bone, side and little else is the examination's title. */
function isBareTitle(index: number, elements: readonly Element[]): boolean {
  if (index > 1 || elements.length > 10) return false;
  if (
    elements.some((element) => hasRole(element, 'head') || (hasRole(element, 'cue') && isAssertion(element)))
  )
    return false;
  const places = elements.filter((element) => hasRole(element, 'site') || hasRole(element, 'side')).length;
  if (elements.some((element) => hasRole(element, 'pseudo'))) return false;
  const unknown = elements.filter((element) => element.rows.length === 0 && !element.numeric).length;
  return elements.some((element) => hasRole(element, 'site')) && unknown <= places + 1;
}

function isAssertion(element: Element): boolean {
  const cue = rowOf(element, 'cue');
  return (
    cue !== null &&
    // "CT schedel negatief, CT CWZ …": a denial that looks back says nothing of what follows the title.
    ((cue.sense === 'absent' && cue.look !== 'back') ||
      cue.sense === 'possible' ||
      isLongPast(cue.sense) ||
      cue.sense === 'acute')
  );
}

/** `title`: an examination's name in passing, which of several regions it showed stays open. */
function contextFrom(elements: readonly Element[], title: boolean): Context {
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
