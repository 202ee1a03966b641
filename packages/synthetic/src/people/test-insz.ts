// Belgian national numbers that no register has given or can give to anybody: the check digits are right, the month is
// not a month. The register uses 01 to 12, 00 for an unknown day, and 21 to 32 or 41 to 52 for people who are not in
// it; here it is 81 to 92. A number of a real person can therefore not come out.

const firstMonth = 81;

/** For `place` from 0 to 334,991 another number each, within one year of birth. */
export function testInsz(birthYear: number, place: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const month = firstMonth + (place % 12);
  const day = 1 + (Math.floor(place / 12) % 28);
  const sequence = 1 + (Math.floor(place / (12 * 28)) % 997);
  const stem = `${two(birthYear % 100)}${month}${two(day)}${String(sequence).padStart(3, '0')}`;
  const counted = birthYear >= 2000 ? Number(`2${stem}`) : Number(stem);
  return `${stem}${two(97 - (counted % 97))}`;
}
