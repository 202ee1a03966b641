// Whether a national identification number was typed correctly: the Belgian INSZ (NISS, SSIN; the national register
// and the bis numbers of people who are not in it) and the Dutch BSN.
// Decision: only the check digits speak. Birth date and sex are never read from a number: register numbers exist whose
// date was unknown or wrong, and a person's sex can change while the number does not.

/** What the digits say. 'invalid-check-digit' is a typing error or another kind of number; the person may still exist. */
export type IdentifierCheck = 'valid' | 'invalid-check-digit' | 'malformed';

/**
 * The digits alone, without the points, hyphens, slashes and spaces people write between them; a BSN of eight digits gets
 * its leading zero. Two ways of writing one number become the same text. Not a check.
 */
export function normaliseInsz(written: string): string {
  return written.trim().replaceAll(/[\s./-]/g, '');
}

/** As `normaliseInsz`, for a BSN: spreadsheets drop the leading zero, which is put back. */
export function normaliseBsn(written: string): string {
  const digits = written.trim().replaceAll(/[\s.-]/g, '');
  return /^\d{8}$/.test(digits) ? `0${digits}` : digits;
}

/**
 * Eleven digits, of which the last two are 97 minus the remainder by 97 of the first nine; for people born from 2000 on
 * a 2 stands before those nine. The number does not say which century holds, so either rule suffices.
 */
export function checkInsz(written: string): IdentifierCheck {
  const digits = normaliseInsz(written);
  if (!/^\d{11}$/.test(digits) || /^0+$/.test(digits)) return 'malformed';
  const number = Number(digits.slice(0, 9));
  const check = Number(digits.slice(9));
  const bornBefore2000 = 97 - (number % 97);
  const bornSince2000 = 97 - ((2_000_000_000 + number) % 97);
  return check === bornBefore2000 || check === bornSince2000 ? 'valid' : 'invalid-check-digit';
}

const bsnWeights = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/** Nine digits whose sum by the weights 9 to 2 and -1 is a multiple of 11 (the "elfproef"). */
export function checkBsn(written: string): IdentifierCheck {
  const digits = normaliseBsn(written);
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return 'malformed';
  const sum = bsnWeights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return sum % 11 === 0 ? 'valid' : 'invalid-check-digit';
}
