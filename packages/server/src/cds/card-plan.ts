// A card before it is put into words: what it says, how pressing, by which rules. Decision: plain data, so that which card is
// given when can be tested without words, and the words without patients.

import type { CalendarDate, FractureSite } from '@breekpunt/core';
import type { Because, Drug } from '@breekpunt/intervene';

export const cardSubjects = [
  'fracture-unconfirmed',
  'density-missing',
  'anabolic-first',
  'decision-open',
  'injection-due',
  'injection-overdue',
  'fracture-unknown',
  'fracture-unclear',
  'drug-blocked',
  'drug-not-yet',
  'drug-unclear',
  'anabolic-before',
  'bisphosphonate-before',
] as const;
export type CardSubject = (typeof cardSubjects)[number];

export interface CardPlan {
  readonly about: CardSubject;
  readonly indicator: 'info' | 'warning' | 'critical';
  /** Ids; the first one's source is the card's. */
  readonly rules: readonly string[];
  /** Of this record; null when the patient is nobody here. */
  readonly case: number | null;
  readonly site: FractureSite | null;
  readonly on: CalendarDate | null;
  readonly drug: Drug | null;
  readonly because: readonly Because[];
  /** How many answers are missing. */
  readonly missing: number;
}

const nothing = { case: null, site: null, on: null, drug: null, because: [], missing: 0 } as const;

export function plan(
  about: CardSubject,
  indicator: CardPlan['indicator'],
  rules: readonly string[],
  more: Partial<Omit<CardPlan, 'about' | 'indicator' | 'rules'>>,
): CardPlan {
  return { ...nothing, about, indicator, rules, ...more };
}
