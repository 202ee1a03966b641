// A report laid out for reading: sentences with their elements (vocabulary items, vertebral levels, plain
// words), the section each stands in, and the bone its examination or heading names. No fracture yet.

import type { FractureSite, Language, Side } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import type { ReportSection } from '../finding.ts';
import { duty } from '../scan/duties.ts';
import type { Item } from '../scan/item.ts';
import type { Scan } from '../scan/scan.ts';
import type { LevelGroup } from '../text/levels.ts';
import type { Sentence } from '../text/sentences.ts';
import { elementsOf } from './elements.ts';

/** A stretch of a sentence with one meaning: the items on one span, a group of levels, or a plain word. */
export interface Element {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly rows: readonly VocabularyRow[];
  /** What the rows do, as bits of `duty`. */
  readonly duties: number;
  /** Part of a compound word. */
  readonly inner: boolean;
  readonly level: LevelGroup | null;
  /** A plain word that begins with a digit. */
  readonly numeric: boolean;
  /** Its value when it is an ordinal number written with a full stop ("3. Lendenwirbel"). */
  readonly value: number | null;
  /** Weight of the separation before it: 0 none, 1 comma or bracket, 2 colon, 3 semicolon or contrast. */
  readonly breakBefore: 0 | 1 | 2 | 3;
  /** Raw signs in the gap before. */
  readonly gap: number;
  /** A question mark stands right before it. */
  readonly asked: boolean;
}

/** The bone an examination title or a colon heading names, for sentences that name none. */
export interface Context {
  readonly sites: readonly { readonly site: FractureSite; readonly plural: boolean }[];
  readonly side: Side | null;
  /** The bone beside the side word; null when the title names none. */
  readonly sided: FractureSite | null;
  readonly levels: readonly LevelGroup[];
  readonly start: number;
  readonly end: number;
}

/** The items of a sentence: those from…to − 1 of all items, up to the word `lastWord`, and what they do. */
export interface SentenceItems {
  readonly all: readonly Item[];
  from: number;
  to: number;
  lastWord: number;
  duties: number;
}

/**
 * One sentence and what stands above it. Its elements are made when first asked for: most sentences of a report
 * are never asked. Valid until the next scan.
 */
export class SentenceView {
  readonly index: number;
  readonly first: number;
  readonly last: number;
  /** Signs after its last word. */
  readonly closing: number;
  readonly language: Language;
  /** What all its items do, as bits of `duty`. */
  readonly duties: number;
  section: ReportSection = 'none';
  /** The section's heading stands for blood relatives ("Familiaal:"). */
  familySection = false;
  context: Context | null = null;
  /** Context from an examination further back, for anything the nearer context leaves open. */
  examination: Context | null = null;
  /** The denial that opens the list this sentence is an item of ("Absence de :"). */
  listDenial: Element | null = null;
  private readonly scan: Scan;
  private readonly items: readonly Item[];
  private readonly from: number;
  private readonly to: number;
  private readonly lastWord: number;
  private made: readonly Element[] | null = null;
  private proper: readonly Element[] | null = null;

  constructor(scan: Scan, index: number, sentence: Sentence, items: SentenceItems, language: Language) {
    this.index = index;
    this.first = sentence.first;
    this.last = sentence.last;
    this.closing = sentence.closing;
    this.language = language;
    this.duties = items.duties;
    this.scan = scan;
    this.items = items.all;
    this.from = items.from;
    this.to = items.to;
    this.lastWord = items.lastWord;
  }

  /** All its elements, with those of a heading or title that `elements` leaves out. */
  get whole(): readonly Element[] {
    this.made ??= elementsOf(this.scan, this.first, this.lastWord, this.items, this.from, this.to);
    return this.made;
  }

  get elements(): readonly Element[] {
    this.proper ??= this.whole;
    return this.proper;
  }

  /** The first elements are its heading or title. */
  leaveOut(titleLength: number): void {
    if (titleLength > 0) this.proper = this.whole.slice(titleLength);
  }
}

export function hasRole(element: Element, role: VocabularyRow['role']): boolean {
  return (element.duties & duty[role]) !== 0;
}

/** The row of this role at this element, typed. */
export function rowOf<R extends VocabularyRow['role']>(
  element: Element,
  role: R,
): Extract<VocabularyRow, { role: R }> | null {
  if ((element.duties & duty[role]) === 0) return null;
  for (const row of element.rows) if (row.role === role) return row as Extract<VocabularyRow, { role: R }>;
  return null;
}

/** Letters from which an unknown word is taken for a noun or verb of its own. */
const LONG_WORD = 5;

/** A word of no vocabulary, long enough to say something of its own. */
export function isUnknownNoun(element: Element): boolean {
  return (
    element.rows.length === 0 &&
    element.level === null &&
    !element.numeric &&
    element.end - element.start >= LONG_WORD
  );
}
