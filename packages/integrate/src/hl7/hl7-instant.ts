// A TS or DTM field to an instant. Without an offset it is the clock of the hospital.

import { instantAt } from '../zoned-instant.ts';

const form = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(?:(\d{2})(?:\.\d{1,4})?)?(?:([+-])(\d{2})(\d{2}))?$/;

/** Undefined when there is no time of day in it, or no such time. */
export function hl7Instant(value: string, timeZone: string): Date | undefined {
  const found = form.exec(value.trim());
  if (found === null) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59)
    return undefined;
  if (found[7] === undefined) return instantAt({ year, month, day, hour, minute, second }, timeZone);
  const ahead = (Number(found[8]) * 60 + Number(found[9])) * (found[7] === '-' ? -1 : 1);
  return new Date(Date.UTC(year, month - 1, day, hour, minute - ahead, second));
}
