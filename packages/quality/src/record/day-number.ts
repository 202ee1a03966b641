// The number of a day, for counting many of them. Decision: read by character codes and reckoned in whole numbers, because a full
// counting turns some hundred million texts into numbers; core's own arithmetic is what a test holds it against.

import type { CalendarDate } from '@breekpunt/core';

const zero = 48;

/** Days since 1 January 1970. */
export function dayNumber(date: CalendarDate): number {
  const digit = (place: number): number => date.charCodeAt(place) - zero;
  const month = digit(5) * 10 + digit(6);
  // Years that begin on 1 March: the leap day is the last of its year.
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month > 2 ? 0 : 1);
  const sinceMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((153 * sinceMarch + 2) / 5) + digit(8) * 10 + digit(9) - 719_469;
}
