// Why a patient stands where they stand in a figure. Decision: data, not a sentence; the page has the words in its languages.

import type { CalendarDate } from '@breekpunt/core';
import type { CareEvent, CareFact, CareMeasure } from '@breekpunt/knowledge';

export type Reason =
  | { readonly kind: 'happened'; readonly what: CareEvent; readonly day: number | null }
  /** Happened, but not within the days that count. */
  | {
      readonly kind: 'outside-window';
      readonly what: CareEvent;
      readonly day: number;
      readonly from: number;
      readonly within: number;
    }
  | { readonly kind: 'did-not-happen'; readonly what: CareEvent | CareMeasure }
  | {
      readonly kind: 'not-recorded';
      readonly what: CareEvent | CareFact | CareMeasure | 'day-of-death' | 'admission';
    }
  | { readonly kind: 'is'; readonly what: CareFact; readonly answer: 'yes' | 'no' }
  | { readonly kind: 'measured'; readonly what: CareMeasure; readonly value: number }
  | { readonly kind: 'alive' }
  | { readonly kind: 'died'; readonly day: number }
  | { readonly kind: 'too-early'; readonly judgedOn: CalendarDate }
  | { readonly kind: 'too-young'; readonly age: number }
  | { readonly kind: 'age-not-recorded' }
  | { readonly kind: 'site-not-counted' }
  | { readonly kind: 'high-energy' }
  | { readonly kind: 'fields'; readonly filled: number; readonly of: number }
  | { readonly kind: 'doses'; readonly due: number; readonly late: number }
  | { readonly kind: 'same-day'; readonly counted: number };
