// The run in figures: what went in, what came out, what was left out. rows in = reports + rejects +
// skipped always holds; a list that is not complete says so here and on everything made from it.

import type { CalendarDate, Language } from '@breekpunt/core';
import type { Limitation, Triage } from '@breekpunt/identify';

export interface ScreenSummary {
  readonly version: string;
  readonly today: CalendarDate;
  readonly country: 'nl' | 'be';
  readonly synthetic: boolean;
  readonly files: number;
  /** Files that could not be read, or not to their end. */
  readonly refusedFiles: number;
  readonly items: number;
  readonly reports: number;
  readonly rejects: number;
  readonly skipped: number;
  readonly triage: Readonly<Record<Triage, number>>;
  readonly languages: Readonly<Record<Language, number>>;
  readonly limitations: Readonly<Partial<Record<Limitation, number>>>;
  readonly patients: number;
  readonly seconds: number;
}
