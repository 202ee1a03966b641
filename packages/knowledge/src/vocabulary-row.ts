// One row of the case finder's vocabulary: a word (with its forms), what it does, and to whom.
// Rows are authored in knowledge/vocabulary/<lang>/*.yaml, each with a sentence it must match and one it
// must not; the compiled JSON leaves those two sentences out.

import type { FractureSite, Language, Side, VertebralLevel } from '@breekpunt/core';

/**
 * How a row's text may stand in a word.
 * word: as whole words only. suffix: also as the end of a compound ("heup|fractuur").
 * stem: also inside a compound that ends in a head ("heup|fractuur"). prefix: as the beginning of a word.
 */
export type Join = 'word' | 'suffix' | 'stem' | 'prefix';

/** Where the thing that a cue decides stands: after the cue, before it, or on either side. */
export type Look = 'ahead' | 'back' | 'around';

/** How far a cue carries: its own noun phrase, its clause, its sentence, or the whole report. */
export type Reach = 'near' | 'clause' | 'sentence' | 'report';

export type CueSense =
  | 'absent'
  | 'possible'
  | 'present'
  | 'question'
  | 'hypothetical'
  | 'old'
  | 'known'
  /** Unchanged: old of a vertebra; of any other bone it may only tell of alignment. */
  | 'steady'
  | 'acute'
  | 'subacute'
  | 'age-unknown'
  | 'new'
  | 'progressive'
  | 'healed'
  | 'family'
  | 'other'
  | 'patient'
  /** Who brought, found, houses or speaks for the patient stands right behind it (ahead) or before it (back). */
  | 'companion'
  | 'injury'
  | 'low-energy'
  | 'high-energy'
  | 'pathological'
  | 'stress'
  | 'insufficiency'
  | 'atypical-femur'
  | 'periprosthetic'
  | 'osteoporotic'
  | 'displaced'
  | 'undisplaced'
  | 'non-union'
  | 'treated-now'
  | 'benign-shape'
  | 'benign-cause'
  | 'oedema'
  | 'caveat';

export type BonePart =
  | 'proximal'
  | 'distal'
  | 'shaft'
  | 'neck'
  | 'head'
  | 'styloid'
  | 'condyle'
  | 'trochanter';

interface RowBase {
  readonly id: string;
  readonly lang: Language | 'any';
  readonly text: readonly string[];
  readonly join: Join;
  /** Match upper and lower case exactly as written; for one-letter sides such as L and R. */
  readonly exact?: boolean;
}

/** A word that names a fracture, a collapsed vertebra, or a treatment that implies one. */
export interface HeadRow extends RowBase {
  readonly role: 'head';
  readonly kind: 'fracture' | 'vertebral-deformity' | 'treated-fracture' | 'non-union';
  /** What must be near for the word to mean bone at all: nothing, a named bone, the spine, or talk of Genant. */
  readonly needs: 'nothing' | 'bone' | 'spine' | 'grading';
  /** Also match with one letter left out, doubled or swapped. */
  readonly slips?: boolean;
  /** Tells of a shape as much as of a break ("Keilwirbel"): Scheuermann or Schmorl beside it explains it away. */
  readonly shape?: boolean;
  /** Needs a bone only to be told from its namesakes ("breuk", "fx"): with one it states a fracture as plainly as the word. */
  readonly plain?: boolean;
  readonly site?: FractureSite;
  readonly side?: Side;
}

export interface SiteRow extends RowBase {
  readonly role: 'site';
  readonly site: FractureSite;
  /** The long bone whose part decides the site: "distale" + "humerus". */
  readonly bone?: 'humerus' | 'femur' | 'radius' | 'ulna' | 'tibia' | 'fibula';
  /** Everyday word for a whole area ("pols", "heup"): gives way to a precise bone of the same area. */
  readonly vague?: boolean;
  /** Means this bone only while its phrase names none of another area ("subcapital fracture of the 5th metacarpal"). */
  readonly yields?: boolean;
  /** The word names several bones, both sides of the body unless a side is given ("heupen"). */
  readonly plural?: boolean;
  /** The vertebra the word itself means (dens: C2). */
  readonly level?: VertebralLevel;
  /** An adjective that means the spine only beside a spinal word ("dorsale", "cervicale"). */
  readonly adjective?: boolean;
  /** Also an everyday word ("enkel" = only): a bone only beside a side, an examination or another bone. */
  readonly ambiguous?: boolean;
  /** Counted with this site when both broke in one injury (ulnar styloid with the distal radius). */
  readonly partOf?: FractureSite;
  readonly side?: Side;
}

export interface PartRow extends RowBase {
  readonly role: 'part';
  readonly part: BonePart;
}

export interface SideRow extends RowBase {
  readonly role: 'side';
  readonly side: Side;
}

export interface CueRow extends RowBase {
  readonly role: 'cue';
  readonly sense: CueSense;
  readonly look: Look;
  readonly reach: Reach;
  /** An energy told without an injury ("zonder trauma", "bij bukken"): it dates nothing. */
  readonly event?: 'none';
  /** Second half of a verb of exclusion ("sluit … uit"): behind the fracture it makes the doubt a denial. */
  readonly particle?: string;
  /** Counts only right before the words of the fracture itself: "clinically # ribs", not "clinically healed fracture". */
  readonly touches?: boolean;
  /** A doubt that a denial behind it does not end ("cannot be excluded, not visible on this film"). */
  readonly holds?: boolean;
}

export interface SectionRow extends RowBase {
  readonly role: 'section';
  readonly section: 'request' | 'history' | 'technique' | 'findings' | 'conclusion' | 'plan' | 'family';
  /** May stand as a heading without a colon when it begins a line or sentence. */
  readonly bare?: boolean;
}

export interface ExamRow extends RowBase {
  readonly role: 'exam';
  readonly modality: 'xray' | 'ct' | 'mri' | 'dxa' | 'other';
}

export interface UnitRow extends RowBase {
  readonly role: 'unit';
  readonly days: number;
}

export interface JoinerRow extends RowBase {
  readonly role: 'joiner';
  readonly joins: 'and' | 'or' | 'of' | 'filler';
  /** Names what speaks for a fracture ("argumenten", "tekenen"): to deny it is to deny the fracture. */
  readonly evidence?: boolean;
}

export interface OrdinalRow extends RowBase {
  readonly role: 'ordinal';
  readonly number: number;
}

/**
 * Words with one plain duty. break: ends the reach of cues ("maar"). attribute: takes a negation upon itself
 * ("geen dislocatie"). pseudo: looks like a head and is none ("liesbreuk"). device: what breaks is metal.
 * mismatch: what sinks in or tears is not bone (disc, lung). region: a part of the body that is no bone of ours (thorax).
 * signal: talk of MRI weightings, so T1 is no vertebra. abbreviation: its full stop ends no sentence.
 * language: a small word that betrays the language.
 */
export interface PlainRow extends RowBase {
  readonly role:
    | 'break'
    | 'attribute'
    | 'pseudo'
    | 'device'
    | 'mismatch'
    | 'signal'
    | 'region'
    | 'abbreviation'
    | 'language';
}

export type VocabularyRow =
  | HeadRow
  | SiteRow
  | PartRow
  | SideRow
  | CueRow
  | SectionRow
  | ExamRow
  | UnitRow
  | JoinerRow
  | OrdinalRow
  | PlainRow;

export type VocabularyRole = VocabularyRow['role'];
