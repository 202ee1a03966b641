// Slips of the pen at distance one: a letter left out, doubled, or two swapped. Only for long words, only after
// the first letter, and never where the slip is a word of its own (a Dutch invoice is a "factuur").

const ownWords: ReadonlySet<string> = new Set([
  'factuur',
  'facturen',
  'facture',
  'factures',
  'faktur',
  'fakturen',
  'fracture',
  'fractures',
  'fraktur',
  'frakturen',
  'fractuur',
  'fracturen',
]);

const SHORTEST = 7;
/** A word with one letter left out. */
export const SHORTEST_SLIP: number = SHORTEST - 1;

export function slipsOf(word: string): string[] {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return [];
  const slips = new Set<string>();
  for (let i = 1; i < word.length; i++) {
    slips.add(word.slice(0, i) + word.slice(i + 1));
    slips.add(word.slice(0, i) + word.charAt(i) + word.slice(i));
    if (i + 1 < word.length)
      slips.add(word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2));
  }
  slips.delete(word);
  // "Inzakkinge" for "inzakking" is no slip worth a rule: the last letter stays.
  return [...slips].filter((slip) => !ownWords.has(slip) && slip.endsWith(word.charAt(word.length - 1)));
}
