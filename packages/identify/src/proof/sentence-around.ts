// The sentence of a report that a finding stands in, as a range of the text: what a nurse reads to
// believe or refuse it. A full stop ends a sentence only before white space and a capital, a bullet or
// the end, so that "ca. 35%", "Dr. Peeters" inside a clause and "4.5 cm" do not cut it. Long sentences
// are shortened around the finding. It does not decide anything clinical.

import type { Span } from '../finding.ts';

/** Longest excerpt in characters before and after the finding. */
const reach = 240;

/** Words before a full stop that do not end a sentence. */
const abbreviations =
  /(?:^|[\s(])(?:ca|cfr|cf|dd|nr|vgl|resp|incl|excl|o\.a|i\.v\.m|t\.h\.v|z\.n|v\.a|dr|prof|st|fract|bds|bdz|li|re|d|g|dt|ggf|evtl|bzw|env|max|min|approx|vs)$/iu;

export function sentenceAround(text: string, span: Span): Span {
  return { start: startOf(text, span.start), end: endOf(text, span.end) };
}

function startOf(text: string, from: number): number {
  const furthest = Math.max(0, from - reach);
  for (let at = from; at > furthest; at--) {
    if (isBreak(text, at - 1)) return skipSpace(text, at, from);
  }
  return furthest === 0 ? skipSpace(text, 0, from) : nextWord(text, furthest, from);
}

function endOf(text: string, from: number): number {
  const furthest = Math.min(text.length, from + reach);
  for (let at = from; at < furthest; at++) {
    if (isLineEnd(text, at)) return at;
    if (isBreak(text, at)) return at + 1;
  }
  if (furthest === text.length) return furthest;
  const space = text.lastIndexOf(' ', furthest);
  return space > from ? space : furthest;
}

/** Whether a sentence ends with the character at this place. */
function isBreak(text: string, at: number): boolean {
  if (isLineEnd(text, at)) return true;
  const mark = text[at];
  if (mark !== '.' && mark !== '!' && mark !== '?' && mark !== ';') return false;
  if (!/^\s+(?:[\p{Lu}\d\-–•*(#"«]|$)|^$/u.test(text.slice(at + 1, at + 8))) return false;
  return mark !== '.' || !abbreviations.test(text.slice(Math.max(0, at - 12), at));
}

/** A line end breaks a sentence, except where a line was only wrapped: the next one goes on in lower case. */
function isLineEnd(text: string, at: number): boolean {
  if (text[at] !== '\n') return false;
  return !/^[ \t]*\p{Ll}/u.test(text.slice(at + 1, at + 12));
}

function skipSpace(text: string, at: number, limit: number): number {
  let place = at;
  while (place < limit && /\s/u.test(text[place] ?? '')) place += 1;
  return place;
}

function nextWord(text: string, at: number, limit: number): number {
  const space = text.indexOf(' ', at);
  return space < 0 || space >= limit ? at : space + 1;
}
