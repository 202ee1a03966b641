// The shape of knowledge/indicators/*.yaml once compiled: a set of quality indicators with cohort, denominator, numerator,
// clock and colours. Decision: a definition is data in a small closed language (something happened within so many days, a fact
// holds, the patient lived), so that a set is never mixed with another and a figure of last year can be counted again.
// Counting is done in `quality`.

import type { FractureSite, Language } from '@breekpunt/core';
import type { Checked, KnowledgeStatus, ValueSource } from './dated-value.ts';

/** What can have happened on a day; each is seen, said not to have happened, or not recorded. */
export const careEvents = [
  'assessment',
  'scan',
  'spine-image',
  'labs-complete',
  'falls-assessment',
  'decision',
  'letter-to-doctor',
  'contact',
  'medicine-started',
  'exercise-started',
  'still-prescribed',
  'surgery',
  'mobilised',
] as const;
export type CareEvent = (typeof careEvents)[number];

/** What holds of the patient or the care, whenever it was recorded. */
export const careFacts = [
  'hip',
  'spine',
  'clinical-spine',
  'fall-risk',
  'medicine-recommended',
  'medicine-or-referral',
  'exercise-advised',
  'scan-wanted',
  'lifestyle-asked',
  'operation-as-advised',
  'no-delirium',
  'home-at-120-days',
  'medicine-at-120-days',
] as const;
export type CareFact = (typeof careFacts)[number];

export const careMeasures = ['age', 'hours-to-orthogeriatrician'] as const;
export type CareMeasure = (typeof careMeasures)[number];

export const clocks = ['fracture', 'admission', 'surgery'] as const;
export type Clock = (typeof clocks)[number];

export type IndicatorCondition =
  /** Happened from one day to another after the clock's zero, both included; no `within`: at any time. */
  | {
      readonly kind: 'event';
      readonly event: CareEvent;
      readonly since: Clock;
      readonly from: number;
      readonly within?: number;
    }
  | { readonly kind: 'fact'; readonly fact: CareFact; readonly is: 'yes' | 'no' }
  /** Alive when that day had ended. */
  | { readonly kind: 'alive-at'; readonly day: number }
  | {
      readonly kind: 'measure';
      readonly measure: CareMeasure;
      readonly from?: number;
      readonly atMost?: number;
    };

/**
 * share: patients out of patients. caseload: patients found out of those expected. completeness: fields filled.
 * injections: doses given in time. precision, recall: of case finding, from what people judged.
 */
export const countingWays = [
  'share',
  'caseload',
  'completeness',
  'injections',
  'precision',
  'recall',
] as const;
export type CountingWay = (typeof countingWays)[number];

/** Percent at which a colour begins; `above` leaves the number itself out. No amber: a single limit. */
export interface IndicatorColours {
  readonly green: number;
  readonly greenIs: 'from' | 'above';
  readonly amber?: number;
}

/** A published national figure, drawn as a line beside the hospital's own. */
export interface ReferenceFigure {
  readonly percent: number;
  readonly year: string;
  readonly population: string;
  readonly source: ValueSource;
}

export interface Indicator {
  readonly id: string;
  /** As the set numbers it. */
  readonly number: string;
  readonly says: Readonly<Record<'nl' | 'fr' | 'en', string>>;
  readonly counts: CountingWay;
  /** Beside the set's cohort; each must hold. */
  readonly among: readonly IndicatorCondition[];
  readonly achieved: readonly IndicatorCondition[];
  /** Caseload: which share of all expected patients, 'spine' or 'non-spine'. */
  readonly expects?: 'all' | 'spine' | 'non-spine';
  /** Completeness: the fields that are looked at. */
  readonly fields: readonly string[];
  /** Injections: ATC code, and days after the due day that are still in time. */
  readonly medicine?: string;
  readonly graceDays?: number;
  /** Days after the fracture from which the figure can be judged. */
  readonly matures: number;
  readonly colours?: IndicatorColours;
  /** own: the denominator is our own choice, and every figure says so. */
  readonly denominator: 'own' | 'published';
  readonly references: readonly ReferenceFigure[];
  readonly source: ValueSource;
  readonly status: KnowledgeStatus;
}

export interface IndicatorCohort {
  readonly fromAge: number;
  readonly withoutSites: readonly FractureSite[];
  readonly only: 'all' | 'hip';
}

export const standardLevels = ['bronze', 'silver', 'gold'] as const;
export type StandardLevel = (typeof standardLevels)[number];

/** What a level asks: an indicator of the same set at a share, or a yes of the hospital about itself. */
export type StandardDemand =
  | { readonly kind: 'indicator'; readonly indicator: string; readonly from: number }
  | {
      readonly kind: 'organisation';
      readonly question: string;
      readonly says: Readonly<Record<'nl' | 'fr' | 'en', string>>;
    };

/** One standard of an organisation, reached at a level when that level and all below it are met. */
export interface Standard {
  readonly number: string;
  readonly says: Readonly<Record<'nl' | 'fr' | 'en', string>>;
  readonly levels: Readonly<Record<StandardLevel, readonly StandardDemand[]>>;
}

export interface IndicatorSet {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly meaning: string;
  readonly cohort: IndicatorCohort;
  readonly indicators: readonly Indicator[];
  readonly standards: readonly Standard[];
  readonly sources: readonly [ValueSource, ...ValueSource[]];
  readonly status: KnowledgeStatus;
  readonly checked: Checked;
}

/** Languages in which indicators have their sentence. */
export const indicatorLanguages: readonly Extract<Language, 'nl' | 'fr' | 'en'>[] = ['nl', 'fr', 'en'];
