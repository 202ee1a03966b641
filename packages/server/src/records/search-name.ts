// A name as it is searched: "Vandeñ Broeck-Maës" and "vanden broeck maes" are one. Dutch and French names are written
// with and without accents, spaces and hyphens from one system to the next.

/** Family name first, as lists are sorted and read out. Empty when nothing is known. */
export function searchName(familyName: string | null, givenName: string | null): string {
  return [familyName, givenName]
    .map((part) => folded(part ?? ''))
    .join(' ')
    .trim();
}

/** Lower case, without accents, letters and digits in words of their own. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
