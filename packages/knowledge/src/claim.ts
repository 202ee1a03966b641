// The claim register: what leaflets say, what is known, and by which words a claim is found in a text nobody has seen.
// Decision: a claim is found by concepts (a treatment, what it is said to do, how sure), and only the concepts know words;
// so that a new way of saying it is one word in one row.

import type { KnowledgeStatus, ValueSource } from './dated-value.ts';

export const claimLanguages = ['nl', 'fr', 'en'] as const;
export type ClaimLanguage = (typeof claimLanguages)[number];

export type InLanguages = Readonly<Record<ClaimLanguage, string>>;

export const claimVerdicts = ['contradicted', 'stronger-than-evidence', 'left-out'] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];

export interface Claim {
  /** C1; never reused. */
  readonly id: string;
  readonly title: string;
  readonly verdict: ClaimVerdict;
  /** What such a text says, in our words. */
  readonly says: InLanguages;
  /** What is known, in numbers of one denominator. */
  readonly evidence: InLanguages;
  /** How our own texts say it. */
  readonly wording: InLanguages;
  readonly sources: readonly [ValueSource, ...ValueSource[]];
  readonly status: KnowledgeStatus;
  readonly patterns: readonly ClaimPattern[];
  /** Doubt in the sentence ("no evidence that ...") does not take the claim away. */
  readonly anyway: boolean;
  /** Texts in which it must be found, and texts in which it must not. */
  readonly matches: readonly string[];
  readonly skips: readonly string[];
}

/** Where the words of a pattern must stand together; `references` looks for numbers without a source instead. */
export const patternScopes = ['sentence', 'passage', 'text', 'references'] as const;
export type PatternScope = (typeof patternScopes)[number];

export interface ClaimPattern {
  readonly scope: PatternScope;
  /** Each must be met by one of its alternatives. */
  readonly all: readonly (readonly Together[])[];
  readonly none: readonly Together[];
}

/** Concepts that stand in one and the same sentence. */
export type Together = readonly Wanted[];

export interface Wanted {
  readonly concept: string;
  /** The denied concept is wanted ("no.harm"). */
  readonly denied: boolean;
  /** In the sentence itself, not carried on from the ones before ("@own"). */
  readonly own: boolean;
}

/**
 * treatment and condition: what is spoken of, carried on to the next sentences. generic: may stand for the treatment named
 * before. effect and statement do not count when denied; an effect alone makes a sentence a claim about a treatment.
 */
export const conceptKinds = ['treatment', 'generic', 'condition', 'effect', 'statement', 'plain'] as const;
export type ConceptKind = (typeof conceptKinds)[number];

export const quantityUnits = ['percent', 'natural', 'years', 'months', 'weeks', 'hours', 'times'] as const;
export type QuantityUnit = (typeof quantityUnits)[number];

export interface ClaimConcept {
  readonly id: string;
  readonly kind: ConceptKind;
  /** Word patterns: small letters without accents, * for the rest of a word, ~ for up to five words between. */
  readonly words: Readonly<Record<ClaimLanguage, readonly string[]>>;
  readonly quantity?: { readonly unit: QuantityUnit; readonly least?: number; readonly most?: number };
}

export interface ClaimRegister {
  readonly claims: readonly Claim[];
  readonly concepts: readonly ClaimConcept[];
}
