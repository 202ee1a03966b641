// A text as words, each with its place in the text as received. Small letters without accents, cut at hyphens and
// apostrophes, so that "non-invasive" and "l’arthrose" are two words each. The text itself is never rewritten.

export interface Word {
  /** Small letters, no accents; a number keeps its decimal point. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[%<]/gu;

export function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    text: plain(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function plain(word: string): string {
  if (/^\d/.test(word)) return word.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}
