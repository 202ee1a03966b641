// Texts that nobody read again in time. Decision (0258): a patient must not get a text older than two years, so whoever works on
// the knowledge cannot pass by these; but no build fails because a day came, and the page itself says that the text is overdue.

import type { CalendarDate } from '@breekpunt/core';
import type { ContentStanding } from '../src/guide-content.ts';

type Dated = Pick<ContentStanding, 'reviewBy'> & { readonly id: string };

export function staleTexts(pieces: readonly Dated[], today: CalendarDate): string[] {
  return pieces
    .filter(({ reviewBy }) => reviewBy < today)
    .map(({ id, reviewBy }) => `${id}: was to be read again by ${reviewBy}`);
}

/** How many of them fail the run: none where nobody works on the knowledge, and what exists is only compared. */
export function failingTexts(tooOld: readonly string[], check: boolean): number {
  return check ? 0 : tooOld.length;
}
