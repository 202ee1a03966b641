// Where sentences, headings and sections of a pasted page lie. Decision: a line is never joined to the next unless it ran on
// (no closing mark and the next begins small), because pages are lists and headings as much as prose.

export interface Sentence {
  readonly start: number;
  readonly end: number;
  /** Rises with every heading and every blank line. */
  readonly section: number;
  /** A short line without a closing mark: what it names holds for the lines under it. */
  readonly heading: boolean;
}

const closing = /[.!?…:;]["”’')\]]*$/u;
const stop = /[.!?…]+["”’')\]]*(?=\s|$)/gu;
const abbreviation =
  /(?:\b(?:bv|bijv|dr|prof|ca|o\.a|m\.b\.v|evt|resp|nr|vs|e\.g|i\.e|p\.ex|env|mr|mrs|incl|excl|max|min|gem|d\.w\.z|enz|t\.o\.v|etc)|\b\p{L})\.$/iu;
const longestHeading = 10;

export function sentencesIn(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let section = 0;
  let blank = false;
  for (const line of linesIn(text)) {
    if (line.end === line.start) {
      blank = true;
      continue;
    }
    const heading = isHeading(text.slice(line.start, line.end));
    if (heading || blank) section += 1;
    blank = false;
    if (heading) sentences.push({ ...line, section, heading });
    else
      for (const piece of piecesOf(text, line.start, line.end))
        sentences.push({ ...piece, section, heading });
  }
  return sentences;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Lines without their white space; a line that ran on is one with the next. */
function linesIn(text: string): Stretch[] {
  const lines: Stretch[] = [];
  for (const match of text.matchAll(/[^\n\r]*(?:\r\n|\n|\r|$)/g)) {
    const whole = match[0];
    const start = match.index + (whole.length - whole.trimStart().length);
    const stretch = { start, end: Math.max(start, match.index + whole.trimEnd().length) };
    const before = lines.at(-1);
    if (before !== undefined && ranOn(text, before, stretch))
      lines[lines.length - 1] = { start: before.start, end: stretch.end };
    else lines.push(whole.trim() === '' ? { start, end: start } : stretch);
  }
  return lines;
}

function ranOn(text: string, before: Stretch, next: Stretch): boolean {
  if (before.end === before.start || next.end === next.start) return false;
  if (closing.test(text.slice(Math.max(before.start, before.end - 4), before.end))) return false;
  return before.end - before.start > 45 && /^\p{Ll}/u.test(text.slice(next.start, next.start + 2));
}

const bullet = /^(?:[-•*–·▪●◦‣✓✔➤➔→►»+]|o\s|\d+[.)])/u;
/** A line of a table: its cells are read together, because the first says what the others are about. */
const row = /[|\t;]/;

function isHeading(line: string): boolean {
  if (/^#+\s/.test(line)) return true;
  if (bullet.test(line) || row.test(line) || closing.test(line)) return false;
  return line.split(/\s+/).length <= longestHeading && !/,\s/.test(line);
}

function piecesOf(text: string, start: number, end: number): Stretch[] {
  const pieces: Stretch[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(stop)) {
    const until = start + match.index + match[0].length;
    if (abbreviation.test(text.slice(from, until))) continue;
    pieces.push({ start: skipSpace(text, from), end: until });
    from = until;
  }
  if (text.slice(from, end).trim() !== '') pieces.push({ start: skipSpace(text, from), end });
  return pieces;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
}
