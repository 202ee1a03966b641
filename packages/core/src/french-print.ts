// French as it is printed: no line begins with a colon, a question mark or the end of a quotation, no number is cut in two, and
// an apostrophe is curved. Decision: texts are written with ordinary spaces and apostrophes, which everybody can type and see,
// and are set here, once, where they are read. The wide unbroken space everywhere: telephones of ten years ago draw no narrow one.

const unbroken = '\u00a0';

/** The same words with unbreakable spaces before : ; ? ! » and after «, and ’ between letters. Safe to do twice. */
export function inFrenchPrint(text: string): string {
  return text
    .replaceAll(/(?<=\S) (?=[:;?!»])/g, unbroken)
    .replaceAll('« ', `«${unbroken}`)
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, unbroken)
    .replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’');
}

/** The same for every text in a table of words, however deep. */
export function tableInFrenchPrint<T>(table: T): T {
  if (typeof table === 'string') return inFrenchPrint(table) as T;
  if (Array.isArray(table)) return table.map(tableInFrenchPrint) as T;
  if (typeof table !== 'object' || table === null) return table;
  return Object.fromEntries(
    Object.entries(table).map(([key, value]) => [key, tableInFrenchPrint(value)]),
  ) as T;
}
