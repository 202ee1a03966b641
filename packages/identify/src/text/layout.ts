// Gives each sentence its section and its context: the heading it stands under and the bone that the heading
// or the examination title names. A heading on its own line rules until the next; one with text after it on
// the same line rules that line only, unless it opens the findings or the conclusion.

import type { Side } from '@breekpunt/core';
import { mayBeLevel } from '../reading/elements.ts';
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
import type { Scan } from '../scan/scan.ts';
import { languageOfWord, type WordLanguages } from './detect-language.ts';
import { contextCut, isBareTitle, LONGEST_TITLE } from './examination-title.ts';
import { type SectionState, sectionHeading, sectionState } from './headings.ts';
import type { Sentence } from './sentences.ts';
import { contextFrom } from './title-context.ts';

const noSection: SectionState = { section: 'none', family: false, line: null };

export function layOut(
  scan: Scan,
  sentences: readonly Sentence[],
  items: readonly Item[],
  wordLanguages: WordLanguages,
): SentenceView[] {
  const views: SentenceView[] = [];
  const own: SentenceItems = { all: items, from: 0, to: 0, lastWord: 0, duties: 0 };
  let state: SectionState = noSection;
  let line: Context | null = null;
  let lineNumber = -1;
  let examination: Context | null = null;
  let listDenial: Element | null = null;
  let lastHeading: number | null = null;
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index] as Sentence;
    takeItems(own, sentence);
    const view = new SentenceView(scan, index, sentence, own, languageOfWord(wordLanguages, sentence.first));
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
    if (
      index <= 1 ||
      ((own.duties & titled) !== 0 && opensTitled(scan, sentence.first, own)) ||
      holdsColon(scan, sentence.first, own.lastWord)
    ) {
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
    if (state.section === 'request' && state.line !== null) {
      lastHeading ??= lastLabelled(scan, items);
      // A line that no other heading follows goes from the request to the report by itself.
      if ((sentence.closing & gapBit.question) !== 0 || lastHeading <= sentence.last) state = noSection;
    }
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

/** The last word that a colon makes a heading or title. */
function lastLabelled(scan: Scan, items: readonly Item[]): number {
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at] as Item;
    if ((item.duties & titled) === 0) continue;
    if (item.last + 1 < scan.tokenCount && ((scan.gap[item.last + 1] as number) & gapBit.colon) !== 0)
      return item.last;
  }
  return -1;
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

/** Behind so many elements neither heading nor title begins. */
const TITLE_WITHIN = 4;

/** Whether such an item may be among the first elements; where levels stand nobody counts them beforehand. */
function opensTitled(scan: Scan, first: number, own: SentenceItems): boolean {
  let next = own.from;
  let word = first;
  for (let elements = 0; elements < TITLE_WITHIN && next < own.to; ) {
    if (mayBeLevel(scan, word)) return true;
    const item = own.all[next] as Item;
    if (item.first > word) {
      word++;
      elements++;
      continue;
    }
    if ((item.duties & titled) !== 0) return true;
    elements++;
    word = Math.max(word, item.last + 1);
    next++;
  }
  return false;
}

function holdsColon(scan: Scan, first: number, last: number): boolean {
  for (let word = first + 1; word <= last; word++)
    if (((scan.gap[word] as number) & gapBit.colon) !== 0) return true;
  return false;
}

function startsWithDash(scan: Scan, sentence: Sentence): boolean {
  return ((scan.gap[sentence.first] as number) & (gapBit.hyphen | gapBit.bullet)) !== 0;
}
