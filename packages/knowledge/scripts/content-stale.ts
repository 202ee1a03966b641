// Texts that nobody read again in time. Decision: other overdue checks only warn, but a patient must not get a text older
// than two years, so this one fails the run.

import type { CalendarDate } from '@breekpunt/core';
import type { ContentStanding } from '../src/guide-content.ts';

type Dated = Pick<ContentStanding, 'reviewBy'> & { readonly id: string };

export function staleTexts(pieces: readonly Dated[], today: CalendarDate): string[] {
  return pieces
    .filter(({ reviewBy }) => reviewBy < today)
    .map(({ id, reviewBy }) => `${id}: was to be read again by ${reviewBy}`);
}
