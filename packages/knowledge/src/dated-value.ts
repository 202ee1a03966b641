// The shape of knowledge/parameters/**.yaml once compiled: one number or list, with every value it ever had,
// from which day, and who says so. Decision: a value is never without a source and a start date, so that a
// decision of last year can be recomputed. Asking for the value of a day is parameter-on.ts.

import type { DutchAndFrench } from './dutch-and-french.ts';

/** Where a value or entry is stated: an id of sources.yaml, and the place in it. */
export interface ValueSource {
  readonly id: string;
  /** Section, page, table … precise enough for a reader to find the sentence. */
  readonly where: string;
}

/** The day somebody last compared the entry with its source, and who (a role or initials). */
export interface Checked {
  /** Calendar date, yyyy-mm-dd. */
  readonly on: string;
  readonly by: string;
}

/** draft: not confirmed in the primary text, or not yet signed; it must be shown as such wherever it is used. */
export type KnowledgeStatus = 'draft' | 'confirmed';

export const countries = ['BE', 'NL'] as const;
export type Country = (typeof countries)[number];

/** Where a rule holds: also the United Kingdom, whose rules are carried to compare with. */
export const ruleCountries = ['BE', 'NL', 'UK'] as const;
export type RuleCountry = (typeof ruleCountries)[number];

export type ParameterValue = number | string | readonly (number | string)[];

/**
 * What a start day rests on. stated: the source names the day. year: it names the year, and 1 January stands for it.
 * seen: the value was in force no later than this day; when it began is not known.
 */
export const startMeanings = ['stated', 'year', 'seen'] as const;
export type StartMeaning = (typeof startMeanings)[number];

export interface DatedValue {
  /** First calendar day on which the value is in force. */
  readonly from: string;
  readonly fromIs: StartMeaning;
  /** null says: from this day no value is in force (withdrawn). */
  readonly value: ParameterValue | null;
  readonly source: ValueSource;
  readonly status: KnowledgeStatus;
}

export interface Parameter {
  readonly id: string;
  readonly meaning: string;
  /** The same in the other languages of the clinic; null where it tells nothing of care. */
  readonly meanings: DutchAndFrench | null;
  readonly unit: string;
  /** Empty: everywhere. */
  readonly applies: { readonly country?: Country };
  /** Ascending by start day. */
  readonly values: readonly DatedValue[];
  readonly checked: Checked;
}
