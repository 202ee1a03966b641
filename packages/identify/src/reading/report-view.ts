// A report laid out for reading: sentences with their elements (vocabulary items, vertebral levels, plain
// words), the section each stands in, and the bone its examination or heading names. No fracture yet.

import type { FractureSite, Language, Side } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import type { ReportSection } from '../finding.ts';
import { duty } from '../scan/duties.ts';
import type { Item } from '../scan/item.ts';
import type { Scan } from '../scan/scanner.ts';
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

/** What stands above a sentence: its section, heading and examination. */
export interface Standing {
  readonly section: ReportSection;
  /** The section's heading stands for blood relatives ("Familiaal:"). */
  readonly familySection: boolean;
  readonly context: Context | null;
  /** Context from an examination further back, for anything the nearer context leaves open. */
  readonly examination: Context | null;
  readonly language: Language;
  /** Elements of a heading or title that the sentence proper leaves out. */
  readonly titleLength: number;
}

/** One sentence. Its elements are made when first asked for: most sentences of a report are never asked. */
export class SentenceView {
  readonly index: number;
  readonly section: ReportSection;
  readonly familySection: boolean;
  readonly context: Context | null;
  readonly examination: Context | null;
  readonly language: Language;
  /** Signs after its last word. */
  readonly closing: number;
  readonly first: number;
  readonly last: number;
  /** What all its items do, as bits of `duty`. */
  readonly duties: number;
  private readonly words: SentenceWords;
  private readonly titleLength: number;
  private proper: readonly Element[] | null = null;

  constructor(index: number, sentence: Sentence, words: SentenceWords, standing: Standing) {
    this.index = index;
    this.first = sentence.first;
    this.last = sentence.last;
    this.closing = sentence.closing;
    this.duties = words.duties;
    this.words = words;
    this.section = standing.section;
    this.familySection = standing.familySection;
    this.context = standing.context;
    this.examination = standing.examination;
    this.language = standing.language;
    this.titleLength = standing.titleLength;
  }

  get elements(): readonly Element[] {
    this.proper ??= this.titleLength === 0 ? this.whole : this.whole.slice(this.titleLength);
    return this.proper;
  }

  /** The elements with the heading and title that `elements` leaves out. */
  get whole(): readonly Element[] {
    return this.words.elements;
  }
}

/** The words of one sentence and the items in them. Valid until the next scan. */
export class SentenceWords {
  /** What all its items do, as bits of `duty`. */
  readonly duties: number;
  private readonly scan: Scan;
  private readonly first: number;
  private readonly last: number;
  private readonly items: readonly Item[];
  private readonly from: number;
  private readonly to: number;
  private made: readonly Element[] | null = null;

  /** Words first…last; its items are those from…to − 1 of all items. */
  constructor(
    scan: Scan,
    first: number,
    last: number,
    items: readonly Item[],
    from: number,
    to: number,
    duties: number,
  ) {
    this.scan = scan;
    this.first = first;
    this.last = last;
    this.items = items;
    this.from = from;
    this.to = to;
    this.duties = duties;
  }

  get elements(): readonly Element[] {
    this.made ??= elementsOf(this.scan, this.first, this.last, this.items, this.from, this.to);
    return this.made;
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
