// Numbers in a text that point to a source, "(1)" or "[2]", of which no source stands in a list.

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const marker = /(?<=\S)[ \u00a0]?[([](\d{1,2})[)\]](?=[\s.,;:]*(?:$|[\n.,;:]))/gmu;
const listed = /^[ \t]*[([]?(\d{1,2})[)\].][ \t]+\S/gmu;

export function danglingReferences(text: string): Stretch[] {
  const sources = new Set(Array.from(text.matchAll(listed), ([, number]) => Number(number)));
  return Array.from(text.matchAll(marker)).flatMap((match) =>
    sources.has(Number(match[1])) ? [] : [{ start: match.index, end: match.index + match[0].length }],
  );
}
